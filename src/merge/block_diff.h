/* Two texts of a clause in one: its blocks, items and paragraphs. */
#ifndef ADREF_MERGE_BLOCK_DIFF_H
#define ADREF_MERGE_BLOCK_DIFF_H

#include <glib.h>

#include "merge/align_tokens.h"
#include "merge/match_units.h"
#include "merge/token_cache.h"

/* What a comparison of two documents works with. One thread works at a bench. A side is that of the
 * old document, 0, or of the new one, 1. */
typedef struct {
  AdrefStore *store;
  gboolean beside; /* the store is that of another bench */
  AdrefCutter *cutter;
  AdrefAligner *aligner;
  AdrefPairer *pairer;
  AdrefLexicon *contents; /* of keys of subtrees */
  GString *key;           /* scratch */
  GArray *ids;            /* of guint: scratch */
  GArray *tokens[2];      /* of AdrefToken: scratch */
  AdrefReferences references[2];
} AdrefBench;

void adref_bench_init(AdrefBench *bench, const AdrefNode *old, const AdrefNode *new,
                      const char *language);

/* A bench for another thread at the same documents. The other one must outlive it. */
void adref_bench_init_beside(AdrefBench *bench, const AdrefBench *other);
void adref_bench_clear(AdrefBench *bench);

/* A unit for a node: content, kind and weight; the bag is not set. Units can be compared that were
 * made at one bench and between two calls of adref_bench_forget, which gives back the memory that
 * knowing their contents takes. */
AdrefUnit adref_bench_unit(AdrefBench *bench, const AdrefNode *node, guint side);
void adref_bench_forget(AdrefBench *bench);

/* Cuts the paragraphs below a node; sets the bag of a unit, when those of both sides are cut and
 * united (merge/token_cache.h). */
void adref_bench_cut(AdrefBench *bench, const AdrefNode *node, guint side);
void adref_bench_fill(AdrefBench *bench, const AdrefNode *node, guint side, AdrefUnit *unit);

/* Nodes whose blocks become one redline: one on each side; or several neighbours on one side that
 * are parts of the only one on the other. */
typedef struct {
  const AdrefNode *const *old, *const *new;
  guint old_count, new_count;
  AdrefNode *const *out; /* one for each of the more numerous side */
} AdrefGroup;

/* Fills `out` with marked blocks. */
void adref_merge_blocks(AdrefBench *bench, const AdrefGroup *group);

#endif

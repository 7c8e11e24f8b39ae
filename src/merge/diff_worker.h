/* What one thread compares two documents with: its cache, tables and scratch memory. */
#ifndef ADREF_MERGE_DIFF_WORKER_H
#define ADREF_MERGE_DIFF_WORKER_H

#include <glib.h>

#include "merge/align_tokens.h"
#include "merge/match_units.h"
#include "merge/token_cache.h"

typedef struct {
  AdrefTokenCache *cache;
  gboolean shares_cache; /* the store is that of another bench */
  AdrefWordSegmenter *segmenter;
  AdrefAligner *aligner;
  AdrefUnitMatcher *matcher;
  AdrefInterner *contents; /* of keys of subtrees */
  GString *key;            /* scratch */
  GArray *ids;             /* of guint: scratch */
  GArray *tokens[2];       /* of AdrefToken: scratch */
  AdrefReferenceNumbers references[2];
} AdrefDiffWorker;

void adref_diff_worker_init(AdrefDiffWorker *worker, const AdrefNode *old, const AdrefNode *new,
                            const char *language);

/* A bench for another thread at the same documents. The other one must outlive it. */
void adref_diff_worker_init_shared(AdrefDiffWorker *worker, const AdrefDiffWorker *other);
void adref_diff_worker_clear(AdrefDiffWorker *worker);

/* A unit for a node: content, kind and weight; the bag is not set. Units can be compared that were
 * made at one bench and between two calls of adref_diff_worker_clear_contents, which gives back the
 * memory that knowing their contents takes. */
AdrefMatchUnit adref_diff_worker_unit(AdrefDiffWorker *worker, const AdrefNode *node, guint side);
void adref_diff_worker_clear_contents(AdrefDiffWorker *worker);

/* Cuts the paragraphs below a node; sets the bag of a unit, when those of both sides are cut and
 * united (merge/token_cache.h). */
void adref_diff_worker_tokenize(AdrefDiffWorker *worker, const AdrefNode *node, guint side);
void adref_diff_worker_set_bag(AdrefDiffWorker *worker, const AdrefNode *node, guint side,
                               AdrefMatchUnit *unit);

#endif

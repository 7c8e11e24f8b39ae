/* What one thread compares two documents with: its cache, tables and scratch memory. */
#ifndef ADREF_MERGE_COMPARE_DIFF_WORKER_H
#define ADREF_MERGE_COMPARE_DIFF_WORKER_H

#include <glib.h>

#include "merge/compare/align_tokens.h"
#include "merge/compare/match_units.h"
#include "merge/token_cache.h"

typedef struct {
  AdrefTokenCache *cache;
  gboolean shares_cache; /* the cache belongs to another worker */
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

/* A worker for another thread that compares the same documents. The other one must outlive it. */
void adref_diff_worker_init_shared(AdrefDiffWorker *worker, const AdrefDiffWorker *other);
void adref_diff_worker_clear(AdrefDiffWorker *worker);

/* A unit for a node: content, kind and weight; its bag is not set. Units can be compared when they
 * were made by one worker and between two calls of adref_diff_worker_clear_contents, which frees
 * the memory of the contents. */
AdrefMatchUnit adref_diff_worker_unit(AdrefDiffWorker *worker, const AdrefNode *node, guint side);
void adref_diff_worker_clear_contents(AdrefDiffWorker *worker);

/* Tokenizes the paragraphs below a node; and sets the bag of a unit, which needs the tokens of both
 * sides with unified ids (merge/token_cache.h). A side is 0 for the old document, 1 for the new
 * one. */
void adref_diff_worker_tokenize(AdrefDiffWorker *worker, const AdrefNode *node, guint side);
void adref_diff_worker_set_bag(AdrefDiffWorker *worker, const AdrefNode *node, guint side,
                               AdrefMatchUnit *unit);

/* The tokens of blocks that become one redline, with breaks between them; valid until the next
 * call. */
AdrefTokenSlice adref_diff_worker_tokens(AdrefDiffWorker *worker, const AdrefNode *const *blocks,
                                         guint count, guint side);

#endif

/* Which block of a text is which block of another one. */
#ifndef ADREF_MERGE_COMPARE_BLOCK_MATCHING_H
#define ADREF_MERGE_COMPARE_BLOCK_MATCHING_H

#include "merge/compare/diff_worker.h"

/* The children of a node (of const AdrefNode *); of NULL none. Caller unrefs. */
GPtrArray *adref_merge_child_list(const AdrefNode *node);

/* Which child of `base` is which child of `node`, by the tools of the redline: by child of `base`;
 * ADREF_NO_MATCH: none. Caller frees. */
guint *adref_merge_match_blocks(AdrefDiffWorker *worker, const AdrefNode *base,
                                const AdrefNode *node);

#endif

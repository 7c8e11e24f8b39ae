/* The redline of the blocks of a clause: paragraphs, lists, items, quotes. */
#ifndef ADREF_MERGE_COMPARE_BLOCK_DIFF_H
#define ADREF_MERGE_COMPARE_BLOCK_DIFF_H

#include <glib.h>

#include "merge/compare/diff_worker.h"

/* Nodes whose blocks become one redline: one node on each side; or one node on one side, and on the
 * other several neighbours that are its parts. */
typedef struct {
  const AdrefNode *const *old, *const *new;
  guint old_count, new_count;
  AdrefNode *const *out; /* one for each node of the side that has more */
} AdrefBlockGroup;

/* Fills `out` with marked blocks. */
void adref_block_diff(AdrefDiffWorker *worker, const AdrefBlockGroup *group);

#endif

/* Two texts of a clause in one: its blocks, items and paragraphs. */
#ifndef ADREF_MERGE_BLOCK_DIFF_H
#define ADREF_MERGE_BLOCK_DIFF_H

#include <glib.h>

#include "merge/diff_worker.h"

/* Nodes whose blocks become one redline: one on each side; or several neighbours on one side that
 * are parts of the only one on the other. */
typedef struct {
  const AdrefNode *const *old, *const *new;
  guint old_count, new_count;
  AdrefNode *const *out; /* one for each of the more numerous side */
} AdrefBlockGroup;

/* Fills `out` with marked blocks. */
void adref_block_diff(AdrefDiffWorker *worker, const AdrefBlockGroup *group);

#endif

/* Blocks that moved, or became blocks of another kind: what a redline has deleted at one place and
 * inserted at another.
 *
 * A redline matches blocks where they are. Of those that it leaves deleted or inserted as a whole,
 * the words are compared once more, whatever contains them: a paragraph with an item, a row with a
 * paragraph, an item with one of another list or clause. Where words are found again, they are
 * marked in their new place, and the block at the old place becomes empty (AdrefBlockMove). */
#ifndef ADREF_MERGE_COMPARE_MOVED_BLOCKS_H
#define ADREF_MERGE_COMPARE_MOVED_BLOCKS_H

#include "merge/compare/diff_worker.h"

/* Finds such blocks in the redline of two documents. Returns the clauses in which it found any (of
 * AdrefNode); their changes are those from before. Cost: in proportion to the blocks, and to the
 * words of deleted and inserted ones. */
GPtrArray *adref_moved_blocks_find(AdrefNode *redline, const AdrefNode *old, const AdrefNode *new,
                                   const char *language);

#endif

/* The words of one block (a paragraph, heading or cell) merged. */
#ifndef ADREF_MERGE_JOIN_MERGE_BLOCK_H
#define ADREF_MERGE_JOIN_MERGE_BLOCK_H

#include "merge/join/merge_context.h"

enum {
  ADREF_MERGE_NO_SIDE = G_MAXUINT
};

/* Appends the merged inlines to `out`, an empty copy of the block. `sides` has the form of the
 * block in each text; NULL: unchanged, or not there. `base_side` is the side that `base` itself is
 * of, for two new blocks of which each is the other's: then every difference is bracketed;
 * ADREF_MERGE_NO_SIDE: it is the base. FALSE: a bracket over several blocks stands where words
 * differ, and nothing was done. */
gboolean adref_merge_block(AdrefMergeContext *context, const AdrefNode *base,
                           const AdrefNode *const *sides, guint base_side, AdrefNode *out);

#endif

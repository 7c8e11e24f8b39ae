/* The blocks of a clause merged: paragraphs, lists, items, tables, cells. */
#ifndef ADREF_MERGE_JOIN_MERGE_CHILDREN_H
#define ADREF_MERGE_JOIN_MERGE_CHILDREN_H

#include "merge/compare/block_matching.h"
#include "merge/join/merge_context.h"

/* Which child of a node of the base is which child of a node of a side. The caller clears it. */
typedef AdrefBlockMatches (*AdrefMergeMatcher)(gpointer data, guint side, const AdrefNode *base,
                                               const AdrefNode *node);

typedef struct {
  AdrefMergeContext *context;
  AdrefMergeMatcher match;
  gpointer data;
  guint base_side;       /* as in adref_merge_block() */
  const guint8 *holders; /* by side: whether it has a form of the node; NULL: there is a base */
  gboolean is_whole;     /* as in AdrefMergeContext */
} AdrefMergeChildren;

/* Appends the merged blocks to `out`, an empty copy of the node. `sides` has the form of the node
 * in each text, NULL where it is unchanged. FALSE: something changed in different ways that no
 * bracket can hold; then `out` has to be thrown away. */
gboolean adref_merge_children(AdrefMergeChildren *children, const AdrefNode *base,
                              const AdrefNode *const *sides, AdrefNode *out);

#endif

/* The blocks of a redline while those that moved are looked for: what merge/compare/moved_blocks.c
 * finds and merge/compare/moved_block_places.c puts at its places. */
#ifndef ADREF_MERGE_COMPARE_MOVED_BLOCKS_PRIVATE_H
#define ADREF_MERGE_COMPARE_MOVED_BLOCKS_PRIVATE_H

#include "merge/compare/diff_worker.h"

/* A block with inlines, in the old or the new text or in both. */
typedef struct {
  AdrefNode *block; /* in the redline */
  AdrefNode *text;  /* the same in one text, whose words are compared; NULL: they are not */
  guint gap;        /* how many blocks of both texts are before it */
  guint twin;       /* the place among the blocks of the other text; or ADREF_NO_MATCH */
  gboolean deep;    /* too deep to be matched */
} AdrefMovedLeaf;

typedef struct {
  AdrefDiffWorker worker;
  GArray *leaves[2]; /* of AdrefMovedLeaf: those of the old text, those of the new one */
  AdrefMatchUnits units[2];
  guint *matches;      /* by old leaf: the new one */
  guint *parts[2];     /* by leaf: the leaf of the other text that it is a later part of */
  guint alone[2];      /* leaves that only one text has */
  GPtrArray *copies;   /* of AdrefNode: blocks of one text that were made here */
  GPtrArray *retired;  /* of AdrefNode: nodes that were taken out of the redline */
  GHashTable *matched; /* block of the redline -> the one that it was matched with */
  GHashTable *covered; /* DELETED container -> INSERTED one with the same blocks, or NULL */
  GPtrArray *clauses;  /* of AdrefNode: those that were changed here */
  GHashTable *noted;   /* the same as a set */
  GPtrArray *left;     /* of AdrefNode: old places */
} AdrefMovedBlocks;

static inline AdrefMovedLeaf *adref_moved_leaf_at(const AdrefMovedBlocks *self, guint side, guint i)
{
  return &g_array_index(self->leaves[side], AdrefMovedLeaf, i);
}

static inline guint adref_moved_leaf_count(const AdrefMovedBlocks *self, guint side)
{
  return self->leaves[side]->len;
}

/* Whether only one text has the block. */
static inline gboolean adref_moved_leaf_is_alone(const AdrefMovedLeaf *leaf)
{
  return leaf->twin == ADREF_NO_MATCH;
}

/* Whether two blocks are the whole of clauses of one kind, which were compared before. */
gboolean adref_moved_leaf_were_compared(const AdrefNode *old, const AdrefNode *new);

/* Matches the cells of rows that moved: rows with the same first cell that are similar. */
void adref_moved_block_rows_match(AdrefMovedBlocks *blocks);

/* When one cell of a row is in a paragraph of the other text, so are the others, whatever their
 * words are now. `matches` are by leaf of this side, which has the cells. */
void adref_moved_block_rows_complete(AdrefMovedBlocks *blocks, guint *matches, guint side);

/* Puts the words of blocks that match at their new places, and leaves empty blocks at the old ones.
 * near[i] (by old leaf): both places of the match are between the same blocks. */
void adref_moved_blocks_put(AdrefMovedBlocks *blocks, const guint8 *near);

#endif

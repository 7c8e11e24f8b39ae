/* Clauses, or paragraphs and items of one block, that one side divided or joined while another one
 * changed them: they are merged as one (merge/join/merge_breaks.h), and divided again where the
 * sides want it. */
#ifndef ADREF_MERGE_JOIN_MERGE_DIVIDED_H
#define ADREF_MERGE_JOIN_MERGE_DIVIDED_H

#include "merge/join/merge_context.h"

/* The nodes of one side, and which of the base they are. */
typedef struct {
  const AdrefNode **nodes; /* NULL: the side changed nothing */
  guint length;
  const guint *matches, *in_order, *joined_into; /* by node of the base, as in
                                                    AdrefClauseMatching */
  const guint *split_from;                       /* by node of the side, the same */
  const guint *parts; /* by node of the side: its number, the same in all texts; those of the base
                         are their places there */
} AdrefMergeDividedSide;

typedef struct {
  AdrefMergeContext *context;
  const AdrefNode **nodes; /* of the base */
  guint length, all;       /* how many there are in the base, and in all texts together */
  AdrefMergeDividedSide *sides;
} AdrefMergeDividedTexts;

/* Nodes of the base that are merged as one. */
typedef struct {
  guint from, to; /* the last one too */
  GArray *base;   /* of AdrefMergePart */
  guint count;    /* of the sides */
  GArray **sides; /* by side; NULL: unchanged */
} AdrefMergeDivided;

/* `from` + 1 -> AdrefMergeDivided. The caller unrefs the table. */
GHashTable *adref_merge_divided_find(const AdrefMergeDividedTexts *texts);

/* A copy of a node that holds one paragraph, perhaps in a list, with `top` in its place and with
 * another paragraph, which it takes over. */
AdrefNode *adref_merge_divided_form(const AdrefNode *node, const AdrefNode *top,
                                    AdrefNode *paragraph);

#endif

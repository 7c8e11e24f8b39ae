/* Clauses, or paragraphs and items of one block, that one side divided or joined while another one
 * changed them: their words are merged as one text (merge/join/merge_breaks.h), which is divided
 * again where the sides want it. */
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
  const guint8 *same;                            /* by node of the base: it has the same words */
  const guint *parts; /* by node of the side: its number, the same in all texts; those of the base
                         are their places there */
} AdrefMergeDividedSide;

typedef struct {
  AdrefMergeContext *context;
  const AdrefNode **nodes; /* of the base */
  guint length, all;       /* how many there are in the base, and in all texts together */
  const AdrefMergeDividedSide *sides;
} AdrefMergeDividedTexts;

typedef struct AdrefMergeDivided AdrefMergeDivided;

/* What is to be merged so; `texts` may be freed, but not its nodes. */
AdrefMergeDivided *adref_merge_divided_new(const AdrefMergeDividedTexts *texts);
void adref_merge_divided_free(AdrefMergeDivided *divided);

/* FALSE: the part is merged by itself. Else appends to `parts` (of AdrefMergePart, with paragraphs
 * that the caller takes over) what stands in its place: itself, if nobody joined it to the one
 * before it, and new parts behind it. To be called once for each part; a new one stands with the
 * part before it. */
gboolean adref_merge_divided_take(AdrefMergeDivided *divided, guint part, GArray *parts);

/* A copy of a node that holds one paragraph, perhaps in a list, with `top` in its place and with
 * another paragraph, which it takes over. */
AdrefNode *adref_merge_divided_form(const AdrefNode *node, const AdrefNode *top,
                                    AdrefNode *paragraph);

#endif

/* Finds the bytes that two canonical forms of a text share, with the help of a redline. Only for
 * criticmarkup.c. */
#ifndef ADREF_VIEW_CRITICMARKUP_CRITICMARKUP_ALIGN_H
#define ADREF_VIEW_CRITICMARKUP_CRITICMARKUP_ALIGN_H

#include "clause/node.h"

/* Bytes of the old text that are replaced by bytes of the new text; between two hunks both texts
 * are the same. */
typedef struct {
  gsize old, old_end, new, new_end;
} AdrefCriticmarkupHunk;

/* A part of both texts. */
typedef struct {
  const char *old, *new; /* the whole texts */
  gsize old_from, old_to, new_from, new_to;
} AdrefCriticmarkupPiece;

/* Appends the differences of a part to `hunks` (of AdrefCriticmarkupHunk). The part holds the
 * clauses of a redline from `first` to before `end`. Without clauses the whole part is one
 * difference. */
void adref_criticmarkup_align(GArray *hunks, const AdrefCriticmarkupPiece *piece,
                              const AdrefNode *first, const AdrefNode *end);

#endif

/* Which bytes two canonical forms of a text share, as a redline tells; for view/criticmarkup.h. */
#ifndef ADREF_VIEW_CRITICMARKUP_ALIGN_H
#define ADREF_VIEW_CRITICMARKUP_ALIGN_H

#include "clause/node.h"

/* Bytes of the old text that are replaced by bytes of the new one; what stands between two hunks is
 * the same in both. */
typedef struct {
  gsize old, old_end, new, new_end;
} AdrefCriticmarkupHunk;

/* A piece of both texts. */
typedef struct {
  const char *old, *new; /* the whole texts */
  gsize old_from, old_to, new_from, new_to;
} AdrefCriticmarkupPiece;

/* Appends to `hunks` (of AdrefCriticmarkupHunk) what differs in a piece that holds the clauses from
 * `first` to before `end` of a redline. Without clauses the piece differs as a whole. */
void adref_criticmarkup_align(GArray *hunks, const AdrefCriticmarkupPiece *piece,
                              const AdrefNode *first, const AdrefNode *end);

#endif

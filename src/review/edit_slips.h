/* What an edit of a text did to its structure, perhaps by a slip of the hand: a marker that
 * vanished or is misspelt, an id that stands twice, a number or a kind that changed, a paragraph
 * that belongs to no clause, a bracket without its end. Words are nobody's slip.
 *
 * Two texts are compared, so that what was so before is not reported. */
#ifndef ADREF_REVIEW_EDIT_SLIPS_H
#define ADREF_REVIEW_EDIT_SLIPS_H

#include "clause/node.h"

typedef struct {
  guint line, column; /* in the new text; 0: in no line of it */
  gboolean may_be_meant;
  char *message; /* what is wrong, and how it is written */
} AdrefEditSlip;

/* The slips of `new`, in its order (of AdrefEditSlip). `old` and `new` are whole texts, or what
 * stood in the place of one clause. `others` are the ids of clauses outside of them (of char *), or
 * NULL. */
GPtrArray *adref_edit_slips_find(const AdrefNode *old, const AdrefNode *new, GHashTable *others);

#endif

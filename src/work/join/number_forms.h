/* Texts without markers of which one has typed numbers before its paragraphs, and one has not. */
#ifndef ADREF_WORK_JOIN_NUMBER_FORMS_H
#define ADREF_WORK_JOIN_NUMBER_FORMS_H

#include "clause/node.h"

typedef struct {
  guint left_out; /* numbers of the side that the base does not have */
  guint kept;     /* paragraphs of the side that have got the number of the base */
} AdrefNumberForms;

/* Gives the paragraphs of `side` the form that they have in `base`: without numbers where the base
 * has none; as items of a numbered list, with the blocks that belong to it, where the base has
 * numbers and paragraphs of the side have none. Both are split into numbered paragraphs and have no
 * numbers of their own any more (clause/text/list_clauses.h). Else nothing changes, and all is 0.
 */
AdrefNumberForms adref_number_forms_take(AdrefNode *side, const AdrefNode *base,
                                         const char *language);

/* Whether `side` is a part of `base` by the numbers that both still have: it begins with a later
 * one than the base, and holds at most a third of the numbered paragraphs or has no title where the
 * base has one. */
gboolean adref_number_forms_is_part(const AdrefNode *side, const AdrefNode *base);

#endif

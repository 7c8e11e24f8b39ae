/* Freezing numbers: during a negotiation a paragraph keeps the number with which it was circulated.
 *
 * When a frozen clause is deleted, a clause with its kind, id and number stays in its place. Its
 * only words are "[deleted]" with escaped brackets (\[deleted\] in Markdown). So every reader of
 * the file sees that this number has no text any more. It is no open bracket, cross references to
 * it stay valid, and the clause can be restored at its place. The word is the same in every
 * language. */
#ifndef ADREF_CLAUSE_LABELS_FREEZE_H
#define ADREF_CLAUSE_LABELS_FREEZE_H

#include <glib.h>

#include "clause/node.h"

/* Freezes the computed number of each clause (adref_numbering_apply), except headings and clauses
 * with alt=. Returns how many clauses were not frozen before. */
guint adref_freeze(AdrefNode *document);

/* Removes the frozen numbers and the "[deleted]" clauses. The caller must compute the numbers
 * again. */
void adref_unfreeze(AdrefNode *document);

/* Whether the words of the clause are "[deleted]". */
gboolean adref_freeze_is_deleted(const AdrefNode *clause);

/* Whether the clause counts as a paragraph: one with a number of its own, or a plain block, that is
 * not deleted. */
gboolean adref_freeze_is_paragraph(const AdrefNode *clause);

/* Adds a "[deleted]" clause to `document` for each clause of `draft` that has a frozen number and
 * is missing, behind the clause that preceded it. A clause is not missing if `document` has its id,
 * or its number in the same annex. Returns how many clauses were added. */
guint adref_freeze_deleted(AdrefNode *document, const AdrefNode *draft);

#endif

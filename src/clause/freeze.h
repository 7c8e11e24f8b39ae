/* Freezing numbers: while talks go on a paragraph keeps the number under which it was circulated.
 *
 * A frozen clause that is dropped leaves its number behind: a clause in its place with its kind, id
 * and number whose only words are "[deleted]", as letters (\[deleted\] in Markdown). So every
 * reader, also one that knows nothing of adref, sees which number has no text any more; it is no
 * open bracket, cross references to it still lead somewhere, and when the clause comes back it
 * finds its place. The word is the same in every language. */
#ifndef ADREF_CLAUSE_FREEZE_H
#define ADREF_CLAUSE_FREEZE_H

#include <glib.h>

#include "clause/node.h"

/* Freezes the number of each clause as it is shown now (adref_numbering_apply); headings and
 * clauses with alt= have none of their own. Returns how many were not frozen before. */
guint adref_freeze(AdrefNode *document);

/* Takes away the frozen numbers and the clauses that are deleted; count anew afterwards. */
void adref_unfreeze(AdrefNode *document);

/* Whether the clause is a number whose text is gone. */
gboolean adref_freeze_is_deleted(const AdrefNode *clause);

/* Puts a deleted clause into `document` for each one of `draft` that has a frozen number and is
 * gone, behind what stood before it. A clause is there still when its id is or, in the same annex,
 * its number. Returns how many were put. */
guint adref_freeze_deleted(AdrefNode *document, const AdrefNode *draft);

#endif

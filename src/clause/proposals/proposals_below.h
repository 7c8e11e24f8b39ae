/* A text with each party's proposals below the clause that they change, for readers who want to see
 * each proposal whole: the layout "by-paragraph" of a compilation. It is made for reading: it
 * cannot be merged or read back as brackets. */
#ifndef ADREF_CLAUSE_PROPOSALS_PROPOSALS_BELOW_H
#define ADREF_CLAUSE_PROPOSALS_PROPOSALS_BELOW_H

#include "clause/node.h"

/* A clause with positions of parties gets the base text (clause/proposals/preferred_text.h), and
 * below it, in a quotation, "JPN, EU:" with the clause as these parties would have it. Parties that
 * want the same words share one. What has no base text stays in brackets; so does a clause with a
 * bracket that begins or ends in another one. */
void adref_proposals_below(AdrefNode *document);

#endif

/* The words that a party proposes for a clause, as brackets around what differs from the words of
 * now: as small as the redline finds them. */
#ifndef ADREF_MERGE_JOIN_PROPOSAL_BRACKETS_H
#define ADREF_MERGE_JOIN_PROPOSAL_BRACKETS_H

#include "base/error.h"
#include "clause/node.h"

/* Puts the brackets into a clause. `proposed` is a document with the proposed blocks, of one clause
 * with or without a marker; its notes are left out, those of the clause stay. A replacement is
 * "[base / new - JPN]", an insertion "[new - JPN]", a deletion "[base - JPN delete]"; words that
 * differ inside a bracket are an alternative of it. Blocks that were divided, joined or moved are
 * bracketed as a whole: the clause with "JPN delete", and the proposed blocks behind it.
 *
 * *count is the number of differences; with 0 the clause is as it was. Refused, with the clause as
 * it was, when the proposed blocks change the alternatives or positions of a bracket, when they are
 * more than one clause, and when a whole clause cannot be bracketed
 * (clause/proposals/bracket_build.h). Afterwards the document must be written in canonical form and
 * read again. */
gboolean adref_proposal_brackets(AdrefNode *clause, const AdrefNode *proposed, const char *party,
                                 const char *language, guint *count, GError **error);

#endif

/* Parties that a list lacks: a part of "adref check". */
#ifndef ADREF_REVIEW_CHECK_CHECK_MISSING_PARTIES_H
#define ADREF_REVIEW_CHECK_CHECK_MISSING_PARTIES_H

#include "draft/data/party.h"
#include "draft/statement/statement.h"
#include "review/check/check_text.h"

/* The first list in an introductory paragraph that has all parties of the statement but one, which
 * nothing else in the paragraph names. */
void adref_check_missing_party(AdrefCheckText *text, const AdrefStatement *statement,
                               const AdrefParties *parties);

/* Lists of all members of a group but one, which nothing else in the paragraph names: a note. The
 * registry has the members of the day of the statement. */
void adref_check_missing_members(AdrefCheckText *text, const AdrefParties *parties);

/* Lists of both texts in one clause that are the same but for parties that only one of them has,
 * and that nothing else in the other's clause may mean. */
void adref_check_missing_parties(const AdrefCheckText *source, AdrefCheckText *translation,
                                 const AdrefParties *parties);

#endif

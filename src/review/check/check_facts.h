/* Facts of statement.yaml that the text says otherwise: the day and the place of the meeting, the
 * parties, the number of members of a group. */
#ifndef ADREF_REVIEW_CHECK_CHECK_FACTS_H
#define ADREF_REVIEW_CHECK_CHECK_FACTS_H

#include "draft/library/library.h"
#include "draft/statement/statement.h"
#include "review/check/check_text.h"

/* Day and place are looked for where a text says that it was adopted, signed or issued, and in the
 * chapeau and the closing. */
void adref_check_facts(AdrefCheckText *text, const AdrefStatement *statement,
                       const AdrefParties *parties);

/* "the eleven Member States of ASEAN", in English, by the members of the group in the registry. */
void adref_check_members(AdrefCheckText *text, const AdrefParties *parties);

#endif

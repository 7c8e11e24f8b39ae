/* What an English text says of its own meeting: its ordinal, and what is past or still to come. */
#ifndef ADREF_REVIEW_CHECK_CHECK_MEETING_H
#define ADREF_REVIEW_CHECK_CHECK_MEETING_H

#include "draft/statement/statement.h"
#include "review/check/check_text.h"

/* Reports integrity/meeting-ordinal where the first paragraph gives the meeting another ordinal
 * than the title does, and integrity/past-and-future where a next meeting would be in a year before
 * the date of the statement, or something was done on a day after it. `statement` may be NULL: then
 * only the ordinals are compared. */
void adref_check_meeting(AdrefCheckText *text, const AdrefStatement *statement);

#endif

/* What happened to a bracket, in one word. */
#ifndef ADREF_REVIEW_CHANGE_BRACKET_EVENT_H
#define ADREF_REVIEW_CHANGE_BRACKET_EVENT_H

#include "clause/change.h"

/* The event of a BRACKET of a redline that changed, with all brackets that became one with it or
 * that it became. NONE: none of these, or several. */
AdrefShift adref_bracket_event(const AdrefNode *bracket);

/* The bracket that is quoted: of two pairs around the same words the outer one. */
const AdrefNode *adref_bracket_event_quoted(const AdrefNode *bracket);

/* Whether the event of a bracket around it says what happened to this one. */
gboolean adref_bracket_event_is_part(const AdrefNode *bracket);

#endif

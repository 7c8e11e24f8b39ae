/* Says how the languages of a statement differ. */
#ifndef ADREF_WORK_LANGUAGE_WARNINGS_H
#define ADREF_WORK_LANGUAGE_WARNINGS_H

#include "sign/language_states.h"
#include "work/session.h"

/* One line for each language that differs from the rolling text or has no text; with `unread` also
 * for one whose values could not all be compared. Nothing where all are in step. `states` is of
 * sign/language_states.h. */
void adref_language_warnings_say(const AdrefSession *session, const char *statement,
                                 const GPtrArray *states, gboolean unread);

#endif

/* Says how the languages of a statement differ. */
#ifndef ADREF_WORK_CHECK_LANGUAGE_WARNINGS_H
#define ADREF_WORK_CHECK_LANGUAGE_WARNINGS_H

#include "sign/language_states.h"
#include "work/session.h"

/* What is said beside differences. */
typedef enum {
  ADREF_LANGUAGE_WARNINGS_UNREAD = 1 << 0, /* values that could not be compared */
  ADREF_LANGUAGE_WARNINGS_PLACE = 1 << 1,  /* a place that has no words in the language */
} AdrefLanguageWarnings;

/* One line for each language that differs from the rolling text or has no text, and for what
 * `also`, of AdrefLanguageWarnings, names. Nothing where all are in step. `states` is of
 * sign/language_states.h. */
void adref_language_warnings_say(const AdrefSession *session, const char *statement,
                                 const GPtrArray *states, guint also);

#endif

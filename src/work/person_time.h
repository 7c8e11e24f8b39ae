/* The time of a person's act, in the person's own time zone. */
#ifndef ADREF_WORK_PERSON_TIME_H
#define ADREF_WORK_PERSON_TIME_H

#include "history/person.h"

/* In a format of g_date_time_format(); a copy of `unknown` (or NULL) for a time that is no date.
 * Caller frees. */
char *adref_person_time(const AdrefPerson *person, const char *format, const char *unknown);

#endif

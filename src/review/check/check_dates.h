/* Days and times of day that do not exist, and weekdays that are not those of their day. */
#ifndef ADREF_REVIEW_CHECK_CHECK_DATES_H
#define ADREF_REVIEW_CHECK_CHECK_DATES_H

#include "review/check/check_text.h"

/* Dates are read in the languages of the word tables (language/word_table.h), also those of other
 * calendars; weekdays have their names in every language that ICU knows. A year that is not said
 * is any year. */
void adref_check_dates(AdrefCheckText *text);

#endif

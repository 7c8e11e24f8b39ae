/* Figures that were read, such as "1500.5": a decimal point, and no signs between groups. */
#ifndef ADREF_REVIEW_LANGUAGES_NUMBER_FIGURE_H
#define ADREF_REVIEW_LANGUAGES_NUMBER_FIGURE_H

#include <glib.h>

/* 1.5 times a power of ten, without a point. Takes over `value`. */
char *adref_number_figure_shift(char *value, guint64 places);

/* Without zeros before the whole part and behind the decimals: 05 is 5, 1.50 is 1.5. Takes over
 * `value`. */
char *adref_number_figure_trim(char *value);

/* The whole number that a figure with one point and three decimals can be as well, where nobody
 * knows what a point means in the language; NULL: there is none. */
char *adref_number_figure_other(const char *language, const char *value);

/* The time of day that a figure such as 10.30 can be as well; NULL: it is none. Caller frees. */
char *adref_number_figure_time(const char *value);

/* The common year of one of the Buddhist calendar, as Thai texts have it; NULL: it is none. Caller
 * frees. */
char *adref_number_figure_common_year(const char *language, const char *value);

/* Whether a figure can be a year, 1900 to 2199. */
gboolean adref_number_figure_is_year(const char *value);

#endif

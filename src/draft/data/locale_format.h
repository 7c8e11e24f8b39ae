/* Numbers, dates and lists in the format of a language (ICU). English is British English; Thai
 * dates have years of the Buddhist era. The caller frees the results. */
#ifndef ADREF_DRAFT_DATA_LOCALE_FORMAT_H
#define ADREF_DRAFT_DATA_LOCALE_FORMAT_H

#include <glib.h>

typedef enum {
  ADREF_NUMBER_DIGITS,        /* 5,000 */
  ADREF_NUMBER_ORDINAL,       /* 50th */
  ADREF_NUMBER_WORDS,         /* five thousand */
  ADREF_NUMBER_ORDINAL_WORDS, /* fiftieth; 50th in a language for which ICU has no ordinal words */
} AdrefNumberForm;

typedef enum {
  ADREF_DATE_LONG,  /* 17 December 2023 */
  ADREF_DATE_MONTH, /* December 2023 */
  ADREF_DATE_YEAR,  /* 2023 */
} AdrefDateForm;

char *adref_locale_format_number(gint64 number, AdrefNumberForm form, const char *language);

/* `days` since 1970-01-01. */
char *adref_locale_format_date(gint64 days, AdrefDateForm form, const char *language);

/* What ICU wrote, without the soft hyphens, zero-width spaces and direction marks that it puts into
 * numbers and names of currencies: readers of a text cannot see them. */
char *adref_locale_text(const gunichar2 *text, glong length);

/* ICU's locale of a language; British English for what is no language. */
char *adref_locale_of(const char *language);

/* "a, b and c", or with "or"; in Japanese a、b及びc. `items` are `count` strings. */
char *adref_locale_format_list(char *const *items, gsize count, gboolean alternatives,
                               const char *language);

/* "Tokyo, 17 December 2023": one of them when the other is NULL; NULL when both are. */
char *adref_locale_format_occasion(const char *place, const char *date, const char *language);

#endif

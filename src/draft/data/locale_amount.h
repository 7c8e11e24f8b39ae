/* Decimals, percentages, money, plural categories, weekdays and calendars in the format of a
 * language (ICU). The caller frees the results. */
#ifndef ADREF_DRAFT_DATA_LOCALE_AMOUNT_H
#define ADREF_DRAFT_DATA_LOCALE_AMOUNT_H

#include <glib.h>

/* `decimal` is digits with at most one point, "2.50"; all its digits are kept. */
char *adref_locale_format_decimal(const char *decimal, const char *language);

/* The same as a share of a hundred: 2.5 is "2.5%". */
char *adref_locale_format_percent(const char *decimal, const char *language);

/* "5,000,000 US dollars". `currency` is a code of ISO 4217. */
char *adref_locale_format_money(const char *decimal, const char *currency, const char *language);

/* Whether the first three letters are a currency of ISO 4217, today or in the past. */
gboolean adref_locale_is_currency(const char *code);

/* "one", "few", ..., "other": ICU's category of a number in the plural rules of a language. */
char *adref_locale_plural(gint64 number, const char *language);

typedef enum {
  ADREF_CALENDAR_WEEKDAY, /* Sunday */
  ADREF_CALENDAR_ERA,     /* in the calendar of the country, with its era: reiwa 5 in Japanese, the
                             Buddhist era in Thai; elsewhere as GREGORIAN */
  ADREF_CALENDAR_GREGORIAN, /* in the Gregorian calendar, which Thai names */
} AdrefCalendarForm;

/* `days` since 1970-01-01. */
char *adref_locale_format_calendar(gint64 days, AdrefCalendarForm form, const char *language);

#endif

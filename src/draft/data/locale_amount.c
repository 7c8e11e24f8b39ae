#include "draft/data/locale_amount.h"

#include <string.h>

#include "clause/icu.h"
#include "draft/data/locale_format.h"

enum {
  BUFFER = 512, /* UTF-16 units */
  MS_PER_DAY = 24 * 60 * 60 * 1000,
};

static int fraction_digits(const char *decimal)
{
  const char *point = strchr(decimal, '.');
  return point ? (int)strlen(point + 1) : 0;
}

/* Formats with all digits of the fraction; `currency` may be NULL. */
static char *format(UNumberFormatStyle style, const char *decimal, int digits, const char *currency,
                    const char *language)
{
  g_autofree char *locale = adref_locale_of(language);
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *number = unum_open(style, NULL, 0, locale, NULL, &status);
  if (U_FAILURE(status))
    return g_strdup(decimal);
  if (currency) {
    g_autofree gunichar2 *code = g_utf8_to_utf16(currency, -1, NULL, NULL, NULL);
    unum_setTextAttribute(number, UNUM_CURRENCY_CODE, code, -1, &status);
  }
  unum_setAttribute(number, UNUM_MIN_FRACTION_DIGITS, digits);
  unum_setAttribute(number, UNUM_MAX_FRACTION_DIGITS, digits);
  UChar buffer[BUFFER];
  int32_t length =
      unum_formatDecimal(number, decimal, (int32_t)strlen(decimal), buffer, BUFFER, NULL, &status);
  unum_close(number);
  return U_SUCCESS(status) && length < BUFFER ? adref_locale_text(buffer, length)
                                              : g_strdup(decimal);
}

char *adref_locale_format_decimal(const char *decimal, const char *language)
{
  return format(UNUM_DECIMAL, decimal, fraction_digits(decimal), NULL, language);
}

char *adref_locale_format_percent(const char *decimal, const char *language)
{
  g_autofree char *scaled = g_strconcat(decimal, "E-2", NULL);
  return format(UNUM_PERCENT, scaled, fraction_digits(decimal), NULL, language);
}

/* Whether the language is one of `languages` (NULL-terminated), in whatever region. */
static gboolean is_one_of(const char *language, const char *const *languages)
{
  g_autofree char *primary = g_strndup(language, strcspn(language, "-"));
  return g_strv_contains(languages, primary);
}

/* As documents write it: 5,000,000円 without a space, and in Latin letters without the capital that
 * a name in a list has: 5.000.000 dolar Amerika Serikat. */
char *adref_locale_format_money(const char *decimal, const char *currency, const char *language)
{
  static const char *const close[] = {"ja", "zh", NULL}, *const small[] = {"id", "ms", "vi", NULL};
  g_autofree char *money =
      format(UNUM_CURRENCY_PLURAL, decimal, fraction_digits(decimal), currency, language);
  gsize number = strspn(money, "0123456789.,");
  const char *name = money + number;
  while (g_unichar_isspace(g_utf8_get_char(name)))
    name = g_utf8_next_char(name);
  if (number == 0 || *name == '\0')
    return g_steal_pointer(&money);
  if (is_one_of(language, close))
    return g_strdup_printf("%.*s%s", (int)number, money, name);
  if (!is_one_of(language, small))
    return g_steal_pointer(&money);
  const char *rest = g_utf8_next_char(name);
  g_autofree char *first = g_utf8_strdown(name, rest - name);
  return g_strdup_printf("%.*s%s%s", (int)(name - money), money, first, rest);
}

gboolean adref_locale_is_currency(const char *code)
{
  g_autofree gunichar2 *units = g_utf8_to_utf16(code, 3, NULL, NULL, NULL);
  UErrorCode status = U_ZERO_ERROR;
  return units && ucurr_isAvailable(units, U_DATE_MIN, U_DATE_MAX, &status) && U_SUCCESS(status);
}

char *adref_locale_plural(gint64 number, const char *language)
{
  g_autofree char *locale = adref_locale_of(language);
  UErrorCode status = U_ZERO_ERROR;
  UPluralRules *rules = uplrules_open(locale, &status);
  UChar buffer[32];
  int32_t length =
      U_SUCCESS(status) ? uplrules_select(rules, (double)number, buffer, 32, &status) : 0;
  if (rules)
    uplrules_close(rules);
  return U_SUCCESS(status) ? adref_locale_text(buffer, length) : g_strdup("other");
}

static char *format_date(gint64 days, const char *locale, const UChar *pattern)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *date =
      pattern ? udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, u"UTC", -1, pattern, -1, &status)
              : udat_open(UDAT_NONE, UDAT_LONG, locale, u"UTC", -1, NULL, 0, &status);
  UChar buffer[BUFFER];
  int32_t length = U_SUCCESS(status)
                       ? udat_format(date, (UDate)days * MS_PER_DAY, buffer, BUFFER, NULL, &status)
                       : 0;
  if (date)
    udat_close(date);
  return U_SUCCESS(status) ? adref_locale_text(buffer, length) : g_strdup("");
}

char *adref_locale_format_calendar(gint64 days, AdrefCalendarForm form, const char *language)
{
  g_autofree char *locale = adref_locale_of(language);
  gboolean japanese = strcmp(language, "ja") == 0, thai = strcmp(language, "th") == 0;
  if (form == ADREF_CALENDAR_WEEKDAY)
    return format_date(days, locale, u"EEEE");
  if (form == ADREF_CALENDAR_ERA && japanese)
    return format_date(days, "ja_JP@calendar=japanese", NULL);
  if (form == ADREF_CALENDAR_ERA && thai)
    return format_date(days, "th_TH@calendar=buddhist", u"d MMMM G y");
  if (thai)
    return format_date(days, "th_TH@calendar=gregorian", u"d MMMM G y");
  return adref_locale_format_date(days, ADREF_DATE_LONG, language);
}

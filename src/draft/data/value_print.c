/* The text of a value in a language, and the language that stands in for it. */
#include <string.h>

#include "draft/data/locale_amount.h"
#include "draft/data/locale_format.h"
#include "draft/data/localized_text.h"
#include "draft/data/markdown_escape.h"
#include "draft/data/value_private.h"

/* The language whose words are printed: `language` when the text has words in it. */
static const char *language_of(GHashTable *texts, const char *language)
{
  if (adref_localized_text_get(texts, language))
    return language;
  if (g_hash_table_contains(texts, "en"))
    return "en";
  g_autoptr(GList) languages = g_list_sort(g_hash_table_get_keys(texts), (GCompareFunc)strcmp);
  return languages ? languages->data : language;
}

static const char *words_in(GHashTable *texts, const char *language)
{
  const char *words = adref_localized_text_get(texts, language_of(texts, language));
  return words ? words : "";
}

/* An integer that is a year, in the calendar of the dates of the language: 2516 in Thai for 1973. A
 * number that is no year of adref_date_parse() is printed as it is. */
static char *print_year(gint64 year, const char *language)
{
  gint64 days;
  g_autofree char *plain = g_strdup_printf("%" G_GINT64_FORMAT, year);
  g_autofree char *day = g_strdup_printf("%s-07-01", plain);
  return adref_date_parse(day, &days) ? adref_locale_format_date(days, ADREF_DATE_YEAR, language)
                                      : g_steal_pointer(&plain);
}

static char *print_integer(gint64 integer, const char *form, const char *language)
{
  if (strcmp(form, "") == 0)
    return adref_locale_format_number(integer, ADREF_NUMBER_DIGITS, language);
  if (strcmp(form, "plain") == 0)
    return g_strdup_printf("%" G_GINT64_FORMAT, integer);
  if (strcmp(form, "words") == 0)
    return adref_locale_format_number(integer, ADREF_NUMBER_WORDS, language);
  if (strcmp(form, "ordinal") == 0)
    return adref_locale_format_number(integer, ADREF_NUMBER_ORDINAL, language);
  if (strcmp(form, "ordinal_words") == 0)
    return adref_locale_format_number(integer, ADREF_NUMBER_ORDINAL_WORDS, language);
  return strcmp(form, "year") == 0 ? print_year(integer, language) : NULL;
}

static char *print_date(gint64 days, const char *form, const char *language)
{
  if (strcmp(form, "") == 0 || strcmp(form, "long") == 0)
    return adref_locale_format_date(days, ADREF_DATE_LONG, language);
  if (strcmp(form, "month") == 0)
    return adref_locale_format_date(days, ADREF_DATE_MONTH, language);
  if (strcmp(form, "year") == 0)
    return adref_locale_format_date(days, ADREF_DATE_YEAR, language);
  if (strcmp(form, "weekday") == 0)
    return adref_locale_format_calendar(days, ADREF_CALENDAR_WEEKDAY, language);
  if (strcmp(form, "era") == 0)
    return adref_locale_format_calendar(days, ADREF_CALENDAR_ERA, language);
  if (strcmp(form, "gregorian") == 0)
    return adref_locale_format_calendar(days, ADREF_CALENDAR_GREGORIAN, language);
  return strcmp(form, "iso") == 0 ? adref_date_text(days) : NULL;
}

static char *print_party(const AdrefValue *value, const char *code, const char *form,
                         const char *language)
{
  const AdrefParty *party = adref_parties_get(value->parties, code);
  if (!party || strcmp(form, "code") == 0)
    return g_strdup(code);
  if (strcmp(form, "short") == 0)
    return adref_party_page_short(party, language);
  gboolean whole = strcmp(form, "") == 0 || strcmp(form, "long") == 0;
  return whole ? adref_party_page_long(party, language) : NULL;
}

GPtrArray *adref_value_unnamed(const AdrefValue *value, const char *form, const char *language)
{
  gboolean has_codes = value->type == ADREF_VALUE_PARTY || value->type == ADREF_VALUE_PARTIES;
  char *const *codes = has_codes ? value->as.codes : NULL;
  gboolean whole = strcmp(form, "short") != 0 && strcmp(form, "hyphenated") != 0;
  GPtrArray *found = NULL;
  if (strcmp(form, "count") == 0 || strcmp(form, "code") == 0 || strcmp(form, "codes") == 0)
    return NULL;
  for (; codes && *codes; codes++) {
    const AdrefParty *party = adref_parties_get(value->parties, *codes);
    if (!party || adref_party_has_name(party, whole, language))
      continue;
    found = found ? found : g_ptr_array_new();
    g_ptr_array_add(found, (gpointer)(guintptr)party);
  }
  return found;
}

/* [Japan](#JPN): the mark of a party, see clause/proposals/alternat.h. */
static char *print_mark(const AdrefValue *value, const char *code, const char *form,
                        const char *language)
{
  g_autofree char *name = print_party(value, code, form, language);
  g_autofree char *escaped = adref_markdown_escape(name);
  return g_strdup_printf("[%s](#%s)", escaped, code);
}

/* The marks of all parties, in the order of the statement. */
static char *print_marks(const AdrefValue *value, gboolean is_list, const char *language)
{
  guint count = g_strv_length(value->as.codes);
  g_auto(GStrv) marks = g_new0(char *, count + 1);
  for (guint i = 0; i < count; i++)
    marks[i] = print_mark(value, value->as.codes[i], is_list ? "long" : "short", language);
  if (is_list)
    return adref_locale_format_list(marks, count, FALSE, language);
  return g_strjoinv(strcmp(language, "ja") == 0 ? "\343\203\273" : "-", marks);
}

gboolean adref_value_is_markdown(const AdrefValue *value, const char *form)
{
  return value->type == ADREF_VALUE_PARTIES &&
         (strcmp(form, "alternat") == 0 || strcmp(form, "hyphenated") == 0);
}

static char *print_parties(const AdrefValue *value, const char *form, const char *language)
{
  gboolean whole = strcmp(form, "") == 0 || strcmp(form, "list") == 0;
  guint count = g_strv_length(value->as.codes);
  if (strcmp(form, "count") == 0)
    return adref_locale_format_number(count, ADREF_NUMBER_DIGITS, language);
  if (strcmp(form, "codes") == 0)
    return g_strjoinv(", ", value->as.codes);
  if (adref_value_is_markdown(value, form))
    return print_marks(value, strcmp(form, "alternat") == 0, language);
  if (!whole && strcmp(form, "short") != 0)
    return NULL;
  g_auto(GStrv) names =
      adref_parties_sort(value->parties, (const char *const *)value->as.codes, language);
  for (guint i = 0; i < count; i++) {
    g_autofree char *code = names[i];
    names[i] = print_party(value, code, whole ? "long" : "short", language);
  }
  return adref_locale_format_list(names, count, FALSE, language);
}

static char *print_list(const AdrefValue *value, const char *form, const char *language)
{
  guint count = value->as.items->len;
  gboolean alternatives = strcmp(form, "or") == 0;
  if (strcmp(form, "count") == 0)
    return adref_locale_format_number(count, ADREF_NUMBER_DIGITS, language);
  if (strcmp(form, "") != 0 && strcmp(form, "and") != 0 && !alternatives)
    return NULL;
  g_auto(GStrv) words = g_new0(char *, count + 1);
  for (guint i = 0; i < count; i++)
    words[i] = adref_value_print(value->as.items->pdata[i], "", language);
  return adref_locale_format_list(words, count, alternatives, language);
}

static char *print_decimal(const char *amount, const char *form, const char *language)
{
  if (strcmp(form, "plain") == 0)
    return g_strdup(amount);
  return strcmp(form, "percent") == 0 ? adref_locale_format_percent(amount, language)
                                      : adref_locale_format_decimal(amount, language);
}

/* "USD 5000000". */
static char *print_money(const char *amount, const char *form, const char *language)
{
  g_autofree char *currency = g_strndup(amount, 3);
  if (strcmp(form, "code") != 0)
    return adref_locale_format_money(amount + 4, currency, language);
  g_autofree char *number = adref_locale_format_decimal(amount + 4, language);
  return g_strdup_printf("%s %s", currency, number);
}

/* "5-10"; years are plain, or in the calendar of the language. */
static char *print_range(const char *amount, const char *form, const char *language)
{
  const char *dash = strchr(amount, '-');
  const char *sign = strcmp(language, "ja") == 0 ? "\357\275\236" : "\342\200\223";
  gint64 from = g_ascii_strtoll(amount, NULL, 10), to = g_ascii_strtoll(dash + 1, NULL, 10);
  g_autofree char *first = print_integer(from, form, language);
  g_autofree char *last = print_integer(to, form, language);
  return g_strconcat(first, sign, last, NULL);
}

static char *print_records(const AdrefValue *value, const char *form, const char *language)
{
  return strcmp(form, "count") == 0
             ? adref_locale_format_number(value->as.items->len, ADREF_NUMBER_DIGITS, language)
             : NULL;
}

char *adref_value_print(const AdrefValue *value, const char *form, const char *language)
{
  switch (value->type) {
  case ADREF_VALUE_TEXT: return *form ? NULL : g_strdup(words_in(value->as.texts, language));
  case ADREF_VALUE_INTEGER: return print_integer(value->as.integer, form, language);
  case ADREF_VALUE_DATE: return print_date(value->as.integer, form, language);
  case ADREF_VALUE_PARTY: return print_party(value, value->as.codes[0], form, language);
  case ADREF_VALUE_PARTIES: return print_parties(value, form, language);
  case ADREF_VALUE_LIST: return print_list(value, form, language);
  case ADREF_VALUE_CHOICE: return adref_value_print(value->as.chosen, form, language);
  case ADREF_VALUE_DECIMAL: return print_decimal(value->as.amount, form, language);
  case ADREF_VALUE_MONEY: return print_money(value->as.amount, form, language);
  case ADREF_VALUE_RANGE: return print_range(value->as.amount, form, language);
  case ADREF_VALUE_RECORDS: return print_records(value, form, language);
  case ADREF_VALUE_RECORD:
  case ADREF_VALUE_BOOLEAN: break;
  }
  return NULL;
}

static const char *list_stand_in(const AdrefValue *list, const char *language)
{
  const char *found = NULL;
  for (guint i = 0; i < list->as.items->len && !found; i++)
    found = adref_value_fallback_language(list->as.items->pdata[i], language);
  return found;
}

const char *adref_value_fallback_language(const AdrefValue *value, const char *language)
{
  const char *taken = language;
  switch (value->type) {
  case ADREF_VALUE_TEXT: taken = language_of(value->as.texts, language); break;
  case ADREF_VALUE_LIST: return list_stand_in(value, language);
  case ADREF_VALUE_CHOICE: return adref_value_fallback_language(value->as.chosen, language);
  case ADREF_VALUE_INTEGER:
  case ADREF_VALUE_DATE:
  case ADREF_VALUE_PARTY:
  case ADREF_VALUE_PARTIES:
  case ADREF_VALUE_BOOLEAN:
  case ADREF_VALUE_DECIMAL:
  case ADREF_VALUE_MONEY:
  case ADREF_VALUE_RANGE:
  case ADREF_VALUE_RECORDS:
  case ADREF_VALUE_RECORD: break;
  }
  return taken == language ? NULL : taken;
}

static gboolean has_translatable_letter(const char *words)
{
  for (const char *p = words; p && *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (g_unichar_isalpha(c) && !(c < 128 && g_ascii_isupper((char)c)))
      return TRUE;
  }
  return FALSE;
}

/* Whether a text, or an item of a list, has one wording that a translation would change. */
static gboolean is_bare(const AdrefValue *value)
{
  gboolean bare = value->type == ADREF_VALUE_TEXT &&
                  has_translatable_letter(g_hash_table_lookup(value->as.texts, ""));
  for (guint i = 0; value->type == ADREF_VALUE_LIST && i < value->as.items->len; i++)
    bare = bare || is_bare(value->as.items->pdata[i]);
  return bare;
}

const char *adref_value_template_fallback(const AdrefValue *value, const char *language)
{
  return adref_value_given_fallback(value, language, ADREF_VALUE_TEMPLATE_LANGUAGE);
}

const char *adref_value_given_fallback(const AdrefValue *value, const char *language,
                                       const char *rolling)
{
  if (value->type == ADREF_VALUE_CHOICE)
    return adref_value_template_fallback(value->as.chosen, language);
  if (strcmp(language, rolling) != 0 && is_bare(value))
    return rolling;
  return adref_value_fallback_language(value, language);
}

#include "draft/value.h"

#include <string.h>

#include "draft/locale_amount.h"
#include "draft/locale_format.h"
#include "draft/localized_text.h"
#include "draft/markdown_escape.h"

struct AdrefValue {
  guint references;
  AdrefValueType type;
  union {
    GHashTable *texts;  /* TEXT: language -> words */
    gint64 integer;     /* INTEGER; DATE: days since 1970-01-01 */
    char **codes;       /* PARTY (one), PARTIES */
    GPtrArray *items;   /* LIST: of AdrefValue (text); RECORDS: of AdrefValue (record) */
    AdrefValue *chosen; /* CHOICE: a text */
    char *amount;       /* DECIMAL, MONEY, RANGE: in its one spelling */
    GHashTable *fields; /* RECORD: name -> AdrefValue */
    gboolean boolean;
  } as;
  const AdrefParties *parties; /* of PARTY and PARTIES */
};

static const struct {
  const char *word;
  const char *forms[8];
} types[] = {
    [ADREF_VALUE_TEXT] = {"text", {NULL}},
    [ADREF_VALUE_INTEGER] = {"integer",
                             {"plain", "words", "ordinal", "ordinal_words", "year", NULL}},
    [ADREF_VALUE_DATE] = {"date",
                          {"long", "month", "year", "iso", "weekday", "era", "gregorian", NULL}},
    [ADREF_VALUE_PARTY] = {"party", {"long", "short", "code", NULL}},
    [ADREF_VALUE_PARTIES] = {"parties",
                             {"list", "short", "alternat", "hyphenated", "codes", "count", NULL}},
    [ADREF_VALUE_LIST] = {"list", {"and", "or", "count", NULL}},
    [ADREF_VALUE_BOOLEAN] = {"boolean", {NULL}},
    [ADREF_VALUE_CHOICE] = {"choice", {NULL}},
    [ADREF_VALUE_DECIMAL] = {"decimal", {"plain", "percent", NULL}},
    [ADREF_VALUE_MONEY] = {"money", {"code", NULL}},
    [ADREF_VALUE_RANGE] = {"range", {"plain", NULL}},
    [ADREF_VALUE_RECORDS] = {"records", {"count", NULL}},
    [ADREF_VALUE_RECORD] = {"record", {NULL}},
};

const char *adref_value_type_word(AdrefValueType type)
{
  return types[type].word;
}

gboolean adref_value_type_parse(const char *word, AdrefValueType *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS(types); i++) {
    if (strcmp(types[i].word, word) == 0) {
      *type = (AdrefValueType)i;
      return TRUE;
    }
  }
  return FALSE;
}

const char *const *adref_value_forms(AdrefValueType type)
{
  return types[type].forms;
}

static AdrefValue *value_new(AdrefValueType type)
{
  AdrefValue *value = g_new0(AdrefValue, 1);
  value->references = 1;
  value->type = type;
  return value;
}

AdrefValue *adref_value_new_text(const char *text)
{
  AdrefValue *value = value_new(ADREF_VALUE_TEXT);
  value->as.texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert(value->as.texts, g_strdup(""), g_strdup(text));
  return value;
}

AdrefValue *adref_value_new_localized_text(GHashTable *by_language)
{
  AdrefValue *value = value_new(ADREF_VALUE_TEXT);
  value->as.texts = g_hash_table_ref(by_language);
  return value;
}

AdrefValue *adref_value_new_integer(gint64 integer)
{
  AdrefValue *value = value_new(ADREF_VALUE_INTEGER);
  value->as.integer = integer;
  return value;
}

static gint64 days_before_1970(void)
{
  GDate epoch;
  g_date_clear(&epoch, 1);
  g_date_set_dmy(&epoch, 1, G_DATE_JANUARY, 1970);
  return g_date_get_julian(&epoch);
}

static gboolean date_days(int year, int month, int day, gint64 *days)
{
  if (year < 1583 || year > 9999 || month < 1 || month > 12 || day < 1 ||
      !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  GDate date;
  g_date_clear(&date, 1);
  g_date_set_dmy(&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  *days = (gint64)g_date_get_julian(&date) - days_before_1970();
  return TRUE;
}

gboolean adref_date_parse(const char *text, gint64 *days)
{
  static const char shape[] = "dddd-dd-dd";
  if (strlen(text) != strlen(shape))
    return FALSE;
  for (gsize i = 0; shape[i]; i++) {
    if (shape[i] == 'd' ? !g_ascii_isdigit(text[i]) : text[i] != shape[i])
      return FALSE;
  }
  return date_days(atoi(text), atoi(text + 5), atoi(text + 8), days);
}

AdrefValue *adref_value_new_date(int year, int month, int day)
{
  AdrefValue *value = value_new(ADREF_VALUE_DATE);
  date_days(year, month, day, &value->as.integer);
  return value;
}

AdrefValue *adref_value_new_party(const char *code, const AdrefParties *parties)
{
  AdrefValue *value = value_new(ADREF_VALUE_PARTY);
  value->as.codes = g_new0(char *, 2);
  value->as.codes[0] = g_strdup(code);
  value->parties = parties;
  return value;
}

AdrefValue *adref_value_new_parties(const char *const *codes, const AdrefParties *parties)
{
  AdrefValue *value = value_new(ADREF_VALUE_PARTIES);
  value->as.codes = g_strdupv((char **)(guintptr)codes);
  value->parties = parties;
  return value;
}

AdrefValue *adref_value_new_list(GPtrArray *items)
{
  AdrefValue *value = value_new(ADREF_VALUE_LIST);
  value->as.items = g_ptr_array_ref(items);
  return value;
}

AdrefValue *adref_value_new_boolean(gboolean boolean)
{
  AdrefValue *value = value_new(ADREF_VALUE_BOOLEAN);
  value->as.boolean = boolean;
  return value;
}

AdrefValue *adref_value_new_choice(AdrefValue *chosen)
{
  AdrefValue *value = value_new(ADREF_VALUE_CHOICE);
  value->as.chosen = adref_value_ref(chosen);
  return value;
}

AdrefValue *adref_value_new_amount(AdrefValueType type, const char *text)
{
  AdrefValue *value = value_new(type);
  value->as.amount = g_strdup(text);
  return value;
}

AdrefValue *adref_value_new_records(GPtrArray *records)
{
  AdrefValue *value = value_new(ADREF_VALUE_RECORDS);
  value->as.items = g_ptr_array_ref(records);
  return value;
}

AdrefValue *adref_value_new_record(GHashTable *fields)
{
  AdrefValue *value = value_new(ADREF_VALUE_RECORD);
  value->as.fields = g_hash_table_ref(fields);
  return value;
}

AdrefValue *adref_value_ref(AdrefValue *value)
{
  value->references++;
  return value;
}

/* Recursion is at most two levels deep: records have records, which have no lists. */
void adref_value_unref(AdrefValue *value)
{
  if (!value || --value->references > 0)
    return;
  switch (value->type) {
  case ADREF_VALUE_TEXT: g_hash_table_unref(value->as.texts); break;
  case ADREF_VALUE_PARTY:
  case ADREF_VALUE_PARTIES: g_strfreev(value->as.codes); break;
  case ADREF_VALUE_RECORDS:
  case ADREF_VALUE_LIST: g_ptr_array_unref(value->as.items); break;
  case ADREF_VALUE_DECIMAL:
  case ADREF_VALUE_MONEY:
  case ADREF_VALUE_RANGE: g_free(value->as.amount); break;
  case ADREF_VALUE_RECORD: g_hash_table_unref(value->as.fields); break;
  case ADREF_VALUE_CHOICE: adref_value_unref(value->as.chosen); break;
  case ADREF_VALUE_INTEGER:
  case ADREF_VALUE_DATE:
  case ADREF_VALUE_BOOLEAN: break;
  }
  g_free(value);
}

AdrefValueType adref_value_type(const AdrefValue *value)
{
  return value->type;
}

static gint compare_words(gconstpointer a, gconstpointer b)
{
  return strcmp(a, b);
}

/* The language whose words are printed: `language` when the text has words in it. */
static const char *language_of(GHashTable *texts, const char *language)
{
  if (adref_localized_text_get(texts, language))
    return language;
  if (g_hash_table_contains(texts, "en"))
    return "en";
  g_autoptr(GList) languages = g_list_sort(g_hash_table_get_keys(texts), compare_words);
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

char *adref_date_text(gint64 days)
{
  GDate date;
  g_date_clear(&date, 1);
  g_date_set_julian(&date, (guint32)(days + days_before_1970()));
  return g_strdup_printf("%04u-%02u-%02u", (guint)g_date_get_year(&date),
                         (guint)g_date_get_month(&date), (guint)g_date_get_day(&date));
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
    return g_strdup(adref_party_short(party, language));
  gboolean whole = strcmp(form, "") == 0 || strcmp(form, "long") == 0;
  return whole ? g_strdup(adref_party_long(party, language)) : NULL;
}

/* [Japan](#JPN): the mark of a party, see clause/alternat.h. */
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

/* "5-10"; years are plain. */
static char *print_range(const char *amount, const char *form, const char *language)
{
  const char *dash = strchr(amount, '-');
  const char *sign = strcmp(language, "ja") == 0 ? "\357\275\236" : "\342\200\223";
  gboolean plain = strcmp(form, "plain") == 0;
  gint64 from = g_ascii_strtoll(amount, NULL, 10), to = g_ascii_strtoll(dash + 1, NULL, 10);
  g_autofree char *first = plain ? g_strdup_printf("%" G_GINT64_FORMAT, from)
                                 : adref_locale_format_number(from, ADREF_NUMBER_DIGITS, language);
  g_autofree char *last = plain ? g_strdup_printf("%" G_GINT64_FORMAT, to)
                                : adref_locale_format_number(to, ADREF_NUMBER_DIGITS, language);
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

const char *adref_value_given_fallback(const AdrefValue *value, const char *language,
                                       const char *rolling)
{
  if (strcmp(language, rolling) != 0 && is_bare(value))
    return rolling;
  return adref_value_fallback_language(value, language);
}

gboolean adref_value_day(const AdrefValue *value, gint64 *day)
{
  if (value->type == ADREF_VALUE_DATE)
    *day = value->as.integer;
  return value->type == ADREF_VALUE_DATE;
}

gboolean adref_value_year(const AdrefValue *value, gint64 *year)
{
  gint64 number = value->as.integer;
  if (value->type == ADREF_VALUE_DATE) {
    g_autofree char *text = adref_date_text(value->as.integer);
    number = g_ascii_strtoll(text, NULL, 10);
  } else if (value->type != ADREF_VALUE_INTEGER) {
    return FALSE;
  }
  if (number < 1 || number > 9999)
    return FALSE;
  *year = number;
  return TRUE;
}

gboolean adref_value_is_true(const AdrefValue *value)
{
  switch (value->type) {
  case ADREF_VALUE_TEXT: {
    g_autofree char *words = adref_value_print(value, "", "en");
    return *words != '\0';
  }
  case ADREF_VALUE_PARTIES: return value->as.codes[0] != NULL;
  case ADREF_VALUE_RECORDS:
  case ADREF_VALUE_LIST: return value->as.items->len > 0;
  case ADREF_VALUE_BOOLEAN: return value->as.boolean;
  case ADREF_VALUE_INTEGER:
  case ADREF_VALUE_DATE:
  case ADREF_VALUE_PARTY:
  case ADREF_VALUE_DECIMAL:
  case ADREF_VALUE_MONEY:
  case ADREF_VALUE_RANGE:
  case ADREF_VALUE_RECORD:
  case ADREF_VALUE_CHOICE: break;
  }
  return TRUE;
}

static void unref_item(gpointer item)
{
  adref_value_unref(item);
}

static GPtrArray *party_items(const AdrefValue *value, const char *language)
{
  GPtrArray *items = g_ptr_array_new_with_free_func(unref_item);
  g_auto(GStrv) codes =
      adref_parties_sort(value->parties, (const char *const *)value->as.codes, language);
  for (char **code = codes; *code; code++)
    g_ptr_array_add(items, adref_value_new_party(*code, value->parties));
  return items;
}

GPtrArray *adref_value_items(const AdrefValue *value, const char *language)
{
  if (value->type == ADREF_VALUE_PARTIES)
    return party_items(value, language);
  if (value->type != ADREF_VALUE_LIST && value->type != ADREF_VALUE_RECORDS)
    return NULL;
  GPtrArray *items = g_ptr_array_new_with_free_func(unref_item);
  for (guint i = 0; i < value->as.items->len; i++)
    g_ptr_array_add(items, adref_value_ref(value->as.items->pdata[i]));
  return items;
}

AdrefValue *adref_value_field(const AdrefValue *record, const char *name)
{
  return record->type == ADREF_VALUE_RECORD ? g_hash_table_lookup(record->as.fields, name) : NULL;
}

gboolean adref_value_matches(const AdrefValue *value, const char *wanted)
{
  if (value->type == ADREF_VALUE_PARTY || value->type == ADREF_VALUE_PARTIES)
    return g_strv_contains((const char *const *)value->as.codes, wanted);
  g_autofree char *digits =
      value->type == ADREF_VALUE_INTEGER ? adref_value_print(value, "plain", "en") : NULL;
  return g_strcmp0(digits, wanted) == 0;
}

char *adref_value_choice_name(const AdrefValue *choice)
{
  return g_strdelimit(adref_value_print(choice, "", "en"), " -", '_');
}

static gboolean is_named(const AdrefValue *choice, const char *name)
{
  g_autofree char *own = adref_value_choice_name(choice);
  return strcmp(own, name) == 0;
}

gboolean adref_value_is_choice(const AdrefValue *value, const AdrefParam *param, const char *choice,
                               gboolean *known)
{
  *known = FALSE;
  for (guint i = 0; param->choices && i < param->choices->len; i++)
    *known = *known || is_named(param->choices->pdata[i], choice);
  return *known && value->type == ADREF_VALUE_CHOICE && is_named(value->as.chosen, choice);
}

static void write_texts(GHashTable *texts, AdrefYamlWriter *writer)
{
  const char *everywhere = g_hash_table_lookup(texts, "");
  if (everywhere) {
    adref_yaml_put_quoted(writer, everywhere);
    return;
  }
  g_autoptr(GList) languages = g_list_sort(g_hash_table_get_keys(texts), compare_words);
  adref_yaml_open_map(writer);
  for (GList *l = languages; l; l = l->next) {
    adref_yaml_put_quoted(writer, l->data);
    adref_yaml_put_quoted(writer, g_hash_table_lookup(texts, l->data));
  }
  adref_yaml_close(writer);
}

/* In the order of the names. */
static void write_record(const AdrefValue *value, AdrefYamlWriter *writer)
{
  g_autoptr(GList) names = g_list_sort(g_hash_table_get_keys(value->as.fields), compare_words);
  adref_yaml_open_map(writer);
  for (GList *name = names; name; name = name->next) {
    adref_yaml_put(writer, name->data);
    adref_value_write(g_hash_table_lookup(value->as.fields, name->data), writer);
  }
  adref_yaml_close(writer);
}

static void write_list(const AdrefValue *value, AdrefYamlWriter *writer)
{
  adref_yaml_open_list(writer);
  for (guint i = 0; (value->type == ADREF_VALUE_LIST || value->type == ADREF_VALUE_RECORDS) &&
                    i < value->as.items->len;
       i++)
    adref_value_write(value->as.items->pdata[i], writer);
  for (guint i = 0; value->type == ADREF_VALUE_PARTIES && value->as.codes[i]; i++)
    adref_yaml_put_quoted(writer, value->as.codes[i]);
  adref_yaml_close(writer);
}

void adref_value_write(const AdrefValue *value, AdrefYamlWriter *writer)
{
  g_autofree char *text = NULL;
  switch (value->type) {
  case ADREF_VALUE_TEXT: write_texts(value->as.texts, writer); return;
  case ADREF_VALUE_PARTIES:
  case ADREF_VALUE_RECORDS:
  case ADREF_VALUE_LIST: write_list(value, writer); return;
  case ADREF_VALUE_RECORD: write_record(value, writer); return;
  case ADREF_VALUE_MONEY:
  case ADREF_VALUE_RANGE:
  case ADREF_VALUE_DECIMAL: adref_yaml_put(writer, value->as.amount); return;
  case ADREF_VALUE_PARTY: adref_yaml_put_quoted(writer, value->as.codes[0]); return;
  case ADREF_VALUE_CHOICE:
    text = adref_value_print(value->as.chosen, "", "en");
    adref_yaml_put_quoted(writer, text);
    return;
  case ADREF_VALUE_INTEGER: text = adref_value_print(value, "plain", "en"); break;
  case ADREF_VALUE_DATE: text = adref_value_print(value, "iso", "en"); break;
  case ADREF_VALUE_BOOLEAN: text = g_strdup(value->as.boolean ? "true" : "false"); break;
  }
  adref_yaml_put(writer, text);
}

void adref_value_write_entry(const AdrefValue *value, const char *key, AdrefYamlWriter *writer)
{
  if (!value)
    return;
  adref_yaml_put(writer, key);
  adref_value_write(value, writer);
}

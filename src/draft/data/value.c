#include "draft/data/value.h"

#include <string.h>

#include "draft/data/value_private.h"

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
    [ADREF_VALUE_RANGE] = {"range", {"plain", "year", NULL}},
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

char *adref_date_text(gint64 days)
{
  GDate date;
  g_date_clear(&date, 1);
  g_date_set_julian(&date, (guint32)(days + days_before_1970()));
  return g_strdup_printf("%04u-%02u-%02u", (guint)g_date_get_year(&date),
                         (guint)g_date_get_month(&date), (guint)g_date_get_day(&date));
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

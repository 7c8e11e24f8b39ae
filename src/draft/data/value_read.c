#include <string.h>

#include "base/name.h"
#include "draft/data/locale_amount.h"
#include "draft/data/localized_text.h"
#include "draft/data/value.h"

enum {
  MAX_LISTED = 20, /* choices listed in a message */
  MAX_DIGITS = 15  /* of a decimal */
};

void adref_param_free(AdrefParam *param)
{
  if (!param)
    return;
  g_clear_pointer(&param->choices, g_ptr_array_unref);
  g_clear_pointer(&param->fields, g_ptr_array_unref);
  adref_value_unref(param->default_value);
  g_free((gpointer)(guintptr)param->place.file);
  g_free(param->name);
  g_free(param->question);
  g_free(param->years_since);
  g_free(param->when);
  g_free(param);
}

static void unref_item(gpointer item)
{
  adref_value_unref(item);
}

static char *bound_text(const AdrefParam *param, gint64 bound)
{
  return param->type == ADREF_VALUE_DATE ? adref_date_text(bound)
                                         : g_strdup_printf("%" G_GINT64_FORMAT, bound);
}

/* The bounds in words: ": 1 to 5", ": 1 or more"; "" for none. */
static char *bounds_text(const AdrefParam *param)
{
  g_autofree char *min = bound_text(param, param->min);
  g_autofree char *max = bound_text(param, param->max);
  if (param->has_min && param->has_max)
    return g_strdup_printf(": %s to %s", min, max);
  if (param->has_min)
    return g_strdup_printf(": %s or %s", min, param->type == ADREF_VALUE_DATE ? "later" : "more");
  return param->has_max ? g_strdup_printf(": up to %s", max) : g_strdup("");
}

static char *choices_text(const AdrefParam *param)
{
  GString *text = g_string_new("one of ");
  for (guint i = 0; i < MIN(param->choices->len, MAX_LISTED); i++) {
    g_autofree char *words = adref_value_print(param->choices->pdata[i], "", "en");
    g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", words);
  }
  return g_string_free(text, FALSE);
}

/* The values that a parameter allows, for messages. */
static char *allowed_text(const AdrefParam *param)
{
  g_autofree char *bounds = bounds_text(param);
  switch (param->type) {
  case ADREF_VALUE_TEXT:
    return g_strdup_printf("a text%s%s", bounds, param->has_max ? " characters" : "");
  case ADREF_VALUE_INTEGER:
    return g_strdup_printf("a whole number%s", *bounds ? bounds : " such as 5000");
  case ADREF_VALUE_DATE: return g_strdup_printf("a date such as 2023-12-17%s", bounds);
  case ADREF_VALUE_PARTY: return g_strdup("the code of a party or group");
  case ADREF_VALUE_PARTIES:
    return g_strdup_printf("a list of codes such as [JPN, ASEAN]%s", bounds);
  case ADREF_VALUE_LIST: return g_strdup_printf("a list of texts%s", bounds);
  case ADREF_VALUE_BOOLEAN: return g_strdup("yes, no, true or false");
  case ADREF_VALUE_DECIMAL: return g_strdup("a number such as 2.5, with up to 15 digits");
  case ADREF_VALUE_MONEY:
    return g_strdup("the code of a currency (ISO 4217) and a number, such as USD 5000000");
  case ADREF_VALUE_RANGE: return g_strdup("two whole numbers, the smaller first, such as 5-10");
  case ADREF_VALUE_RECORDS: return g_strdup_printf("a list of maps%s", bounds);
  case ADREF_VALUE_RECORD:
  case ADREF_VALUE_CHOICE: break;
  }
  return choices_text(param);
}

static AdrefValue *refuse(const AdrefYaml *node, const AdrefParam *param, GError **error)
{
  g_autofree char *described = adref_yaml_describe(node);
  g_autofree char *allowed = allowed_text(param);
  adref_error_at(error, ADREF_ERROR_INPUT, node->place, "%s is %s; allowed is %s", param->name,
                 described, allowed);
  return NULL;
}

static gboolean within(const AdrefParam *param, gint64 number)
{
  return (!param->has_min || number >= param->min) && (!param->has_max || number <= param->max);
}

/* Reads a text of any length. An empty text must be written as "". */
static AdrefValue *read_words(const AdrefYaml *node, const char *name, GError **error)
{
  if (node->type == ADREF_YAML_SCALAR && node->quoted)
    return adref_value_new_text(node->text);
  g_autoptr(GHashTable) texts = adref_localized_text_read(node, name, error);
  return texts ? adref_value_new_localized_text(texts) : NULL;
}

static AdrefValue *read_text(const AdrefYaml *node, const AdrefParam *param, GError **error)
{
  if (node->type == ADREF_YAML_SCALAR && !within(param, g_utf8_strlen(node->text, -1)))
    return refuse(node, param, error);
  for (guint i = 0; node->type == ADREF_YAML_MAP && i < node->items->len; i++) {
    const AdrefYaml *entry = node->items->pdata[i];
    if (entry->type == ADREF_YAML_SCALAR && !within(param, g_utf8_strlen(entry->text, -1)))
      return refuse(entry, param, error);
  }
  return read_words(node, param->name, error);
}

static AdrefValue *read_integer(const AdrefYaml *node, const AdrefParam *param, GError **error)
{
  gint64 integer;
  if (adref_yaml_is_integer(node, &integer) && within(param, integer))
    return adref_value_new_integer(integer);
  return refuse(node, param, error);
}

static AdrefValue *read_date(const AdrefYaml *node, const AdrefParam *param, GError **error)
{
  gint64 days;
  if (node->type != ADREF_YAML_SCALAR || !adref_date_parse(node->text, &days) ||
      !within(param, days))
    return refuse(node, param, error);
  return adref_value_new_date(atoi(node->text), atoi(node->text + 5), atoi(node->text + 8));
}

static gboolean check_code(const AdrefYaml *node, const AdrefParam *param,
                           const AdrefParties *parties, GError **error)
{
  if (node->type != ADREF_YAML_SCALAR || !*node->text) {
    refuse(node, param, error);
    return FALSE;
  }
  if (adref_parties_get(parties, node->text))
    return TRUE;
  g_autoptr(GPtrArray) codes = g_ptr_array_new();
  for (const char *const *code = adref_parties_codes(parties); *code; code++)
    g_ptr_array_add(codes, (gpointer)(guintptr)*code);
  g_autofree char *folded = g_utf8_casefold(node->text, -1);
  const char *named = g_hash_table_lookup(adref_parties_names(parties), folded);
  g_autofree char *hint = named ? g_strdup_printf("; did you mean \"%s\"?", named)
                                : adref_name_suggest(node->text, codes);
  adref_error_at(error, ADREF_ERROR_INPUT, node->place, "%s is \"%s\", no party or group%s",
                 param->name, node->text, hint);
  return FALSE;
}

static gboolean add_code(GPtrArray *codes, const AdrefYaml *node, const AdrefParam *param,
                         const AdrefParties *parties, GError **error)
{
  if (!check_code(node, param, parties, error))
    return FALSE;
  if (g_ptr_array_find_with_equal_func(codes, node->text, g_str_equal, NULL)) {
    adref_error_at(error, ADREF_ERROR_INPUT, node->place,
                   "%s names %s twice; allowed is each party once", param->name, node->text);
    return FALSE;
  }
  g_ptr_array_add(codes, node->text);
  return TRUE;
}

static AdrefValue *read_parties(const AdrefYaml *node, const AdrefParam *param,
                                const AdrefParties *parties, GError **error)
{
  if (node->type != ADREF_YAML_LIST || !within(param, node->items->len))
    return refuse(node, param, error);
  g_autoptr(GPtrArray) codes = g_ptr_array_new();
  for (guint i = 0; i < node->items->len; i++) {
    if (!add_code(codes, node->items->pdata[i], param, parties, error))
      return NULL;
  }
  g_ptr_array_add(codes, NULL);
  return adref_value_new_parties((const char *const *)codes->pdata, parties);
}

static GPtrArray *read_items(const AdrefYaml *node, const char *name, GError **error)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func(unref_item);
  for (guint i = 0; i < node->items->len; i++) {
    AdrefValue *item = read_words(node->items->pdata[i], name, error);
    if (!item)
      return NULL;
    g_ptr_array_add(items, item);
  }
  return g_steal_pointer(&items);
}

/* Checks a list by language, {en: [a, b], ja: [c, d]}: each language must have as many texts as the
 * first. */
static gboolean check_lists(const AdrefYaml *node, const AdrefParam *param, GError **error)
{
  const AdrefYaml *first = node->items->len > 0 ? node->items->pdata[0] : node;
  for (guint i = 0; i < node->items->len; i++) {
    const AdrefYaml *list = node->items->pdata[i];
    if (list->type != ADREF_YAML_LIST || !within(param, list->items->len)) {
      refuse(list, param, error);
      return FALSE;
    }
    if (list->items->len == first->items->len)
      continue;
    adref_error_at(error, ADREF_ERROR_INPUT, list->place,
                   "%s has %u texts in \"%s\" and %u in \"%s\"; allowed is the same number",
                   param->name, list->items->len, list->key, first->items->len, first->key);
    return FALSE;
  }
  return node->items->len > 0 || refuse(node, param, error);
}

/* Makes item n of a list by language: a text with the n-th words of each language. */
static AdrefValue *read_item(const AdrefYaml *node, guint n, GError **error)
{
  g_autoptr(GHashTable) texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < node->items->len; i++) {
    const AdrefYaml *list = node->items->pdata[i];
    const AdrefYaml *item = list->items->pdata[n];
    if (!adref_name_is(ADREF_NAME_LANGUAGE, list->key)) {
      adref_error_at(error, ADREF_ERROR_INPUT, list->key_place,
                     "\"%s\" is not a language; an item of this list is a text, or a text for each "
                     "language: {en: ..., ja: ...}",
                     list->key);
      return NULL;
    }
    if (item->type != ADREF_YAML_SCALAR) {
      adref_error_at(error, ADREF_ERROR_INPUT, item->place, "words are needed here");
      return NULL;
    }
    g_hash_table_insert(texts, g_strdup(list->key), g_strdup(item->text));
  }
  return adref_value_new_localized_text(texts);
}

static AdrefValue *read_lists(const AdrefYaml *node, const AdrefParam *param, GError **error)
{
  if (!check_lists(node, param, error))
    return NULL;
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func(unref_item);
  const AdrefYaml *first = node->items->pdata[0];
  for (guint n = 0; n < first->items->len; n++) {
    AdrefValue *item = read_item(node, n, error);
    if (!item)
      return NULL;
    g_ptr_array_add(items, item);
  }
  return adref_value_new_list(items);
}

static AdrefValue *read_list(const AdrefYaml *node, const AdrefParam *param, GError **error)
{
  if (node->type == ADREF_YAML_MAP)
    return read_lists(node, param, error);
  if (node->type != ADREF_YAML_LIST || !within(param, node->items->len))
    return refuse(node, param, error);
  g_autoptr(GPtrArray) items = read_items(node, param->name, error);
  return items ? adref_value_new_list(items) : NULL;
}

static AdrefValue *find_choice(const GPtrArray *choices, const AdrefValue *wanted)
{
  g_autofree char *words = adref_value_print(wanted, "", "en");
  for (guint i = 0; i < choices->len; i++) {
    g_autofree char *choice = adref_value_print(choices->pdata[i], "", "en");
    if (strcmp(choice, words) == 0)
      return choices->pdata[i];
  }
  return NULL;
}

static AdrefValue *read_choice(const AdrefYaml *node, const AdrefParam *param, GError **error)
{
  if (node->type == ADREF_YAML_LIST)
    return refuse(node, param, error);
  g_autoptr(AdrefValue) wanted = read_words(node, param->name, error);
  if (!wanted)
    return NULL;
  AdrefValue *chosen = find_choice(param->choices, wanted);
  return chosen ? adref_value_new_choice(chosen) : refuse(node, param, error);
}

/* "yes" and "no" are what adref says of such a value. */
static AdrefValue *read_boolean(const AdrefYaml *node, const AdrefParam *param, GError **error)
{
  gboolean boolean = FALSE, is_scalar = node->type == ADREF_YAML_SCALAR && !node->quoted;
  if (is_scalar && strcmp(node->text, "yes") == 0)
    return adref_value_new_boolean(TRUE);
  if (is_scalar && strcmp(node->text, "no") == 0)
    return adref_value_new_boolean(FALSE);
  return adref_yaml_is_boolean(node, &boolean) ? adref_value_new_boolean(boolean)
                                               : refuse(node, param, error);
}

/* Whether the text is digits with at most one point between them, up to MAX_DIGITS in all. */
static gboolean is_decimal(const char *text)
{
  gsize whole = strspn(text, "0123456789");
  gsize part = text[whole] == '.' ? strspn(text + whole + 1, "0123456789") : 0;
  gsize length = whole + (text[whole] == '.' ? part + 1 : 0);
  return whole > 0 && (text[whole] != '.' || part > 0) && text[length] == '\0' &&
         whole + part <= MAX_DIGITS;
}

static gboolean is_money(const char *text)
{
  return strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3 && text[3] == ' ' &&
         is_decimal(text + 4) && adref_locale_is_currency(text);
}

static gboolean is_range(const char *text)
{
  gsize first = strspn(text, "0123456789");
  gsize last = text[first] == '-' ? strspn(text + first + 1, "0123456789") : 0;
  return first > 0 && last > 0 && first <= MAX_DIGITS && last <= MAX_DIGITS &&
         text[first + 1 + last] == '\0' &&
         g_ascii_strtoll(text, NULL, 10) < g_ascii_strtoll(text + first + 1, NULL, 10);
}

static AdrefValue *read_amount(const AdrefYaml *node, const AdrefParam *param, GError **error)
{
  gboolean good = node->type == ADREF_YAML_SCALAR &&
                  (param->type == ADREF_VALUE_DECIMAL ? is_decimal(node->text)
                   : param->type == ADREF_VALUE_MONEY ? is_money(node->text)
                                                      : is_range(node->text));
  return good ? adref_value_new_amount(param->type, node->text) : refuse(node, param, error);
}

static const AdrefParam *find_field(const AdrefParam *param, const AdrefYaml *node, GError **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < param->fields->len; i++) {
    const AdrefParam *field = param->fields->pdata[i];
    if (strcmp(field->name, node->key) == 0)
      return field;
    g_ptr_array_add(names, field->name);
  }
  g_autofree char *hint = adref_name_suggest(node->key, names);
  adref_error_at(error, ADREF_ERROR_INPUT, node->key_place, "%s has no field \"%s\"%s", param->name,
                 node->key, hint);
  return NULL;
}

/* Fields that the map leaves out have their defaults. */
static gboolean add_defaults(GHashTable *fields, const AdrefParam *param, const AdrefYaml *node,
                             GError **error)
{
  for (guint i = 0; i < param->fields->len; i++) {
    const AdrefParam *field = param->fields->pdata[i];
    if (g_hash_table_contains(fields, field->name))
      continue;
    if (!field->default_value) {
      adref_error_at(error, ADREF_ERROR_INPUT, node->place, "%s lacks its field \"%s\" (%s)",
                     param->name, field->name, adref_value_type_word(field->type));
      return FALSE;
    }
    g_hash_table_insert(fields, g_strdup(field->name), adref_value_ref(field->default_value));
  }
  return TRUE;
}

static AdrefValue *read_record(const AdrefYaml *node, const AdrefParam *param,
                               const AdrefParties *parties, GError **error)
{
  if (node->type != ADREF_YAML_MAP)
    return refuse(node, param, error);
  g_autoptr(GHashTable) fields =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)adref_value_unref);
  for (guint i = 0; i < node->items->len; i++) {
    const AdrefYaml *item = node->items->pdata[i];
    const AdrefParam *field = find_field(param, item, error);
    AdrefValue *value = field ? adref_value_read(item, field, parties, error) : NULL;
    if (!value)
      return NULL;
    g_hash_table_insert(fields, g_strdup(field->name), value);
  }
  return add_defaults(fields, param, node, error) ? adref_value_new_record(fields) : NULL;
}

/* Recursion ends after one level: a field is neither a list nor records. */
static AdrefValue *read_records(const AdrefYaml *node, const AdrefParam *param,
                                const AdrefParties *parties, GError **error)
{
  if (node->type != ADREF_YAML_LIST || !within(param, node->items->len))
    return refuse(node, param, error);
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func(unref_item);
  for (guint i = 0; i < node->items->len; i++) {
    AdrefValue *record = read_record(node->items->pdata[i], param, parties, error);
    if (!record)
      return NULL;
    g_ptr_array_add(records, record);
  }
  return adref_value_new_records(records);
}

AdrefValue *adref_value_read(const AdrefYaml *node, const AdrefParam *param,
                             const AdrefParties *parties, GError **error)
{
  switch (param->type) {
  case ADREF_VALUE_TEXT: return read_text(node, param, error);
  case ADREF_VALUE_INTEGER: return read_integer(node, param, error);
  case ADREF_VALUE_DATE: return read_date(node, param, error);
  case ADREF_VALUE_PARTY:
    return check_code(node, param, parties, error) ? adref_value_new_party(node->text, parties)
                                                   : NULL;
  case ADREF_VALUE_PARTIES: return read_parties(node, param, parties, error);
  case ADREF_VALUE_LIST: return read_list(node, param, error);
  case ADREF_VALUE_BOOLEAN: return read_boolean(node, param, error);
  case ADREF_VALUE_DECIMAL:
  case ADREF_VALUE_MONEY:
  case ADREF_VALUE_RANGE: return read_amount(node, param, error);
  case ADREF_VALUE_RECORDS: return read_records(node, param, parties, error);
  case ADREF_VALUE_RECORD:
  case ADREF_VALUE_CHOICE: break;
  }
  return read_choice(node, param, error);
}

static gboolean check_line(const char *text, const char *name, GError **error)
{
  AdrefLocation place = {name, 0, 0};
  if (!g_utf8_validate(text, -1, NULL)) {
    adref_error_at(error, ADREF_ERROR_INPUT, place, "a value must be UTF-8");
    return FALSE;
  }
  for (const char *p = text; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (g_unichar_iscntrl(c) && !strchr("\t\n\r", (int)c)) {
      adref_error_at(error, ADREF_ERROR_INPUT, place,
                     "a value cannot hold the control character U+%04X", c);
      return FALSE;
    }
  }
  return TRUE;
}

static void free_item(gpointer data)
{
  g_free(((AdrefYaml *)data)->text);
  g_free(data);
}

static GPtrArray *split_items(const char *text, AdrefLocation place)
{
  GPtrArray *items = g_ptr_array_new_with_free_func(free_item);
  g_auto(GStrv) parts = g_strsplit(text, ",", -1);
  for (char **part = parts; *part; part++) {
    if (!*g_strstrip(*part))
      continue;
    AdrefYaml *item = g_new0(AdrefYaml, 1);
    item->place = place;
    item->text = g_strdup(*part);
    g_ptr_array_add(items, item);
  }
  return items;
}

/* Whether the line is YAML of one line: words by language, "{en: Hanoi, ja: ...}", for what has
 * words; "[a, b]" for what has items. */
static gboolean is_flow(const char *line, AdrefValueType type)
{
  gboolean words =
      type == ADREF_VALUE_TEXT || type == ADREF_VALUE_LIST || type == ADREF_VALUE_CHOICE;
  gboolean items =
      type == ADREF_VALUE_LIST || type == ADREF_VALUE_PARTIES || type == ADREF_VALUE_RECORDS;
  return (words && g_str_has_prefix(line, "{")) || (items && g_str_has_prefix(line, "["));
}

static AdrefValue *parse_flow(const char *line, const AdrefParam *param,
                              const AdrefParties *parties, const char *name, GError **error)
{
  g_autoptr(AdrefYaml) yaml = adref_yaml_read(line, strlen(line), name, 1, error);
  return yaml ? adref_value_read(yaml, param, parties, error) : NULL;
}

AdrefValue *adref_value_parse(const char *text, const AdrefParam *param,
                              const AdrefParties *parties, const char *name, GError **error)
{
  if (!check_line(text, name, error))
    return NULL;
  g_autofree char *line = g_strstrip(g_strdup(text));
  if (is_flow(line, param->type))
    return parse_flow(line, param, parties, name, error);
  AdrefYaml node = {.type = ADREF_YAML_SCALAR, .place = {name, 0, 0}, .text = line};
  g_autoptr(GPtrArray) items = NULL;
  if (param->type == ADREF_VALUE_LIST || param->type == ADREF_VALUE_PARTIES) {
    items = split_items(line, node.place);
    node.type = ADREF_YAML_LIST;
    node.items = items;
  }
  node.quoted = param->type == ADREF_VALUE_TEXT;
  return adref_value_read(&node, param, parties, error);
}

#include <string.h>

#include "base/name.h"
#include "draft/data/localized_text.h"
#include "draft/data/value.h"

static gboolean read_type(const AdrefYaml *node, AdrefParam *param, GError **error)
{
  const char *word = NULL;
  if (!adref_yaml_text(node, "type", &word, error))
    return FALSE;
  if (word && adref_value_type_parse(word, &param->type) && param->type != ADREF_VALUE_RECORD)
    return TRUE;
  g_autoptr(GPtrArray) words = g_ptr_array_new();
  for (guint i = 0; i < ADREF_VALUE_RECORD; i++)
    g_ptr_array_add(words, (gpointer)(guintptr)adref_value_type_word((AdrefValueType)i));
  g_autofree char *hint = adref_name_suggest(word ? word : "", words);
  if (word)
    adref_error_at(error, ADREF_ERROR_INPUT, adref_yaml_get(node, "type")->place,
                   "\"%s\" is no type of a value%s", word, hint);
  else
    adref_error_at(error, ADREF_ERROR_INPUT, node->place, "%s has no type%s", param->name, hint);
  return FALSE;
}

static gboolean has_bound(AdrefValueType type, const char *key)
{
  switch (type) {
  case ADREF_VALUE_INTEGER:
  case ADREF_VALUE_DATE:
  case ADREF_VALUE_PARTIES:
  case ADREF_VALUE_RECORDS:
  case ADREF_VALUE_LIST: return TRUE;
  case ADREF_VALUE_TEXT: return strcmp(key, "max") == 0;
  case ADREF_VALUE_PARTY:
  case ADREF_VALUE_BOOLEAN:
  case ADREF_VALUE_DECIMAL:
  case ADREF_VALUE_MONEY:
  case ADREF_VALUE_RANGE:
  case ADREF_VALUE_RECORD:
  case ADREF_VALUE_CHOICE: break;
  }
  return FALSE;
}

static gboolean parse_bound(const AdrefYaml *node, AdrefValueType type, gint64 *bound)
{
  if (type == ADREF_VALUE_DATE)
    return node->type == ADREF_YAML_SCALAR && adref_date_parse(node->text, bound);
  return adref_yaml_is_integer(node, bound) && (type == ADREF_VALUE_INTEGER || *bound >= 0);
}

static gboolean read_bound(const AdrefYaml *node, const char *key, const AdrefParam *param,
                           gboolean *has, gint64 *bound, GError **error)
{
  const AdrefYaml *entry = adref_yaml_get(node, key);
  if (!entry)
    return TRUE;
  const char *type = adref_value_type_word(param->type);
  if (!has_bound(param->type, key)) {
    adref_error_at(error, ADREF_ERROR_INPUT, entry->key_place,
                   "%s is of type %s, which has no \"%s\"", param->name, type, key);
    return FALSE;
  }
  *has = parse_bound(entry, param->type, bound);
  if (*has)
    return TRUE;
  g_autofree char *described = adref_yaml_describe(entry);
  adref_error_at(error, ADREF_ERROR_INPUT, entry->place, "%s is %s; allowed is %s", key, described,
                 param->type == ADREF_VALUE_DATE      ? "a date such as 2023-12-17"
                 : param->type == ADREF_VALUE_INTEGER ? "a whole number such as 5000"
                                                      : "a whole number from 0 on");
  return FALSE;
}

static gboolean read_bounds(const AdrefYaml *node, AdrefParam *param, GError **error)
{
  if (!read_bound(node, "min", param, &param->has_min, &param->min, error) ||
      !read_bound(node, "max", param, &param->has_max, &param->max, error))
    return FALSE;
  if (!param->has_min || !param->has_max || param->min <= param->max)
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, adref_yaml_get(node, "min")->place,
                 "min is more than max; allowed is a min up to max");
  return FALSE;
}

static void unref_choice(gpointer choice)
{
  adref_value_unref(choice);
}

/* Refuses a choice whose name in templates is the same as that of another choice. */
static gboolean check_new_choice(const AdrefParam *param, AdrefValue *choice, AdrefLocation place,
                                 GError **error)
{
  g_autofree char *name = adref_value_choice_name(choice);
  gboolean known = FALSE;
  adref_value_is_choice(choice, param, name, &known);
  if (known)
    adref_error_at(error, ADREF_ERROR_INPUT, place,
                   "%s has a choice %s already; allowed is each choice once", param->name, name);
  return !known;
}

static gboolean add_choice(AdrefParam *param, const AdrefYaml *node, GError **error)
{
  g_autoptr(GHashTable) texts = adref_localized_text_read(node, "a choice", error);
  if (!texts)
    return FALSE;
  AdrefValue *choice = adref_value_new_localized_text(texts);
  gboolean is_new = check_new_choice(param, choice, node->place, error);
  g_ptr_array_add(param->choices, choice);
  return is_new;
}

static gboolean read_choices(const AdrefYaml *node, AdrefParam *param, GError **error)
{
  const AdrefYaml *list = adref_yaml_get(node, "choices");
  gboolean wanted = param->type == ADREF_VALUE_CHOICE;
  if (!list && !wanted)
    return TRUE;
  if (!wanted) {
    adref_error_at(error, ADREF_ERROR_INPUT, list->key_place,
                   "%s is of type %s, which has no \"choices\"", param->name,
                   adref_value_type_word(param->type));
    return FALSE;
  }
  if (!list || list->type != ADREF_YAML_LIST || list->items->len == 0) {
    adref_error_at(error, ADREF_ERROR_INPUT, list ? list->place : node->place,
                   "%s needs a list of choices, such as choices: [in person, online]", param->name);
    return FALSE;
  }
  param->choices = g_ptr_array_new_with_free_func(unref_choice);
  for (guint i = 0; i < list->items->len; i++) {
    if (!add_choice(param, list->items->pdata[i], error))
      return FALSE;
  }
  return TRUE;
}

static void free_field(gpointer field)
{
  adref_param_free(field);
}

static gboolean may_be_field(AdrefValueType type)
{
  return type != ADREF_VALUE_LIST && type != ADREF_VALUE_PARTIES && type != ADREF_VALUE_RECORDS;
}

/* In a section, {{#first}} and {{^last}} are conditions, which a field would hide. */
static gboolean check_field_name(const AdrefParam *field, GError **error)
{
  if (strcmp(field->name, "first") != 0 && strcmp(field->name, "last") != 0)
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, field->place,
                 "\"%s\" is a condition in a section that walks records; a field needs another "
                 "name",
                 field->name);
  return FALSE;
}

/* The fields of records: parameters of their own, but no lists. */
static gboolean read_fields(const AdrefYaml *node, AdrefParam *param, const AdrefParties *parties,
                            GError **error)
{
  const AdrefYaml *map = adref_yaml_get(node, "fields");
  gboolean wanted = param->type == ADREF_VALUE_RECORDS;
  if (!map && !wanted)
    return TRUE;
  if (!wanted || !map || map->type != ADREF_YAML_MAP || map->items->len == 0) {
    adref_error_at(error, ADREF_ERROR_INPUT, map ? map->place : node->place,
                   wanted ? "%s needs fields, such as fields: {name: {type: text}}"
                          : "%s is of a type that has no \"fields\"",
                   param->name);
    return FALSE;
  }
  param->fields = g_ptr_array_new_with_free_func(free_field);
  for (guint i = 0; i < map->items->len; i++) {
    AdrefParam *field = adref_param_read(map->items->pdata[i], parties, error);
    if (!field)
      return FALSE;
    g_ptr_array_add(param->fields, field);
    if (!check_field_name(field, error))
      return FALSE;
    if (may_be_field(field->type))
      continue;
    adref_error_at(error, ADREF_ERROR_INPUT, field->place, "%s: a field cannot be of type %s",
                   field->name, adref_value_type_word(field->type));
    return FALSE;
  }
  return TRUE;
}

static gboolean read_default(const AdrefYaml *node, AdrefParam *param, const AdrefParties *parties,
                             GError **error)
{
  const AdrefYaml *entry = adref_yaml_get(node, "default");
  if (!entry)
    return TRUE;
  param->default_value = adref_value_read(entry, param, parties, error);
  return param->default_value != NULL;
}

/* "when: co_chaired" or "when: '!co_chaired'". */
static gboolean read_when(const AdrefYaml *node, AdrefParam *param, GError **error)
{
  const char *name = NULL;
  if (!adref_yaml_text(node, "when", &name, error))
    return FALSE;
  if (!name)
    return TRUE;
  param->unless = name[0] == '!';
  param->when = g_strdup(name + param->unless);
  if (adref_name_is(ADREF_NAME_PARAM, param->when) && strcmp(param->when, param->name) != 0)
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, adref_yaml_get(node, "when")->place,
                 "%s: when needs the name of another parameter, a boolean", param->name);
  return FALSE;
}

/* "years_since: start_year": the number of years from that year to the date of the statement. */
static gboolean read_years_since(const AdrefYaml *node, AdrefParam *param, GError **error)
{
  const AdrefYaml *entry = adref_yaml_get(node, "years_since");
  const char *name = NULL;
  if (!adref_yaml_text(node, "years_since", &name, error))
    return FALSE;
  if (!name)
    return TRUE;
  param->years_since = g_strdup(name);
  const char *why = param->type != ADREF_VALUE_INTEGER ? "only an integer has years_since"
                    : param->default_value             ? "a parameter has a default or years_since"
                    : !adref_name_is(ADREF_NAME_PARAM, name) || strcmp(name, param->name) == 0
                        ? "years_since needs the name of another parameter, a year or a date"
                        : NULL;
  if (why)
    adref_error_at(error, ADREF_ERROR_INPUT, entry->place, "%s: %s", param->name, why);
  return !why;
}

static gboolean check_name(const AdrefYaml *node, GError **error)
{
  if (adref_name_is(ADREF_NAME_PARAM, node->key))
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, node->key_place,
                 "\"%s\" cannot be the name of a parameter; allowed are %s", node->key,
                 adref_name_rule(ADREF_NAME_PARAM));
  return FALSE;
}

AdrefParam *adref_param_read(const AdrefYaml *node, const AdrefParties *parties, GError **error)
{
  static const char *const keys[] = {"type",    "question",    "default", "min",    "max",
                                     "choices", "years_since", "when",    "fields", NULL};
  if (!check_name(node, error) || !adref_yaml_check_keys(node, "a parameter", keys, error))
    return NULL;
  g_autoptr(AdrefParam) param = g_new0(AdrefParam, 1);
  const char *question = NULL;
  param->name = g_strdup(node->key);
  param->place = node->key_place;
  param->place.file = g_strdup(node->key_place.file);
  if (!read_type(node, param, error) || !adref_yaml_text(node, "question", &question, error) ||
      !read_bounds(node, param, error) || !read_fields(node, param, parties, error) ||
      !read_choices(node, param, error) || !read_default(node, param, parties, error) ||
      !read_years_since(node, param, error) || !read_when(node, param, error))
    return NULL;
  param->question = g_strdup(question);
  return g_steal_pointer(&param);
}

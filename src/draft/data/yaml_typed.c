#include <string.h>

#include "base/name.h"
#include "draft/data/yaml.h"

char *adref_yaml_describe(const AdrefYaml *node)
{
  if (node->type == ADREF_YAML_MAP)
    return g_strdup("a map");
  if (node->type == ADREF_YAML_LIST)
    return g_strdup_printf("a list of %u", node->items->len);
  if (!*node->text && !node->quoted)
    return g_strdup("empty");
  const char *quoted = node->quoted ? "the text " : "";
  if (g_utf8_strlen(node->text, -1) <= ADREF_YAML_MAX_SHOWN)
    return g_strdup_printf("%s\"%s\"", quoted, node->text);
  g_autofree char *start = g_utf8_substring(node->text, 0, ADREF_YAML_MAX_SHOWN);
  return g_strdup_printf("%s\"%s...\"", quoted, start);
}

static char *join(const char *const *keys)
{
  GString *joined = g_string_new(NULL);
  for (; *keys; keys++)
    g_string_append_printf(joined, "%s%s", joined->len ? ", " : "", *keys);
  return g_string_free(joined, FALSE);
}

gboolean adref_yaml_check_keys(const AdrefYaml *map, const char *what, const char *const *keys,
                               GError **error)
{
  g_autofree char *allowed = join(keys);
  if (map->type != ADREF_YAML_MAP) {
    adref_error_at(error, ADREF_ERROR_INPUT, map->place,
                   "%s is a map of \"key: value\" with the keys %s", what, allowed);
    return FALSE;
  }
  for (guint i = 0; i < map->items->len; i++) {
    const AdrefYaml *entry = map->items->pdata[i];
    if (g_strv_contains(keys, entry->key))
      continue;
    const char *near = adref_name_closest(entry->key, keys);
    adref_error_at(error, ADREF_ERROR_INPUT, entry->key_place,
                   "%s has no key \"%s\"%s%s%s; allowed are %s", what, entry->key,
                   near ? " (did you mean \"" : "", near ? near : "", near ? "\"?)" : "", allowed);
    return FALSE;
  }
  return TRUE;
}

gboolean adref_yaml_is_boolean(const AdrefYaml *node, gboolean *out)
{
  if (node->type != ADREF_YAML_SCALAR || node->quoted)
    return FALSE;
  gboolean yes = strcmp(node->text, "true") == 0;
  if (!yes && strcmp(node->text, "false") != 0)
    return FALSE;
  *out = yes;
  return TRUE;
}

gboolean adref_yaml_is_integer(const AdrefYaml *node, gint64 *out)
{
  if (node->type != ADREF_YAML_SCALAR || node->quoted)
    return FALSE;
  const char *digits = node->text + (node->text[0] == '-');
  gboolean padded = digits[0] == '0' && digits[1];
  if (!g_ascii_isdigit(digits[0]) || padded)
    return FALSE;
  return g_ascii_string_to_signed(node->text, 10, G_MININT64, G_MAXINT64, out, NULL);
}

static gboolean refuse(const AdrefYaml *node, const char *allowed, GError **error)
{
  g_autofree char *described = adref_yaml_describe(node);
  adref_error_at(error, ADREF_ERROR_INPUT, node->place, "%s%sis %s; allowed is %s",
                 node->key ? node->key : "", node->key ? " " : "", described, allowed);
  return FALSE;
}

static gboolean has_text(const AdrefYaml *node)
{
  return node->type == ADREF_YAML_SCALAR && (node->quoted || *node->text);
}

gboolean adref_yaml_text(const AdrefYaml *map, const char *key, const char **out, GError **error)
{
  const AdrefYaml *node = adref_yaml_get(map, key);
  if (!node)
    return TRUE;
  if (!has_text(node))
    return refuse(node, "a text", error);
  *out = node->text;
  return TRUE;
}

static gboolean check_code(const AdrefYaml *item, GError **error)
{
  if (item->type != ADREF_YAML_SCALAR)
    adref_error_at(error, ADREF_ERROR_INPUT, item->place,
                   "a code of a party is needed, such as JPN");
  else if (!adref_name_is(ADREF_NAME_PARTY, item->text))
    adref_error_at(error, ADREF_ERROR_INPUT, item->place,
                   "\"%s\" cannot be the code of a party; allowed are %s", item->text,
                   adref_name_rule(ADREF_NAME_PARTY));
  else
    return TRUE;
  return FALSE;
}

gboolean adref_yaml_parties(const AdrefYaml *map, const char *key, char ***out, GError **error)
{
  const AdrefYaml *list = adref_yaml_get(map, key);
  if (!list)
    return TRUE;
  if (list->type != ADREF_YAML_LIST || list->items->len == 0) {
    adref_error_at(error, ADREF_ERROR_INPUT, list->place,
                   "%s needs a list of codes, such as [JPN, ASEAN]", key);
    return FALSE;
  }
  g_autoptr(GStrvBuilder) codes = g_strv_builder_new();
  for (guint i = 0; i < list->items->len; i++) {
    if (!check_code(list->items->pdata[i], error))
      return FALSE;
    g_strv_builder_add(codes, ((const AdrefYaml *)list->items->pdata[i])->text);
  }
  *out = g_strv_builder_end(codes);
  return TRUE;
}

gboolean adref_yaml_boolean(const AdrefYaml *map, const char *key, gboolean *out, GError **error)
{
  const AdrefYaml *node = adref_yaml_get(map, key);
  return !node || adref_yaml_is_boolean(node, out) || refuse(node, "true or false", error);
}

gboolean adref_yaml_integer(const AdrefYaml *map, const char *key, gint64 *out, GError **error)
{
  const AdrefYaml *node = adref_yaml_get(map, key);
  return !node || adref_yaml_is_integer(node, out) ||
         refuse(node, "a whole number such as 5000", error);
}

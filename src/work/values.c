#include "work/values.h"

#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "draft/library/params.h"

static const AdrefParam *find(const GPtrArray *params, AdrefLocation place, const char *name,
                              GError **error)
{
  const AdrefParam *found = adref_params_get(params, name);
  if (found)
    return found;
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < params->len; i++)
    g_ptr_array_add(names, ((const AdrefParam *)params->pdata[i])->name);
  g_autofree char *suggestion = adref_name_suggest(name, names);
  adref_error_at(error, ADREF_ERROR_INPUT, place, "no parameter \"%s\"%s", name, suggestion);
  return NULL;
}

static gboolean store_value(GHashTable *values, const AdrefParam *param, AdrefValue *value)
{
  if (value)
    g_hash_table_replace(values, g_strdup(param->name), value);
  return value != NULL;
}

static gboolean read_file(const AdrefGivenValues *given, GHashTable *values,
                          const GPtrArray *params, const AdrefParties *parties, GError **error)
{
  const char *name = given->file;
  if (!name)
    return TRUE;
  g_autofree char *path = g_canonicalize_filename(name, given->folder);
  g_autoptr(GBytes) bytes = adref_file_read_text(path, name, ADREF_YAML_LIMIT, error);
  if (!bytes)
    return FALSE;
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  g_autoptr(AdrefYaml) yaml = adref_yaml_read(text, length, name, 1, error);
  if (!yaml)
    return FALSE;
  if (yaml->type != ADREF_YAML_MAP) {
    adref_error_at(error, ADREF_ERROR_INPUT, yaml->place,
                   "not a map; values are given as \"name: value\"");
    return FALSE;
  }
  for (guint i = 0; i < yaml->items->len; i++) {
    const AdrefYaml *node = yaml->items->pdata[i];
    const AdrefParam *param = find(params, node->key_place, node->key, error);
    if (!param || !store_value(values, param, adref_value_read(node, param, parties, error)))
      return FALSE;
  }
  return TRUE;
}

static gboolean read_setting(const char *setting, GHashTable *values, const GPtrArray *params,
                             const AdrefParties *parties, GError **error)
{
  const char *equals = strchr(setting, '=');
  if (!equals) {
    adref_error(error, ADREF_ERROR_INPUT, "--set %s: NAME=VALUE is needed", setting);
    return FALSE;
  }
  g_autofree char *name = g_strndup(setting, (gsize)(equals - setting));
  g_autofree char *where = g_strdup_printf("--set %s", name);
  const AdrefParam *param = find(params, (AdrefLocation){.file = where}, name, error);
  return param &&
         store_value(values, param, adref_value_parse(equals + 1, param, parties, where, error));
}

void adref_values_set_usage_error(GError **error)
{
  if (error && *error && (*error)->domain == ADREF_ERROR)
    (*error)->code = ADREF_ERROR_USAGE;
}

GHashTable *adref_values_read(const AdrefGivenValues *given, const GPtrArray *params,
                              const AdrefParties *parties, GError **error)
{
  g_autoptr(GHashTable) values =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)adref_value_unref);
  if (!read_file(given, values, params, parties, error))
    return NULL;
  const GPtrArray *settings = given->settings;
  for (guint i = 0; settings && i < settings->len; i++)
    if (!read_setting(settings->pdata[i], values, params, parties, error)) {
      adref_values_set_usage_error(error);
      return NULL;
    }
  return g_steal_pointer(&values);
}

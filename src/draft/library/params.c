#include "draft/library/params.h"

#include "draft/library/symbol_table.h"

static void param_free(gpointer param)
{
  adref_param_free(param);
}

/* What a name holds that no parameter may have; NULL: a parameter may have it. */
static const char *taken(const char *name)
{
  if (g_str_equal(name, ADREF_SYMBOL_ABBREVIATION_NAME))
    return "names of " ADREF_ABBREVIATIONS_PATH;
  return g_str_equal(name, "statement") ? "facts of the statement" : NULL;
}

GPtrArray *adref_params_read(const AdrefYaml *node, const AdrefParties *parties, GError **error)
{
  g_autoptr(GPtrArray) params = g_ptr_array_new_with_free_func(param_free);
  if (!node)
    return g_steal_pointer(&params);
  if (node->type != ADREF_YAML_MAP) {
    adref_error_at(error, ADREF_ERROR_INPUT, node->place,
                   "params needs a map: a name and what it is, such as people: {type: integer}");
    return NULL;
  }
  for (guint i = 0; i < node->items->len; i++) {
    const AdrefYaml *entry = node->items->pdata[i];
    const char *what = taken(entry->key);
    if (what) {
      adref_error_at(error, ADREF_ERROR_INPUT, entry->key_place,
                     "\"%s\" holds the %s; a parameter needs another name", entry->key, what);
      return NULL;
    }
    AdrefParam *param = adref_param_read(entry, parties, error);
    if (!param)
      return NULL;
    g_ptr_array_add(params, param);
  }
  return g_steal_pointer(&params);
}

const AdrefParam *adref_params_get(const GPtrArray *params, const char *name)
{
  for (guint i = 0; i < params->len; i++) {
    const AdrefParam *param = params->pdata[i];
    if (g_str_equal(param->name, name))
      return param;
  }
  return NULL;
}

#include "draft/binding.h"

#include "draft/params.h"

static void bound_free(gpointer data)
{
  AdrefBound *bound = data;
  adref_value_unref(bound->value);
  g_free(bound);
}

AdrefBinding *adref_binding_new(void)
{
  AdrefBinding *binding = g_new0(AdrefBinding, 1);
  binding->all = g_ptr_array_new_with_free_func(bound_free);
  binding->by_name = g_hash_table_new(g_str_hash, g_str_equal);
  return binding;
}

void adref_binding_free(AdrefBinding *binding)
{
  if (!binding)
    return;
  g_hash_table_unref(binding->by_name);
  g_ptr_array_unref(binding->all);
  g_free(binding);
}

const AdrefBound *adref_binding_get(const AdrefBinding *binding, const char *name)
{
  return g_hash_table_lookup(binding->by_name, name);
}

void adref_binding_put(AdrefBinding *binding, const AdrefParam *param, AdrefValue *value,
                       AdrefPlace place)
{
  if (adref_binding_get(binding, param->name))
    return;
  AdrefBound *bound = g_new0(AdrefBound, 1);
  bound->param = param;
  bound->value = adref_value_ref(value);
  bound->place = param->type == ADREF_VALUE_CHOICE ? param->place : place;
  g_ptr_array_add(binding->all, bound);
  g_hash_table_insert(binding->by_name, param->name, bound);
}

const AdrefYaml *adref_supply_find(const AdrefSupply *supply, const AdrefParam *param)
{
  const AdrefYaml *node = supply->fixed ? adref_yaml_get(supply->fixed, param->name) : NULL;
  if (!node && supply->values)
    node = adref_yaml_get(supply->values, param->name);
  return node;
}

/* The declaration whose default counts. */
static const AdrefParam *default_of(const AdrefSupply *supply, const AdrefParam *param)
{
  const AdrefParam *shared = supply->shared ? adref_params_get(supply->shared, param->name) : NULL;
  return shared && shared->otherwise && shared->type == param->type ? shared : param;
}

AdrefValue *adref_supply_default(const AdrefSupply *supply, const AdrefParam *param)
{
  return default_of(supply, param)->otherwise;
}

static void fail_missing(const AdrefParam *param, const AdrefSupply *supply, const char *needed_by,
                         GError **error)
{
  g_autofree char *question =
      param->question ? g_strdup_printf(": %s", param->question) : g_strdup("");
  adref_error_at(error, ADREF_ERROR_INPUT, supply->place,
                 "the value \"%s\" is missing; %s needs it (%s)%s", param->name, needed_by,
                 adref_value_type_word(param->type), question);
}

static gboolean add_one(AdrefBinding *binding, const AdrefParam *param, const AdrefSupply *supply,
                        const char *needed_by, GError **error)
{
  const AdrefYaml *node = adref_supply_find(supply, param);
  if (node) {
    g_autoptr(AdrefValue) value = adref_value_read(node, param, supply->parties, error);
    if (value)
      adref_binding_put(binding, param, value, node->place);
    return value != NULL;
  }
  const AdrefParam *from = default_of(supply, param);
  if (from->otherwise)
    adref_binding_put(binding, param, from->otherwise, from->place);
  else
    fail_missing(param, supply, needed_by, error);
  return from->otherwise != NULL;
}

gboolean adref_binding_add(AdrefBinding *binding, const GPtrArray *params,
                           const AdrefSupply *supply, const char *needed_by, GError **error)
{
  for (guint i = 0; i < params->len; i++) {
    const AdrefParam *param = params->pdata[i];
    if (!adref_binding_get(binding, param->name) &&
        !add_one(binding, param, supply, needed_by, error))
      return FALSE;
  }
  return TRUE;
}

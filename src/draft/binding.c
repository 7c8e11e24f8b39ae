#include "draft/binding.h"

#include "draft/params.h"

static void bound_free(gpointer data)
{
  AdrefBoundParam *bound = data;
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

const AdrefBoundParam *adref_binding_get(const AdrefBinding *binding, const char *name)
{
  return g_hash_table_lookup(binding->by_name, name);
}

AdrefBoundParam *adref_binding_put(AdrefBinding *binding, const AdrefParam *param,
                                   AdrefValue *value, AdrefLocation place)
{
  AdrefBoundParam *bound = g_hash_table_lookup(binding->by_name, param->name);
  if (bound)
    return bound;
  bound = g_new0(AdrefBoundParam, 1);
  bound->param = param;
  bound->value = adref_value_ref(value);
  bound->place = param->type == ADREF_VALUE_CHOICE ? param->place : place;
  g_ptr_array_add(binding->all, bound);
  g_hash_table_insert(binding->by_name, param->name, bound);
  return bound;
}

const AdrefYaml *adref_binding_sources_find(const AdrefBindingSources *sources,
                                            const AdrefParam *param)
{
  const AdrefYaml *node = sources->fixed ? adref_yaml_get(sources->fixed, param->name) : NULL;
  if (!node && sources->values)
    node = adref_yaml_get(sources->values, param->name);
  return node;
}

/* The declaration whose default is used. */
static const AdrefParam *default_of(const AdrefBindingSources *sources, const AdrefParam *param)
{
  const AdrefParam *shared =
      sources->shared ? adref_params_get(sources->shared, param->name) : NULL;
  return shared && shared->default_value && shared->type == param->type ? shared : param;
}

AdrefValue *adref_binding_sources_default(const AdrefBindingSources *sources,
                                          const AdrefParam *param)
{
  return default_of(sources, param)->default_value;
}

static void fail_missing(const AdrefParam *param, const AdrefBindingSources *sources,
                         const char *needed_by, GError **error)
{
  g_autofree char *question =
      param->question ? g_strdup_printf(": %s", param->question) : g_strdup("");
  adref_error_at(error, ADREF_ERROR_INPUT, sources->place,
                 "the value \"%s\" is missing; %s needs it (%s)%s", param->name, needed_by,
                 adref_value_type_word(param->type), question);
}

static gboolean add_one(AdrefBinding *binding, const AdrefParam *param,
                        const AdrefBindingSources *sources, const char *needed_by, GError **error)
{
  const AdrefYaml *node = adref_binding_sources_find(sources, param);
  if (node) {
    g_autoptr(AdrefValue) value = adref_value_read(node, param, sources->parties, error);
    if (value)
      adref_binding_put(binding, param, value, node->place);
    return value != NULL;
  }
  const AdrefParam *from = default_of(sources, param);
  if (from->default_value)
    adref_binding_put(binding, param, from->default_value, from->place)->is_default = TRUE;
  else
    fail_missing(param, sources, needed_by, error);
  return from->default_value != NULL;
}

gboolean adref_binding_add(AdrefBinding *binding, const GPtrArray *params,
                           const AdrefBindingSources *sources, const char *needed_by,
                           GError **error)
{
  for (guint i = 0; i < params->len; i++) {
    const AdrefParam *param = params->pdata[i];
    if (!adref_binding_get(binding, param->name) &&
        !add_one(binding, param, sources, needed_by, error))
      return FALSE;
  }
  return TRUE;
}

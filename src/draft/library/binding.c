#include "draft/library/binding.h"

#include "draft/library/params.h"

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

/* The value of a boolean, FALSE where it has none yet. */
static gboolean find_answer(const AdrefBinding *binding, const GPtrArray *params, const char *name,
                            const AdrefBindingSources *sources, gboolean *known)
{
  AdrefParam named = {.name = (char *)(guintptr)name, .type = ADREF_VALUE_BOOLEAN};
  const AdrefParam *declared = adref_params_get(params, name);
  const AdrefBoundParam *bound = binding ? adref_binding_get(binding, name) : NULL;
  const AdrefYaml *node = bound ? NULL : adref_binding_sources_find(sources, &named);
  const AdrefValue *value =
      bound ? bound->value : adref_binding_sources_default(sources, declared ? declared : &named);
  gboolean answer = FALSE;
  *known = node ? adref_yaml_is_boolean(node, &answer) : value != NULL;
  return node || !value ? answer : adref_value_is_true(value);
}

gboolean adref_binding_wants(const AdrefBinding *binding, const GPtrArray *params,
                             const AdrefParam *param, const AdrefBindingSources *sources)
{
  gboolean known = FALSE;
  if (!param->when)
    return TRUE;
  gboolean answer = find_answer(binding, params, param->when, sources, &known);
  return known && answer != param->unless;
}

/* The year that a YAML value is or has, "1973" or "1973-12-17". */
static gboolean year_of_node(const AdrefYaml *node, gint64 *year)
{
  gint64 days;
  if (!node || node->type != ADREF_YAML_SCALAR)
    return FALSE;
  if (adref_date_parse(node->text, &days))
    *year = g_ascii_strtoll(node->text, NULL, 10);
  else if (!adref_yaml_is_integer(node, year))
    return FALSE;
  return TRUE;
}

AdrefValue *adref_binding_derive(const AdrefBinding *binding, const AdrefParam *param,
                                 const AdrefBindingSources *sources)
{
  gint64 since = 0, now = 0;
  if (!param->years_since || !sources->date || !adref_value_year(sources->date, &now))
    return NULL;
  const AdrefBoundParam *bound = binding ? adref_binding_get(binding, param->years_since) : NULL;
  AdrefParam wanted = {.name = param->years_since};
  gboolean known = bound ? adref_value_year(bound->value, &since)
                         : year_of_node(adref_binding_sources_find(sources, &wanted), &since);
  gboolean good = known && now >= since && (!param->has_min || now - since >= param->min) &&
                  (!param->has_max || now - since <= param->max);
  return good ? adref_value_new_integer(now - since) : NULL;
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
  g_autoptr(AdrefValue) derived =
      from->default_value ? NULL : adref_binding_derive(binding, param, sources);
  if (derived) {
    adref_binding_put(binding, param, derived, param->place);
    return TRUE;
  }
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
        adref_binding_wants(binding, params, param, sources) &&
        !add_one(binding, param, sources, needed_by, error))
      return FALSE;
  }
  return TRUE;
}

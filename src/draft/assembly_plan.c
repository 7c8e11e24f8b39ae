#include "draft/assembly_plan.h"

#include "base/name.h"
#include "draft/house_style.h"

static void part_free(gpointer data)
{
  AdrefPlanPart *part = data;
  g_clear_pointer(&part->closures, g_ptr_array_unref);
  adref_binding_free(part->values);
  g_free(part);
}

static void closure_free(gpointer closure)
{
  g_ptr_array_unref(closure);
}

GPtrArray *adref_entry_closure(AdrefLibrary *library, const AdrefOutlineEntry *entry,
                               const char *language, GError **error)
{
  g_autoptr(GError) cause = NULL;
  const AdrefTemplate *template =
      adref_library_template(library, entry->template, language, &cause);
  if (template)
    return adref_library_closure(library, template, error);
  adref_library_pass_on(error, entry->place, g_steal_pointer(&cause));
  return NULL;
}

static gboolean is_param(const GPtrArray *closure, const char *name)
{
  for (guint i = 0; i < closure->len; i++)
    if (adref_template_param(closure->pdata[i], name))
      return TRUE;
  return FALSE;
}

static char *suggest_param(const GPtrArray *closure, const char *name)
{
  g_autoptr(GPtrArray) known = g_ptr_array_new();
  for (guint i = 0; i < closure->len; i++) {
    const AdrefTemplate *template = closure->pdata[i];
    for (guint j = 0; j < template->params->len; j++)
      g_ptr_array_add(known, ((AdrefParam *)template->params->pdata[j])->name);
  }
  return adref_name_suggest(name, known);
}

gboolean adref_entry_check_with(const AdrefOutlineEntry *entry, const GPtrArray *closure,
                                GPtrArray *findings, GError **error)
{
  for (guint i = 0; entry->with && i < entry->with->items->len; i++) {
    const AdrefYaml *value = entry->with->items->pdata[i];
    if (is_param(closure, value->key))
      continue;
    g_autoptr(GError) cause = NULL;
    g_autofree char *hint = suggest_param(closure, value->key);
    adref_error_at(&cause, ADREF_ERROR_INPUT, value->key_place,
                   "\"%s\" is not a parameter of the template \"%s\"%s", value->key,
                   entry->template, hint);
    if (!findings) {
      g_propagate_error(error, g_steal_pointer(&cause));
      return FALSE;
    }
    g_ptr_array_add(findings, g_strdup(cause->message));
  }
  return TRUE;
}

static AdrefSupply supply_of(const AdrefPlan *plan, const AdrefOutlineEntry *entry)
{
  return (AdrefSupply){.fixed = entry ? entry->with : NULL,
                       .values = plan->statement->values,
                       .shared = plan->outline->params,
                       .parties = adref_library_parties(plan->library),
                       .place = adref_statement_place(plan->statement, "values")};
}

static gboolean bind_closure(const AdrefPlan *plan, AdrefPlanPart *part, const GPtrArray *closure,
                             GError **error)
{
  AdrefSupply supply = supply_of(plan, part->entry);
  for (guint i = 0; i < closure->len; i++) {
    const AdrefTemplate *template = closure->pdata[i];
    if (!adref_binding_add(part->values, template->params, &supply, template->path, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean fill_clause(const AdrefPlan *plan, AdrefPlanPart *part, GError **error)
{
  part->closures = g_ptr_array_new_with_free_func(closure_free);
  part->values = adref_binding_new();
  for (char **language = plan->statement->languages; *language; language++) {
    GPtrArray *closure = adref_entry_closure(plan->library, part->entry, *language, error);
    if (!closure)
      return FALSE;
    g_ptr_array_add(part->closures, closure);
    if (!bind_closure(plan, part, closure, error) ||
        !adref_entry_check_with(part->entry, closure, NULL, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean holds(const AdrefPlan *plan, const AdrefOutlineEntry *entry)
{
  if (!entry->when)
    return TRUE;
  const AdrefBound *bound = adref_binding_get(plan->shared, entry->when);
  return adref_value_is_true(bound->value) != entry->unless;
}

static gboolean add_parts(AdrefPlan *plan, GError **error)
{
  for (guint i = 0; i < plan->outline->entries->len; i++) {
    const AdrefOutlineEntry *entry = plan->outline->entries->pdata[i];
    if (!holds(plan, entry))
      continue;
    AdrefPlanPart *part = g_new0(AdrefPlanPart, 1);
    g_ptr_array_add(plan->parts, part);
    part->entry = entry;
    if (!entry->heading && !fill_clause(plan, part, error))
      return FALSE;
  }
  return TRUE;
}

static void add_names(GHashTable *names, const GPtrArray *params)
{
  for (guint i = 0; i < params->len; i++)
    g_hash_table_add(names, ((AdrefParam *)params->pdata[i])->name);
}

/* Names of the parameters of all entries, also of those that do not hold now. */
static gboolean all_names(const AdrefPlan *plan, GHashTable *names, GError **error)
{
  add_names(names, plan->outline->params);
  for (guint i = 0; i < plan->parts->len; i++) {
    const AdrefPlanPart *part = plan->parts->pdata[i];
    for (guint j = 0; part->values && j < part->values->all->len; j++)
      g_hash_table_add(names, ((AdrefBound *)part->values->all->pdata[j])->param->name);
  }
  for (guint i = 0; i < plan->outline->entries->len; i++) {
    const AdrefOutlineEntry *entry = plan->outline->entries->pdata[i];
    if (entry->heading || holds(plan, entry))
      continue;
    g_autoptr(GPtrArray) closure =
        adref_entry_closure(plan->library, entry, ADREF_TEMPLATE_LANGUAGE, error);
    if (!closure)
      return FALSE;
    for (guint j = 0; j < closure->len; j++)
      add_names(names, ((const AdrefTemplate *)closure->pdata[j])->params);
  }
  return TRUE;
}

static int compare_names(gconstpointer a, gconstpointer b)
{
  return g_strcmp0(*(const char *const *)a, *(const char *const *)b);
}

static gboolean fail_unused(const AdrefYaml *value, GHashTable *names, GError **error)
{
  guint count;
  gpointer *keys = g_hash_table_get_keys_as_array(names, &count);
  g_autoptr(GPtrArray) known = g_ptr_array_new();
  for (guint i = 0; i < count; i++)
    g_ptr_array_add(known, keys[i]);
  g_free(keys);
  g_ptr_array_sort(known, compare_names);
  g_autofree char *hint = adref_name_suggest(value->key, known);
  adref_error_at(error, ADREF_ERROR_INPUT, value->key_place,
                 "no clause of the outline has a parameter \"%s\"%s", value->key, hint);
  return FALSE;
}

static gboolean check_values(const AdrefPlan *plan, GError **error)
{
  const AdrefYaml *values = plan->statement->values;
  g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
  if (!values || values->items->len == 0)
    return TRUE;
  if (!all_names(plan, names, error))
    return FALSE;
  for (guint i = 0; i < values->items->len; i++) {
    const AdrefYaml *value = values->items->pdata[i];
    if (!g_hash_table_contains(names, value->key))
      return fail_unused(value, names, error);
  }
  return TRUE;
}

static gboolean read_style(AdrefPlan *plan, GError **error)
{
  AdrefSource *source = adref_library_source(plan->library);
  g_autoptr(AdrefHouse) house = adref_house_choose(plan->statement, plan->outline, source, error);
  if (house)
    plan->numbering = house->numbering;
  return house != NULL;
}

AdrefPlan *adref_plan_new(AdrefLibrary *library, const AdrefOutline *outline,
                          const AdrefStatement *statement, GError **error)
{
  g_autoptr(AdrefPlan) plan = g_new0(AdrefPlan, 1);
  plan->library = library;
  plan->outline = outline;
  plan->statement = statement;
  plan->shared = adref_binding_new();
  plan->parts = g_ptr_array_new_with_free_func(part_free);
  AdrefSupply supply = supply_of(plan, NULL);
  if (!read_style(plan, error) ||
      !adref_binding_add(plan->shared, outline->params, &supply, outline->path, error) ||
      !add_parts(plan, error) || !check_values(plan, error))
    return NULL;
  return g_steal_pointer(&plan);
}

void adref_plan_free(AdrefPlan *plan)
{
  if (!plan)
    return;
  adref_binding_free(plan->shared);
  g_ptr_array_unref(plan->parts);
  g_free(plan);
}

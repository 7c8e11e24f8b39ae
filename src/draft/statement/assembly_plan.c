#include "draft/statement/assembly_plan.h"

#include "base/name.h"
#include "base/string_order.h"
#include "draft/statement/house_style.h"

enum {
  MAX_LINE = 75,  /* characters of a line of answers, without a ";" at its end */
  MAX_ANSWER = 70 /* characters of one answer */
};

static void part_free(gpointer data)
{
  AdrefAssemblyPart *part = data;
  g_clear_pointer(&part->closures, g_ptr_array_unref);
  adref_binding_free(part->values);
  g_free(part);
}

static void closure_free(gpointer closure)
{
  g_ptr_array_unref(closure);
}

GPtrArray *adref_outline_entry_closure(AdrefLibrary *library, const AdrefOutlineEntry *entry,
                                       const char *language, GError **error)
{
  g_autoptr(GError) cause = NULL;
  const AdrefTemplate *template =
      adref_library_template(library, entry->template, language, &cause);
  if (template)
    return adref_library_include_closure(library, template, error);
  adref_library_propagate_error(error, entry->place, g_steal_pointer(&cause));
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

gboolean adref_outline_entry_check_with(const AdrefOutlineEntry *entry, const GPtrArray *closure,
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

static AdrefBindingSources sources_of(const AdrefAssemblyPlan *plan, const AdrefOutlineEntry *entry)
{
  return (AdrefBindingSources){.fixed = entry ? entry->with : NULL,
                               .values = plan->statement->values,
                               .shared = plan->outline->params,
                               .parties = adref_library_parties(plan->library),
                               .date = plan->statement->date,
                               .place = adref_statement_key_location(plan->statement, "values")};
}

static gboolean bind_closure(const AdrefAssemblyPlan *plan, AdrefAssemblyPart *part,
                             const GPtrArray *closure, GError **error)
{
  AdrefBindingSources sources = sources_of(plan, part->entry);
  for (guint i = 0; i < closure->len; i++) {
    const AdrefTemplate *template = closure->pdata[i];
    if (!adref_binding_add(part->values, template->params, &sources, template->path, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean fill_clause(const AdrefAssemblyPlan *plan, AdrefAssemblyPart *part, GError **error)
{
  part->closures = g_ptr_array_new_with_free_func(closure_free);
  part->values = adref_binding_new();
  for (char **language = plan->statement->languages; *language; language++) {
    GPtrArray *closure = adref_outline_entry_closure(plan->library, part->entry, *language, error);
    if (!closure)
      return FALSE;
    g_ptr_array_add(part->closures, closure);
    if (!bind_closure(plan, part, closure, error) ||
        !adref_outline_entry_check_with(part->entry, closure, NULL, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean is_included(const AdrefAssemblyPlan *plan, const AdrefOutlineEntry *entry)
{
  if (!entry->when)
    return TRUE;
  const AdrefBoundParam *bound = adref_binding_get(plan->shared, entry->when);
  return adref_value_is_true(bound->value) != entry->unless;
}

static gboolean add_parts(AdrefAssemblyPlan *plan, GError **error)
{
  for (guint i = 0; i < plan->outline->entries->len; i++) {
    const AdrefOutlineEntry *entry = plan->outline->entries->pdata[i];
    if (!is_included(plan, entry))
      continue;
    AdrefAssemblyPart *part = g_new0(AdrefAssemblyPart, 1);
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

/* The names of the parameters of all entries, including those whose `when` is false. */
static gboolean all_names(const AdrefAssemblyPlan *plan, GHashTable *names, GError **error)
{
  add_names(names, plan->outline->params);
  for (guint i = 0; i < plan->parts->len; i++) {
    const AdrefAssemblyPart *part = plan->parts->pdata[i];
    const GPtrArray *closure = part->closures ? part->closures->pdata[0] : NULL;
    for (guint j = 0; closure && j < closure->len; j++)
      add_names(names, ((const AdrefTemplate *)closure->pdata[j])->params);
  }
  for (guint i = 0; i < plan->outline->entries->len; i++) {
    const AdrefOutlineEntry *entry = plan->outline->entries->pdata[i];
    if (entry->heading || is_included(plan, entry))
      continue;
    g_autoptr(GPtrArray) closure =
        adref_outline_entry_closure(plan->library, entry, ADREF_TEMPLATE_LANGUAGE, error);
    if (!closure)
      return FALSE;
    for (guint j = 0; j < closure->len; j++)
      add_names(names, ((const AdrefTemplate *)closure->pdata[j])->params);
  }
  return TRUE;
}

static gboolean fail_unused(const AdrefYaml *value, GHashTable *names, GError **error)
{
  guint count;
  gpointer *keys = g_hash_table_get_keys_as_array(names, &count);
  g_autoptr(GPtrArray) known = g_ptr_array_new();
  for (guint i = 0; i < count; i++)
    g_ptr_array_add(known, keys[i]);
  g_free(keys);
  g_ptr_array_sort(known, adref_string_order);
  g_autofree char *hint = adref_name_suggest(value->key, known);
  adref_error_at(error, ADREF_ERROR_INPUT, value->key_place,
                 "no clause of the outline has a parameter \"%s\"%s", value->key, hint);
  return FALSE;
}

static gboolean check_values(const AdrefAssemblyPlan *plan, GError **error)
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

static gboolean read_style(AdrefAssemblyPlan *plan, GError **error)
{
  AdrefFileSource *source = adref_library_source(plan->library);
  g_autoptr(AdrefHouseStyle) style =
      adref_house_style_choose(plan->statement, plan->outline, source, error);
  if (style)
    plan->numbering = style->numbering;
  return style != NULL;
}

AdrefAssemblyPlan *adref_assembly_plan_new(AdrefLibrary *library, const AdrefOutline *outline,
                                           const AdrefStatement *statement, GError **error)
{
  g_autoptr(AdrefAssemblyPlan) plan = g_new0(AdrefAssemblyPlan, 1);
  plan->library = library;
  plan->outline = outline;
  plan->statement = statement;
  plan->shared = adref_binding_new();
  plan->parts = g_ptr_array_new_with_free_func(part_free);
  AdrefBindingSources sources = sources_of(plan, NULL);
  if (!read_style(plan, error) ||
      !adref_binding_add(plan->shared, outline->params, &sources, outline->path, error) ||
      !add_parts(plan, error) || !check_values(plan, error))
    return NULL;
  return g_steal_pointer(&plan);
}

static void add_defaults(const AdrefBinding *binding, GHashTable *names, GPtrArray *defaults)
{
  for (guint i = 0; binding && i < binding->all->len; i++) {
    AdrefBoundParam *bound = binding->all->pdata[i];
    if (bound->is_default && g_hash_table_add(names, bound->param->name))
      g_ptr_array_add(defaults, bound);
  }
}

/* The parameters that have their default, each name once (of AdrefBoundParam). */
static GPtrArray *list_defaults(const AdrefAssemblyPlan *plan)
{
  g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
  GPtrArray *defaults = g_ptr_array_new();
  add_defaults(plan->shared, names, defaults);
  for (guint i = 0; i < plan->parts->len; i++)
    add_defaults(((const AdrefAssemblyPart *)plan->parts->pdata[i])->values, names, defaults);
  return defaults;
}

GString *adref_assembly_plan_defaults(const AdrefAssemblyPlan *plan)
{
  g_autoptr(GPtrArray) defaults = list_defaults(plan);
  AdrefYamlWriter *writer = adref_yaml_writer_new();
  adref_yaml_open_map(writer);
  for (guint i = 0; i < defaults->len; i++) {
    const AdrefBoundParam *bound = defaults->pdata[i];
    adref_yaml_put(writer, bound->param->name);
    adref_value_write(bound->value, writer);
  }
  adref_yaml_close(writer);
  GString *lines = adref_yaml_writer_end(writer);
  return defaults->len > 0 ? lines : g_string_truncate(lines, 0);
}

/* "days 30", at most MAX_ANSWER characters. */
static char *answer_words(const AdrefBoundParam *bound)
{
  AdrefValueType type = adref_value_type(bound->value);
  const char *form = type == ADREF_VALUE_INTEGER ? "plain" : "";
  const char *answer = adref_value_is_true(bound->value) ? "yes" : "no";
  g_autofree char *text = type == ADREF_VALUE_BOOLEAN
                              ? g_strdup(answer)
                              : adref_value_print(bound->value, form, ADREF_TEMPLATE_LANGUAGE);
  g_autofree char *words = g_strdup_printf("%s %s", bound->param->name, text);
  if (g_utf8_strlen(words, -1) <= MAX_ANSWER)
    return g_steal_pointer(&words);
  g_autofree char *begin = g_utf8_substring(words, 0, MAX_ANSWER - 3);
  return g_strconcat(begin, "...", NULL);
}

char *adref_assembly_plan_defaults_words(const AdrefAssemblyPlan *plan)
{
  g_autoptr(GPtrArray) defaults = list_defaults(plan);
  GString *words = g_string_new(NULL);
  glong column = 0;
  for (guint i = 0; i < defaults->len; i++) {
    g_autofree char *answer = answer_words(defaults->pdata[i]);
    glong length = g_utf8_strlen(answer, -1);
    gboolean fits = i > 0 && column + 2 + length <= MAX_LINE;
    g_string_append_printf(words, "%s%s%s", i > 0 ? ";" : "",
                           fits    ? " "
                           : i > 0 ? "\n  "
                                   : "  ",
                           answer);
    column = fits ? column + 2 + length : 2 + length;
  }
  return g_string_free(words, FALSE);
}

void adref_assembly_plan_free(AdrefAssemblyPlan *plan)
{
  if (!plan)
    return;
  adref_binding_free(plan->shared);
  g_ptr_array_unref(plan->parts);
  g_free(plan);
}

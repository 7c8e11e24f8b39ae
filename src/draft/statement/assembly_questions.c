#include "draft/library/binding.h"
#include "draft/library/params.h"
#include "draft/statement/assemble.h"
#include "draft/statement/assembly_plan.h"

/* The state while questions are collected. */
typedef struct {
  AdrefLibrary *library;
  const AdrefOutline *outline;
  AdrefBindingSources sources;
  gboolean all;
  GHashTable *asked; /* names */
  GPtrArray *params;
} QuestionCollector;

/* Whether the value follows from the date of the statement and another value, which is known or is
 * asked for. */
static gboolean is_derived(const QuestionCollector *collector, const AdrefParam *param)
{
  AdrefParam since = {.name = param->years_since};
  if (!param->years_since || !collector->sources.date || collector->all)
    return FALSE;
  if (!adref_binding_sources_find(&collector->sources, &since))
    return TRUE;
  g_autoptr(AdrefValue) derived = adref_binding_derive(NULL, param, &collector->sources);
  return derived != NULL;
}

static void add_questions(QuestionCollector *collector, const GPtrArray *params)
{
  for (guint i = 0; i < params->len; i++) {
    AdrefParam *param = params->pdata[i];
    if (adref_binding_sources_find(&collector->sources, param) ||
        (!collector->all && adref_binding_sources_default(&collector->sources, param)) ||
        is_derived(collector, param) ||
        (!collector->all && !adref_binding_wants(NULL, params, param, &collector->sources)))
      continue;
    if (g_hash_table_add(collector->asked, param->name))
      g_ptr_array_add(collector->params, param);
  }
}

/* Whether the entry is in the text or may be, as far as its `when` has a value. */
static gboolean may_be_included(const QuestionCollector *collector, const AdrefOutlineEntry *entry)
{
  const AdrefParam *when =
      entry->when ? adref_params_get(collector->outline->params, entry->when) : NULL;
  gboolean answer = FALSE;
  if (!when)
    return TRUE;
  AdrefBindingSources sources = collector->sources;
  sources.fixed = NULL;
  const AdrefYaml *node = adref_binding_sources_find(&sources, when);
  if (node)
    return !adref_yaml_is_boolean(node, &answer) || answer != entry->unless;
  return collector->all || !when->default_value ||
         adref_value_is_true(when->default_value) != entry->unless;
}

static gboolean add_entry_questions(QuestionCollector *collector, const AdrefOutlineEntry *entry,
                                    GError **error)
{
  if (entry->heading || !may_be_included(collector, entry))
    return TRUE;
  g_autoptr(GPtrArray) closure =
      adref_outline_entry_closure(collector->library, entry, ADREF_TEMPLATE_LANGUAGE, error);
  collector->sources.fixed = entry->with;
  for (guint i = 0; closure && i < closure->len; i++)
    add_questions(collector, ((const AdrefTemplate *)closure->pdata[i])->params);
  return closure != NULL;
}

GPtrArray *adref_assembly_questions(AdrefLibrary *library, const AdrefOutline *outline,
                                    const AdrefYaml *values, const AdrefValue *date, gboolean all,
                                    GError **error)
{
  g_autoptr(GHashTable) asked = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) params = g_ptr_array_new();
  QuestionCollector collector = {.library = library,
                                 .outline = outline,
                                 .sources = {.values = values,
                                             .shared = outline->params,
                                             .parties = adref_library_parties(library),
                                             .date = date},
                                 .all = all,
                                 .asked = asked,
                                 .params = params};
  add_questions(&collector, outline->params);
  for (guint i = 0; i < outline->entries->len; i++)
    if (!add_entry_questions(&collector, outline->entries->pdata[i], error))
      return NULL;
  return g_steal_pointer(&params);
}

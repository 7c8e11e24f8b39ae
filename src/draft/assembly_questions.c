#include "draft/assemble.h"
#include "draft/assembly_plan.h"
#include "draft/binding.h"
#include "draft/params.h"

/* Questions under way. */
typedef struct {
  AdrefLibrary *library;
  const AdrefOutline *outline;
  AdrefSupply supply;
  gboolean all;
  GHashTable *asked; /* names */
  GPtrArray *params;
} Questions;

static void ask(Questions *questions, const GPtrArray *params)
{
  for (guint i = 0; i < params->len; i++) {
    AdrefParam *param = params->pdata[i];
    if (adref_supply_find(&questions->supply, param) ||
        (!questions->all && adref_supply_default(&questions->supply, param)))
      continue;
    if (g_hash_table_add(questions->asked, param->name))
      g_ptr_array_add(questions->params, param);
  }
}

/* Whether the entry stands in the text, as far as is known. */
static gboolean may_hold(const Questions *questions, const AdrefOutlineEntry *entry)
{
  const AdrefParam *when =
      entry->when ? adref_params_get(questions->outline->params, entry->when) : NULL;
  gboolean answer = FALSE;
  if (!when)
    return TRUE;
  AdrefSupply supply = questions->supply;
  supply.fixed = NULL;
  const AdrefYaml *node = adref_supply_find(&supply, when);
  if (node)
    return !adref_yaml_is_boolean(node, &answer) || answer != entry->unless;
  return questions->all || !when->otherwise ||
         adref_value_is_true(when->otherwise) != entry->unless;
}

static gboolean ask_entry(Questions *questions, const AdrefOutlineEntry *entry, GError **error)
{
  if (entry->heading || !may_hold(questions, entry))
    return TRUE;
  g_autoptr(GPtrArray) closure =
      adref_entry_closure(questions->library, entry, ADREF_TEMPLATE_LANGUAGE, error);
  questions->supply.fixed = entry->with;
  for (guint i = 0; closure && i < closure->len; i++)
    ask(questions, ((const AdrefTemplate *)closure->pdata[i])->params);
  return closure != NULL;
}

GPtrArray *adref_assembly_questions(AdrefLibrary *library, const AdrefOutline *outline,
                                    const AdrefYaml *values, gboolean all, GError **error)
{
  g_autoptr(GHashTable) asked = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) params = g_ptr_array_new();
  Questions questions = {.library = library,
                         .outline = outline,
                         .supply = {.values = values,
                                    .shared = outline->params,
                                    .parties = adref_library_parties(library)},
                         .all = all,
                         .asked = asked,
                         .params = params};
  ask(&questions, outline->params);
  for (guint i = 0; i < outline->entries->len; i++)
    if (!ask_entry(&questions, outline->entries->pdata[i], error))
      return NULL;
  return g_steal_pointer(&params);
}

#include "draft/library/outline.h"

#include <string.h>

#include "base/name.h"
#include "draft/data/yaml_folder.h"
#include "draft/library/params.h"

static const char *const keys[] = {"summary", "style",   "parties",     "count", "title",
                                   "params",  "clauses", "signatories", NULL};
static const char *const heading_keys[] = {"heading", "level", "when", NULL};
static const char *const clause_keys[] = {"template", "id", "with", "when", NULL};

static void entry_free(gpointer data)
{
  AdrefOutlineEntry *entry = data;
  g_clear_pointer(&entry->heading, g_hash_table_unref);
  g_free(entry->template);
  g_free(entry->id);
  g_free(entry->when);
  g_free(entry);
}

static gboolean fail(const AdrefYaml *node, GError **error, const char *why)
{
  adref_error_at(error, ADREF_ERROR_INPUT, node->place, "%s", why);
  return FALSE;
}

static gboolean read_heading(AdrefOutlineEntry *entry, const AdrefYaml *node, GError **error)
{
  gint64 level = 2;
  if (!adref_yaml_check_keys(node, "a heading", heading_keys, error) ||
      !adref_yaml_integer(node, "level", &level, error))
    return FALSE;
  if (level < 2 || level > 6)
    return fail(adref_yaml_get(node, "level"), error,
                "a heading has level 2 to 6; level 1 is the title");
  entry->level = (guint)level;
  entry->heading = adref_localized_text_read(adref_yaml_get(node, "heading"), "a heading", error);
  return entry->heading != NULL;
}

static gboolean check_name(const AdrefYaml *node, AdrefNameKind kind, const char *what,
                           const char *name, GError **error)
{
  if (adref_name_is(kind, name))
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, node->place, "\"%s\" cannot be the %s; allowed are %s",
                 name, what, adref_name_rule(kind));
  return FALSE;
}

static gboolean read_clause(AdrefOutlineEntry *entry, const AdrefYaml *node, GError **error)
{
  const char *template = NULL, *id = NULL;
  if (!adref_yaml_check_keys(node, "a clause", clause_keys, error) ||
      !adref_yaml_text(node, "template", &template, error) ||
      !adref_yaml_text(node, "id", &id, error))
    return FALSE;
  const char *slash = strrchr(template, '/');
  const AdrefYaml *id_node = adref_yaml_get(node, id ? "id" : "template");
  if (!check_name(adref_yaml_get(node, "template"), ADREF_NAME_TEMPLATE, "name of a template",
                  template, error) ||
      (id && !check_name(id_node, ADREF_NAME_CLAUSE, "id of a clause", id, error)))
    return FALSE;
  entry->template = g_strdup(template);
  entry->id = g_strdup(id ? id : slash ? slash + 1 : template);
  entry->with = adref_yaml_get(node, "with");
  if (entry->with && entry->with->type != ADREF_YAML_MAP)
    return fail(entry->with, error, "with needs a map of values, such as {people: 5000}");
  return TRUE;
}

static gboolean read_when(const AdrefOutline *outline, AdrefOutlineEntry *entry,
                          const AdrefYaml *node, GError **error)
{
  const char *when = NULL;
  if (!adref_yaml_text(node, "when", &when, error))
    return FALSE;
  if (!when)
    return TRUE;
  entry->unless = when[0] == '!';
  entry->when = g_strdup(when + entry->unless);
  const AdrefParam *param = adref_params_get(outline->params, entry->when);
  if (param && param->type == ADREF_VALUE_BOOLEAN)
    return TRUE;
  g_autoptr(GPtrArray) known = g_ptr_array_new();
  for (guint i = 0; i < outline->params->len; i++) {
    param = outline->params->pdata[i];
    if (param->type == ADREF_VALUE_BOOLEAN)
      g_ptr_array_add(known, param->name);
  }
  g_autofree char *hint = adref_name_suggest(entry->when, known);
  adref_error_at(error, ADREF_ERROR_INPUT, adref_yaml_get(node, "when")->place,
                 "\"%s\" is not a boolean of the outline's params%s", entry->when, hint);
  return FALSE;
}

static gboolean read_entry(AdrefOutline *outline, const AdrefYaml *node, GError **error)
{
  gboolean is_map = node->type == ADREF_YAML_MAP;
  const AdrefYaml *heading = is_map ? adref_yaml_get(node, "heading") : NULL;
  const AdrefYaml *template = is_map ? adref_yaml_get(node, "template") : NULL;
  if (!heading == !template)
    return fail(node, error, "an entry of clauses needs either a template or a heading");
  AdrefOutlineEntry *entry = g_new0(AdrefOutlineEntry, 1);
  g_ptr_array_add(outline->entries, entry);
  entry->place = node->place;
  gboolean ok = heading ? read_heading(entry, node, error) : read_clause(entry, node, error);
  return ok && read_when(outline, entry, node, error);
}

static gboolean are_opposite(const AdrefOutlineEntry *a, const AdrefOutlineEntry *b)
{
  return a && a->when && b->when && g_str_equal(a->when, b->when) && a->unless != b->unless;
}

static gboolean fail_twice(const AdrefOutlineEntry *entry, GError **error)
{
  adref_error_at(error, ADREF_ERROR_INPUT, entry->place,
                 "a second clause has the id \"%s\"; give one of them another by id: ...",
                 entry->id);
  return FALSE;
}

/* `seen` has the entry of each id, or NULL when two entries with opposite `when` have it. */
static gboolean check_ids(const AdrefOutline *outline, GError **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < outline->entries->len; i++) {
    AdrefOutlineEntry *entry = outline->entries->pdata[i];
    gpointer other = NULL;
    if (!entry->id)
      continue;
    if (!g_hash_table_lookup_extended(seen, entry->id, NULL, &other))
      g_hash_table_insert(seen, entry->id, entry);
    else if (are_opposite(other, entry))
      g_hash_table_insert(seen, entry->id, NULL);
    else
      return fail_twice(entry, error);
  }
  return TRUE;
}

static gboolean read_entries(AdrefOutline *outline, GError **error)
{
  const AdrefYaml *clauses = adref_yaml_get(outline->yaml, "clauses");
  if (!clauses || clauses->type != ADREF_YAML_LIST || clauses->items->len == 0)
    return fail(clauses ? clauses : outline->yaml, error,
                "an outline needs clauses: a list of templates and headings");
  for (guint i = 0; i < clauses->items->len; i++)
    if (!read_entry(outline, clauses->items->pdata[i], error))
      return FALSE;
  return check_ids(outline, error);
}

/* How many parties: a memorandum of "the other Participant" is one of two. */
static gboolean read_count(AdrefOutline *outline, GError **error)
{
  enum {
    MOST = 1000
  };
  gint64 count = 0;
  const AdrefYaml *node = adref_yaml_get(outline->yaml, "count");
  if (!adref_yaml_integer(outline->yaml, "count", &count, error))
    return FALSE;
  if (node && (count < 1 || count > MOST))
    return fail(node, error, "count is the number of parties; allowed is 1 to 1000");
  outline->count = (guint)count;
  return TRUE;
}

/* Names of texts of the outline's params, one for each party. */
static gboolean read_signatories(AdrefOutline *outline, GError **error)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new();
  const AdrefYaml *list = adref_yaml_get(outline->yaml, "signatories");
  if (list && list->type != ADREF_YAML_LIST)
    return fail(list, error, "signatories needs a list of texts among params, one for each party");
  for (guint i = 0; list && i < list->items->len; i++) {
    const AdrefYaml *node = list->items->pdata[i];
    const AdrefParam *param =
        node->type == ADREF_YAML_SCALAR ? adref_params_get(outline->params, node->text) : NULL;
    if (!param || param->type != ADREF_VALUE_TEXT)
      return fail(node, error,
                  "signatories needs a list of texts among params, one for each party");
    g_strv_builder_add(names, node->text);
  }
  outline->signatories = g_strv_builder_end(names);
  return TRUE;
}

static gboolean read_facts(AdrefOutline *outline, GError **error)
{
  const char *summary = "", *style = NULL;
  if (!adref_yaml_check_keys(outline->yaml, "an outline", keys, error) ||
      !adref_yaml_text(outline->yaml, "summary", &summary, error) ||
      !adref_yaml_text(outline->yaml, "style", &style, error))
    return FALSE;
  outline->summary = g_strdup(summary);
  outline->style = g_strdup(style);
  if (style)
    outline->style_place = adref_yaml_get(outline->yaml, "style")->place;
  if (!adref_yaml_parties(outline->yaml, "parties", &outline->parties, error))
    return FALSE;
  if (!read_count(outline, error))
    return FALSE;
  const AdrefYaml *title = adref_yaml_get(outline->yaml, "title");
  if (!title)
    return fail(outline->yaml, error, "an outline needs a title");
  outline->title_place = title->place;
  outline->title = adref_localized_text_read(title, "a title", error);
  return outline->title != NULL;
}

AdrefOutline *adref_outline_read(AdrefFileSource *source, const char *name,
                                 const AdrefParties *parties, GError **error)
{
  g_autoptr(AdrefOutline) outline = g_new0(AdrefOutline, 1);
  outline->name = g_strdup(name);
  outline->path = adref_yaml_folder_path(&adref_yaml_folder_outlines, name);
  outline->entries = g_ptr_array_new_with_free_func(entry_free);
  outline->yaml =
      adref_yaml_folder_read(&adref_yaml_folder_outlines, source, name, &outline->blob, error);
  if (!outline->yaml || !read_facts(outline, error))
    return NULL;
  outline->params = adref_params_read(adref_yaml_get(outline->yaml, "params"), parties, error);
  if (!outline->params || !read_signatories(outline, error) || !read_entries(outline, error))
    return NULL;
  return g_steal_pointer(&outline);
}

void adref_outline_free(AdrefOutline *outline)
{
  if (!outline)
    return;
  g_free(outline->name);
  g_free(outline->path);
  g_free(outline->blob);
  g_free(outline->summary);
  g_free(outline->style);
  g_strfreev(outline->parties);
  g_strfreev(outline->signatories);
  g_clear_pointer(&outline->title, g_hash_table_unref);
  g_clear_pointer(&outline->params, g_ptr_array_unref);
  g_ptr_array_unref(outline->entries);
  adref_yaml_free(outline->yaml);
  g_free(outline);
}

#include "draft/lint.h"

#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "draft/assembly_plan.h"

/* Checks a Mustache text of an outline in each language. */
static void check_words(AdrefLint *lint, const AdrefOutline *outline, GHashTable *words,
                        AdrefLocation place, GHashTable *named)
{
  GHashTableIter iter;
  gpointer text;
  g_hash_table_iter_init(&iter, words);
  while (g_hash_table_iter_next(&iter, NULL, &text)) {
    g_autoptr(GError) cause = NULL;
    g_autoptr(AdrefMustache) parsed =
        adref_mustache_parse(text, strlen(text), place.file, place.line, &cause);
    adref_lint_add(lint, &cause);
    g_autoptr(AdrefSymbolTable) names = adref_symbol_table_new(lint->abbreviations);
    adref_symbol_table_set_parties(names, adref_library_parties(lint->library));
    adref_symbol_table_add(names, outline->params);
    AdrefLintTags tags = {.lint = lint, .names = names, .named = named};
    if (parsed)
      adref_mustache_each_tag(parsed, adref_lint_tag, &tags);
  }
}

static void check_fixed(AdrefLint *lint, const AdrefOutlineEntry *entry, const GPtrArray *closure)
{
  adref_outline_entry_check_with(entry, closure, lint->findings, NULL);
  for (guint i = 0; entry->with && i < closure->len; i++) {
    const AdrefTemplate *template = closure->pdata[i];
    for (guint j = 0; j < template->params->len; j++) {
      const AdrefParam *param = template->params->pdata[j];
      const AdrefYaml *node = adref_yaml_get(entry->with, param->name);
      g_autoptr(GError) cause = NULL;
      g_autoptr(AdrefValue) value =
          node ? adref_value_read(node, param, adref_library_parties(lint->library), &cause) : NULL;
      adref_lint_add(lint, &cause);
    }
  }
}

/* Records the cross references "](#id)" of a template. `ids` are the ids of the clauses of an
 * outline that uses it. */
static void check_references(AdrefLint *lint, const AdrefTemplate *template, GHashTable *ids)
{
  static const char mark[] = "](#";
  AdrefTextCursor spot = {template->text, template->first_line, 1};
  for (const char *p = template->text; (p = strstr(p, mark)); p += strlen(mark)) {
    const char *start = p + strlen(mark);
    g_autofree char *id = g_strndup(start, strcspn(start, ")"));
    if (!adref_name_is(ADREF_NAME_CLAUSE, id))
      continue;
    adref_text_cursor_advance(&spot, start);
    char *key = g_strdup_printf("%s:%u:%u: %s", template->path, spot.line, spot.column, id);
    gboolean known = g_hash_table_contains(ids, id);
    gpointer before = NULL;
    if (!g_hash_table_lookup_extended(lint->resolved, key, NULL, &before))
      g_ptr_array_add(lint->references, g_strdup(key));
    g_hash_table_insert(lint->resolved, key, GINT_TO_POINTER(known || before));
  }
}

/* Checks a template of an outline in one language, and all that it includes. */
static void check_used(AdrefLint *lint, const AdrefOutline *outline, const AdrefTemplate *template,
                       GHashTable *ids, GHashTable *named)
{
  g_autoptr(GPtrArray) closure = adref_lint_collect(lint, template, named);
  for (guint i = 0; closure && i < closure->len; i++) {
    const AdrefTemplate *part = closure->pdata[i];
    check_references(lint, part, ids);
    for (guint j = 0; j < part->params->len; j++)
      g_hash_table_add(named, g_strdup(((AdrefParam *)part->params->pdata[j])->name));
  }
  if (closure)
    adref_lint_names(lint, closure, outline->params);
}

static void check_clause(AdrefLint *lint, const AdrefOutline *outline,
                         const AdrefOutlineEntry *entry, GHashTable *ids, GHashTable *named)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(GPtrArray) closure =
      adref_outline_entry_closure(lint->library, entry, ADREF_TEMPLATE_LANGUAGE, &cause);
  adref_lint_add(lint, &cause);
  if (!closure) {
    adref_lint_unknown(named);
    return;
  }
  check_fixed(lint, entry, closure);
  g_hash_table_add(lint->used, ((AdrefTemplate *)closure->pdata[0])->name);
  g_auto(GStrv) languages = adref_library_languages(lint->library, entry->template, NULL);
  for (char **language = languages; language && *language; language++) {
    const AdrefTemplate *template =
        adref_library_template(lint->library, entry->template, *language, NULL);
    if (template)
      check_used(lint, outline, template, ids, named);
    else
      adref_lint_unknown(named);
  }
}

static GHashTable *ids_of(const AdrefOutline *outline)
{
  GHashTable *ids = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < outline->entries->len; i++) {
    AdrefOutlineEntry *entry = outline->entries->pdata[i];
    if (entry->id)
      g_hash_table_add(ids, entry->id);
  }
  return ids;
}

static void check_parties(AdrefLint *lint, const AdrefOutline *outline)
{
  const AdrefParties *parties = adref_library_parties(lint->library);
  AdrefLocation place =
      outline->parties ? adref_yaml_get(outline->yaml, "parties")->place : (AdrefLocation){0};
  for (char **code = outline->parties; code && *code; code++)
    if (!adref_parties_get(parties, *code))
      adref_lint_add_at(lint, place, "the party", *code, "is not in templates/parties.yaml");
}

void adref_lint_outline(AdrefLint *lint, const AdrefOutline *outline)
{
  g_autoptr(GHashTable) named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) ids = ids_of(outline);
  if (outline->style)
    adref_lint_style(lint, outline->style, outline->style_place);
  check_parties(lint, outline);
  check_words(lint, outline, outline->title, outline->title_place, named);
  for (guint i = 0; i < outline->entries->len; i++) {
    const AdrefOutlineEntry *entry = outline->entries->pdata[i];
    if (entry->when)
      g_hash_table_add(named, g_strdup(entry->when));
    if (entry->heading)
      check_words(lint, outline, entry->heading, entry->place, named);
    else
      check_clause(lint, outline, entry, ids, named);
  }
  adref_lint_unused(lint, outline->params, named);
}

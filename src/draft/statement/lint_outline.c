#include "draft/statement/lint.h"

#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "base/string_order.h"
#include "draft/library/outline_fit.h"
#include "draft/statement/assembly_plan.h"

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

/* Whether a place of a text is in a section, so that its words may be left out. */
static gboolean is_in_section(const char *text, const char *at)
{
  guint open = 0;
  for (const char *p = text; (p = strstr(p, "{{")) && p < at; p += 2) {
    open += p[2] == '#' || p[2] == '^' ? 1 : 0;
    open -= p[2] == '/' && open > 0 ? 1 : 0;
  }
  return open > 0;
}

/* Records the cross references "](#id)" of a template. `ids` are the ids of the clauses of the
 * outline, which uses it. */
static void check_references(AdrefLint *lint, const AdrefOutline *outline,
                             const AdrefTemplate *template, GHashTable *ids)
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
    AdrefLintReference *reference = g_hash_table_lookup(lint->resolved, key);
    if (!reference) {
      reference = g_new0(AdrefLintReference, 1);
      reference->lacking = g_ptr_array_new();
      reference->is_optional = is_in_section(template->text, p);
      g_hash_table_insert(lint->resolved, g_strdup(key), reference);
      g_ptr_array_add(lint->references, g_strdup(key));
    }
    if (g_hash_table_contains(ids, id))
      reference->is_known = TRUE;
    else if (!g_ptr_array_find(reference->lacking, outline->name, NULL))
      g_ptr_array_add(reference->lacking, outline->name);
    g_free(key);
  }
}

/* Checks a template of an outline in one language, and all that it includes. */
static void check_used(AdrefLint *lint, const AdrefOutline *outline, const AdrefTemplate *template,
                       GHashTable *ids, GHashTable *named)
{
  g_autoptr(GPtrArray) closure = adref_lint_collect(lint, template, named);
  for (guint i = 0; closure && i < closure->len; i++) {
    const AdrefTemplate *part = closure->pdata[i];
    check_references(lint, outline, part, ids);
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

static void add_languages(GHashTable *words, GHashTable *languages)
{
  GHashTableIter iter;
  gpointer language;
  g_hash_table_iter_init(&iter, words);
  while (g_hash_table_iter_next(&iter, &language, NULL))
    if (*(const char *)language)
      g_hash_table_add(languages, language);
}

/* A language of the title or of a heading is one of the whole outline. */
static void check_languages(AdrefLint *lint, const AdrefOutline *outline)
{
  g_autoptr(GHashTable) languages = g_hash_table_new(g_str_hash, g_str_equal);
  add_languages(outline->title, languages);
  for (guint i = 0; i < outline->entries->len; i++) {
    const AdrefOutlineEntry *entry = outline->entries->pdata[i];
    if (entry->heading)
      add_languages(entry->heading, languages);
  }
  guint count = 0;
  g_autofree const char **sorted = (const char **)g_hash_table_get_keys_as_array(languages, &count);
  qsort(sorted, count, sizeof *sorted, adref_string_order);
  for (guint i = 0; i < count; i++) {
    g_autoptr(GPtrArray) lacking = adref_outline_lacks(lint->library, outline, sorted[i], FALSE);
    if (lacking->len == 0)
      continue;
    g_ptr_array_add(lacking, NULL);
    g_autofree char *names = g_strjoinv(", ", (char **)lacking->pdata);
    g_autofree char *why =
        g_strdup_printf("has words in \"%s\", but not all: %s", sorted[i], names);
    adref_lint_add_at(lint, outline->title_place, "the outline", outline->name, why);
  }
}

void adref_lint_outline(AdrefLint *lint, const AdrefOutline *outline)
{
  g_autoptr(GHashTable) named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) ids = ids_of(outline);
  if (outline->style)
    adref_lint_style(lint, outline->style, outline->style_place);
  if (!*outline->summary)
    adref_lint_add_at(lint, (AdrefLocation){.file = outline->path}, "the outline", outline->name,
                      ADREF_LINT_NO_SUMMARY);
  check_parties(lint, outline);
  check_languages(lint, outline);
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

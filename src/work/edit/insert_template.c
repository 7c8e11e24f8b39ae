#include "work/edit/insert_template.h"

#include <string.h>

#include "draft/statement/assemble.h"
#include "work/rewrite.h"
#include "work/select_bracket.h"
#include "work/select_clause.h"
#include "work/values.h"

static const char settings_name[] = "--set";

void adref_template_clause_clear(AdrefTemplateClause *clause)
{
  g_free(clause->words);
  g_clear_pointer(&clause->others, g_ptr_array_unref);
}

/* --- the values that were given --- */

/* The parameters of the template and of those that it includes. */
static GPtrArray *params_of(AdrefLibrary *library, const AdrefTemplate *template, GError **error)
{
  g_autoptr(GPtrArray) closure = adref_library_include_closure(library, template, error);
  GPtrArray *params = closure ? g_ptr_array_new() : NULL;
  for (guint i = 0; closure && i < closure->len; i++) {
    const AdrefTemplate *each = closure->pdata[i];
    for (guint j = 0; j < each->params->len; j++)
      g_ptr_array_add(params, each->params->pdata[j]);
  }
  return params;
}

/* The settings as a map, as an outline has it under "with". */
static AdrefYaml *read_settings(AdrefLibrary *library, const AdrefTemplate *template,
                                const GPtrArray *settings, GError **error)
{
  AdrefGivenValues given = {.settings = settings};
  g_autoptr(GPtrArray) params = params_of(library, template, error);
  g_autoptr(GHashTable) values =
      params ? adref_values_read(&given, params, adref_library_parties(library), error) : NULL;
  if (!values)
    return NULL;
  AdrefYamlWriter *writer = adref_yaml_writer_new();
  GHashTableIter iter;
  gpointer name, value;
  adref_yaml_open_map(writer);
  g_hash_table_iter_init(&iter, values);
  while (g_hash_table_iter_next(&iter, &name, &value)) {
    adref_yaml_put(writer, name);
    adref_value_write(value, writer);
  }
  adref_yaml_close(writer);
  g_autoptr(GString) text = adref_yaml_writer_end(writer);
  return adref_yaml_read(text->str, text->len, settings_name, 1, error);
}

/* --- the outline with one clause more --- */

static AdrefOutline *empty_outline(const AdrefStatement *statement)
{
  AdrefOutline *outline = g_new0(AdrefOutline, 1);
  outline->name = g_strdup(statement->id);
  outline->path = g_strdup(statement->path);
  outline->blob = g_strdup("");
  outline->title = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert(outline->title, g_strdup(""), g_strdup(statement->id));
  outline->params = g_ptr_array_new();
  outline->entries = g_ptr_array_new();
  return outline;
}

static gboolean has_id(const AdrefOutline *outline, const AdrefNode *document, const char *id)
{
  for (guint i = 0; i < outline->entries->len; i++)
    if (g_strcmp0(((const AdrefOutlineEntry *)outline->entries->pdata[i])->id, id) == 0)
      return TRUE;
  return adref_clause_find(document, id) != NULL;
}

static char *make_id(const AdrefOutline *outline, const AdrefNode *document, const char *template)
{
  const char *slash = strrchr(template, '/');
  const char *name = slash ? slash + 1 : template;
  char *id = g_strdup(name);
  for (guint number = 2; has_id(outline, document, id); number++) {
    g_free(id);
    id = g_strdup_printf("%s-%u", name, number);
  }
  return id;
}

/* --- what the text has introduced --- */

/* The words of a text up to a clause, with it. */
static GString *words_up_to(const AdrefNode *document, const AdrefNode *last)
{
  GString *all = g_string_new(NULL);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    g_autofree char *words = adref_node_words(clause);
    g_string_append_printf(all, "%s\n", words);
    if (clause == last)
      break;
  }
  return all;
}

/* The keys of the abbreviations that a text introduces up to the clause. */
static GHashTable *introduced_in(const AdrefText *text, const AdrefNode *last,
                                 const AdrefAbbreviations *abbreviations)
{
  const GPtrArray *keys = adref_abbreviations_keys(abbreviations);
  g_autoptr(GString) words = words_up_to(text->document, last);
  GHashTable *introduced = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < keys->len; i++) {
    const AdrefAbbreviation *one = adref_abbreviations_get(abbreviations, keys->pdata[i]);
    g_autofree char *form = adref_abbreviation_introduce(one, text->language);
    if (strstr(words->str, form))
      g_hash_table_add(introduced, one->key);
  }
  return introduced;
}

/* Language -> keys, of each language of the statement. */
static GHashTable *introduced_before(AdrefSession *session, const AdrefText *rolling,
                                     const char *after, GError **error)
{
  const AdrefAbbreviations *abbreviations = adref_library_abbreviations(session->library, error);
  const AdrefNode *last = abbreviations ? adref_select_clause(rolling, after, error) : NULL;
  if (!last)
    return NULL;
  GHashTable *all =
      g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_hash_table_unref);
  for (char **language = rolling->statement->languages; *language; language++) {
    g_autoptr(AdrefText) text =
        adref_text_share_statement(session, rolling->statement, *language, NULL);
    const AdrefNode *own = text ? adref_select_same_clause(text->document, last) : NULL;
    g_hash_table_insert(all, *language,
                        own ? introduced_in(text, own, abbreviations)
                            : g_hash_table_new(g_str_hash, g_str_equal));
  }
  return all;
}

/* --- assembling --- */

/* The languages of the statement in which the library has the template. */
static char **languages_with(AdrefLibrary *library, const AdrefStatement *statement,
                             const char *template)
{
  g_autoptr(GStrvBuilder) languages = g_strv_builder_new();
  for (char **language = statement->languages; *language; language++)
    if (adref_library_template(library, template, *language, NULL))
      g_strv_builder_add(languages, *language);
  return g_strv_builder_end(languages);
}

/* The assembled text of each language, with the clause of the entry as the last one. */
static AdrefAssembly *assemble_with(AdrefSession *session, const AdrefStatement *statement,
                                    AdrefOutline *outline, AdrefOutlineEntry *entry, GError **error)
{
  g_auto(GStrv) languages = languages_with(session->library, statement, entry->template);
  AdrefStatement some = *statement;
  some.languages = languages;
  g_ptr_array_add(outline->entries, entry);
  AdrefAssembly *assembly = adref_assemble(session->library, outline, &some, error);
  g_ptr_array_steal_index(outline->entries, outline->entries->len - 1);
  return assembly;
}

/* The words of the clause in a language; NULL where the assembly has none. Caller frees. */
static char *words_in(const AdrefText *text, const AdrefAssembly *assembly, const char *language,
                      const char *id)
{
  const GString *words = g_hash_table_lookup(assembly->texts, language);
  g_autoptr(AdrefNode) document =
      words ? adref_text_parse(text, words->str, words->len, NULL, NULL) : NULL;
  const AdrefNode *clause = document ? adref_clause_find(document, id) : NULL;
  return clause ? g_string_free(adref_rewrite_clause_markdown(clause), FALSE) : NULL;
}

static gboolean fill(const AdrefText *text, const AdrefAssembly *assembly, const char *id,
                     AdrefTemplateClause *clause, GError **error)
{
  const AdrefStatement *statement = text->statement;
  clause->others = g_ptr_array_new_with_free_func(g_free);
  for (char **language = statement->languages; *language; language++) {
    char *words = words_in(text, assembly, *language, id);
    if (language == statement->languages)
      clause->words = words;
    else if (words) {
      g_ptr_array_add(clause->others, g_strconcat(*language, "=", words, NULL));
      g_free(words);
    }
  }
  if (!clause->words)
    adref_error(error, ADREF_ERROR_REFUSED, "the template has no words in %s",
                statement->languages[0]);
  return clause->words != NULL;
}

/* Says which of the values that were given have no words in a language; those of the statement are
 * not those of this clause. */
static void say_untranslated(const AdrefSession *session, const AdrefAssembly *assembly)
{
  for (guint i = 0; i < assembly->untranslated->len; i++) {
    const char *line = assembly->untranslated->pdata[i];
    const char *words = strstr(line, ": warning: ");
    if (words && g_str_has_prefix(line, settings_name))
      adref_session_say(session, "%s%s", settings_name, words);
  }
}

gboolean adref_template_clause_make(AdrefSession *session, const AdrefStatement *statement,
                                    const char *template, const char *after,
                                    const GPtrArray *settings, AdrefTemplateClause *clause,
                                    GError **error)
{
  const AdrefTemplate *found =
      adref_library_template(session->library, template, statement->languages[0], error);
  g_autoptr(AdrefYaml) with =
      found ? read_settings(session->library, found, settings, error) : NULL;
  g_autoptr(AdrefText) text =
      with ? adref_text_share_statement(session, statement, NULL, error) : NULL;
  g_autoptr(GHashTable) introduced =
      text && after ? introduced_before(session, text, after, error) : NULL;
  if (!text || (after && !introduced))
    return FALSE;
  g_autoptr(AdrefOutline) outline = statement->outline
                                        ? adref_session_outline(session, statement, error)
                                        : empty_outline(statement);
  if (!outline)
    return FALSE;
  g_autofree char *name = g_strdup(template), *id = make_id(outline, text->document, template);
  AdrefOutlineEntry entry = {.place = {.file = settings_name, .line = 1, .column = 1},
                             .template = name,
                             .id = id,
                             .with = with,
                             .introduced = introduced};
  g_autoptr(AdrefAssembly) assembly = assemble_with(session, statement, outline, &entry, error);
  if (!assembly || !fill(text, assembly, id, clause, error))
    return FALSE;
  say_untranslated(session, assembly);
  return TRUE;
}

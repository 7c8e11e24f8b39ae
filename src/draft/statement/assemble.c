#include "draft/statement/assemble.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/markdown/markdown_read.h"
#include "clause/text/footnote_labels.h"
#include "clause/text/heading_ids.h"
#include "draft/data/markdown_escape.h"
#include "draft/library/render.h"
#include "draft/statement/assembly_plan.h"

/* The state while one language is assembled. */
typedef struct {
  const AdrefAssemblyPlan *plan;
  guint index; /* of the language in the statement */
  const char *language;
  GHashTable *facts;
  AdrefNode *document;
  GPtrArray *untranslated; /* see AdrefRenderContext */
  const AdrefAbbreviations *abbreviations;
  GHashTable *introduced; /* likewise */
} LanguageAssembly;

static void text_free(gpointer text)
{
  g_string_free(text, TRUE);
}

static AdrefNode *read_rendered(const GString *text, AdrefLocation place, AdrefLibrary *library,
                                GError **error)
{
  AdrefMarkdownReadOptions context = {
      .name = place.file, .parties = adref_parties_names(adref_library_parties(library))};
  return adref_markdown_read(text->str, text->len, &context, NULL, error);
}

static gboolean fail(AdrefLocation place, GError **error, const char *why)
{
  adref_error_at(error, ADREF_ERROR_INPUT, place, "%s", why);
  return FALSE;
}

/* Reads one line of Markdown as a heading and appends it to the document as a clause. */
static gboolean append_heading(LanguageAssembly *text, guint level, const char *words,
                               AdrefLocation place, GError **error)
{
  g_autoptr(GString) line = g_string_new(NULL);
  for (guint i = 0; i < level; i++)
    g_string_append_c(line, '#');
  g_string_append_printf(line, " %s", words);
  g_strdelimit(line->str, "\r\n\t", ' ');
  g_autoptr(AdrefNode) read = read_rendered(line, place, text->plan->library, error);
  if (!read)
    return FALSE;
  AdrefNode *clause = read->first;
  if (!clause || clause->next || clause->as.clause->kind != ADREF_TITLE || !clause->first ||
      !clause->first->first)
    return fail(place, error, "a heading needs words");
  adref_node_unlink(clause);
  adref_node_append(text->document, clause);
  return TRUE;
}

static AdrefRenderContext rendering_of(const LanguageAssembly *text, const AdrefBinding *own)
{
  return (AdrefRenderContext){.library = text->plan->library,
                              .language = text->language,
                              .facts = text->facts,
                              .own = own,
                              .shared = text->plan->shared,
                              .abbreviations = text->abbreviations,
                              .rolling = text->plan->statement->languages[0],
                              .place_location =
                                  adref_statement_key_location(text->plan->statement, "place"),
                              .untranslated = text->untranslated};
}

/* The words of a localized text in the language; NULL with an error when there are none. */
static const char *find_words(const LanguageAssembly *text, GHashTable *localized,
                              AdrefLocation place, GError **error)
{
  const char *words = adref_localized_text_get(localized, text->language);
  if (!words)
    adref_error_at(error, ADREF_ERROR_INPUT, place, "there are no words in the language \"%s\"",
                   text->language);
  return words;
}

/* Renders a Mustache text of the outline in the language and appends it as a heading. */
static gboolean add_outline_heading(LanguageAssembly *text, GHashTable *words, guint level,
                                    AdrefLocation place, GError **error)
{
  const char *source = find_words(text, words, place, error);
  if (!source)
    return FALSE;
  AdrefRenderContext context = rendering_of(text, NULL);
  g_autoptr(AdrefMustache) parsed =
      adref_mustache_parse(source, strlen(source), place.file, place.line, error);
  g_autoptr(GString) line = parsed ? adref_render(parsed, place, &context, error) : NULL;
  return line && append_heading(text, level, line->str, place, error);
}

/* Escapes a title so that it is plain words, except for marks of parties: [Japan](#JPN). */
static char *escape_title(const char *words)
{
  g_autoptr(GRegex) mark =
      g_regex_new("\\\\\\[((?:[^][\\\\]|\\\\[^][])+)\\\\\\]\\(#([A-Z][A-Z0-9-]*)\\)", 0, 0, NULL);
  g_autofree char *escaped = adref_markdown_escape(words);
  return g_regex_replace(mark, escaped, -1, 0, "[\\1](#\\2)", 0, NULL);
}

/* Adds a warning when the title has the words of the rolling text in another language. */
static void note_title(const LanguageAssembly *text)
{
  const AdrefStatement *statement = text->plan->statement;
  const char *rolling = statement->languages[0];
  g_autoptr(AdrefValue) title = adref_value_new_localized_text(statement->title);
  g_autoptr(GError) warning = NULL;
  if (!adref_value_given_fallback(title, text->language, rolling))
    return;
  adref_error_at(&warning, ADREF_ERROR_INPUT, statement->title_place,
                 "warning: \"title\" has no words in \"%s\"; the words in \"%s\" are printed",
                 text->language, rolling);
  g_ptr_array_add(text->untranslated, g_strdup(warning->message));
}

static gboolean add_statement_title(LanguageAssembly *text, GError **error)
{
  const AdrefStatement *statement = text->plan->statement;
  const char *words = find_words(text, statement->title, statement->title_place, error);
  if (!words)
    return FALSE;
  note_title(text);
  g_autofree char *escaped = escape_title(words);
  return append_heading(text, 1, escaped, statement->title_place, error);
}

/* Adds the title, then the fact "title", which the other texts may print. */
static gboolean add_title(LanguageAssembly *text, GError **error)
{
  const AdrefAssemblyPlan *plan = text->plan;
  gboolean ok = plan->statement->title ? add_statement_title(text, error)
                                       : add_outline_heading(text, plan->outline->title, 1,
                                                             plan->outline->title_place, error);
  if (!ok)
    return FALSE;
  g_autofree char *words = adref_node_words(text->document->first);
  g_hash_table_insert(text->facts, (char *)(guintptr) "title", adref_value_new_text(words));
  return TRUE;
}

/* Checks that a block of a template may be part of a clause. Markers and headings end a clause when
 * the canonical text is read again, so they are refused. */
static gboolean check_block(const AdrefNode *from, const AdrefNode *clause, AdrefLocation place,
                            GError **error)
{
  const AdrefClause *facts = from->as.clause;
  if (facts->kind != ADREF_PLAIN && facts->kind != ADREF_TITLE)
    return fail(
        place, error,
        "the text contains the marker of a clause; the text of a template is one clause and "
        "adref writes its marker");
  if (facts->kind == ADREF_TITLE && (clause->as.clause->kind != ADREF_ANNEX || clause->first))
    return fail(place, error,
                "the text contains a heading; headings are in the outline, or first in an annex");
  return TRUE;
}

/* Appends the blocks of a rendered text to a clause. */
static gboolean fill_clause(AdrefNode *clause, const GString *rendered, AdrefLocation place,
                            AdrefLibrary *library, GError **error)
{
  g_autoptr(AdrefNode) read = read_rendered(rendered, place, library, error);
  if (!read)
    return FALSE;
  for (const AdrefNode *from = read->first; from; from = from->next) {
    if (!check_block(from, clause, place, error))
      return FALSE;
    while (from->first) {
      AdrefNode *block = from->first;
      adref_node_unlink(block);
      adref_node_append(clause, block);
    }
  }
  return clause->first ? TRUE : fail(place, error, "the text is empty with these values");
}

/* Renders a template as a new clause; NULL on failure. */
static AdrefNode *render_clause(const AdrefTemplate *template, const char *id,
                                const AdrefRenderContext *context, GError **error)
{
  AdrefLocation place = {.file = template->path};
  g_autoptr(GString) rendered = adref_render(template->body, place, context, error);
  if (!rendered)
    return NULL;
  g_autoptr(AdrefNode) clause = adref_node_new_clause(template->kind, id);
  clause->as.clause->from = g_strdup(template->name);
  if (!fill_clause(clause, rendered, place, context->library, error))
    return NULL;
  return g_steal_pointer(&clause);
}

static gboolean add_clause(LanguageAssembly *text, const AdrefAssemblyPart *part, GError **error)
{
  const GPtrArray *closure = part->closures->pdata[text->index];
  AdrefRenderContext context = rendering_of(text, part->values);
  GHashTable *own = part->entry->introduced;
  context.introduced = own ? g_hash_table_lookup(own, text->language) : text->introduced;
  AdrefNode *clause = render_clause(closure->pdata[0], part->entry->id, &context, error);
  if (clause)
    adref_node_append(text->document, clause);
  return clause != NULL;
}

static gboolean add_parts(LanguageAssembly *text, GError **error)
{
  if (!add_title(text, error))
    return FALSE;
  for (guint i = 0; i < text->plan->parts->len; i++) {
    const AdrefAssemblyPart *part = text->plan->parts->pdata[i];
    const AdrefOutlineEntry *entry = part->entry;
    gboolean ok = entry->heading
                      ? add_outline_heading(text, entry->heading, entry->level, entry->place, error)
                      : add_clause(text, part, error);
    if (!ok)
      return FALSE;
  }
  return TRUE;
}

static void put_fact(GHashTable *facts, const char *name, AdrefValue *value)
{
  if (value)
    g_hash_table_insert(facts, (char *)(guintptr)name, value);
}

static void put_codes(GHashTable *facts, const char *name, char *const *codes,
                      const AdrefParties *parties)
{
  if (codes[0])
    put_fact(facts, name, adref_value_new_parties((const char *const *)codes, parties));
}

/* The parties; the members of the groups among them; all countries that they stand for. */
static void put_parties(GHashTable *facts, char *const *codes, const AdrefParties *parties)
{
  g_auto(GStrv) members = adref_parties_expand(parties, codes, TRUE);
  g_auto(GStrv) countries = adref_parties_expand(parties, codes, FALSE);
  put_codes(facts, "parties", codes, parties);
  put_codes(facts, "members", members, parties);
  put_codes(facts, "countries", countries, parties);
}

static GHashTable *facts_of(const AdrefStatement *statement, const AdrefParties *parties,
                            const char *language)
{
  GHashTable *facts = adref_render_facts_new();
  put_fact(facts, "id", adref_value_new_text(statement->id));
  put_fact(facts, "language", adref_value_new_text(language));
  put_fact(facts, "place", statement->place ? adref_value_ref(statement->place) : NULL);
  put_fact(facts, "date", statement->date ? adref_value_ref(statement->date) : NULL);
  put_parties(facts, statement->parties, parties);
  return facts;
}

/* The document of the first language is put into *rolling; it gives the others the ids of their
 * headings. */
static GString *assemble_text(const AdrefAssemblyPlan *plan, guint index, GPtrArray *untranslated,
                              AdrefNode **rolling, GError **error)
{
  const char *language = plan->statement->languages[index];
  g_autoptr(GHashTable) facts =
      facts_of(plan->statement, adref_library_parties(plan->library), language);
  g_autoptr(AdrefNode) document = adref_node_new(ADREF_DOCUMENT);
  g_autoptr(GHashTable) introduced = g_hash_table_new(g_str_hash, g_str_equal);
  const AdrefAbbreviations *abbreviations = adref_library_abbreviations(plan->library, error);
  LanguageAssembly text = {.plan = plan,
                           .index = index,
                           .language = language,
                           .facts = facts,
                           .document = document,
                           .untranslated = untranslated,
                           .abbreviations = abbreviations,
                           .introduced = introduced};
  if (!abbreviations || !add_parts(&text, error))
    return NULL;
  adref_footnote_labels_set_all_apart(document);
  adref_heading_ids_give(document, *rolling);
  adref_numbering_apply(document, &plan->numbering, NULL);
  GString *canonical = adref_canonical(document);
  if (!*rolling)
    *rolling = g_steal_pointer(&document);
  return canonical;
}

AdrefAssembly *adref_assemble(AdrefLibrary *library, const AdrefOutline *outline,
                              const AdrefStatement *statement, GError **error)
{
  g_autoptr(AdrefAssemblyPlan) plan = adref_assembly_plan_new(library, outline, statement, error);
  if (!plan)
    return NULL;
  g_autoptr(AdrefAssembly) assembly = g_new0(AdrefAssembly, 1);
  assembly->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, text_free);
  assembly->untranslated = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(AdrefNode) rolling = NULL;
  for (guint i = 0; statement->languages[i]; i++) {
    GString *text = assemble_text(plan, i, assembly->untranslated, &rolling, error);
    if (!text)
      return NULL;
    g_hash_table_insert(assembly->texts, g_strdup(statement->languages[i]), text);
  }
  assembly->defaults = adref_assembly_plan_defaults_words(plan);
  assembly->lock = adref_assembly_lock_write(plan, assembly->texts);
  return g_steal_pointer(&assembly);
}

void adref_assembly_free(AdrefAssembly *assembly)
{
  if (!assembly)
    return;
  g_hash_table_unref(assembly->texts);
  g_ptr_array_unref(assembly->untranslated);
  g_free(assembly->defaults);
  if (assembly->lock)
    g_string_free(assembly->lock, TRUE);
  g_free(assembly);
}

static AdrefValue *example_date(void)
{
  return adref_value_new_date(2023, 12, 17);
}

static GHashTable *example_facts(const AdrefParties *parties, const char *language)
{
  static const char *const wanted[] = {"JPN", "ASEAN"};
  g_autoptr(GStrvBuilder) codes = g_strv_builder_new();
  for (gsize i = 0; i < G_N_ELEMENTS(wanted); i++)
    if (adref_parties_get(parties, wanted[i]))
      g_strv_builder_add(codes, wanted[i]);
  g_auto(GStrv) known = g_strv_builder_end(codes);
  GHashTable *facts = adref_render_facts_new();
  put_fact(facts, "title", adref_value_new_text("Joint Statement"));
  put_fact(facts, "id", adref_value_new_text("example"));
  put_fact(facts, "language", adref_value_new_text(language));
  put_fact(facts, "place", adref_value_new_text("Tokyo"));
  put_fact(facts, "date", example_date());
  put_parties(facts, known, parties);
  return facts;
}

/* Binds the values in `values`, and defaults for all other parameters. */
static AdrefBinding *bind_given(AdrefLibrary *library, const AdrefTemplate *template,
                                GHashTable *values, GError **error)
{
  g_autoptr(GPtrArray) closure = adref_library_include_closure(library, template, error);
  g_autoptr(AdrefBinding) binding = adref_binding_new();
  g_autoptr(AdrefValue) date = example_date();
  AdrefBindingSources sources = {.parties = adref_library_parties(library), .date = date};
  for (guint i = 0; closure && i < closure->len; i++) {
    const AdrefTemplate *part = closure->pdata[i];
    for (guint j = 0; values && j < part->params->len; j++) {
      const AdrefParam *param = part->params->pdata[j];
      AdrefValue *value = g_hash_table_lookup(values, param->name);
      if (value)
        adref_binding_put(binding, param, value, param->place);
    }
    if (!adref_binding_add(binding, part->params, &sources, part->path, error))
      return NULL;
  }
  return closure ? g_steal_pointer(&binding) : NULL;
}

GString *adref_render_template(AdrefLibrary *library, const AdrefTemplate *template,
                               GHashTable *values, GError **error)
{
  g_autoptr(AdrefValue) date = example_date();
  adref_library_set_day(library, date);
  g_autoptr(AdrefBinding) binding = bind_given(library, template, values, error);
  const AdrefAbbreviations *abbreviations =
      binding ? adref_library_abbreviations(library, error) : NULL;
  if (!abbreviations)
    return NULL;
  g_autoptr(GHashTable) introduced = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) facts = example_facts(adref_library_parties(library), template->language);
  AdrefRenderContext context = {.library = library,
                                .language = template->language,
                                .facts = facts,
                                .own = binding,
                                .abbreviations = abbreviations,
                                .introduced = introduced};
  g_autoptr(AdrefNode) clause = render_clause(template, NULL, &context, error);
  return clause ? adref_canonical_clause(clause) : NULL;
}

#include "work/search/concordance.h"

#include <string.h>

#include "draft/data/localized_text.h"
#include "review/languages/language_differences.h"
#include "review/languages/paragraph_alignment.h"
#include "view/parallel_texts.h"

struct AdrefConcordanceTexts {
  GPtrArray *texts;     /* of AdrefText */
  GPtrArray *documents; /* of AdrefNode: those of the texts, or copies */
  GPtrArray *copies;    /* of AdrefNode, which are freed */
  GPtrArray *languages; /* of char * */
  GPtrArray *names;     /* of GHashTable: of parties; NULL: none */
  GArray *options;      /* of AdrefViewOptions */
  char *title;
  AdrefConcordance concordance;
};

static void free_text(gpointer text)
{
  adref_text_free(text);
}

static void free_node(gpointer node)
{
  adref_node_free(node);
}

static void free_difference(gpointer data)
{
  AdrefConcordanceDifference *difference = data;
  g_free(difference->first);
  g_free(difference->second);
  g_free(difference->line);
  g_free(difference->clause);
  g_free(difference);
}

static void free_row(gpointer data)
{
  AdrefConcordanceRow *row = data;
  g_free(row->clauses);
  g_ptr_array_unref(row->differences);
  g_free(row);
}

static void free_names(gpointer names)
{
  if (names)
    g_hash_table_unref(names);
}

static AdrefConcordanceTexts *new_texts(void)
{
  AdrefConcordanceTexts *self = g_new0(AdrefConcordanceTexts, 1);
  self->texts = g_ptr_array_new_with_free_func(free_text);
  self->documents = g_ptr_array_new();
  self->copies = g_ptr_array_new_with_free_func(free_node);
  self->languages = g_ptr_array_new_with_free_func(g_free);
  self->names = g_ptr_array_new_with_free_func(free_names);
  self->options = g_array_new(FALSE, TRUE, sizeof(AdrefViewOptions));
  self->concordance.rows = g_ptr_array_new_with_free_func(free_row);
  self->concordance.differences = g_ptr_array_new_with_free_func(free_difference);
  return self;
}

void adref_concordance_texts_free(AdrefConcordanceTexts *self)
{
  if (!self)
    return;
  g_ptr_array_unref(self->concordance.rows);
  g_ptr_array_unref(self->concordance.differences);
  g_array_unref(self->options);
  g_ptr_array_unref(self->names);
  g_ptr_array_unref(self->languages);
  g_ptr_array_unref(self->documents);
  g_ptr_array_unref(self->copies);
  g_ptr_array_unref(self->texts);
  g_free(self->title);
  g_free(self);
}

const AdrefConcordance *adref_concordance_of(const AdrefConcordanceTexts *self)
{
  return &self->concordance;
}

/* --- rows --- */

static AdrefConcordanceRow *new_row(const AdrefConcordanceTexts *self)
{
  AdrefConcordanceRow *row = g_new0(AdrefConcordanceRow, 1);
  row->clauses = g_new0(const AdrefNode *, self->documents->len);
  row->differences = g_ptr_array_new_with_free_func(free_difference);
  return row;
}

static const char *id_of(const AdrefNode *clause)
{
  return clause->as.clause->id ? clause->as.clause->id : clause->as.clause->number;
}

/* Rows while they are made. */
typedef struct {
  AdrefConcordanceTexts *self;
  GHashTable *by_clause; /* of the first text -> row */
  GHashTable *by_name;   /* id, or number -> row */
} Rows;

static void fill_row(const Rows *rows, AdrefConcordanceRow *row, guint language,
                     const AdrefNode *clause)
{
  const char *name = id_of(clause);
  row->clauses[language] = clause;
  if (name && !g_hash_table_contains(rows->by_name, name))
    g_hash_table_insert(rows->by_name, (gpointer)(guintptr)name, row);
}

static void add_first(const Rows *rows)
{
  const AdrefNode *document = rows->self->documents->pdata[0];
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    AdrefConcordanceRow *row = new_row(rows->self);
    g_ptr_array_add(rows->self->concordance.rows, row);
    g_hash_table_insert(rows->by_clause, (gpointer)(guintptr)clause, row);
    fill_row(rows, row, 0, clause);
  }
}

/* The row of a clause that the first text does not have: another language may have it too. */
static AdrefConcordanceRow *row_of_other(const Rows *rows, const AdrefNode *clause, guint language,
                                         const AdrefConcordanceRow *before)
{
  GPtrArray *all = rows->self->concordance.rows;
  const char *id = clause->as.clause->id;
  AdrefConcordanceRow *row = id ? g_hash_table_lookup(rows->by_name, id) : NULL;
  guint at = 0;
  if (row && !row->clauses[0] && !row->clauses[language])
    return row;
  row = new_row(rows->self);
  if (before && g_ptr_array_find(all, before, &at))
    at++;
  g_ptr_array_insert(all, (gint)at, row);
  return row;
}

/* The first heading of level 1; NULL: none. */
static const AdrefNode *title_of(const AdrefNode *document)
{
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->first && clause->first->type == ADREF_HEADING && clause->first->as.level == 1)
      return clause;
  return NULL;
}

static void add_language(const Rows *rows, guint language)
{
  const AdrefNode *documents[] = {rows->self->documents->pdata[0],
                                  rows->self->documents->pdata[language]};
  const AdrefNode *titles[] = {title_of(documents[0]), title_of(documents[1])};
  if (titles[0] && titles[1])
    fill_row(rows, g_hash_table_lookup(rows->by_clause, titles[0]), language, titles[1]);
  else
    titles[0] = titles[1] = NULL;
  g_autoptr(GArray) pairs = adref_clause_pairs_new(documents, titles);
  const AdrefConcordanceRow *before = NULL;
  for (guint i = 0; i < pairs->len; i++) {
    const AdrefClausePair *pair = &g_array_index(pairs, AdrefClausePair, i);
    AdrefConcordanceRow *row = pair->clauses[0]
                                   ? g_hash_table_lookup(rows->by_clause, pair->clauses[0])
                                   : row_of_other(rows, pair->clauses[1], language, before);
    if (pair->clauses[1])
      fill_row(rows, row, language, pair->clauses[1]);
    before = row;
  }
}

/* --- differences --- */

static void add_difference(const Rows *rows, const AdrefLanguageDifference *found, guint language)
{
  AdrefConcordance *concordance = &rows->self->concordance;
  AdrefConcordanceRow *row =
      found->clause ? g_hash_table_lookup(rows->by_name, found->clause) : NULL;
  AdrefConcordanceDifference *difference = g_new0(AdrefConcordanceDifference, 1);
  *difference = (AdrefConcordanceDifference){
      language,
      adref_language_difference_word(found->type),
      g_strdup(found->first),
      g_strdup(found->second),
      adref_language_difference_line(found, rows->self->languages->pdata[0],
                                     rows->self->languages->pdata[language], NULL),
      adref_language_difference_is_proven(found),
      found->type,
      g_strdup(found->clause)};
  concordance->proven += difference->proven ? 1 : 0;
  g_ptr_array_add(row ? row->differences : concordance->differences, difference);
}

/* The names of the parties as "adref status" has them: in each language those of ICU, too. Caller
 * unrefs; NULL: there are none. */
static GHashTable *names_in(const AdrefConcordanceTexts *self, guint language)
{
  const AdrefParties *parties = adref_text_parties(self->texts->pdata[0]);
  return parties ? adref_parties_names_in(parties, self->languages->pdata[language]) : NULL;
}

static AdrefLanguageStructure *structure_of(const AdrefConcordanceTexts *self, guint language,
                                            GHashTable *parties)
{
  const AdrefStatement *statement = ((const AdrefText *)self->texts->pdata[0])->statement;
  AdrefLanguageText text = {self->languages->pdata[language], self->documents->pdata[language]};
  const char *title = statement && statement->title
                          ? adref_localized_text_get(statement->title, text.language)
                          : NULL;
  return adref_language_structure_new(&text, title, parties);
}

static void compare(const Rows *rows, guint language, const AdrefLanguageStructure *first)
{
  g_autoptr(GHashTable) parties = names_in(rows->self, language);
  g_autoptr(AdrefLanguageStructure) second = structure_of(rows->self, language, parties);
  g_autoptr(GPtrArray) found = adref_language_structures_compare(first, second);
  adref_language_structures_add_titles(found, first, second);
  for (guint i = 0; i < found->len; i++)
    add_difference(rows, found->pdata[i], language);
}

static void make_rows(AdrefConcordanceTexts *self)
{
  g_autoptr(GHashTable) parties = names_in(self, 0);
  Rows rows = {self, g_hash_table_new(NULL, NULL), g_hash_table_new(g_str_hash, g_str_equal)};
  add_first(&rows);
  for (guint i = 1; i < self->documents->len; i++)
    add_language(&rows, i);
  g_autoptr(AdrefLanguageStructure) first = structure_of(self, 0, parties);
  for (guint i = 1; i < self->documents->len; i++)
    compare(&rows, i, first);
  g_hash_table_unref(rows.by_clause);
  g_hash_table_unref(rows.by_name);
}

static GHashTable *parties_of(const AdrefConcordanceTexts *self)
{
  const AdrefParties *parties = adref_text_parties(self->texts->pdata[0]);
  return parties ? adref_parties_names(parties) : NULL;
}

static void finish(AdrefConcordanceTexts *self)
{
  AdrefConcordance *concordance = &self->concordance;
  for (guint i = 0; i < self->texts->len; i++) {
    const AdrefText *text = self->texts->pdata[i];
    AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING,
                                .reveals_hidden = TRUE,
                                .language = text->language,
                                .house = text->house,
                                .names = adref_text_party_names(text),
                                .parties = adref_text_parties(text)};
    g_ptr_array_add(self->names, options.names);
    g_array_append_val(self->options, options);
  }
  self->title = adref_document_title(self->documents->pdata[0]);
  if (!self->title)
    self->title = g_strdup(((AdrefText *)self->texts->pdata[0])->name);
  concordance->title = self->title;
  concordance->count = self->texts->len;
  concordance->languages = (const char *const *)self->languages->pdata;
  concordance->documents = (const AdrefNode *const *)self->documents->pdata;
  concordance->options = (const AdrefViewOptions *)(gpointer)self->options->data;
  make_rows(self);
  g_ptr_array_add(self->languages, NULL);
  concordance->languages = (const char *const *)self->languages->pdata;
}

/* --- texts --- */

static void add_text(AdrefConcordanceTexts *self, AdrefText *text)
{
  g_ptr_array_add(self->texts, text);
  g_ptr_array_add(self->documents, text->document);
  g_ptr_array_add(self->languages, g_strdup(text->language));
}

/* The text in a language; one that has no text yet is left out where nobody named it. */
static gboolean open_language(AdrefConcordanceTexts *self, AdrefSession *session,
                              const char *argument, const char *language, gboolean is_named,
                              GError **error)
{
  g_autoptr(GError) cause = NULL;
  AdrefText *text = adref_text_open(session, argument, language, &cause);
  if (text) {
    add_text(self, text);
    return TRUE;
  }
  if (!is_named && g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND)) {
    adref_session_say(session, "%s has no text yet", language);
    return TRUE;
  }
  g_propagate_error(error, g_steal_pointer(&cause));
  return FALSE;
}

static gboolean check_count(const AdrefConcordanceTexts *self, GError **error)
{
  if (self->texts->len >= 2 && self->texts->len <= ADREF_CONCORDANCE_MAX_LANGUAGES)
    return TRUE;
  adref_error(error, self->texts->len < 2 ? ADREF_ERROR_REFUSED : ADREF_ERROR_USAGE,
              "concordance: texts in two to %d languages are needed, here %s %u",
              ADREF_CONCORDANCE_MAX_LANGUAGES, self->texts->len == 1 ? "is" : "are",
              self->texts->len);
  return FALSE;
}

AdrefConcordanceTexts *adref_concordance_open(AdrefSession *session, const char *argument,
                                              const char *const *languages, GError **error)
{
  g_autoptr(AdrefConcordanceTexts) self = new_texts();
  guint named = g_strv_length((char **)(guintptr)languages);
  if (named < 2 && !open_language(self, session, argument, NULL, TRUE, error))
    return NULL;
  const AdrefText *rolling = named < 2 ? self->texts->pdata[0] : NULL;
  if (rolling && !rolling->statement) {
    adref_error(error, ADREF_ERROR_USAGE,
                "concordance: %s is a file in one language; --files FIRST SECOND compares two",
                rolling->name);
    return NULL;
  }
  char *const *wanted =
      named > 0 ? (char *const *)(guintptr)languages : rolling->statement->languages + 1;
  for (; *wanted; wanted++)
    if (!(rolling && strcmp(*wanted, rolling->language) == 0) &&
        !open_language(self, session, argument, *wanted, named > 0, error))
      return NULL;
  if (!check_count(self, error))
    return NULL;
  finish(self);
  return g_steal_pointer(&self);
}

static gboolean has_ids(const AdrefNode *document)
{
  g_autoptr(GHashTable) ids = adref_clause_ids(document);
  return g_hash_table_size(ids) > 0;
}

/* Puts copies with common ids in the place of documents without any. */
static gboolean align(AdrefConcordanceTexts *self, GError **error)
{
  AdrefNode **documents = (AdrefNode **)self->documents->pdata;
  if (has_ids(documents[0]) && has_ids(documents[1]))
    return TRUE;
  AdrefLanguageText first = {self->languages->pdata[0], documents[0]};
  AdrefLanguageText second = {self->languages->pdata[1], documents[1]};
  g_autoptr(GArray) beads = adref_paragraph_alignment_new(&first, &second, parties_of(self), error);
  if (!beads)
    return FALSE;
  for (guint i = 0; i < 2; i++) {
    AdrefNode *copy = adref_paragraph_alignment_document(beads, documents[i], i);
    g_ptr_array_add(self->copies, copy);
    documents[i] = copy;
  }
  return TRUE;
}

AdrefConcordanceTexts *adref_concordance_open_files(AdrefSession *session, const char *first,
                                                    const char *second, GError **error)
{
  g_autoptr(AdrefConcordanceTexts) self = new_texts();
  const char *const files[] = {first, second};
  for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
    AdrefText *text = adref_text_load_file(session, files[i], NULL, NULL, error);
    if (!text)
      return NULL;
    if (!adref_text_read_shared(text, error)) {
      adref_text_free(text);
      return NULL;
    }
    add_text(self, text);
  }
  if (strcmp(self->languages->pdata[0], self->languages->pdata[1]) == 0) {
    adref_error(error, ADREF_ERROR_USAGE,
                "concordance: both files are in one language (%s); the name of a file says its "
                "language, as in text.ja.md",
                (char *)self->languages->pdata[0]);
    return NULL;
  }
  if (!align(self, error))
    return NULL;
  finish(self);
  return g_steal_pointer(&self);
}

/* --- pages --- */

static gboolean check_pages(const AdrefConcordanceTexts *self, GError **error)
{
  if (self->concordance.count == 2)
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE,
              "concordance: a page has two languages side by side; name two of the %u",
              self->concordance.count);
  return FALSE;
}

static AdrefExportText edition_of(const AdrefConcordanceTexts *self, guint side)
{
  AdrefExportText edition = {.text = self->texts->pdata[side],
                             .document = self->documents->pdata[side],
                             .options = self->concordance.options[side]};
  return edition;
}

/* What both kinds of pages are made of. */
typedef struct {
  AdrefExportText editions[ADREF_PARALLEL_TEXTS];
  AdrefPageWords *words[ADREF_PARALLEL_TEXTS];
  char *occasions[ADREF_PARALLEL_TEXTS];
  GHashTable *notes;
} Pages;

static void pages_clear(Pages *pages)
{
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++) {
    adref_page_words_free(pages->words[i]);
    g_free(pages->occasions[i]);
  }
  g_clear_pointer(&pages->notes, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Pages, pages_clear)

static gboolean pages_fill(Pages *pages, const AdrefConcordanceTexts *self, GError **error)
{
  if (!check_pages(self, error))
    return FALSE;
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++) {
    AdrefExportText *edition = &pages->editions[i];
    *edition = edition_of(self, i);
    if (!adref_text_page_words(edition->text, &pages->words[i], error))
      return FALSE;
    pages->occasions[i] = adref_text_occasion(edition->text);
    edition->options.words = pages->words[i];
    edition->options.occasion = pages->occasions[i];
  }
  pages->notes = adref_concordance_notes(&self->concordance, pages->words[0]);
  pages->editions[0].notes = pages->notes;
  return TRUE;
}

GString *adref_concordance_html(const AdrefConcordanceTexts *self, GError **error)
{
  g_auto(Pages) pages = {0};
  return pages_fill(&pages, self, error)
             ? adref_parallel_export_html(&pages.editions[0], &pages.editions[1])
             : NULL;
}

GString *adref_concordance_pdf(const AdrefConcordanceTexts *self, const AdrefPdfOptions *options,
                               GError **error)
{
  g_auto(Pages) pages = {0};
  if (!pages_fill(&pages, self, error))
    return NULL;
  AdrefPageOptions page_options = adref_pdf_options_page(options, pages.editions[0].text);
  return adref_parallel_export_pdf(&pages.editions[0], &pages.editions[1], &page_options, options,
                                   error);
}

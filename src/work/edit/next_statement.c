#include "work/edit/next_statement.h"

#include <string.h>

#include "base/file.h"
#include "clause/labels/freeze.h"
#include "clause/markdown/canonical.h"
#include "work/edit/dated_words.h"
#include "work/edit/save_statement.h"
#include "work/needs.h"
#include "work/statement_folder.h"
#include "work/statement_id.h"

/* A text of the source, changed into that of the new statement. */
typedef struct {
  char *language;
  GString *canonical;
} NextText;

typedef struct {
  AdrefSession *session;
  const AdrefNextStatementOptions *options;
  AdrefText *rolling; /* the source: its first language */
  GPtrArray *texts;   /* of NextText */
  AdrefNextStatement *next;
} NextMaker;

void adref_next_statement_free(AdrefNextStatement *next)
{
  if (!next)
    return;
  g_free(next->source);
  g_ptr_array_unref(next->dated);
  g_ptr_array_unref(next->missing);
  g_free(next);
}

static void free_text(gpointer data)
{
  NextText *text = data;
  g_free(text->language);
  g_string_free(text->canonical, TRUE);
  g_free(text);
}

/* Takes away what belongs to the talks of last year: notes, and marks of agreement. */
static void remove_traces(AdrefNode *document)
{
  g_autoptr(GPtrArray) traces = g_ptr_array_new();
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk))
    if (walk.entering && (walk.node->type == ADREF_NOTE || walk.node->type == ADREF_AD_REF))
      g_ptr_array_add(traces, walk.node);
  for (guint i = 0; i < traces->len; i++)
    adref_node_free(traces->pdata[i]);
}

static void set_precedents(AdrefNode *document, const char *source)
{
  for (AdrefNode *clause = document->first; clause; clause = clause->next) {
    AdrefClause *attributes = clause->as.clause;
    if (!attributes->id)
      continue;
    g_free(attributes->from);
    attributes->from = g_strdup_printf("%s/%s", source, attributes->id);
  }
}

static char *place_in(const AdrefStatement *statement, const char *language)
{
  return statement->place ? adref_value_print(statement->place, "", language) : NULL;
}

/* It says facts of the old text, and a statement has them in statement.yaml. */
static void drop_front_matter(const NextMaker *self, const AdrefText *text)
{
  if (!text->document->text)
    return;
  adref_node_take_text(text->document, NULL, 0);
  adref_session_say(self->session, "%s: its front matter is left out", text->name);
}

/* The heading of the text's title; NULL: it begins with something else. */
static AdrefNode *title_heading(const AdrefText *text)
{
  const AdrefNode *clause = text->document->first;
  AdrefNode *heading = clause && clause->as.clause->kind == ADREF_TITLE ? clause->first : NULL;
  return heading && heading->type == ADREF_HEADING && heading->as.level == 1 ? heading : NULL;
}

/* A title that was given stands in the text, too, where it has words in its language. */
static void set_title(const NextMaker *self, const AdrefText *text)
{
  AdrefNode *heading = self->options->title ? title_heading(text) : NULL;
  if (!heading)
    return;
  if (adref_value_given_fallback(self->options->title, text->language,
                                 text->statement->languages[0])) {
    adref_session_say(self->session,
                      "%s: the title stays that of %s, since --title has no words in \"%s\"",
                      text->language, text->statement->id, text->language);
    return;
  }
  g_autofree char *words = adref_value_print(self->options->title, "", text->language);
  while (heading->first)
    adref_node_free(heading->first);
  adref_node_append(heading, adref_node_new_text(ADREF_TEXT, words, -1));
}

static void add_text(NextMaker *self, AdrefText *text)
{
  AdrefNumbering numbering;
  AdrefMarkdownReadOptions read;
  adref_text_read_options(text, &numbering, &read);
  drop_front_matter(self, text);
  adref_unfreeze(text->document);
  remove_traces(text->document);
  const AdrefNode *heading = title_heading(text);
  g_autofree char *title = heading ? adref_node_words(heading) : NULL;
  set_title(self, text);
  set_precedents(text->document, text->statement->id);
  adref_numbering_apply(text->document, read.numbers ? read.numbers : &adref_numbering_default,
                        NULL);
  g_autofree char *place = place_in(text->statement, text->language);
  const AdrefDatedWordsOptions dated = {text->language, place, title};
  adref_dated_words_find(text->document, &dated, self->next->dated);
  NextText *next = g_new0(NextText, 1);
  next->language = g_strdup(text->language);
  next->canonical = adref_canonical(text->document);
  g_ptr_array_add(self->texts, next);
}

/* Reads the other languages; one that has no text is said. */
static gboolean read_others(NextMaker *self, GError **error)
{
  char **languages = self->rolling->statement->languages;
  for (guint i = 1; languages[i]; i++) {
    g_autoptr(GError) cause = NULL;
    g_autoptr(AdrefText) text =
        adref_text_open(self->session, self->options->source, languages[i], &cause);
    if (text) {
      add_text(self, text);
    } else if (g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND)) {
      adref_session_say(self->session, "%s", cause->message);
    } else {
      g_propagate_error(error, g_steal_pointer(&cause));
      return FALSE;
    }
  }
  return TRUE;
}

static void put_node(AdrefYamlWriter *writer, const AdrefStatement *statement, const char *key)
{
  const AdrefYaml *node = adref_yaml_get(statement->yaml, key);
  if (!node)
    return;
  adref_yaml_put(writer, key);
  adref_yaml_put_node(writer, node);
}

/* The meeting's number and the deadline have no key of their own: they are values. */
static void put_values(AdrefYamlWriter *writer, const AdrefNextStatementOptions *options)
{
  if (!options->meeting && !options->deadline)
    return;
  adref_yaml_put(writer, "values");
  adref_yaml_open_map(writer);
  adref_yaml_put_text(writer, "meeting", options->meeting);
  if (options->deadline) {
    adref_yaml_put(writer, "deadline");
    adref_yaml_put(writer, options->deadline);
  }
  adref_yaml_close(writer);
}

static char *style_of(const AdrefText *text)
{
  if (!text->house || !text->house->file)
    return NULL;
  char *name = g_path_get_basename(text->house->file);
  char *dot = strrchr(name, '.');
  if (dot)
    *dot = '\0';
  return name;
}

static GString *write_facts(const NextMaker *self)
{
  const AdrefStatement *statement = self->rolling->statement;
  const AdrefNextStatementOptions *options = self->options;
  AdrefYamlWriter *writer = adref_yaml_writer_new();
  g_autofree char *style = style_of(self->rolling);
  adref_yaml_open_map(writer);
  if (options->title)
    adref_value_write_entry(options->title, "title", writer);
  else
    put_node(writer, statement, "title");
  adref_yaml_put_text(writer, "style", style);
  put_node(writer, statement, "parties");
  adref_value_write_entry(options->place, "place", writer);
  if (options->date) {
    adref_yaml_put(writer, "date");
    adref_yaml_put(writer, options->date);
  }
  put_node(writer, statement, "languages");
  put_node(writer, statement, "roles");
  put_node(writer, statement, "signing");
  put_node(writer, statement, "signatories");
  adref_yaml_put_text(writer, "adoption",
                      adref_adoption_level_word(statement->says_adoption
                                                    ? statement->adoption
                                                    : ADREF_ADOPTION_LEVEL_CONFIRMED));
  put_values(writer, options);
  adref_yaml_close(writer);
  return adref_yaml_writer_end(writer);
}

static gboolean write_files(const NextMaker *self, GError **error)
{
  g_auto(AdrefStatementFolder) folder = {0};
  g_autoptr(GString) facts = write_facts(self);
  if (!adref_statement_folder_begin(self->session, self->options->id, &folder, error) ||
      !adref_statement_folder_write(&folder, "statement.yaml", facts, error))
    return FALSE;
  for (guint i = 0; i < self->texts->len; i++) {
    const NextText *text = self->texts->pdata[i];
    g_autofree char *name = g_strdup_printf("%s.md", text->language);
    if (!adref_statement_folder_write(&folder, name, text->canonical, error))
      return FALSE;
  }
  return adref_statement_folder_put(&folder, error);
}

static gboolean save(const NextMaker *self, GError **error)
{
  const AdrefStatement *statement =
      adref_session_facts(self->session->files, self->options->id, error);
  g_autofree char *subject =
      g_strdup_printf("%s: begun from %s", self->options->id, self->next->source);
  AdrefSaveStatementOptions options = {
      .subject = subject, .action = "new", .compare_clauses = TRUE};
  return statement && adref_save_statement(self->session, statement, &options, error);
}

static void list_missing(NextMaker *self)
{
  const struct {
    const char *name;
    gconstpointer value;
  } facts[] = {{"date", self->options->date},
               {"place", self->options->place},
               {"meeting", self->options->meeting},
               {"deadline", self->options->deadline}};
  for (gsize i = 0; i < G_N_ELEMENTS(facts); i++)
    if (!facts[i].value)
      g_ptr_array_add(self->next->missing, (gpointer)(guintptr)facts[i].name);
}

static gboolean make(NextMaker *self, GError **error)
{
  if (!self->rolling)
    return FALSE;
  if (!self->rolling->statement) {
    adref_error(
        error, ADREF_ERROR_INPUT,
        "%s: is a file; --from begins with a statement, which \"adref import %s\" makes of it",
        self->options->source, self->options->source);
    return FALSE;
  }
  self->next->source = *self->rolling->version.id ? g_strdup(self->options->source)
                                                  : g_strdup(self->rolling->statement->id);
  add_text(self, self->rolling);
  list_missing(self);
  return read_others(self, error) && write_files(self, error) && save(self, error);
}

AdrefNextStatement *adref_next_statement_make(AdrefSession *session,
                                              const AdrefNextStatementOptions *options,
                                              GError **error)
{
  if (!adref_statement_id_check_free(session, options->id, error) ||
      !adref_session_check_identity(session, error))
    return NULL;
  g_autoptr(AdrefNextStatement) next = g_new0(AdrefNextStatement, 1);
  next->dated = g_ptr_array_new_with_free_func(adref_dated_words_free);
  next->missing = g_ptr_array_new();
  NextMaker maker = {.session = session, .options = options, .next = next};
  maker.rolling = adref_text_open(session, options->source, NULL, error);
  maker.texts = g_ptr_array_new_with_free_func(free_text);
  gboolean done = make(&maker, error);
  g_ptr_array_unref(maker.texts);
  adref_text_free(maker.rolling);
  return done ? g_steal_pointer(&next) : NULL;
}

#include "work/import/import_into.h"

#include <string.h>

#include "base/file.h"
#include "clause/labels/numbering.h"
#include "clause/markdown/canonical.h"
#include "clause/markdown/footnote_check.h"
#include "clause/node_copy.h"
#include "clause/text/heading_ids.h"
#include "clause/text/text_language.h"
#include "draft/statement/added_language.h"
#include "exchange/paragraphs/paragraph_kind.h"
#include "exchange/text/speaking_id.h"
#include "work/import/import_language.h"
#include "work/import/import_origin.h"
#include "work/import/import_parties.h"
#include "work/import/import_word.h"
#include "work/import/own_words.h"
#include "work/import/returned_authors.h"
#include "work/import/returned_changes.h"
#include "work/import/returned_clauses.h"
#include "work/import/returned_forms.h"
#include "work/import/returned_notes.h"
#include "work/import/returned_positions.h"
#include "work/import/returned_word.h"
#include "work/import/sent_plain.h"

AdrefImportInto *adref_import_into_new(AdrefImportFile *file)
{
  AdrefImportInto *into = g_new0(AdrefImportInto, 1);
  into->file = file;
  into->changed = g_ptr_array_new_with_free_func(g_free);
  into->added = g_ptr_array_new_with_free_func(g_free);
  into->deleted = g_ptr_array_new_with_free_func(g_free);
  into->both = g_ptr_array_new_with_free_func(g_free);
  into->kept = g_ptr_array_new_with_free_func(g_free);
  return into;
}

void adref_import_into_free(AdrefImportInto *into)
{
  if (!into)
    return;
  if (!into->is_later)
    adref_import_file_free(into->file);
  if (into->later)
    g_ptr_array_unref(into->later);
  g_free(into->party);
  g_free(into->base);
  adref_text_free(into->current);
  adref_node_free(into->document);
  g_ptr_array_unref(into->changed);
  g_ptr_array_unref(into->added);
  g_ptr_array_unref(into->deleted);
  g_ptr_array_unref(into->both);
  g_ptr_array_unref(into->kept);
  adref_word_report_free(into->report);
  g_free(into->facts);
  g_free(into);
}

static void into_free(gpointer into)
{
  adref_import_into_free(into);
}

/* --- the file's clauses --- */

static GHashTable *ids_of(const AdrefNode *document)
{
  GHashTable *ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->as.clause->id)
      g_hash_table_add(ids, g_strdup(clause->as.clause->id));
  return ids;
}

/* The file as a text of the statement: read as everybody will read it. */
static AdrefNode *read_as_text(const AdrefText *text, const AdrefNode *document,
                               GPtrArray *problems, GError **error)
{
  g_autoptr(GString) canonical = adref_canonical(document);
  return adref_text_parse(text, canonical->str, canonical->len, problems, error);
}

/* --- what differs is changed --- */

static void recognise(AdrefImportFile *file, const AdrefText *base, GHashTable *taken,
                      GPtrArray *problems)
{
  AdrefReturnedNumbers numbers =
      adref_returned_clauses_match(file->text, base->document, file->language, taken, problems);
  file->text->is_part = file->text->is_part || numbers.is_part;
  if (numbers.left_out > 0)
    adref_problem_hint(problems, 1, 1, ADREF_NUMBERS_LEFT_OUT, numbers.left_out,
                       numbers.left_out == 1 ? "" : "s", numbers.left_out == 1 ? "is" : "are");
  adref_speaking_ids_give(file->text, file->language);
}

static AdrefNode *read_clauses(const AdrefImportFile *file, const AdrefText *base,
                               const AdrefText *text, GError **error)
{
  g_autoptr(AdrefNode) made = adref_clause_tree_make(file->text, ADREF_NUMBERS_STAY);
  adref_import_take_attributes(made, base->document);
  adref_returned_forms_restore(made, base->document, file);
  adref_returned_notes_settle(made, base->document, ADREF_NOTES_OF_TEXT);
  AdrefNode *read = read_as_text(text, made, NULL, error);
  if (read)
    adref_returned_positions_restore(read, base->document);
  return read;
}

/* Plain text has no emphasis, quotations and deep lists, and a line may begin with a number: what
 * reads as the page that went out is as it was, however a mail program wraps it. */
static void keep_sent(const AdrefImportFile *file, const AdrefText *base, const AdrefText *text,
                      AdrefNode *theirs)
{
  static const struct {
    AdrefView view;
    guint width;
  } pages[] = {{ADREF_VIEW_NEGOTIATING, 80}, {ADREF_VIEW_NEGOTIATING, 72},
               {ADREF_VIEW_NEGOTIATING, 0},  {ADREF_VIEW_PUBLIC, 80},
               {ADREF_VIEW_PUBLIC, 72},      {ADREF_VIEW_PUBLIC, 0}};
  for (gsize i = 0; i < G_N_ELEMENTS(pages); i++) {
    AdrefImportFile *sent = adref_sent_plain_read(base, file, pages[i].view, pages[i].width);
    if (!sent)
      continue;
    g_autoptr(GHashTable) none = g_hash_table_new(g_str_hash, g_str_equal);
    recognise(sent, base, none, NULL);
    g_autoptr(AdrefNode) read = read_clauses(sent, base, text, NULL);
    if (read)
      adref_sent_plain_keep(theirs, read, base->document);
    adref_import_file_free(sent);
  }
}

static AdrefNode *make_clauses(const AdrefImportFile *file, const AdrefText *base,
                               const AdrefText *text, GError **error)
{
  AdrefNode *theirs = read_clauses(file, base, text, error);
  if (theirs && file->format == ADREF_INCOMING_PLAIN_TEXT)
    keep_sent(file, base, text, theirs);
  return theirs;
}

/* A paragraph that is another clause now has not the number and the template of the one before. */
static void forget_attributes(const AdrefIncomingParagraph *paragraph, const char *former)
{
  AdrefClause *clause = paragraph->content->as.clause;
  if (g_strcmp0(paragraph->id, former) == 0)
    return;
  g_clear_pointer(&clause->frozen, g_free);
  g_clear_pointer(&clause->from, g_free);
  g_clear_pointer(&clause->alt, g_free);
}

/* A corrected table says what the clauses are, whatever they were taken for. */
static gboolean correct(AdrefSession *session, AdrefImportFile *file,
                        const AdrefImportOptions *options, guint nth, GError **error)
{
  const GPtrArray *paragraphs = file->text->paragraphs;
  g_autoptr(GPtrArray) former = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < paragraphs->len; i++)
    g_ptr_array_add(former, g_strdup(((const AdrefIncomingParagraph *)paragraphs->pdata[i])->id));
  if (options->map && !adref_import_file_read_map(session, file, options->map, nth, error))
    return FALSE;
  for (guint i = 0; i < paragraphs->len; i++)
    forget_attributes(paragraphs->pdata[i], former->pdata[i]);
  return TRUE;
}

/* What was decided about paragraphs that a reading with fewer changes has too: they begin with the
 * same paragraph of the file. */
static void follow(AdrefIncomingText *text, const AdrefIncomingText *decided)
{
  g_autoptr(GHashTable) rows = g_hash_table_new(NULL, NULL);
  g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < decided->paragraphs->len; i++) {
    const AdrefIncomingParagraph *row = decided->paragraphs->pdata[i];
    g_hash_table_insert(rows, GUINT_TO_POINTER(row->line), (gpointer)(guintptr)row);
  }
  for (guint i = 0; i < text->paragraphs->len; i++) {
    AdrefIncomingParagraph *paragraph = text->paragraphs->pdata[i];
    const AdrefIncomingParagraph *row =
        g_hash_table_lookup(rows, GUINT_TO_POINTER(paragraph->line));
    if (!row)
      continue;
    g_autofree char *former = g_steal_pointer(&paragraph->id);
    paragraph->kind = row->kind;
    paragraph->level = row->level;
    paragraph->id = g_strdup(row->id);
    forget_attributes(paragraph, former);
    if (row->id)
      g_hash_table_add(ids, paragraph->id);
  }
  for (guint i = 0; i < text->paragraphs->len; i++) {
    AdrefIncomingParagraph *paragraph = text->paragraphs->pdata[i];
    const char *first = paragraph->id ? g_hash_table_lookup(ids, paragraph->id) : NULL;
    if (first && first != paragraph->id)
      g_clear_pointer(&paragraph->id, g_free);
  }
}

AdrefNode *adref_import_into_clauses(AdrefImportFile *file, const AdrefText *base,
                                     const AdrefText *text, GHashTable *taken,
                                     const AdrefIncomingText *decided, GError **error)
{
  recognise(file, base, taken, decided ? NULL : file->problems);
  if (decided) {
    follow(file->text, decided);
    adref_speaking_ids_give(file->text, file->language);
  }
  return make_clauses(file, base, text, error);
}

void adref_import_into_text(AdrefText *text, AdrefNode *clauses, const AdrefNode *base)
{
  adref_heading_ids_give(clauses, base);
  adref_import_take_attributes(clauses, base);
  g_bytes_unref(text->source);
  text->source = g_string_free_to_bytes(adref_canonical(clauses));
  g_clear_pointer(&text->document, adref_node_free);
  g_clear_pointer(&text->problems, g_ptr_array_unref);
}

/* A clause that was added since the file went out is not in it: its id would stand twice. */
static gboolean check_ids(const AdrefImportInto *into, const AdrefText *base, const char *map,
                          GHashTable *taken, GError **error)
{
  g_autoptr(GHashTable) known = adref_clause_ids(base->document);
  const GPtrArray *paragraphs = into->file->text->paragraphs;
  for (guint i = 0; map && i < paragraphs->len; i++) {
    const char *id = ((const AdrefIncomingParagraph *)paragraphs->pdata[i])->id;
    if (!id || g_hash_table_contains(known, id) || !g_hash_table_contains(taken, id))
      continue;
    adref_error(
        error, ADREF_ERROR_INPUT,
        "%s: the id \"%s\" is that of a clause which %s, from which %s came, does not have; "
        "give the paragraph another id, or - for none",
        map, id, into->base, into->file->name);
    return FALSE;
  }
  return TRUE;
}

gboolean adref_import_into_decide(AdrefImportInto *into, const AdrefText *base, guint nth,
                                  const AdrefImportOptions *options, GError **error)
{
  g_autoptr(GHashTable) taken = ids_of(into->current->document);
  recognise(into->file, base, taken, options->map ? NULL : into->file->problems);
  return correct(into->current->session, into->file, options, nth, error) &&
         check_ids(into, base, options->map, taken, error);
}

static gboolean compare_words(AdrefSession *session, AdrefImportInto *into, const AdrefText *base,
                              guint nth, const AdrefImportOptions *options, GError **error)
{
  AdrefText *current = into->current;
  const char *party = options->party;
  if (!adref_import_into_decide(into, base, nth, options, error))
    return FALSE;
  if (into->file->text->is_part)
    adref_footnote_check_part(into->file->problems, base->document);
  g_autoptr(AdrefNode) theirs = make_clauses(into->file, base, current, error);
  if (!theirs)
    return FALSE;
  g_autoptr(AdrefNode) result = adref_returned_changes_make(into, base->document, theirs, party);
  adref_own_words_say(session, current, base, into->base, theirs, party, into->file->name);
  return adref_import_into_take(into, result, error);
}

gboolean adref_import_into_take(AdrefImportInto *into, const AdrefNode *result, GError **error)
{
  AdrefText *current = into->current;
  g_ptr_array_unref(current->problems); /* perhaps those of others, too */
  current->problems = adref_problems_new();
  into->document = read_as_text(current, result, current->problems, error);
  return into->document != NULL;
}

static gboolean compare_word(AdrefSession *session, AdrefImportInto *into, guint nth,
                             const AdrefImportOptions *options, GError **error)
{
  g_autoptr(AdrefText) base = adref_import_parties_base(session, into, options, error);
  if (!base)
    return FALSE;
  g_autoptr(AdrefReturnedWord) word =
      adref_returned_word_open(into->file, base, into->base, into->current, options, error);
  if (!word || !adref_import_file_check_words(into->file, error))
    return FALSE;
  into->report = adref_returned_word_take_report(word);
  if (adref_returned_word_parties(word)->len > 1)
    return adref_import_parties_compare(into, word, base, nth, options, error);
  g_clear_pointer(&word, adref_returned_word_free); /* what went out is large */
  return compare_words(session, into, base, nth, options, error);
}

static gboolean compare(AdrefSession *session, AdrefImportInto *into, guint nth,
                        const AdrefImportOptions *options, GError **error)
{
  into->party = g_strdup(options->party);
  if (into->file->docx)
    return compare_word(session, into, nth, options, error);
  g_autoptr(AdrefText) base = adref_import_origin_version(session, into, options, error);
  return base && compare_words(session, into, base, nth, options, error);
}

/* --- a language without a text --- */

/* The rolling text: one of the files, or the statement's own, which is read into *text. */
static const AdrefNode *find_rolling(AdrefSession *session, const AdrefStatement *statement,
                                     const GPtrArray *before, AdrefText **text, GError **error)
{
  for (guint i = 0; i < before->len; i++) {
    const AdrefImportInto *into = before->pdata[i];
    if (strcmp(into->file->language, statement->languages[0]) == 0)
      return into->document;
  }
  *text = adref_text_open_statement(session, statement, NULL, error);
  return *text ? (*text)->document : NULL;
}

/* The document as everybody will read it, with the numbers of the statement's style. */
static AdrefNode *read_numbered(AdrefSession *session, const AdrefStatement *statement,
                                const AdrefNode *document, GError **error)
{
  const AdrefHouseStyle *style = adref_session_house_style(session->files, statement, error);
  AdrefNode *copy = style ? adref_node_copy_tree(document, ADREF_KEPT) : NULL;
  if (copy)
    adref_numbering_apply(copy, &style->numbering, NULL);
  return copy;
}

static gboolean match_language(AdrefSession *session, const AdrefStatement *statement,
                               AdrefImportInto *into, const GPtrArray *before,
                               const AdrefImportOptions *options, GError **error)
{
  g_autoptr(AdrefText) text = NULL;
  const AdrefNode *found = find_rolling(session, statement, before, &text, error);
  g_autoptr(AdrefNode) rolling = found ? read_numbered(session, statement, found, error) : NULL;
  if (!rolling)
    return FALSE;
  AdrefImportFile *file = into->file;
  adref_import_file_match(file, rolling);
  if (!correct(session, file, options, before->len, error))
    return FALSE;
  g_autoptr(AdrefNode) made = adref_clause_tree_make(file->text, ADREF_NUMBERS_STAY);
  adref_import_take_attributes(made, rolling);
  adref_returned_notes_place(made, rolling);
  into->document = g_steal_pointer(&made);
  return TRUE;
}

/* The facts with the language of a file, which is none of theirs; NULL: it cannot be added. */
static char *add_language(AdrefSession *session, const AdrefStatement *statement,
                          const char *language)
{
  g_autofree char *code = g_strndup(language, strcspn(language, "-"));
  g_autofree char *path = adref_session_path(session, statement->path);
  g_autoptr(GBytes) bytes = adref_text_language_is_code(code)
                                ? adref_file_read(path, statement->path, ADREF_YAML_LIMIT, NULL)
                                : NULL;
  gsize length = 0;
  const char *text = bytes ? g_bytes_get_data(bytes, &length) : NULL;
  return text ? adref_added_language(statement, text, length, language) : NULL;
}

/* A language is added where --lang names it, never by a guess. */
static gboolean check_language(AdrefSession *session, const AdrefStatement *statement,
                               AdrefImportInto *into, const AdrefImportOptions *options,
                               GError **error)
{
  const char *language = into->file->language;
  if (g_strv_contains((const char *const *)statement->languages, language))
    return TRUE;
  into->facts = options->language ? add_language(session, statement, language) : NULL;
  if (into->facts) {
    adref_session_say(session, "%s becomes a language of %s, in %s", language, statement->id,
                      statement->path);
    return TRUE;
  }
  g_autofree char *languages = g_strjoinv(", ", statement->languages);
  adref_error(error, ADREF_ERROR_USAGE,
              options->language ? "%s: the language %s is none of %s, which has %s; add it to "
                                  "languages in %s, or name it by its code in ISO 639-1: ja"
                                : "%s: the language %s is none of %s, which has %s; --lang says "
                                  "which of them it is, or adds another in %s",
              into->file->name, language, statement->id, languages, statement->path);
  return FALSE;
}

/* The first text of a statement that has none. */
static gboolean begin_text(AdrefSession *session, const AdrefStatement *statement,
                           AdrefImportInto *into, guint nth, const AdrefImportOptions *options,
                           GError **error)
{
  const AdrefHouseStyle *style = adref_session_house_style(session->files, statement, error);
  if (!style || !correct(session, into->file, options, nth, error))
    return FALSE;
  AdrefTypedNumbers typed = adref_typed_numbers(into->file->text);
  AdrefNumberUse numbers = ADREF_NUMBERS_STAY;
  if (style->numbering.operative && typed == ADREF_TYPED_NUMBERS_COUNTED)
    numbers = ADREF_NUMBERS_COUNTED;
  else if (style->numbering.operative && typed == ADREF_TYPED_NUMBERS_ASCENDING)
    numbers = ADREF_NUMBERS_FROZEN;
  into->document = adref_clause_tree_make(into->file->text, numbers);
  adref_heading_ids_give(into->document, NULL);
  return TRUE;
}

gboolean adref_import_has_text(AdrefSession *session, const AdrefStatement *statement,
                               const char *language)
{
  g_autofree char *name = adref_statement_text_path(statement, language);
  g_autofree char *path = adref_session_path(session, name);
  return g_file_test(path, G_FILE_TEST_EXISTS);
}

/* Each file is in another language. */
static gboolean check_other(const GPtrArray *before, const AdrefImportFile *file, GError **error)
{
  for (guint i = 0; i < before->len; i++) {
    const AdrefImportFile *other = ((const AdrefImportInto *)before->pdata[i])->file;
    if (strcmp(other->language, file->language) != 0)
      continue;
    adref_error(error, ADREF_ERROR_USAGE,
                "%s and %s are both in the language \"%s\"; name the files NAME.LANGUAGE.md, and "
                "import what belongs to one language in one file",
                other->name, file->name, file->language);
    return FALSE;
  }
  return TRUE;
}

/* The file is read; what it changes is decided. */
static gboolean decide(AdrefSession *session, const AdrefStatement *statement,
                       AdrefImportInto *into, const GPtrArray *before,
                       const AdrefImportOptions *options, GError **error)
{
  const char *language = into->file->language;
  if (adref_import_has_text(session, statement, language)) {
    into->current = adref_text_share_statement(session, statement, language, error);
    return into->current && compare(session, into, before->len, options, error);
  }
  if (!adref_import_file_need_text(session, into->file, error))
    return FALSE;
  return strcmp(language, statement->languages[0]) == 0
             ? begin_text(session, statement, into, before->len, options, error)
             : match_language(session, statement, into, before, options, error);
}

/* A short text may look as if it were in another language. */
static AdrefImportFile *read_file(AdrefSession *session, const AdrefStatement *statement,
                                  const char *name, const char *language, GError **error)
{
  const char *of = language ? language : statement->languages[0];
  g_autoptr(AdrefText) text = adref_import_has_text(session, statement, of)
                                  ? adref_text_share_statement(session, statement, of, NULL)
                                  : NULL;
  GBytes *source = text ? text->source : NULL;
  AdrefImportFile *file = adref_import_file_open(session, name, language, source, error);
  if (!file || language || strcmp(name, "-") == 0 ||
      g_strv_contains((const char *const *)statement->languages, file->language))
    return file;
  gboolean is_read = adref_import_file_need_text(session, file, error);
  const char *known = is_read ? adref_import_origin_language(session, statement, file) : NULL;
  if (is_read && !known)
    return file;
  adref_import_file_free(file);
  return known ? adref_import_file_open(session, name, known, source, error) : NULL;
}

/* Facts are changed in statement.yaml, by a person. */
static void say_front(const AdrefSession *session, const AdrefStatement *statement,
                      const AdrefImportFile *file)
{
  g_autofree char *front =
      file->text ? adref_import_front_words(session, file->text, file->name) : NULL;
  if (front && *front)
    adref_session_say(session, "%s: the front matter is left out, the facts of %s stand in %s: %s",
                      file->name, statement->id, statement->path, front);
}

/* The words that the text has for the place, where the facts have none in its language. */
static void say_place(const AdrefSession *session, const AdrefStatement *statement,
                      const AdrefImportFile *file)
{
  const char *rolling = statement->languages[0];
  gboolean is_read = file->text != NULL; /* not so where adref itself printed the place */
  if (!is_read || !statement->place ||
      !adref_value_given_fallback(statement->place, file->language, rolling))
    return;
  g_autoptr(AdrefImportFacts) facts =
      adref_import_facts_read(session, file->text, file->name, file->language);
  g_autofree char *place = adref_value_print(statement->place, "", rolling);
  if (facts->place && strcmp(facts->place, place) != 0)
    adref_session_say(session,
                      "%s: the facts have no words for the place in %s, so its pages print \"%s\"; "
                      "write into %s: place: {%s: %s, %s: %s}",
                      file->name, file->language, place, statement->path, rolling, place,
                      file->language, facts->place);
}

static AdrefImportInto *read_one(AdrefSession *session, const AdrefStatement *statement,
                                 const AdrefImportOptions *options, const GPtrArray *before,
                                 GError **error)
{
  guint nth = before->len;
  AdrefImportFile *file =
      read_file(session, statement, options->files->pdata[nth], options->language, error);
  if (!file)
    return NULL;
  g_autoptr(AdrefImportInto) into = adref_import_into_new(file);
  say_front(session, statement, file);
  if (!check_language(session, statement, into, options, error) ||
      !check_other(before, file, error) || !adref_import_word_check_marks(file, options, error))
    return NULL;
  say_place(session, statement, file);
  if (!decide(session, statement, into, before, options, error) ||
      !adref_import_language_check(into, error))
    return NULL;
  return g_steal_pointer(&into);
}

GPtrArray *adref_import_into_read(AdrefSession *session, const AdrefStatement *statement,
                                  const AdrefImportOptions *options, GError **error)
{
  if (!adref_import_check_language(options, error))
    return NULL;
  g_autoptr(GHashTable) persons = adref_returned_authors_persons_new();
  AdrefImportOptions own = *options;
  own.persons = persons;
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(into_free);
  while (all->len < options->files->len) {
    AdrefImportInto *into = read_one(session, statement, &own, all, error);
    if (!into)
      return NULL;
    g_ptr_array_add(all, into);
  }
  return adref_returned_authors_check(options->authors, persons, error) ? g_steal_pointer(&all)
                                                                        : NULL;
}

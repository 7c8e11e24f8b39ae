#include "work/import/import_text.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/file.h"
#include "base/foreign_file.h"
#include "base/name.h"
#include "clause/labels/numbering.h"
#include "clause/markdown/canonical.h"
#include "clause/text/heading_ids.h"
#include "clause/text/text_language.h"
#include "exchange/archive/odt_package.h"
#include "exchange/paragraphs/paragraph_kind.h"
#include "exchange/paragraphs/paragraph_table.h"
#include "exchange/pasted/html_language.h"
#include "exchange/text/clause_order.h"
#include "exchange/text/speaking_id.h"
#include "exchange/text_encoding.h"
#include "work/file_markdown.h"
#include "work/import/import_word.h"
#include "work/import/mail_around.h"
#include "work/import/mail_head.h"
#include "work/import/returned_critic.h"
#include "work/needs.h"
#include "work/odt_file.h"
#include "work/statement_id.h"

AdrefImportFile *adref_import_file_new(const char *name)
{
  AdrefImportFile *file = g_new0(AdrefImportFile, 1);
  file->name = g_strdup(name);
  file->problems = adref_problems_new();
  return file;
}

void adref_import_file_free(AdrefImportFile *file)
{
  if (!file)
    return;
  g_free(file->name);
  g_free(file->language);
  g_free(file->place);
  adref_incoming_text_free(file->text);
  adref_node_free(file->document);
  adref_docx_file_free(file->docx);
  g_ptr_array_unref(file->problems);
  g_free(file);
}

static void free_file(gpointer file)
{
  adref_import_file_free(file);
}

void adref_import_free(AdrefImport *import)
{
  if (!import)
    return;
  g_ptr_array_unref(import->files);
  adref_import_facts_free(import->facts);
  g_free(import->id);
  g_free(import->style);
  g_free(import);
}

static GBytes *read_input(AdrefSession *session, GError **error)
{
  if (session->door.read_input)
    return session->door.read_input(session->door.data, ADREF_TEXT_LIMIT, error);
  adref_error(error, ADREF_ERROR_USAGE, "-: there is no input");
  return NULL;
}

static char *path_of(const AdrefSession *session, const char *name)
{
  return g_path_is_absolute(name) ? g_strdup(name) : g_build_filename(session->folder, name, NULL);
}

/* The text of a table. */
static GBytes *read_bytes(AdrefSession *session, const char *name, GError **error)
{
  g_autofree char *path = path_of(session, name);
  return strcmp(name, "-") == 0 ? read_input(session, error)
                                : adref_file_read_text(path, name, ADREF_TEXT_LIMIT, error);
}

/* The bytes of a file to import; those of a text are UTF-8, and of an .odt they are those of the
 * Word file that LibreOffice makes of it. */
static GBytes *read_file(AdrefSession *session, const char *name, gboolean *is_word,
                         GPtrArray *left_out, GError **error)
{
  g_autofree char *path = path_of(session, name);
  gboolean is_input = strcmp(name, "-") == 0;
  g_autoptr(GBytes) bytes =
      is_input ? read_input(session, error) : adref_file_read(path, name, ADREF_TEXT_LIMIT, error);
  if (bytes && adref_odt_package_is(name, bytes)) {
    *is_word = TRUE;
    return adref_odt_file_convert(bytes, name, left_out, error);
  }
  *is_word = bytes && adref_import_word_is(name, bytes);
  if (!bytes || is_input || *is_word)
    return g_steal_pointer(&bytes);
  const char *encoding;
  GBytes *converted = adref_text_encoding_convert(bytes, &encoding);
  if (converted)
    adref_session_say(session, "%s: not UTF-8; read as %s%s", name, encoding,
                      g_str_has_prefix(encoding, "UTF-16") ? "" : ": look at accents and signs");
  return converted ? converted : adref_file_read_text(path, name, ADREF_TEXT_LIMIT, error);
}

static AdrefIncomingFormat format_of(const char *name, const char *text, gsize length)
{
  if (adref_foreign_file_is_html(name, text, length))
    return ADREF_INCOMING_HTML;
  return adref_file_is_plain_text(name) ? ADREF_INCOMING_PLAIN_TEXT : ADREF_INCOMING_MARKDOWN;
}

static gboolean check_is_text(const char *text, gsize length, const char *name, GError **error)
{
  const char *foreign =
      adref_foreign_file_is_html(name, text, length) ? NULL : adref_foreign_file_text(text, length);
  if (foreign)
    adref_error(error, ADREF_ERROR_INPUT, "%s: this is %s", name, foreign);
  return foreign == NULL;
}

/* An empty file is most often a command that failed before: it never empties a statement. */
gboolean adref_import_file_check_words(const AdrefImportFile *file, GError **error)
{
  for (guint i = 0; i < file->text->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = file->text->paragraphs->pdata[i];
    if (paragraph->kind != ADREF_INCOMING_SKIP)
      return TRUE;
  }
  adref_error(error, ADREF_ERROR_INPUT, "%s: there is no paragraph in it; nothing was imported",
              file->name);
  return FALSE;
}

static AdrefIncomingText *read_text(AdrefSession *session, AdrefImportFile *file, GBytes *bytes,
                                    const char *language, GBytes *known, GError **error)
{
  gsize length;
  gboolean is_answer = FALSE;
  g_autoptr(GBytes) all = adref_returned_critic_read(session, file->name, bytes);
  g_autoptr(GBytes) accepted =
      known ? adref_mail_around_remove(session, file->name, all, known, &is_answer)
            : adref_mail_head_remove(session, file->name, all);
  const char *text = adref_bytes_start(accepted, &length);
  if (!adref_utf8_check(text, length, file->name, error) ||
      !check_is_text(text, length, file->name, error))
    return NULL;
  file->format = format_of(file->name, text, length);
  file->language = language ? g_strdup(language)
                   : file->format == ADREF_INCOMING_HTML
                       ? adref_html_language(file->name, text, length)
                       : adref_text_language_of_file(file->name, text, length);
  AdrefIncomingOptions options = {.name = file->name,
                                  .format = file->format,
                                  .parties =
                                      adref_parties_names(adref_library_parties(session->library)),
                                  .language = file->language,
                                  .column = language};
  AdrefIncomingText *incoming = adref_incoming_read(text, length, &options, file->problems, error);
  if (incoming && is_answer)
    incoming->is_part = TRUE;
  return incoming;
}

/* Opens a file; the text of one of Word's is not read. */
static gboolean open_file(AdrefSession *session, AdrefImportFile *file, GBytes *bytes,
                          gboolean is_word, const char *language, GBytes *known, GError **error)
{
  if (is_word)
    return adref_import_word_open(file, bytes, language, error);
  file->text = read_text(session, file, bytes, language, known, error);
  return file->text && adref_import_file_check_words(file, error);
}

gboolean adref_import_file_need_text(const AdrefSession *session, AdrefImportFile *file,
                                     GError **error)
{
  return file->text || (adref_import_word_read(session, file, error) &&
                        adref_import_file_check_words(file, error));
}

AdrefImportFile *adref_import_file_open(AdrefSession *session, const char *name,
                                        const char *language, GBytes *known, GError **error)
{
  gboolean is_word;
  g_autoptr(GPtrArray) left_out = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GBytes) bytes = read_file(session, name, &is_word, left_out, error);
  if (!bytes)
    return NULL;
  AdrefImportFile *file = adref_import_file_new(name);
  gboolean is_open = open_file(session, file, bytes, is_word, language, known, error);
  while (file->docx && left_out->len > 0)
    g_ptr_array_add(file->docx->left_out, g_ptr_array_steal_index(left_out, 0));
  if (is_open &&
      (adref_import_word_is_returned(file) || adref_import_file_need_text(session, file, error)))
    return file;
  free_file(file);
  return NULL;
}

AdrefImportFile *adref_import_file_read(AdrefSession *session, const char *name,
                                        const char *language, GError **error)
{
  AdrefImportFile *file = adref_import_file_open(session, name, language, NULL, error);
  if (!file || adref_import_file_need_text(session, file, error))
    return file;
  free_file(file);
  return NULL;
}

static gboolean add_file(AdrefSession *session, AdrefImport *import, const char *name,
                         const char *language, GError **error)
{
  AdrefImportFile *file = adref_import_file_read(session, name, language, error);
  if (!file)
    return FALSE;
  for (guint i = 0; i < import->files->len; i++) {
    const AdrefImportFile *other = import->files->pdata[i];
    if (strcmp(other->language, file->language) != 0)
      continue;
    adref_error(error, ADREF_ERROR_USAGE,
                "%s and %s are both in the language \"%s\"; name the files NAME.LANGUAGE.md",
                other->name, file->name, file->language);
    free_file(file);
    return FALSE;
  }
  g_ptr_array_add(import->files, file);
  return TRUE;
}

gboolean adref_import_check_language(const AdrefImportOptions *options, GError **error)
{
  if (options->language && options->files->len > 1) {
    adref_error(error, ADREF_ERROR_USAGE,
                "--lang is for one file; several tell their language by their names, NAME.ja.md");
    return FALSE;
  }
  return !options->language || adref_name_check(ADREF_NAME_LANGUAGE, options->language, error);
}

static gboolean read_files(AdrefSession *session, AdrefImport *import,
                           const AdrefImportOptions *options, GError **error)
{
  if (!adref_import_check_language(options, error))
    return FALSE;
  for (guint i = 0; i < options->files->len; i++)
    if (!add_file(session, import, options->files->pdata[i], options->language, error))
      return FALSE;
  for (guint i = 0; i < import->files->len && options->takes_hand_marks; i++)
    if (!adref_import_word_check_marks(import->files->pdata[i], options, error) ||
        !adref_import_word_take_hand_marks(session, import->files->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* Takes the corrected table. Paragraphs that begin a clause now get an id. */
gboolean adref_import_file_read_map(AdrefSession *session, AdrefImportFile *file, const char *map,
                                    guint nth, GError **error)
{
  g_autoptr(GBytes) bytes = read_bytes(session, map, error);
  if (!bytes)
    return FALSE;
  gsize length;
  const char *tables = g_bytes_get_data(bytes, &length);
  if (!adref_utf8_check(tables, length, map, error))
    return FALSE;
  g_autofree char *table = adref_paragraph_tables_nth(tables, nth);
  if (!table) /* the map corrects the files before */
    return TRUE;
  if (!adref_paragraph_table_read(file->text, table, map, error))
    return FALSE;
  adref_speaking_ids_give(file->text, file->language);
  return TRUE;
}

/* Whether a text is of the parties (codes) for which a style is made: it has one of them, or all
 * members of it. */
static gboolean is_of_parties(const AdrefParties *registry, char **wanted, char **parties)
{
  g_auto(GStrv) there = adref_parties_expand(registry, parties, FALSE);
  for (char **code = wanted; *code; code++) {
    char *group[] = {*code, NULL};
    g_auto(GStrv) members = adref_parties_expand(registry, group, FALSE);
    gboolean is_there = members[0] != NULL;
    for (char **member = members; *member && is_there; member++)
      is_there = g_strv_contains((const char *const *)there, *member);
    if (is_there || g_strv_contains((const char *const *)parties, *code))
      return TRUE;
  }
  return FALSE;
}

/* Which paragraphs a style is to number. */
typedef struct {
  gboolean operative;
  gboolean preambular; /* FALSE: no matter where operative ones are numbered */
} WantedNumbers;

/* The first style, by name, that numbers what is wanted, and is made for the parties of the text
 * or, where `special` is FALSE, for any. */
static char *find_style(AdrefSession *session, WantedNumbers wanted, char **parties,
                        gboolean special)
{
  AdrefFileSource *source = session->files->source;
  g_auto(GStrv) files = source->list(source, "templates/styles", NULL);
  for (char **file = files; files && *file; file++) {
    if (!g_str_has_suffix(*file, ".yaml"))
      continue;
    g_autofree char *base = g_path_get_basename(*file);
    base[strlen(base) - strlen(".yaml")] = '\0';
    g_autoptr(AdrefHouseStyle) style = adref_house_style_read(source, base, NULL);
    if (!style || style->numbering.operative != wanted.operative ||
        (wanted.preambular && !style->numbering.preambular) ||
        (!wanted.operative && !wanted.preambular && style->numbering.preambular) ||
        (wanted.operative && !style->numbering.single_operative) || !style->parties != !special)
      continue;
    if (!special || is_of_parties(adref_library_parties(session->library), style->parties, parties))
      return g_steal_pointer(&base);
  }
  return NULL;
}

/* Whether paragraphs of the preamble have a typed number, "PP3". */
static gboolean has_preambular_numbers(const AdrefIncomingText *text)
{
  for (guint i = 0; i < text->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = text->paragraphs->pdata[i];
    if (paragraph->is_coded && paragraph->kind == ADREF_INCOMING_PP)
      return TRUE;
  }
  return FALSE;
}

static char *find_any_style(AdrefSession *session, WantedNumbers wanted, char **parties)
{
  char *style = find_style(session, wanted, parties, TRUE);
  return style ? style : find_style(session, wanted, parties, FALSE);
}

/* NULL: one has to be made. */
static char *choose_style(AdrefSession *session, WantedNumbers wanted, char **parties)
{
  g_autofree char *made = adref_session_path(session, ADREF_IMPORT_NEW_PP_STYLE);
  char *style = find_any_style(session, wanted, parties);
  if (style || !wanted.preambular || (!wanted.operative && !g_file_test(made, G_FILE_TEST_EXISTS)))
    return style;
  style = find_any_style(session, (WantedNumbers){.operative = wanted.operative}, parties);
  adref_session_say(session, "the preamble is numbered PP1, PP2 here; %s prints no such numbers",
                    style ? style : "the style");
  return style;
}

static gboolean has_plan(const AdrefIncomingText *text)
{
  for (guint i = 0; i < text->paragraphs->len; i++)
    if (((const AdrefIncomingParagraph *)text->paragraphs->pdata[i])->kind == ADREF_INCOMING_OP)
      return FALSE;
  return TRUE;
}

/* A style that counts nothing will be made, so that no paragraph gets a number that nobody typed.
 */
static void name_new_style(AdrefSession *session, AdrefImport *import, gboolean preambular)
{
  const char *file = preambular ? ADREF_IMPORT_NEW_PP_STYLE : ADREF_IMPORT_NEW_STYLE;
  g_autofree char *path = adref_session_path(session, file);
  if (g_file_test(path, G_FILE_TEST_EXISTS)) {
    adref_session_say(session, "no style leaves numbers out, so operative paragraphs are counted");
    return;
  }
  import->new_style = file;
  import->style = g_path_get_basename(file);
  import->style[strlen(import->style) - strlen(".yaml")] = '\0';
  adref_session_say(session, "%s will be made: no other style leaves numbers out", file);
}

/* Whether a paragraph is numbered with a parenthesis, "1)". */
static gboolean has_parenthesis(const AdrefIncomingParagraph *paragraph)
{
  g_autofree char *number = adref_incoming_item_number(paragraph);
  const char *words = number ? number : paragraph->words;
  gsize digits = strspn(words, "0123456789");
  return paragraph->number && digits > 0 && words[digits] == ')';
}

/* A style prints numbers in its own form. */
static void say_form_of_numbers(const AdrefSession *session, const AdrefIncomingText *text,
                                const char *style)
{
  for (guint i = 0; i < text->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = text->paragraphs->pdata[i];
    if (paragraph->kind != ADREF_INCOMING_OP || !has_parenthesis(paragraph))
      continue;
    adref_session_say(session, "paragraphs are numbered %s) here; the style %s prints %s.",
                      paragraph->number, style, paragraph->number);
    return;
  }
}

/* How the typed numbers go on: counted or frozen where a style prints numbers, else as words. */
static AdrefNumberUse choose_numbers(AdrefSession *session, AdrefImport *import)
{
  const AdrefImportFile *first = import->files->pdata[0];
  AdrefTypedNumbers typed = adref_typed_numbers(first->text);
  gboolean numbered =
      typed == ADREF_TYPED_NUMBERS_COUNTED || typed == ADREF_TYPED_NUMBERS_ASCENDING;
  gboolean wanted = numbered || has_plan(first->text);
  WantedNumbers numbers = {wanted, has_preambular_numbers(first->text)};
  import->style = choose_style(session, numbers, import->facts->parties);
  if (!import->style && !wanted)
    name_new_style(session, import, numbers.preambular);
  if (!import->style || !numbered)
    return ADREF_NUMBERS_STAY;
  say_form_of_numbers(session, first->text, import->style);
  return typed == ADREF_TYPED_NUMBERS_COUNTED ? ADREF_NUMBERS_COUNTED : ADREF_NUMBERS_FROZEN;
}

/* A title that only the front matter has stands above the text. */
static void complete_title(AdrefImport *import)
{
  AdrefImportFile *first = import->files->pdata[0];
  if (!adref_incoming_title(first->text) && import->facts->title)
    adref_incoming_set_title(first->text, import->facts->title);
}

GHashTable *adref_import_clauses_by_id(const AdrefNode *document)
{
  GHashTable *index = g_hash_table_new(g_str_hash, g_str_equal);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->as.clause->id)
      g_hash_table_insert(index, clause->as.clause->id, (gpointer)(guintptr)clause);
  return index;
}

void adref_import_take_attributes(AdrefNode *document, const AdrefNode *base)
{
  g_autoptr(GHashTable) index = adref_import_clauses_by_id(base);
  for (AdrefNode *clause = document->first; clause; clause = clause->next) {
    AdrefClause *to = clause->as.clause;
    const AdrefNode *known = to->id ? g_hash_table_lookup(index, to->id) : NULL;
    if (!known)
      continue;
    g_free(to->frozen);
    g_free(to->from);
    to->frozen = g_strdup(known->as.clause->frozen);
    to->from = g_strdup(known->as.clause->from);
  }
}

void adref_import_file_match(AdrefImportFile *file, const AdrefNode *rolling)
{
  gboolean counted = adref_typed_numbers(file->text) == ADREF_TYPED_NUMBERS_COUNTED;
  file->unmatched = adref_clause_order_match(file->text, rolling, file->problems);
  g_autoptr(GHashTable) index = adref_import_clauses_by_id(rolling);
  for (guint i = 0; i < file->text->paragraphs->len; i++) {
    AdrefIncomingParagraph *paragraph = file->text->paragraphs->pdata[i];
    const AdrefNode *clause = paragraph->id ? g_hash_table_lookup(index, paragraph->id) : NULL;
    const AdrefClause *facts = clause ? clause->as.clause : NULL;
    paragraph->is_counted = facts && paragraph->number && facts->number &&
                            ((counted && !facts->frozen && facts->kind == ADREF_OP) ||
                             strcmp(paragraph->number, facts->number) == 0);
  }
  adref_speaking_ids_give(file->text, file->language);
}

/* The numbers of the first text, where they are no words of it. */
static void number_first(AdrefNode *document, AdrefNumberUse numbers)
{
  static const AdrefNumbering none = {FALSE, FALSE, FALSE, FALSE};
  static const AdrefNumbering counted = {TRUE, TRUE, FALSE, FALSE};
  adref_numbering_apply(document, numbers == ADREF_NUMBERS_STAY ? &none : &counted, NULL);
}

/* The front matter of another language: its title stands above its text, a date that differs is
 * said, and what no fact has room for is kept with the first one's. */
static void take_front(AdrefSession *session, AdrefImport *import, AdrefImportFile *file)
{
  g_autoptr(AdrefImportFacts) facts =
      adref_import_facts_read(session, file->text, file->name, file->language);
  if (!adref_incoming_title(file->text) && facts->title)
    adref_incoming_set_title(file->text, facts->title);
  file->place = g_strdup(facts->place);
  if (facts->date && !import->facts->date)
    import->facts->date = g_strdup(facts->date);
  else if (facts->date && strcmp(facts->date, import->facts->date) != 0)
    adref_session_say(session, "%s: its date is %s; the statement takes that of the first text, %s",
                      file->name, facts->date, import->facts->date);
  for (guint i = 0; i < facts->others->len; i++)
    g_ptr_array_add(import->facts->others, g_strdup_printf("%s: %s", file->language,
                                                           (const char *)facts->others->pdata[i]));
}

static gboolean make_documents(AdrefSession *session, AdrefImport *import, const char *map,
                               GError **error)
{
  AdrefNumberUse numbers = choose_numbers(session, import);
  AdrefImportFile *first = import->files->pdata[0];
  first->document = adref_clause_tree_make(first->text, numbers);
  adref_heading_ids_give(first->document, NULL);
  number_first(first->document, numbers);
  for (guint i = 1; i < import->files->len; i++) {
    AdrefImportFile *file = import->files->pdata[i];
    take_front(session, import, file);
    adref_import_file_match(file, first->document);
    if (map && !adref_import_file_read_map(session, file, map, i, error))
      return FALSE;
    file->document = adref_clause_tree_make(file->text, ADREF_NUMBERS_STAY);
    adref_import_take_attributes(file->document, first->document);
  }
  return TRUE;
}

/* An id of the words of the title; "statement-2030-05-03" where they cannot be spelt. */
static char *title_id(const AdrefImportFacts *facts)
{
  g_autofree char *id = adref_speaking_id_of(facts->title);
  if (*id)
    return g_steal_pointer(&id);
  return g_strdup_printf("statement%s%s", facts->date ? "-" : "", facts->date ? facts->date : "");
}

static gboolean choose_id(AdrefSession *session, AdrefImport *import,
                          const AdrefImportOptions *options, GError **error)
{
  import->id = options->name          ? g_strdup(options->name)
               : import->facts->title ? title_id(import->facts)
                                      : g_strdup("");
  if (!options->name && !adref_name_is(ADREF_NAME_STATEMENT, import->id)) {
    adref_error(error, ADREF_ERROR_USAGE,
                "import: no title was found from which an id could be made; --name ID gives one");
    return FALSE;
  }
  return adref_statement_id_check_free(session, import->id, error);
}

/* The party that brings the text in is one of its parties. */
static gboolean add_party(AdrefSession *session, AdrefImport *import, const char *code,
                          GError **error)
{
  const AdrefParties *registry = adref_library_parties(session->library);
  if (!code || adref_parties_may_speak(registry, import->facts->parties, code))
    return TRUE;
  if (!adref_parties_get(registry, code)) {
    const char *near = adref_parties_closest(registry, code);
    g_autofree char *hint = near ? g_strdup_printf("did you mean %s?", near) : NULL;
    adref_error(error, ADREF_ERROR_USAGE, "--as %s: not in templates/parties.yaml; %s", code,
                hint ? hint : "adref parties lists the codes");
    return FALSE;
  }
  g_autoptr(GStrvBuilder) codes = g_strv_builder_new();
  for (char **known = import->facts->parties; *known; known++)
    g_strv_builder_add(codes, *known);
  g_strv_builder_add(codes, code);
  g_strfreev(import->facts->parties);
  import->facts->parties = g_strv_builder_end(codes);
  return TRUE;
}

AdrefImport *adref_import_read(AdrefSession *session, const AdrefImportOptions *options,
                               GError **error)
{
  g_autoptr(AdrefImport) import = g_new0(AdrefImport, 1);
  import->files = g_ptr_array_new_with_free_func(free_file);
  if (!read_files(session, import, options, error))
    return NULL;
  AdrefImportFile *first = import->files->pdata[0];
  import->facts = adref_import_facts_read(session, first->text, first->name, first->language);
  complete_title(import);
  if (!add_party(session, import, options->party, error))
    return NULL;
  if ((options->map && !adref_import_file_read_map(session, first, options->map, 0, error)) ||
      !make_documents(session, import, options->map, error) ||
      !choose_id(session, import, options, error))
    return NULL;
  return g_steal_pointer(&import);
}

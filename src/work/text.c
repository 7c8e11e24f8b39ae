#include "work/text.h"

#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "clause/markdown/canonical.h"
#include "clause/text/text_language.h"
#include "clause/text/unprinted.h"
#include "language/occasion_line.h"
#include "work/file_markdown.h"

AdrefSourceText adref_text_source_text(const AdrefText *text)
{
  AdrefSourceText source_text = {.name = text->name};
  if (text->source)
    source_text.bytes = g_bytes_get_data(text->source, &source_text.length);
  return source_text;
}

void adref_text_free(AdrefText *text)
{
  if (!text)
    return;
  if (text->reading)
    adref_reading_unref(text->reading);
  else
    adref_node_free(text->document);
  g_clear_pointer(&text->source, g_bytes_unref);
  g_clear_pointer(&text->problems, g_ptr_array_unref);
  g_clear_pointer(&text->lines, g_array_unref);
  g_free(text->name);
  g_free(text->path);
  g_free(text->file);
  g_free(text->language);
  g_free(text->facts_problem);
  g_free(text);
}

static gboolean is_file(const AdrefSession *session, const char *argument)
{
  if (!argument)
    return FALSE;
  g_autofree char *path = g_canonicalize_filename(argument, session->folder);
  gsize name = strcspn(argument, "/@");
  if (argument[name] == '@')
    return g_file_test(path, G_FILE_TEST_IS_REGULAR);
  if (strcmp(argument, "-") == 0 || argument[name] == '/' || g_str_has_suffix(argument, ".md") ||
      g_str_has_suffix(argument, ".markdown"))
    return TRUE;
  return !adref_name_is(ADREF_NAME_STATEMENT, argument) &&
         g_file_test(path, G_FILE_TEST_IS_REGULAR);
}

const AdrefParties *adref_text_parties(const AdrefText *text)
{
  return text->files ? adref_library_parties(text->files->library) : NULL;
}

/* Whether a text is a file elsewhere than in statements/ID/ of a workspace. */
static gboolean is_outside_statement(const AdrefText *text)
{
  if (text->path || !text->file)
    return FALSE;
  g_autofree char *folder = g_path_get_dirname(text->file);
  g_autofree char *above = g_path_get_dirname(folder);
  g_autofree char *name = g_path_get_basename(above);
  return !text->files || strcmp(name, "statements") != 0;
}

void adref_text_read_options(const AdrefText *text, AdrefNumbering *numbering,
                             AdrefMarkdownReadOptions *options)
{
  *numbering = text->house ? text->house->numbering : adref_numbering_default;
  *options = (AdrefMarkdownReadOptions){
      .name = text->name, .numbers = numbering, .outside_statement = is_outside_statement(text)};
  if (text->files)
    options->parties = adref_parties_names(adref_text_parties(text));
}

AdrefNode *adref_text_parse(const AdrefText *text, const char *bytes, gsize length,
                            GPtrArray *problems, GError **error)
{
  AdrefNumbering numbering;
  AdrefMarkdownReadOptions options;
  adref_text_read_options(text, &numbering, &options);
  return adref_markdown_read(bytes, length, &options, problems, error);
}

GPtrArray *adref_text_explain(const AdrefText *text, GError **error)
{
  AdrefNumbering numbering;
  AdrefMarkdownReadOptions options;
  adref_text_read_options(text, &numbering, &options);
  g_autoptr(GPtrArray) readings = adref_problems_new();
  options.readings = readings;
  gsize length;
  const char *bytes = g_bytes_get_data(text->source, &length);
  g_autoptr(AdrefNode) document = adref_markdown_read(bytes, length, &options, NULL, error);
  return document ? g_steal_pointer(&readings) : NULL;
}

guint adref_text_file_line(const AdrefText *text, guint line)
{
  return text->lines && line > 0 && line <= text->lines->len
             ? g_array_index(text->lines, guint, line - 1)
             : line;
}

guint adref_text_source_line(const AdrefText *text, guint line)
{
  guint low = 0, high = text->lines ? text->lines->len : 0;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index(text->lines, guint, middle) < line)
      low = middle + 1;
    else
      high = middle;
  }
  return text->lines && low < text->lines->len ? low + 1 : line;
}

void adref_text_take_problems(AdrefText *text, GPtrArray *found)
{
  for (guint i = 0; text->lines && i < found->len; i++) {
    AdrefProblem *problem = found->pdata[i];
    problem->line = adref_text_file_line(text, problem->line);
  }
  if (text->problems)
    g_ptr_array_extend_and_steal(text->problems, found);
  else
    text->problems = found;
}

static gboolean read_document(AdrefText *text, GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data(text->source, &length);
  GPtrArray *found = adref_problems_new();
  text->document = adref_text_parse(text, bytes, length, found, error);
  adref_text_take_problems(text, found);
  return text->document != NULL;
}

AdrefText *adref_text_with_document(const AdrefText *other, AdrefNode *document)
{
  AdrefText *text = g_new0(AdrefText, 1);
  *text = *other;
  text->name = g_strdup(other->name);
  text->path = g_strdup(other->path);
  text->file = g_strdup(other->file);
  text->language = g_strdup(other->language);
  text->facts_problem = g_strdup(other->facts_problem);
  text->source = g_string_free_to_bytes(adref_canonical(document));
  text->document = document;
  text->lines = NULL;
  text->reading = NULL;
  text->problems = adref_problems_new();
  return text;
}

gboolean adref_text_read_shared(AdrefText *text, GError **error)
{
  if (text->lines)
    return read_document(text, error);
  AdrefNumbering numbering;
  AdrefMarkdownReadOptions options;
  adref_text_read_options(text, &numbering, &options);
  text->reading = adref_readings_read(text->session->readings, text->source, &options, error);
  if (!text->reading)
    return FALSE;
  text->document = text->reading->document;
  text->problems = g_ptr_array_ref(text->reading->problems);
  return TRUE;
}

static AdrefText *share_found(AdrefText *found, GError **error)
{
  g_autoptr(AdrefText) text = found;
  return text && adref_text_read_shared(text, error) ? g_steal_pointer(&text) : NULL;
}

static AdrefText *read_found(AdrefText *found, GError **error)
{
  g_autoptr(AdrefText) text = found;
  return text && read_document(text, error) ? g_steal_pointer(&text) : NULL;
}

static GBytes *read_input(const AdrefSession *session, GError **error)
{
  if (session->door.read_input)
    return session->door.read_input(session->door.data, ADREF_TEXT_LIMIT, error);
  adref_error(error, ADREF_ERROR_USAGE, "-: there is no standard input here");
  return NULL;
}

static GBytes *read_content(const AdrefSession *session, const char *path, const char *content,
                            GError **error)
{
  if (strcmp(content, "-") == 0)
    return read_input(session, error);
  if (strcmp(content, "/dev/null") == 0)
    return g_bytes_new_static("", 0);
  g_autofree char *file = g_canonicalize_filename(content, session->folder);
  return adref_file_read(file, path, ADREF_TEXT_LIMIT, error);
}

AdrefText *adref_text_new_file(AdrefSession *session, const char *path)
{
  AdrefText *text = g_new0(AdrefText, 1);
  gboolean is_input = strcmp(path, "-") == 0;
  text->session = session;
  text->name = g_strdup(is_input ? "standard input" : path);
  text->file = is_input ? g_build_filename(session->folder, "-", NULL)
                        : g_canonicalize_filename(path, session->folder);
  g_autofree char *folder = g_path_get_dirname(text->file);
  text->files = adref_session_files_around(session, folder);
  return text;
}

AdrefText *adref_text_read_file(AdrefSession *session, const char *path, const char *content,
                                const char *language, GError **error)
{
  if (language && !adref_name_check(ADREF_NAME_LANGUAGE, language, error))
    return NULL;
  g_autoptr(AdrefText) text = adref_text_new_file(session, path);
  text->source = read_content(session, path, content ? content : path, error);
  if (!text->source)
    return NULL;
  gsize length;
  const char *bytes = g_bytes_get_data(text->source, &length);
  text->language = language ? g_strdup(language) : adref_text_language_of_file(path, bytes, length);
  return g_steal_pointer(&text);
}

AdrefText *adref_text_load_file(AdrefSession *session, const char *path, const char *content,
                                const char *language, GError **error)
{
  AdrefText *text = adref_text_read_file(session, path, content, language, error);
  if (text && !content && (adref_file_is_plain_text(path) || is_outside_statement(text)))
    adref_file_markdown_make(text);
  return text;
}

/* "statements/ID/LANG.md". */
static const AdrefStatement *find_facts(AdrefSessionFiles *files, const char *path)
{
  g_auto(GStrv) names = g_strsplit(path, "/", 4);
  if (!files || g_strv_length(names) != 3 || strcmp(names[0], "statements") != 0 ||
      !adref_name_is(ADREF_NAME_STATEMENT, names[1]))
    return NULL;
  return adref_session_facts(files, names[1], NULL);
}

AdrefText *adref_text_load_bytes(AdrefSession *session, AdrefSessionFiles *files, const char *path,
                                 const char *name, GBytes *bytes)
{
  AdrefText *text = g_new0(AdrefText, 1);
  text->session = session;
  text->files = files;
  text->statement = find_facts(files, path);
  text->house = text->statement ? adref_session_house_style(files, text->statement, NULL) : NULL;
  text->name = g_strdup(name);
  text->path = g_strdup(path);
  text->source = g_bytes_ref(bytes);
  text->language = g_path_get_basename(path);
  if (g_str_has_suffix(text->language, ".md"))
    text->language[strlen(text->language) - strlen(".md")] = '\0';
  return text;
}

static gboolean choose_language(AdrefText *text, const char *language, GError **error)
{
  const AdrefStatement *statement = text->statement;
  if (!language) {
    text->language = g_strdup(statement->languages[0]);
    return TRUE;
  }
  if (g_strv_contains((const char *const *)statement->languages, language)) {
    text->language = g_strdup(language);
    return TRUE;
  }
  g_autofree char *languages = g_strjoinv(", ", statement->languages);
  adref_error(error, ADREF_ERROR_USAGE,
              "%s has no text in \"%s\"; its languages are %s; languages: in statement.yaml names "
              "another",
              statement->id, language, languages);
  return FALSE;
}

/* Splits STATEMENT@VERSION; *statement is NULL where it is left out, *version without a "@". */
static void split_argument(const char *argument, char **statement, const char **version)
{
  const char *at = argument ? strchr(argument, '@') : NULL;
  *version = at ? at + 1 : NULL;
  *statement = at == argument ? NULL
               : at           ? g_strndup(argument, (gsize)(at - argument))
                              : g_strdup(argument);
}

static gboolean read_source(AdrefText *text, GError **error)
{
  AdrefFileSource *source = text->files->source;
  g_autoptr(GError) cause = NULL;
  text->source = source->read(source, text->path, ADREF_TEXT_LIMIT, &cause);
  if (text->source)
    return TRUE;
  g_autofree char *advice = adref_statement_text_advice(text->statement, TRUE);
  if (!*text->version.id && g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    adref_error(error, ADREF_ERROR_NOT_FOUND, "%s: there is no text yet; %s", text->name, advice);
  else
    g_propagate_error(error, g_steal_pointer(&cause));
  return FALSE;
}

/* The place of a text in its files; its language is known. */
static void set_path(AdrefText *text, const char *path)
{
  text->path = g_strdup(path);
  if (*text->version.id) {
    text->name = g_strdup_printf("%.8s:%s", text->version.id, text->path);
  } else {
    text->name = g_strdup(text->path);
    text->file = adref_session_path(text->session, text->path);
  }
}

static AdrefText *load_from(AdrefSession *session, AdrefSessionFiles *files, const char *id,
                            const char *language, GError **error)
{
  const AdrefStatement *statement = adref_session_facts(files, id, error);
  g_autoptr(AdrefText) text = g_new0(AdrefText, 1);
  text->session = session;
  text->files = files;
  text->version = files->version;
  text->statement = statement;
  if (!statement || !choose_language(text, language, error))
    return NULL;
  text->house = adref_session_house_style(files, statement, error);
  if (!text->house)
    return NULL;
  g_autofree char *path = adref_statement_text_path(statement, text->language);
  set_path(text, path);
  return read_source(text, error) ? g_steal_pointer(&text) : NULL;
}

/* The files must have that statement. */
static AdrefText *load_among(AdrefSession *session, AdrefSessionFiles *files, const char *id,
                             const char *language, GError **error)
{
  g_autofree char *chosen = adref_session_choose_among(session, files, id, error);
  return chosen ? load_from(session, files, chosen, language, error) : NULL;
}

AdrefText *adref_text_load_version(AdrefSession *session, const char *statement,
                                   const char *version, const char *language, GError **error)
{
  AdrefSessionFiles *files = NULL;
  if (!language || adref_name_check(ADREF_NAME_LANGUAGE, language, error))
    files = adref_session_find_files(session, statement, version, error);
  return files ? load_among(session, files, statement, language, error) : NULL;
}

/* Why the facts of a statement do not read: `why`, or that they are missing. */
static char *name_facts_problem(const AdrefStatement *statement, AdrefFileSource *source,
                                const GError *why)
{
  g_autoptr(GError) missing = NULL;
  g_autoptr(GBytes) bytes = source->read(source, statement->path, ADREF_TEXT_LIMIT, &missing);
  return g_error_matches(missing, ADREF_ERROR, ADREF_ERROR_NOT_FOUND)
             ? g_strdup_printf("%s does not exist", statement->path)
             : g_strdup(why->message);
}

AdrefText *adref_text_load_like(const AdrefText *other, const char *version, GError *cause,
                                GError **error)
{
  g_autoptr(GError) why = cause;
  AdrefSession *session = other->session;
  const AdrefStatement *statement = other->statement;
  AdrefSessionFiles *files = adref_session_find_files(session, statement->id, version, NULL);
  g_autoptr(AdrefText) text = g_new0(AdrefText, 1);
  if (files && !adref_session_facts(files, statement->id, NULL)) {
    text->session = session;
    text->files = files;
    text->version = files->version;
    text->house = other->house;
    text->language = g_strdup(other->language);
    text->facts_problem = name_facts_problem(statement, files->source, why);
    set_path(text, other->path);
    text->source = files->source->read(files->source, text->path, ADREF_TEXT_LIMIT, NULL);
  }
  if (text->source)
    return g_steal_pointer(&text);
  g_propagate_error(error, g_steal_pointer(&why));
  return NULL;
}

/* A statement that the workspace has no more may still be in the version. */
static AdrefText *load_argument_version(AdrefSession *session, const char *id, const char *version,
                                        const char *language, GError **error)
{
  g_autoptr(GError) unknown = NULL;
  g_autofree char *chosen = adref_session_choose(session, id, &unknown);
  if (chosen)
    return adref_text_load_version(session, chosen, version, language, error);
  AdrefSessionFiles *files = id ? adref_session_find_files(session, id, version, NULL) : NULL;
  if (files)
    return load_among(session, files, id, language, error);
  g_propagate_error(error, g_steal_pointer(&unknown));
  return NULL;
}

static AdrefText *load_argument(AdrefSession *session, const char *argument, const char *language,
                                GError **error)
{
  g_autofree char *id = NULL;
  const char *version;
  split_argument(argument, &id, &version);
  if (!adref_session_open_workspace(session, error))
    return NULL;
  if (version)
    return load_argument_version(session, id, version, language, error);
  g_autofree char *chosen = adref_session_choose(session, id, error);
  return chosen ? load_from(session, session->files, chosen, language, error) : NULL;
}

AdrefText *adref_text_load(AdrefSession *session, const char *argument, const char *language,
                           GError **error)
{
  if (language && !adref_name_check(ADREF_NAME_LANGUAGE, language, error))
    return NULL;
  return is_file(session, argument) ? adref_text_load_file(session, argument, NULL, language, error)
                                    : load_argument(session, argument, language, error);
}

AdrefText *adref_text_open(AdrefSession *session, const char *argument, const char *language,
                           GError **error)
{
  return read_found(adref_text_load(session, argument, language, error), error);
}

AdrefText *adref_text_open_statement(AdrefSession *session, const AdrefStatement *statement,
                                     const char *language, GError **error)
{
  if (language && !adref_name_check(ADREF_NAME_LANGUAGE, language, error))
    return NULL;
  return read_found(load_from(session, session->files, statement->id, language, error), error);
}

AdrefText *adref_text_open_version(AdrefSession *session, const char *statement,
                                   const char *version, const char *language, GError **error)
{
  return read_found(adref_text_load_version(session, statement, version, language, error), error);
}

AdrefText *adref_text_open_at(AdrefSession *session, const char *statement,
                              const AdrefVersion *version, const char *language, GError **error)
{
  AdrefSessionFiles *files = adref_session_files_of_version(session, version, error);
  return files ? read_found(load_among(session, files, statement, language, error), error) : NULL;
}

AdrefText *adref_text_share(AdrefSession *session, const char *argument, const char *language,
                            GError **error)
{
  return share_found(adref_text_load(session, argument, language, error), error);
}

AdrefText *adref_text_share_statement(AdrefSession *session, const AdrefStatement *statement,
                                      const char *language, GError **error)
{
  return share_found(load_from(session, session->files, statement->id, language, error), error);
}

AdrefText *adref_text_share_at(AdrefSession *session, const char *statement,
                               const AdrefVersion *version, const char *language, GError **error)
{
  AdrefSessionFiles *files = adref_session_files_of_version(session, version, error);
  return files ? share_found(load_among(session, files, statement, language, error), error) : NULL;
}

GString *adref_text_printed_source(const AdrefText *text, GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data(text->source, &length);
  if (adref_unprinted_count(text->document) == 0 && !text->document->text)
    return g_string_new_len(bytes, (gssize)length);
  g_autoptr(AdrefNode) copy = adref_text_parse(text, bytes, length, NULL, error);
  if (!copy)
    return NULL;
  adref_unprinted_remove(copy);
  adref_node_take_text(copy, NULL, 0);
  g_autoptr(GString) words = adref_canonical(copy);
  g_autoptr(AdrefNode) again = adref_text_parse(text, words->str, words->len, NULL, error);
  return again ? adref_canonical(again) : NULL;
}

gboolean adref_text_check_serious(const AdrefText *text, const GPtrArray *problems, GError **error)
{
  for (guint i = 0; i < problems->len; i++) {
    const AdrefProblem *problem = problems->pdata[i];
    if (!problem->serious)
      continue;
    adref_error_at(error, ADREF_ERROR_INPUT,
                   (AdrefLocation){text->name, problem->line, problem->column}, "%s",
                   problem->message);
    return FALSE;
  }
  return TRUE;
}

gboolean adref_text_page_words(const AdrefText *text, AdrefPageWords **words, GError **error)
{
  return adref_page_words_read(text->files ? text->files->source : NULL, text->language, words,
                               error);
}

GHashTable *adref_text_party_names(const AdrefText *text)
{
  if (!text->files)
    return NULL;
  GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  const GPtrArray *all = adref_parties_all(adref_text_parties(text));
  for (guint i = 0; i < all->len; i++) {
    const AdrefParty *party = all->pdata[i];
    g_hash_table_insert(names, g_strdup(party->code),
                        adref_party_page_short(party, text->language));
  }
  return names;
}

char *adref_text_occasion(const AdrefText *text)
{
  const AdrefStatement *statement = text->statement;
  if (!statement)
    return NULL;
  g_autofree char *place =
      statement->place ? adref_value_print(statement->place, "", text->language) : NULL;
  g_autofree char *day =
      statement->date ? adref_value_print(statement->date, "iso", text->language) : NULL;
  return adref_occasion_line(place, day, text->language, text->document);
}

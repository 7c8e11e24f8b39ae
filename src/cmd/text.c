#include "cmd/text.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/name.h"
#include "history/version_source.h"

AdrefSession *adref_session_open(const AdrefRun *run, GError **error)
{
  g_autoptr(AdrefSession) session = g_new0(AdrefSession, 1);
  session->workspace = adref_workspace_find(run->folder, error);
  if (!session->workspace)
    return NULL;
  session->library = adref_library_open(session->workspace->source, error);
  return session->library ? g_steal_pointer(&session) : NULL;
}

/* A date needs no "@" where no version has that name. */
static gboolean resolve(AdrefRepo *repo, const char *statement, const char *name,
                        AdrefVersion *version, GError **error)
{
  g_autoptr(GError) cause = NULL;
  if (adref_repo_resolve(repo, statement, name, version, &cause))
    return TRUE;
  g_autofree char *date = g_strconcat("@", name, NULL);
  g_autoptr(GError) no_date = NULL;
  if (*name && *name != '@' && adref_repo_resolve(repo, statement, date, version, &no_date))
    return TRUE;
  gboolean is_date = no_date && !g_error_matches(no_date, ADREF_ERROR, ADREF_ERROR_USAGE);
  g_propagate_error(error, is_date ? g_steal_pointer(&no_date) : g_steal_pointer(&cause));
  return FALSE;
}

static gboolean has_parties(AdrefFileSource *source)
{
  g_auto(GStrv) files = source->list(source, "templates", NULL);
  return files && g_strv_contains((const char *const *)files, "templates/parties.yaml");
}

static gboolean set_source(AdrefSession *session, AdrefFileSource *source, GError **error)
{
  AdrefFileSource *work = session->workspace->source;
  session->workspace->source = source;
  if (!has_parties(source)) {
    session->work = work;
    return TRUE;
  }
  adref_library_free(session->library);
  adref_file_source_free(work);
  session->library = adref_library_open(source, error);
  return session->library != NULL;
}

AdrefSession *adref_session_open_at(const AdrefRun *run, const char *statement, const char *name,
                                    AdrefVersion *version, GError **error)
{
  AdrefVersion found = {""};
  g_autoptr(AdrefSession) session = adref_session_open(run, error);
  if (session && strcmp(name, ADREF_VERSION_WORK) != 0) {
    g_autoptr(AdrefRepo) repo = adref_repo_open(session->workspace->root, error);
    AdrefFileSource *source = repo && resolve(repo, statement, name, &found, error)
                                  ? adref_version_source_new(repo, &found, error)
                                  : NULL;
    if (!source || !set_source(session, source, error))
      return NULL;
  }
  if (session && version)
    *version = found;
  return g_steal_pointer(&session);
}

void adref_session_free(AdrefSession *session)
{
  if (!session)
    return;
  adref_library_free(session->library);
  adref_workspace_free(session->workspace);
  adref_file_source_free(session->work);
  g_free(session);
}

AdrefStatement *adref_session_statement(const AdrefSession *session, const char *argument,
                                        GError **error)
{
  g_autofree char *id = adref_workspace_choose(session->workspace, argument, error);
  return id ? adref_statement_read(session->workspace->source, id, session->library, error) : NULL;
}

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
  adref_node_free(text->document);
  adref_statement_free(text->statement);
  adref_house_style_free(text->house);
  adref_session_free(text->session);
  g_clear_pointer(&text->source, g_bytes_unref);
  g_clear_pointer(&text->problems, g_ptr_array_unref);
  g_free(text->name);
  g_free(text->path);
  g_free(text->file);
  g_free(text->language);
  g_free(text);
}

static gboolean is_file(const AdrefRun *run, const char *argument)
{
  if (!argument)
    return FALSE;
  g_autofree char *path = g_canonicalize_filename(argument, run->folder);
  gsize name = strcspn(argument, "/@");
  if (argument[name] == '@')
    return g_file_test(path, G_FILE_TEST_IS_REGULAR);
  if (strcmp(argument, "-") == 0 || argument[name] == '/' || g_str_has_suffix(argument, ".md") ||
      g_str_has_suffix(argument, ".markdown"))
    return TRUE;
  return !adref_name_is(ADREF_NAME_STATEMENT, argument) &&
         g_file_test(path, G_FILE_TEST_IS_REGULAR);
}

AdrefOutline *adref_session_outline(const AdrefSession *session, const AdrefStatement *statement,
                                    GError **error)
{
  g_autoptr(GError) cause = NULL;
  AdrefOutline *outline = adref_outline_read(session->workspace->source, statement->outline,
                                             adref_library_parties(session->library), &cause);
  if (!outline)
    adref_library_propagate_error(error, adref_statement_key_location(statement, "outline"),
                                  g_steal_pointer(&cause));
  return outline;
}

void adref_text_read_options(const AdrefText *text, AdrefNumbering *numbering,
                             AdrefMarkdownReadOptions *options)
{
  *numbering = text->house ? text->house->numbering : adref_numbering_default;
  *options = (AdrefMarkdownReadOptions){.name = text->name, .numbers = numbering};
  if (text->session)
    options->parties = adref_parties_names(adref_library_parties(text->session->library));
}

AdrefNode *adref_text_parse(const AdrefText *text, const char *bytes, gsize length,
                            GPtrArray *problems, GError **error)
{
  AdrefNumbering numbering;
  AdrefMarkdownReadOptions options;
  adref_text_read_options(text, &numbering, &options);
  return adref_markdown_read(bytes, length, &options, problems, error);
}

static gboolean read_document(AdrefText *text, GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data(text->source, &length);
  text->problems = adref_problems_new();
  text->document = adref_text_parse(text, bytes, length, text->problems, error);
  return text->document != NULL;
}

static AdrefText *read_found(AdrefText *found, GError **error)
{
  g_autoptr(AdrefText) text = found;
  return text && read_document(text, error) ? g_steal_pointer(&text) : NULL;
}

static GBytes *read_stdin(GError **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new();
  guint8 chunk[65536];
  for (size_t got; (got = fread(chunk, 1, sizeof chunk, stdin)) > 0;) {
    if (bytes->len + got > ADREF_TEXT_LIMIT) {
      adref_error(error, ADREF_ERROR_INPUT, "standard input: larger than %d bytes",
                  ADREF_TEXT_LIMIT);
      return NULL;
    }
    g_byte_array_append(bytes, chunk, (guint)got);
  }
  const char *text = bytes->data ? (const char *)bytes->data : "";
  if (!adref_utf8_check(text, bytes->len, "standard input", error))
    return NULL;
  return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
}

/* A file takes its parties from the workspace around it, if there is one that reads. */
static void open_session_around(AdrefText *text)
{
  AdrefRun here = {.folder = g_path_get_dirname(text->file)};
  text->session = adref_session_open(&here, NULL);
  g_free(here.folder);
}

/* "ja" of "ja.md" and "x.ja.md"; English for others. Of three letters only Filipino is taken for a
 * language: "new.md" is no text in Newari. */
static char *language_of(const char *path)
{
  g_autofree char *name = g_path_get_basename(path);
  if (g_str_has_suffix(name, ".md"))
    name[strlen(name) - 3] = '\0';
  const char *dot = strrchr(name, '.');
  const char *language = dot ? dot + 1 : name;
  gboolean is_language = (strlen(language) == 2 && adref_name_is(ADREF_NAME_LANGUAGE, language)) ||
                         strcmp(language, "fil") == 0;
  return g_strdup(is_language ? language : "en");
}

static GBytes *read_content(const AdrefRun *run, const char *path, const char *content,
                            GError **error)
{
  if (strcmp(content, "-") == 0)
    return read_stdin(error);
  if (strcmp(content, "/dev/null") == 0)
    return g_bytes_new_static("", 0);
  g_autofree char *file = g_canonicalize_filename(content, run->folder);
  return adref_file_read(file, path, ADREF_TEXT_LIMIT, error);
}

AdrefText *adref_text_load_file(const AdrefRun *run, const char *path, const char *content,
                                const char *language, GError **error)
{
  if (language && !adref_name_check(ADREF_NAME_LANGUAGE, language, error))
    return NULL;
  g_autoptr(AdrefText) text = g_new0(AdrefText, 1);
  gboolean is_stdin = strcmp(path, "-") == 0;
  text->name = g_strdup(is_stdin ? "standard input" : path);
  text->file = is_stdin ? g_build_filename(run->folder, "-", NULL)
                        : g_canonicalize_filename(path, run->folder);
  text->language = language ? g_strdup(language) : language_of(path);
  text->source = read_content(run, path, content ? content : path, error);
  if (!text->source)
    return NULL;
  open_session_around(text);
  return g_steal_pointer(&text);
}

AdrefText *adref_text_open_file(const AdrefRun *run, const char *path, const char *content,
                                const char *language, GError **error)
{
  return read_found(adref_text_load_file(run, path, content, language, error), error);
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
  adref_error(error, ADREF_ERROR_USAGE, "%s has no text in \"%s\"; its languages are %s",
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
  AdrefFileSource *source = text->session->workspace->source;
  g_autoptr(GError) cause = NULL;
  text->source = source->read(source, text->path, ADREF_TEXT_LIMIT, &cause);
  if (text->source)
    return TRUE;
  if (!*text->version.id && g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "%s: there is no text yet; \"adref draft %s\" assembles it", text->name,
                text->statement->id);
  else
    g_propagate_error(error, g_steal_pointer(&cause));
  return FALSE;
}

/* The id that the argument means, also when the workspace of that version has no such statement. */
static AdrefSession *open_session(const AdrefRun *run, char **id, const char *version,
                                  AdrefText *text, GError **error)
{
  if (!version)
    return adref_session_open(run, error);
  g_autoptr(AdrefSession) now = adref_session_open(run, error);
  g_autoptr(GError) unknown = NULL;
  g_autofree char *chosen = now ? adref_workspace_choose(now->workspace, *id, &unknown) : NULL;
  if (!now || (!chosen && !*id)) {
    if (unknown)
      g_propagate_error(error, g_steal_pointer(&unknown));
    return NULL;
  }
  if (chosen) {
    g_free(*id);
    *id = g_steal_pointer(&chosen);
    return adref_session_open_at(run, *id, version, &text->version, error);
  }
  AdrefSession *session = adref_session_open_at(run, *id, version, &text->version, NULL);
  if (!session)
    g_propagate_error(error, g_steal_pointer(&unknown));
  return session;
}

static AdrefText *find_statement(const AdrefRun *run, const char *argument, const char *language,
                                 GError **error)
{
  g_autofree char *id = NULL;
  const char *version;
  g_autoptr(AdrefText) text = g_new0(AdrefText, 1);
  split_argument(argument, &id, &version);
  text->session = open_session(run, &id, version, text, error);
  if (!text->session)
    return NULL;
  text->statement = adref_session_statement(text->session, id, error);
  if (!text->statement || !choose_language(text, language, error))
    return NULL;
  text->house = adref_house_style_of_statement(text->statement, text->session->workspace->source,
                                               text->session->library, error);
  if (!text->house)
    return NULL;
  text->path = adref_statement_text_path(text->statement, text->language);
  if (*text->version.id)
    text->name = g_strdup_printf("%.8s:%s", text->version.id, text->path);
  else
    text->name = g_strdup(text->path);
  if (!*text->version.id)
    text->file = g_build_filename(text->session->workspace->root, text->path, NULL);
  return read_source(text, error) ? g_steal_pointer(&text) : NULL;
}

AdrefText *adref_text_load(const AdrefRun *run, const char *argument, const char *language,
                           GError **error)
{
  if (language && !adref_name_check(ADREF_NAME_LANGUAGE, language, error))
    return NULL;
  return is_file(run, argument) ? adref_text_load_file(run, argument, NULL, language, error)
                                : find_statement(run, argument, language, error);
}

AdrefText *adref_text_open(const AdrefRun *run, const char *argument, const char *language,
                           GError **error)
{
  return read_found(adref_text_load(run, argument, language, error), error);
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

GHashTable *adref_text_party_names(const AdrefText *text)
{
  if (!text->session)
    return NULL;
  GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  const GPtrArray *all = adref_parties_all(adref_library_parties(text->session->library));
  for (guint i = 0; i < all->len; i++) {
    const AdrefParty *party = all->pdata[i];
    g_hash_table_insert(names, g_strdup(party->code),
                        g_strdup(adref_party_short(party, text->language)));
  }
  return names;
}

static gboolean is_record(const char *path, const char *folder)
{
  g_autofree char *records = g_strconcat(folder, "/record/", NULL);
  if (!g_str_has_prefix(path, records) || !g_str_has_suffix(path, ".yaml"))
    return FALSE;
  g_autofree char *party = g_strdup(path + strlen(records));
  party[strlen(party) - strlen(".yaml")] = '\0';
  return adref_name_is(ADREF_NAME_PARTY, party);
}

static gboolean is_correction(const char *path, const char *folder)
{
  g_autofree char *below = g_strconcat(folder, "/corrections/", NULL);
  return g_str_has_prefix(path, below) && g_str_has_suffix(path, ".md") &&
         !strchr(path + strlen(below), '/');
}

static gboolean belongs(const AdrefStatement *statement, const char *path)
{
  const char *name = path + strlen(statement->folder) + 1;
  if (strcmp(name, "statement.yaml") == 0 || strcmp(name, "assembly.lock") == 0 ||
      is_record(path, statement->folder) || is_correction(path, statement->folder))
    return TRUE;
  if (strchr(name, '/') || !g_str_has_suffix(name, ".md"))
    return FALSE;
  g_autofree char *language = g_strndup(name, strlen(name) - 3);
  return adref_name_is(ADREF_NAME_LANGUAGE, language);
}

static gboolean add_files(AdrefFileSource *source, const AdrefStatement *statement,
                          GHashTable *paths, GError **error)
{
  g_auto(GStrv) files = source->list(source, statement->folder, error);
  if (!files)
    return FALSE;
  for (char **file = files; *file; file++)
    if (belongs(statement, *file))
      g_hash_table_add(paths, g_strdup(*file));
  return TRUE;
}

static int compare_paths(gconstpointer a, gconstpointer b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

char **adref_session_statement_files(const AdrefSession *session, const AdrefStatement *statement,
                                     AdrefRepo *repo, GError **error)
{
  g_autoptr(GHashTable) paths = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  if (!add_files(session->workspace->source, statement, paths, error))
    return NULL;
  AdrefVersion head;
  if (adref_repo_resolve(repo, NULL, "HEAD", &head, NULL)) {
    g_autoptr(AdrefFileSource) source = adref_version_source_new(repo, &head, error);
    if (!source || !add_files(source, statement, paths, error))
      return NULL;
  }
  GPtrArray *files = g_ptr_array_new();
  GHashTableIter iter;
  gpointer path;
  g_hash_table_iter_init(&iter, paths);
  while (g_hash_table_iter_next(&iter, &path, NULL))
    g_ptr_array_add(files, g_strdup(path));
  g_ptr_array_sort(files, compare_paths);
  g_ptr_array_add(files, NULL);
  return (char **)g_ptr_array_free(files, FALSE);
}

#include "work/rescued_words.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "base/string_order.h"

static const char ending[] = ".md";

/* The first line of a file: what was edited. */
static const char header[] = "<!-- adref: words that were not saved;";

void adref_rescued_words_free(AdrefRescuedWords *rescued)
{
  if (!rescued)
    return;
  g_free(rescued->version);
  g_free(rescued->language);
  g_free(rescued->clause);
  g_string_free(rescued->words, TRUE);
  g_free(rescued);
}

static char *folder_of(AdrefSession *session)
{
  g_autofree char *own = adref_repo_private_folder(session->repo);
  return g_build_filename(own, "rescued", NULL);
}

static char *path_of(AdrefSession *session, const char *name)
{
  g_autofree char *folder = folder_of(session);
  g_autofree char *file = g_strconcat(name, ending, NULL);
  return g_build_filename(folder, file, NULL);
}

/* A name that no file has yet. */
static char *new_name(AdrefSession *session, const char *statement, const char *language)
{
  for (guint i = 1; i <= ADREF_RESCUED_WORDS_MAX; i++) {
    g_autofree char *name = g_strdup_printf("%s-%s-%u", statement, language, i);
    g_autofree char *path = path_of(session, name);
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
      return g_steal_pointer(&name);
  }
  return NULL;
}

static GString *compose(const AdrefRescuedWords *rescued)
{
  GString *text = g_string_new(header);
  g_string_append_printf(text, " version=%s lang=%s", rescued->version, rescued->language);
  if (rescued->clause)
    g_string_append_printf(text, " clause=%s", rescued->clause);
  g_string_append(text, " -->\n");
  return g_string_append_len(text, rescued->words->str, (gssize)rescued->words->len);
}

char *adref_rescued_words_keep(AdrefSession *session, const AdrefStatement *statement,
                               const AdrefRescuedWords *rescued, const char *name, GError **error)
{
  if (!adref_session_repo(session, error))
    return NULL;
  g_autofree char *folder = folder_of(session);
  g_autofree char *chosen =
      name ? g_strdup(name) : new_name(session, statement->id, rescued->language);
  if (!chosen) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s holds the words of %d edits already; take them up, or delete them", folder,
                ADREF_RESCUED_WORDS_MAX);
    return NULL;
  }
  g_autofree char *path = path_of(session, chosen);
  g_autoptr(GString) text = compose(rescued);
  return adref_folder_make(folder, error) && adref_file_write(path, text->str, text->len, error)
             ? g_steal_pointer(&chosen)
             : NULL;
}

/* All names that begin with `prefix`. */
static GPtrArray *list(AdrefSession *session, const char *prefix)
{
  GPtrArray *names = g_ptr_array_new();
  g_autofree char *folder = folder_of(session);
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  for (const char *file = dir ? g_dir_read_name(dir) : NULL; file; file = g_dir_read_name(dir))
    if (g_str_has_prefix(file, prefix) && g_str_has_suffix(file, ending))
      g_ptr_array_add(names, g_strndup(file, strlen(file) - strlen(ending)));
  g_ptr_array_sort(names, adref_string_order);
  return names;
}

char **adref_rescued_words_list(AdrefSession *session, const char *statement)
{
  if (!adref_session_repo(session, NULL))
    return g_new0(char *, 1);
  g_autofree char *prefix = g_strconcat(statement, "-", NULL);
  GPtrArray *names = list(session, prefix);
  g_ptr_array_add(names, NULL);
  return (char **)g_ptr_array_free(names, FALSE);
}

static void refuse_name(AdrefSession *session, const char *name, GError **error)
{
  GPtrArray *names = list(session, "");
  g_autofree char *suggestion = adref_name_suggest(name, names);
  adref_error(error, ADREF_ERROR_NOT_FOUND, "no words are kept under the name \"%s\"%s", name,
              suggestion);
  g_ptr_array_set_free_func(names, g_free);
  g_ptr_array_unref(names);
}

/* The value of "KEY=" in the first line; NULL: there is none. */
static char *value_of(const char *line, const char *key)
{
  const char *found = strstr(line, key);
  found = found ? found + strlen(key) : NULL;
  return found ? g_strndup(found, strcspn(found, " \n")) : NULL;
}

static AdrefRescuedWords *parse(const char *text)
{
  g_autofree char *line = g_strndup(text, strcspn(text, "\n"));
  AdrefRescuedWords *rescued = g_new0(AdrefRescuedWords, 1);
  rescued->version = value_of(line, " version=");
  rescued->language = value_of(line, " lang=");
  rescued->clause = value_of(line, " clause=");
  const char *words = text + strlen(line);
  rescued->words = g_string_new(*words == '\n' ? words + 1 : words);
  return rescued;
}

AdrefRescuedWords *adref_rescued_words_read(AdrefSession *session, const char *name, GError **error)
{
  if (!adref_session_repo(session, error))
    return NULL;
  g_autofree char *path = path_of(session, name);
  if (strchr(name, '/') || !g_file_test(path, G_FILE_TEST_EXISTS)) {
    refuse_name(session, name, error);
    return NULL;
  }
  g_autoptr(GBytes) bytes = adref_file_read_text(path, path, ADREF_TEXT_LIMIT, error);
  g_autoptr(AdrefRescuedWords) rescued = bytes ? parse(g_bytes_get_data(bytes, NULL)) : NULL;
  if (!rescued || (rescued->version && rescued->language))
    return g_steal_pointer(&rescued);
  adref_error_at(error, ADREF_ERROR_INPUT, (AdrefLocation){path, 1, 1},
                 "the first line must be \"%s version=ID lang=LANG -->\"", header);
  return NULL;
}

void adref_rescued_words_remove(AdrefSession *session, const char *name)
{
  g_autofree char *path = path_of(session, name);
  g_unlink(path);
}

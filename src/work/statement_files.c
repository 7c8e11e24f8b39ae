#include "work/statement_files.h"

#include <string.h>

#include "base/name.h"
#include "base/string_order.h"
#include "history/version_source.h"

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

char **adref_session_statement_files(AdrefSession *session, const AdrefStatement *statement,
                                     GError **error)
{
  AdrefRepo *repo = adref_session_repo(session, error);
  g_autoptr(GHashTable) paths = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  if (!repo || !add_files(session->files->source, statement, paths, error))
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
  g_ptr_array_sort(files, adref_string_order);
  g_ptr_array_add(files, NULL);
  return (char **)g_ptr_array_free(files, FALSE);
}

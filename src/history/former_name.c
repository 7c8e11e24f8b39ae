#include "history/former_name.h"

#include <string.h>

#include "history/git.h"

static const char statements[] = "statements/";

static void free_names(gpointer names)
{
  g_strfreev(names);
}

void adref_repo_set_former_names(AdrefRepo *repo, const char *statement, char *const *names)
{
  if (!repo->former_names)
    repo->former_names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_names);
  g_hash_table_insert(repo->former_names, g_strdup(statement), g_strdupv((char **)(guintptr)names));
}

const char *const *adref_repo_former_names(const AdrefRepo *repo, const char *statement)
{
  static const char *const none[] = {NULL};
  char **names =
      repo->former_names && statement ? g_hash_table_lookup(repo->former_names, statement) : NULL;
  return names ? (const char *const *)names : none;
}

static gboolean has_folder(const AdrefRepo *repo, const git_tree *tree, const char *statement)
{
  g_autofree char *path = g_strconcat(repo->prefix, statements, statement, NULL);
  g_autoptr(git_tree_entry) entry = NULL;
  return adref_git_tree_entry(tree, path, &entry, NULL) && entry;
}

/* The name that the statement has in a version. */
static const char *name_in(const AdrefRepo *repo, const git_tree *tree, const char *statement)
{
  const char *const *former = adref_repo_former_names(repo, statement);
  if (!*former || has_folder(repo, tree, statement))
    return statement;
  for (; *former; former++)
    if (has_folder(repo, tree, *former))
      return *former;
  return statement;
}

char *adref_git_path_in(AdrefRepo *repo, const git_tree *tree, const char *path, GError **error)
{
  if (!repo->former_names || !g_str_has_prefix(path, statements))
    return adref_git_path(repo, path, error);
  const char *id = path + strlen(statements), *rest = id + strcspn(id, "/");
  g_autofree char *statement = g_strndup(id, (gsize)(rest - id));
  g_autofree char *there = g_strconcat(statements, name_in(repo, tree, statement), rest, NULL);
  return adref_git_path(repo, there, error);
}

const char *adref_git_statement_now(const AdrefRepo *repo, const git_tree *tree, const char *name)
{
  GHashTableIter iter;
  gpointer statement;
  if (!repo->former_names)
    return name;
  g_hash_table_iter_init(&iter, repo->former_names);
  while (g_hash_table_iter_next(&iter, &statement, NULL))
    if (strcmp(name_in(repo, tree, statement), name) == 0)
      return statement;
  return name;
}

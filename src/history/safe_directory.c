#include "history/safe_directory.h"

#include <stdlib.h>
#include <string.h>

#include "history/git.h"
#include "history/git_config.h"

char *adref_safe_directory_path(const char *root)
{
  git_buf found = GIT_BUF_INIT;
  git_repository_discover(&found, root, FALSE, NULL);
  char *path = g_canonicalize_filename(found.ptr ? found.ptr : root, NULL);
  if (g_str_has_suffix(path, "/.git"))
    path[strlen(path) - strlen("/.git")] = '\0';
  git_buf_dispose(&found);
  return path;
}

static gboolean names(const char *value, const char *path)
{
  const char *home = g_str_has_prefix(value, "~/") ? g_getenv("HOME") : NULL;
  g_autofree char *listed = home ? g_build_filename(home, value + 2, NULL) : g_strdup(value);
  g_autofree char *real = realpath(path, NULL);
  return strcmp(value, "*") == 0 || strcmp(listed, path) == 0 ||
         (real && strcmp(listed, real) == 0);
}

gboolean adref_safe_directory_is_listed(const char *path)
{
  g_autoptr(git_config) config = NULL;
  git_config_iterator *entries = NULL;
  git_config_entry *entry = NULL;
  gboolean is_listed = FALSE;
  if (adref_git_config_open_user(&config, NULL) == 0 &&
      git_config_iterator_new(&entries, config) == 0)
    while (git_config_next(&entry, entries) == 0)
      if (strcmp(entry->name, "safe.directory") == 0 && entry->value)
        is_listed = *entry->value && (is_listed || names(entry->value, path));
  git_config_iterator_free(entries);
  return is_listed;
}

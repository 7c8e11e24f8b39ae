#include "history/git.h"

#include <string.h>

enum {
  CACHE_BYTES = 32 * 1024 * 1024
};

static gpointer start(gpointer nothing)
{
  git_libgit2_init();
  git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
  git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, (gssize)CACHE_BYTES);
  if (g_getenv("GIT_CONFIG_NOSYSTEM"))
    git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_SYSTEM, "");
  return nothing;
}

void adref_git_start(void)
{
  static GOnce once = G_ONCE_INIT;
  g_once(&once, start, NULL);
}

static AdrefErrorCode code_of(int status)
{
  switch (status) {
  case GIT_ENOTFOUND: return ADREF_ERROR_NOT_FOUND;
  case GIT_ELOCKED:
  case GIT_EMODIFIED:
  case GIT_EOWNER: return ADREF_ERROR_REFUSED;
  default: return ADREF_ERROR_SYSTEM;
  }
}

gboolean adref_git_fail(GError **error, int status, const char *format, ...)
{
  const git_error *last = git_error_last();
  g_autofree char *cause = g_strdup(last && last->message ? last->message : "no reason given");
  va_list args;
  va_start(args, format);
  g_autofree char *doing = g_strdup_vprintf(format, args);
  va_end(args);
  adref_error(error, code_of(status), "%s: %s", doing, cause);
  return FALSE;
}

static gboolean is_plain(const char *path)
{
  if (*path == '\0')
    return TRUE;
  g_auto(GStrv) names = g_strsplit(path, "/", -1);
  for (char **name = names; *name; name++)
    if (**name == '\0' || strcmp(*name, ".") == 0 || strcmp(*name, "..") == 0 ||
        g_ascii_strcasecmp(*name, ".git") == 0)
      return FALSE;
  return TRUE;
}

char *adref_git_path(AdrefRepo *repo, const char *path, GError **error)
{
  if (!is_plain(path)) {
    adref_error(error, ADREF_ERROR_REFUSED, "%s: not a path inside the workspace", path);
    return NULL;
  }
  if (*path)
    return g_strconcat(repo->prefix, path, NULL);
  gsize length = strlen(repo->prefix);
  return g_strndup(repo->prefix, length > 0 ? length - 1 : 0);
}

gboolean adref_git_head(AdrefRepo *repo, git_commit **commit, GError **error)
{
  g_autoptr(git_reference) head = NULL;
  int status = git_repository_head(&head, repo->git);
  if (status == GIT_EUNBORNBRANCH) {
    *commit = NULL;
    return TRUE;
  }
  g_autoptr(git_object) object = NULL;
  if (status == 0)
    status = git_reference_peel(&object, head, GIT_OBJECT_COMMIT);
  if (status != 0)
    return adref_git_fail(error, status, "HEAD cannot be read");
  *commit = (git_commit *)g_steal_pointer(&object);
  return TRUE;
}

gboolean adref_git_entry(const git_tree *tree, const char *path, git_tree_entry **entry,
                         GError **error)
{
  *entry = NULL;
  int status = tree ? git_tree_entry_bypath(entry, tree, path) : 0;
  if (status == 0 || status == GIT_ENOTFOUND)
    return TRUE;
  return adref_git_fail(error, status, "%s: cannot be read from the version", path);
}

#include "history/config.h"

#include <string.h>

#include "base/program_run.h"
#include "history/config_environment.h"
#include "history/git_config.h"

gboolean adref_git_config_has_no_system(void)
{
  const char *value = g_getenv("GIT_CONFIG_NOSYSTEM");
  static const char *const no[] = {"", "0", "false", "no", "off", NULL};
  g_autofree char *small = value ? g_ascii_strdown(value, -1) : NULL;
  return small && !g_strv_contains(no, small);
}

/* Files that the environment names stand in the places of the usual ones. */
static int replace_levels(git_config *config, git_repository *git)
{
  const char *system = adref_git_config_has_no_system() ? NULL : g_getenv("GIT_CONFIG_SYSTEM");
  const char *global = g_getenv("GIT_CONFIG_GLOBAL");
  int status = 0;
  if (system)
    status = git_config_add_file_ondisk(config, *system ? system : "/dev/null",
                                        GIT_CONFIG_LEVEL_SYSTEM, git, TRUE);
  if (status == 0 && global)
    status = git_config_add_file_ondisk(config, "/dev/null", GIT_CONFIG_LEVEL_XDG, git, TRUE);
  if (status == 0 && global)
    status = git_config_add_file_ondisk(config, *global ? global : "/dev/null",
                                        GIT_CONFIG_LEVEL_GLOBAL, git, TRUE);
  return status;
}

/* Puts the text of a configuration above all files: in a file in memory, which stays until the
 * process ends, since libgit2 reads it again. */
static void add_text(git_config *config, git_repository *git, const char *text)
{
  int file = *text ? adref_memory_file_new(text, strlen(text)) : -1;
  if (file < 0)
    return;
  g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", file);
  git_config_add_file_ondisk(config, path, GIT_CONFIG_LEVEL_APP, git, TRUE);
}

int adref_git_config_open_user(git_config **config, git_repository *git)
{
  int status = git_config_open_default(config);
  if (status == 0)
    status = replace_levels(*config, git);
  g_autofree char *added = adref_config_environment_text();
  if (status == 0)
    add_text(*config, git, added);
  return status;
}

/* What a work tree has of its own, where extensions.worktreeConfig says so: libgit2 does not read
 * it. */
static void include_worktree(GString *text, git_config *config, git_repository *git)
{
  g_autoptr(git_config) snapshot = NULL;
  int is_used = 0;
  if (git_config_snapshot(&snapshot, config) != 0 ||
      git_config_get_bool(&is_used, snapshot, "extensions.worktreeConfig") != 0 || !is_used)
    return;
  g_autofree char *path = g_build_filename(git_repository_path(git), "config.worktree", NULL);
  g_string_append(text, "[include]\npath = ");
  adref_config_append_quoted(text, path);
  g_string_append_c(text, '\n');
}

void adref_git_config_follow_environment(git_repository *git)
{
  g_autoptr(git_config) config = NULL;
  if (git_repository_config(&config, git) != 0)
    return;
  replace_levels(config, git);
  g_autoptr(GString) text = g_string_new(NULL);
  g_autofree char *added = adref_config_environment_text();
  include_worktree(text, config, git);
  g_string_append(text, added);
  add_text(config, git, text->str);
}

char *adref_repo_config(AdrefRepo *repo, const char *key)
{
  g_autoptr(git_config) snapshot = NULL;
  const char *value = NULL;
  if (git_repository_config_snapshot(&snapshot, repo->git) != 0 ||
      git_config_get_string(&value, snapshot, key) != 0)
    return NULL;
  return g_strdup(value);
}

char *adref_repo_user_config(AdrefRepo *repo, const char *key)
{
  g_autoptr(git_config) open = NULL;
  g_autoptr(git_config) snapshot = NULL;
  const char *value = NULL;
  if (adref_git_config_open_user(&open, repo->git) != 0 ||
      git_config_snapshot(&snapshot, open) != 0 ||
      git_config_get_string(&value, snapshot, key) != 0)
    return NULL;
  return g_utf8_make_valid(value, -1);
}

gboolean adref_repo_config_is_true(AdrefRepo *repo, const char *key)
{
  g_autoptr(git_config) snapshot = NULL;
  int value = 0;
  return git_repository_config_snapshot(&snapshot, repo->git) == 0 &&
         git_config_get_bool(&value, snapshot, key) == 0 && value;
}

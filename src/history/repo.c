#include "history/repo.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/stage_folder.h"
#include "history/git.h"
#include "history/git_config.h"
#include "history/git_index.h"
#include "history/join.h"
#include "history/result_cache.h"
#include "history/safe_directory.h"

#define STAGE ".adref-git-" /* begins the name of the folder in which a repository is made */

/* libgit2 before 1.6 returns "not found" for a repository of another user (libgit2 #6408). */
static gboolean is_of_other_user(int status)
{
  const git_error *last = status == GIT_ENOTFOUND ? git_error_last() : NULL;
  return status == GIT_EOWNER || (last && last->message && strstr(last->message, "safe.directory"));
}

static int open_git(git_repository **git, const char *root, guint flags)
{
  int status = git_repository_open_ext(git, root, flags, NULL);
  if (!is_of_other_user(status))
    return status;
  g_autofree char *path = adref_safe_directory_path(root);
  if (!adref_safe_directory_is_listed(path))
    return GIT_EOWNER;
  git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
  status = git_repository_open_ext(git, root, flags, NULL);
  git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 1);
  return status;
}

static void refuse_owner(const char *root, GError **error)
{
  g_autofree char *top = adref_safe_directory_path(root);
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s: the repository belongs to another user; if you trust it, run\n"
              "  git config --global --add safe.directory \"%s\"",
              root, top);
}

static AdrefRepo *fail_open(const char *root, int status, GError **error)
{
  const git_error *last = git_error_last();
  const char *cause = last && last->message ? last->message : "";
  if (status == GIT_ENOTFOUND)
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "%s: not in a git repository; `adref init` makes a workspace with one", root);
  else if (status == GIT_EOWNER)
    refuse_owner(root, error);
  else if (strstr(cause, "objectformat"))
    adref_error(
        error, ADREF_ERROR_REFUSED,
        "%s: the repository has SHA-256 objects (extensions.objectFormat); adref reads SHA-1. "
        "`git init --object-format=sha1` makes a repository that it can use",
        root);
  else if (strstr(cause, "refstorage"))
    adref_error(
        error, ADREF_ERROR_REFUSED,
        "%s: the repository keeps its refs in a reftable (extensions.refStorage); adref reads "
        "refs in files. `git refs migrate --ref-format=files` converts it",
        root);
  else if (strstr(cause, "extension") || strstr(cause, "repository version"))
    adref_error(error, ADREF_ERROR_SYSTEM,
                "%s: the repository uses a feature of git that adref cannot read (%s); it needs "
                "SHA-1 objects and refs in files",
                root, cause);
  else
    adref_git_fail(error, status, "%s: the repository cannot be opened", root);
  return NULL;
}

/* The path of the workspace below the top of the repository, as "" or "sub/folder/"; NULL when it
 * is not inside. */
static char *prefix_below(const char *top, const char *root)
{
  g_autofree char *real_top = realpath(top, NULL);
  g_autofree char *real_root = realpath(root, NULL);
  if (!real_top || !real_root || !g_str_has_prefix(real_root, real_top))
    return NULL;
  const char *rest = real_root + strlen(real_top);
  if (*rest == '\0')
    return g_strdup("");
  if (strcmp(real_top, "/") != 0 && *rest++ != '/')
    return NULL;
  return g_str_has_prefix(rest, ".git/") || strcmp(rest, ".git") == 0
             ? NULL
             : g_strconcat(rest, "/", NULL);
}

static char *without_slash(const char *path)
{
  gsize length = strlen(path);
  return g_strndup(path, length > 1 && path[length - 1] == '/' ? length - 1 : length);
}

static AdrefRepo *new_repo(const char *root, git_repository *git, GError **error)
{
  g_autoptr(git_repository) owned = git;
  if (git_repository_is_bare(git)) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: a bare repository has no work folder; `git clone` it and work in the clone",
                root);
    return NULL;
  }
  g_autofree char *prefix = prefix_below(git_repository_workdir(git), root);
  if (!prefix) {
    adref_error(error, ADREF_ERROR_REFUSED, "%s: not inside the work folder of its repository",
                root);
    return NULL;
  }
  AdrefRepo *repo = g_rc_box_new0(AdrefRepo);
  adref_git_config_follow_environment(git);
  repo->git = g_steal_pointer(&owned);
  repo->top = without_slash(git_repository_workdir(git));
  repo->prefix = g_steal_pointer(&prefix);
  adref_git_index_recover(repo);
  adref_join_recover(repo);
  return repo;
}

static AdrefRepo *new_bare(git_repository *git)
{
  AdrefRepo *repo = g_rc_box_new0(AdrefRepo);
  adref_git_config_follow_environment(git);
  repo->git = git;
  repo->top = without_slash(git_repository_path(git));
  repo->prefix = g_strdup("");
  repo->is_bare = TRUE;
  return repo;
}

AdrefRepo *adref_repo_open_any(const char *root, GError **error)
{
  if (!adref_git_start(error))
    return NULL;
  git_repository *git = NULL;
  int status = open_git(&git, root, 0);
  if (status != 0)
    return fail_open(root, status, error);
  return git_repository_is_bare(git) ? new_bare(git) : new_repo(root, git, error);
}

gboolean adref_repo_is_bare(AdrefRepo *repo)
{
  return repo->is_bare;
}

AdrefRepo *adref_repo_open(const char *root, GError **error)
{
  if (!adref_git_start(error))
    return NULL;
  git_repository *git = NULL;
  int status = open_git(&git, root, 0);
  return status == 0 ? new_repo(root, git, error) : fail_open(root, status, error);
}

static char *first_branch(void)
{
  g_autoptr(git_config) config = NULL;
  g_autoptr(git_config) snapshot = NULL;
  const char *name = NULL;
  if (adref_git_config_open_user(&config, NULL) != 0 ||
      git_config_snapshot(&snapshot, config) != 0 ||
      git_config_get_string(&name, snapshot, "init.defaultBranch") != 0)
    return g_strdup("main");
  int valid = 0;
  git_branch_name_is_valid(&valid, name);
  return g_strdup(valid ? name : "main");
}

static int init(git_repository **git, const char *root)
{
  g_autofree char *branch = first_branch();
  git_repository_init_options options;
  git_repository_init_options_init(&options, GIT_REPOSITORY_INIT_OPTIONS_VERSION);
  options.flags = GIT_REPOSITORY_INIT_MKPATH | GIT_REPOSITORY_INIT_NO_REINIT;
  options.initial_head = branch;
  return git_repository_init_ext(git, root, &options);
}

/* Makes the repository elsewhere and renames it, so that a process that is killed leaves none that
 * is half made, with git's locks in it. Where something is called .git already it is made there. */
static int init_at_once(git_repository **git, const char *root)
{
  g_auto(AdrefStageFolder) stage = {0};
  git_repository *made = NULL;
  if (!adref_stage_folder_make(root, STAGE, &stage))
    return init(git, root);
  int status = init(&made, stage.path);
  git_repository_free(made);
  g_autofree char *from = g_build_filename(stage.path, ".git", NULL);
  g_autofree char *to = g_build_filename(root, ".git", NULL);
  if (status != 0)
    return status;
  return g_rename(from, to) == 0 ? open_git(git, root, GIT_REPOSITORY_OPEN_NO_SEARCH)
                                 : init(git, root);
}

AdrefRepo *adref_repo_init(const char *root, GError **error)
{
  if (!adref_git_start(error))
    return NULL;
  git_repository *git = NULL;
  adref_stage_folders_remove(root, STAGE);
  int status = open_git(&git, root, GIT_REPOSITORY_OPEN_NO_SEARCH);
  if (status == GIT_ENOTFOUND)
    status = init_at_once(&git, root);
  return status == 0 ? new_repo(root, git, error) : fail_open(root, status, error);
}

static void clear(gpointer data)
{
  AdrefRepo *repo = data;
  adref_result_cache_trim(repo);
  git_repository_free(repo->git);
  g_free(repo->top);
  g_free(repo->prefix);
  g_free(repo->branch);
  g_clear_pointer(&repo->shallow_roots, g_hash_table_unref);
  g_clear_pointer(&repo->former_names, g_hash_table_unref);
  g_clear_pointer(&repo->hashed_files, g_hash_table_unref);
  g_clear_pointer(&repo->read_blobs, g_hash_table_unref);
  if (repo->stamps)
    git_index_free(repo->stamps);
}

void adref_repo_free(AdrefRepo *repo)
{
  if (repo)
    g_rc_box_release_full(repo, clear);
}

void adref_repo_forget_objects(AdrefRepo *repo)
{
  g_clear_pointer(&repo->read_blobs, g_hash_table_unref);
  git_repository__cleanup(repo->git); /* its configuration goes with them */
  adref_git_config_follow_environment(repo->git);
}

char *adref_repo_private_folder(AdrefRepo *repo)
{
  return g_build_filename(git_repository_path(repo->git), "adref", NULL);
}

/* The path below the top of the repository as a pattern of .gitignore; NULL: it is not there. */
static char *exclude_pattern(AdrefRepo *repo, const char *path)
{
  g_autofree char *top = realpath(repo->top, NULL);
  g_autofree char *real = realpath(path, NULL);
  gsize length = top ? strlen(top) : 0;
  if (!real || !top || strncmp(real, top, length) != 0 || real[length] != '/')
    return NULL;
  GString *pattern = g_string_new(NULL);
  for (const char *p = real + length; *p; p++) {
    if (strchr("*?[\\", *p))
      g_string_append_c(pattern, '\\');
    g_string_append_c(pattern, *p);
  }
  return g_string_free(pattern, FALSE);
}

static gboolean has_line(const char *text, const char *line)
{
  for (const char *at = text; (at = strstr(at, line)); at++)
    if (at == text || at[-1] == '\n')
      return TRUE;
  return FALSE;
}

gboolean adref_repo_exclude(AdrefRepo *repo, const char *path, GError **error)
{
  g_autofree char *pattern = exclude_pattern(repo, path);
  if (!pattern || strchr(pattern, '\n'))
    return TRUE;
  g_autofree char *folder = g_build_filename(git_repository_commondir(repo->git), "info", NULL);
  g_autofree char *file = g_build_filename(folder, "exclude", NULL);
  g_autoptr(GBytes) bytes = adref_file_read(file, file, ADREF_YAML_LIMIT, NULL);
  gsize length = 0;
  const char *text = bytes ? g_bytes_get_data(bytes, &length) : "";
  g_autofree char *line = g_strconcat(pattern, "\n", NULL);
  if (has_line(text, line))
    return TRUE;
  g_autoptr(GString) all = g_string_new_len(text, (gssize)length);
  if (all->len > 0 && all->str[all->len - 1] != '\n')
    g_string_append_c(all, '\n');
  g_string_append(all, line);
  return adref_folder_make(folder, error) && adref_file_write(file, all->str, all->len, error);
}

const char *adref_repo_branch(AdrefRepo *repo)
{
  g_autoptr(git_reference) head = NULL;
  g_clear_pointer(&repo->branch, g_free);
  if (git_reference_lookup(&head, repo->git, "HEAD") != 0 ||
      git_reference_type(head) != GIT_REFERENCE_SYMBOLIC)
    return NULL;
  const char *target = git_reference_symbolic_target(head);
  const char *name = g_str_has_prefix(target, "refs/heads/") ? target + 11 : target;
  return repo->branch = g_strdup(name);
}

gboolean adref_repo_check_state(AdrefRepo *repo, GError **error)
{
  static const struct {
    const char *what, *finish, *stop;
  } known[] = {
      [GIT_REPOSITORY_STATE_MERGE] = {"a merge", "git commit", "git merge --abort"},
      [GIT_REPOSITORY_STATE_REVERT] = {"a revert", "git revert --continue", "git revert --abort"},
      [GIT_REPOSITORY_STATE_REVERT_SEQUENCE] = {"a revert", "git revert --continue",
                                                "git revert --abort"},
      [GIT_REPOSITORY_STATE_CHERRYPICK] = {"a cherry-pick", "git cherry-pick --continue",
                                           "git cherry-pick --abort"},
      [GIT_REPOSITORY_STATE_CHERRYPICK_SEQUENCE] = {"a cherry-pick", "git cherry-pick --continue",
                                                    "git cherry-pick --abort"},
      [GIT_REPOSITORY_STATE_BISECT] = {"a bisection", "git bisect reset", "git bisect reset"},
      [GIT_REPOSITORY_STATE_REBASE] = {"a rebase", "git rebase --continue", "git rebase --abort"},
      [GIT_REPOSITORY_STATE_REBASE_INTERACTIVE] = {"a rebase", "git rebase --continue",
                                                   "git rebase --abort"},
      [GIT_REPOSITORY_STATE_REBASE_MERGE] = {"a rebase", "git rebase --continue",
                                             "git rebase --abort"},
      [GIT_REPOSITORY_STATE_APPLY_MAILBOX] = {"a `git am`", "git am --continue", "git am --abort"},
      [GIT_REPOSITORY_STATE_APPLY_MAILBOX_OR_REBASE] = {"a rebase", "git rebase --continue",
                                                        "git rebase --abort"},
  };
  int state = git_repository_state(repo->git);
  if (state == GIT_REPOSITORY_STATE_NONE)
    return TRUE;
  if (state < 0 || (gsize)state >= G_N_ELEMENTS(known))
    return adref_git_fail(error, state, "the state of the repository cannot be read");
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s is under way; finish it with `%s` or stop it with `%s`", known[state].what,
              known[state].finish, known[state].stop);
  return FALSE;
}

#include "sandbox.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "history/git.h"

static void set_environment(const Sandbox *sandbox)
{
  static const char *const unset[] = {"GIT_AUTHOR_NAME",
                                      "GIT_AUTHOR_EMAIL",
                                      "GIT_AUTHOR_DATE",
                                      "GIT_COMMITTER_NAME",
                                      "GIT_COMMITTER_EMAIL",
                                      "GIT_COMMITTER_DATE",
                                      "EMAIL"};
  for (gsize i = 0; i < G_N_ELEMENTS(unset); i++) /* a test before this one may have set them */
    g_unsetenv(unset[i]);
  g_setenv("HOME", sandbox->home, TRUE);
  g_setenv("TZ", "UTC", TRUE);
  ck_assert(adref_git_start(NULL));
  git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_GLOBAL, sandbox->home);
  git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_XDG, "");
}

Sandbox *sandbox_new_empty(void)
{
  Sandbox *sandbox = g_new0(Sandbox, 1);
  sandbox->folder = environment_make_folder("adref-history-XXXXXX");
  sandbox->home = g_build_filename(sandbox->folder, "home", NULL);
  sandbox->root = g_build_filename(sandbox->folder, "work", NULL);
  g_mkdir(sandbox->home, 0700);
  g_mkdir(sandbox->root, 0700);
  set_environment(sandbox);
  return sandbox;
}

Sandbox *sandbox_new(void)
{
  Sandbox *sandbox = sandbox_new_empty();
  g_free(git(sandbox, "config --global user.name 'Ana Sol'"));
  g_free(git(sandbox, "config --global user.email ana@example.org"));
  g_free(git(sandbox, "init -q -b main"));
  return sandbox;
}

static void remove_folder(char *folder)
{
  char *argv[] = {(char[]){"rm"}, (char[]){"-rf"}, folder, NULL};
  g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

void sandbox_free(Sandbox *sandbox)
{
  g_autofree char *repository = g_build_filename(sandbox->root, ".git", NULL);
  if (g_file_test(repository, G_FILE_TEST_EXISTS))
    g_free(git(sandbox, "fsck --strict --no-dangling"));
  remove_folder(sandbox->folder);
  free(sandbox->folder);
  g_free(sandbox->home);
  g_free(sandbox->root);
  g_free(sandbox);
}

char *git(const Sandbox *sandbox, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *arguments = g_strdup_vprintf(format, args);
  va_end(args);
  g_autofree char *line = g_strconcat("git ", arguments, NULL);
  g_auto(GStrv) argv = NULL;
  g_autofree char *errors = NULL;
  g_autoptr(GError) error = NULL;
  char *output = NULL;
  int status = 0;
  g_shell_parse_argv(line, NULL, &argv, &error);
  ck_assert_no_error(error);
  g_spawn_sync(sandbox->root, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &errors,
               &status, &error);
  ck_assert_no_error(error);
  ck_assert_msg(status == 0, "%s: %s%s", line, output, errors);
  return g_strchomp(output);
}

void git_says(const Sandbox *sandbox, const char *arguments, const char *expected)
{
  g_autofree char *said = git(sandbox, "%s", arguments);
  ck_assert_str_eq(said, expected);
}

void write_file(const Sandbox *sandbox, const char *path, const char *text)
{
  g_autofree char *full = g_build_filename(sandbox->root, path, NULL);
  g_autofree char *folder = g_path_get_dirname(full);
  g_autoptr(GError) error = NULL;
  g_mkdir_with_parents(folder, 0700);
  g_file_set_contents(full, text, -1, &error);
  ck_assert_no_error(error);
}

gboolean file_exists(const Sandbox *sandbox, const char *path)
{
  g_autofree char *full = g_build_filename(sandbox->root, path, NULL);
  return g_file_test(full, G_FILE_TEST_EXISTS);
}

AdrefRepo *open_repo(const Sandbox *sandbox, const char *below)
{
  g_autofree char *root = g_build_filename(sandbox->root, below, NULL);
  g_autoptr(GError) error = NULL;
  AdrefRepo *repo = adref_repo_open(root, &error);
  ck_assert_no_error(error);
  return repo;
}

AdrefVersion save_one(AdrefRepo *repo, const char *path, const char *subject)
{
  const char *const paths[] = {path, NULL};
  AdrefRepoSaveOptions save = {.subject = subject, .paths = paths};
  AdrefVersion version = {""};
  gboolean saved = FALSE;
  g_autoptr(GError) error = NULL;
  adref_repo_save(repo, &save, &version, &saved, &error);
  ck_assert_no_error(error);
  ck_assert(saved);
  return version;
}

void save_fails(AdrefRepo *repo, const char *path, const char *message)
{
  const char *const paths[] = {path, NULL};
  AdrefRepoSaveOptions save = {.subject = "fails", .paths = paths};
  AdrefVersion version = {"untouched"};
  gboolean saved = TRUE;
  GError *error = NULL;
  ck_assert(!adref_repo_save(repo, &save, &version, &saved, &error));
  ck_assert_error(error, message);
  ck_assert_str_eq(version.id, "untouched");
  ck_assert(saved);
}

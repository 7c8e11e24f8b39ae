#include <string.h>
#include <unistd.h>

#include "cases.h"
#include "history/config.h"
#include "history/git.h"
#include "history/tree_changes.h"
#include "sandbox.h"

static void open_fails(const Sandbox *box, const char *below, const char *format)
{
  g_autofree char *root = *below ? g_build_filename(box->root, below, NULL) : g_strdup(box->root);
  g_auto(GStrv) parts = g_strsplit(format, "ROOT", -1);
  g_autofree char *message = g_strjoinv(root, parts);
  GError *error = NULL;
  ck_assert_ptr_null(adref_repo_open(root, &error));
  ck_assert_error(error, message);
}

static void belongs_to(AdrefRepo *repo, const char *root)
{
  g_autofree char *folder = adref_repo_private_folder(repo);
  g_autofree char *expected = g_build_filename(root, ".git", "adref", NULL);
  ck_assert_str_eq(folder, expected);
}

START_TEST(makes_a_repository)
{
  g_autoptr(Sandbox) box = sandbox_new_empty();
  g_autofree char *root = g_build_filename(box->root, "new/place", NULL);
  g_autoptr(AdrefRepo) repo = adref_repo_init(root, NULL);
  ck_assert_ptr_nonnull(repo);
  ck_assert_str_eq(adref_repo_branch(repo), "main");
  belongs_to(repo, root);
  git_says(box, "-C new/place status --porcelain --branch", "## No commits yet on main");
}
END_TEST

START_TEST(follows_init_default_branch_but_no_template)
{
  g_autoptr(Sandbox) box = sandbox_new_empty();
  g_free(git(box, "config --global init.defaultBranch talks"));
  g_free(git(box, "config --global init.templateDir '%s'", box->folder));
  g_autoptr(AdrefRepo) repo = adref_repo_init(box->root, NULL);
  ck_assert_str_eq(adref_repo_branch(repo), "talks");
  ck_assert(!file_exists(box, ".git/home"));
}
END_TEST

START_TEST(leaves_the_repository_around_it_alone)
{
  g_autoptr(Sandbox) box = sandbox_new();
  write_file(box, "sub/x.md", "x\n");
  g_autofree char *root = g_build_filename(box->root, "sub", NULL);
  g_autoptr(AdrefRepo) repo = adref_repo_init(root, NULL);
  belongs_to(repo, root);
  ck_assert(file_exists(box, "sub/.git"));
}
END_TEST

START_TEST(says_where_there_is_none)
{
  g_autoptr(Sandbox) box = sandbox_new_empty();
  open_fails(box, "", "ROOT: not in a git repository; `adref init` makes a workspace with one");
}
END_TEST

START_TEST(refuses_a_bare_repository)
{
  g_autoptr(Sandbox) box = sandbox_new_empty();
  g_free(git(box, "init -q --bare bare"));
  open_fails(box, "bare",
             "ROOT: a bare repository has no work folder; `git clone` it and work in the clone");
}
END_TEST

START_TEST(refuses_the_git_folder)
{
  g_autoptr(Sandbox) box = sandbox_new();
  open_fails(box, ".git/refs", "ROOT: not inside the work folder of its repository");
}
END_TEST

/* libgit2 1.5 leaks when it refuses one, which the sanitizers' runs (CK_FORK=no) would report. */
START_TEST(refuses_another_kind_of_repository)
{
  if (g_strcmp0(g_getenv("CK_FORK"), "no") == 0)
    return;
  g_autoptr(Sandbox) box = sandbox_new_empty();
  g_free(git(box, "init -q --object-format=sha256"));
  open_fails(
      box, "",
      "ROOT: the repository has SHA-256 objects (extensions.objectFormat); adref reads SHA-1. "
      "`git init --object-format=sha1` makes a repository that it can use");
}
END_TEST

/* Memory does not grow with the packs of a repository. */
START_TEST(maps_packs_in_windows)
{
  g_autoptr(Sandbox) box = sandbox_new_empty();
  size_t window = 0, all = 0;
  git_libgit2_opts(GIT_OPT_GET_MWINDOW_SIZE, &window);
  git_libgit2_opts(GIT_OPT_GET_MWINDOW_MAPPED_LIMIT, &all);
  ck_assert_uint_eq(window, 512 * 1024);
  ck_assert_uint_eq(all, 4 * 1024 * 1024);
}
END_TEST

START_TEST(refuses_another_owner)
{
  if (geteuid() != 0)
    return;
  g_autoptr(Sandbox) box = sandbox_new();
  g_autofree char *git_folder = g_build_filename(box->root, ".git", NULL);
  ck_assert_int_eq(chown(git_folder, 12345, 12345), 0);
  ck_assert_int_eq(chown(box->root, 12345, 12345), 0);
  open_fails(box, "",
             "ROOT: the repository belongs to another user; if you trust it, run\n"
             "  git config --global --add safe.directory \"ROOT\"");
  g_free(git(box, "config --global --add safe.directory /elsewhere"));
  open_fails(box, "",
             "ROOT: the repository belongs to another user; if you trust it, run\n"
             "  git config --global --add safe.directory \"ROOT\"");
  g_free(git(box, "config --global --add safe.directory '%s'", box->root));
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
}
END_TEST

/* A workspace may be a folder of a repository: its paths begin there. */
START_TEST(knows_the_paths_of_a_workspace_below)
{
  g_autoptr(Sandbox) box = sandbox_new();
  write_file(box, "talks/a.md", "a");
  g_autoptr(AdrefRepo) below = open_repo(box, "talks"), whole = open_repo(box, "");
  ck_assert_pstr_eq(adref_repo_workspace_path(below, "talks/statements/a/en.md"),
                    "statements/a/en.md");
  ck_assert_pstr_eq(adref_repo_workspace_path(whole, "talks/a.md"), "talks/a.md");
  ck_assert_ptr_null(adref_repo_workspace_path(below, "other/a.md"));
}
END_TEST

/* The repository's own settings win, but where only the user's count. */
START_TEST(reads_settings)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_free(git(box, "config --global x.both user"));
  g_free(git(box, "config --global x.yes true"));
  g_free(git(box, "config x.both own"));
  g_free(git(box, "config x.own own"));
  g_free(git(box, "config x.no false"));
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  static const char *const settings[][3] = {
      {"x.both", "own", "user"}, {"x.own", "own", NULL}, {"x.none", NULL, NULL}};
  for (gsize i = 0; i < G_N_ELEMENTS(settings); i++) {
    g_autofree char *any = adref_repo_config(repo, settings[i][0]);
    g_autofree char *of_user = adref_repo_user_config(repo, settings[i][0]);
    ck_assert_pstr_eq(any, settings[i][1]);
    ck_assert_pstr_eq(of_user, settings[i][2]);
  }
  ck_assert(adref_repo_config_is_true(repo, "x.yes"));
  ck_assert(!adref_repo_config_is_true(repo, "x.no"));
  ck_assert(!adref_repo_config_is_true(repo, "x.none"));
}
END_TEST

/* Files that adref makes in the work folder are no news to git; its exclude file gets a line each.
 */
START_TEST(excludes_files)
{
  static const char *const names[] = {"out/x", "x", "a [b]*?.tar", "back\\slash", "out/x"};
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, ".git/info/exclude", "# none");
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(box->root, names[i], NULL);
    write_file(box, names[i], "x");
    ck_assert(adref_repo_exclude(repo, path, &error));
    ck_assert_no_error(error);
  }
  git_says(box, "status --porcelain", "");
  g_autofree char *file = g_build_filename(box->root, ".git/info/exclude", NULL);
  g_autofree char *lines = NULL;
  ck_assert(g_file_get_contents(file, &lines, NULL, NULL));
  ck_assert_str_eq(lines, "# none\n/out/x\n/x\n/a \\[b]\\*\\?.tar\n/back\\\\slash\n");
}
END_TEST

/* What is not in the work folder, does not exist or has a newline in its name gets no line. */
START_TEST(excludes_nothing_else)
{
  static const char *const names[] = {"../home", "../work", "none", "a\nb", "../work2"};
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, ".git/info/exclude", "");
  write_file(box, "a\nb", "x");
  write_file(box, "../work2", "x");
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *path = g_build_filename(box->root, names[i], NULL);
    ck_assert(adref_repo_exclude(repo, path, NULL));
  }
  g_autofree char *file = g_build_filename(box->root, ".git/info/exclude", NULL);
  g_autofree char *lines = NULL;
  ck_assert(g_file_get_contents(file, &lines, NULL, NULL));
  ck_assert_str_eq(lines, "");
}
END_TEST

TCase *tcase_repo(void)
{
  TCase *tcase = tcase_create("repo");
  tcase_add_test(tcase, makes_a_repository);
  tcase_add_test(tcase, follows_init_default_branch_but_no_template);
  tcase_add_test(tcase, leaves_the_repository_around_it_alone);
  tcase_add_test(tcase, says_where_there_is_none);
  tcase_add_test(tcase, refuses_a_bare_repository);
  tcase_add_test(tcase, refuses_the_git_folder);
  tcase_add_test(tcase, refuses_another_kind_of_repository);
  tcase_add_test(tcase, maps_packs_in_windows);
  tcase_add_test(tcase, refuses_another_owner);
  tcase_add_test(tcase, knows_the_paths_of_a_workspace_below);
  tcase_add_test(tcase, reads_settings);
  tcase_add_test(tcase, excludes_files);
  tcase_add_test(tcase, excludes_nothing_else);
  return tcase;
}

/* Versions that are joined: the work folder, the index and the branch, also after a kill. */
#include "history/join.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cases.h"
#include "history/common_base.h"
#include "sandbox.h"

enum {
  FILES = 16,
  KILLS = 16
};

typedef struct {
  GPtrArray *paths;
  GArray *old, *new;
  AdrefJoinOptions options;
} Joining;

static void joining_clear(Joining *joining)
{
  g_ptr_array_unref(joining->paths);
  g_array_unref(joining->old);
  g_array_unref(joining->new);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Joining, joining_clear)

static AdrefVersion version_of(AdrefRepo *repo, const char *name)
{
  AdrefVersion version;
  GError *error = NULL;
  ck_assert(adref_repo_resolve(repo, NULL, name, &version, &error));
  return version;
}

/* What takes the branch to `to`, whose files it gets. */
static void joining_init(Joining *joining, AdrefRepo *repo, const AdrefVersion *to)
{
  joining->options = (AdrefJoinOptions){.ours = version_of(repo, "HEAD"), .others = to, .count = 1};
  g_autoptr(GPtrArray) changes = adref_repo_tree_changes(repo, &joining->options.ours, to, 1, NULL);
  joining->paths = g_ptr_array_new_with_free_func(g_free);
  joining->old = g_array_new(FALSE, TRUE, sizeof(AdrefTreeFile));
  joining->new = g_array_new(FALSE, TRUE, sizeof(AdrefTreeFile));
  for (guint i = 0; i < changes->len; i++) {
    const AdrefTreeChange *change = changes->pdata[i];
    g_ptr_array_add(joining->paths, g_strdup(change->path));
    g_array_append_val(joining->old, change->base);
    g_array_append_val(joining->new, change->sides[0]);
  }
  joining->options.paths = (char *const *)joining->paths->pdata;
  joining->options.old = (const AdrefTreeFile *)(gpointer)joining->old->data;
  joining->options.new = (const AdrefTreeFile *)(gpointer)joining->new->data;
  joining->options.file_count = joining->paths->len;
}

/* The branches "main" and "side"; the latter changes, adds and removes files. */
static void make_branches(const Sandbox *box)
{
  for (int i = 0; i < FILES; i++) {
    g_autofree char *path = g_strdup_printf("d%d/f.md", i);
    write_file(box, path, i % 2 ? "one\n" : "two\n");
  }
  g_free(git(box, "add ."));
  g_free(git(box, "commit -qm main"));
  g_free(git(box, "switch -qc side"));
  for (int i = 0; i < FILES; i++) {
    g_autofree char *path = g_strdup_printf("%s%d/f.md", i % 3 ? "d" : "new", i);
    write_file(box, path, "changed\n");
  }
  g_free(git(box, "rm -qf d1/f.md d2/f.md"));
  g_free(git(box, "add ."));
  g_free(git(box, "commit -qm side"));
  g_free(git(box, "switch -q main"));
}

static gboolean join_side(const Sandbox *box, const AdrefRepoSaveOptions *message,
                          AdrefVersion *version, GError **error)
{
  g_auto(Joining) joining = {0};
  g_autoptr(AdrefRepo) repo = adref_repo_open(box->root, error);
  AdrefVersion side = version_of(repo, "side");
  joining_init(&joining, repo, &side);
  joining.options.message = message;
  return adref_join(repo, &joining.options, version, error);
}

START_TEST(the_branch_goes_on_to_another_version)
{
  g_autoptr(Sandbox) box = sandbox_new();
  AdrefVersion version;
  make_branches(box);
  ck_assert(join_side(box, NULL, &version, NULL));
  git_says(box, "rev-parse main", version.id);
  git_says(box, "diff main side", "");
  git_says(box, "status --porcelain", "");
  ck_assert(!file_exists(box, "d1"));
  ck_assert(!file_exists(box, ".git/adref/join"));
}
END_TEST

START_TEST(a_version_of_two_parents_is_made)
{
  g_autoptr(Sandbox) box = sandbox_new();
  AdrefVersion version;
  AdrefRepoSaveOptions message = {.subject = "Both"};
  make_branches(box);
  ck_assert(join_side(box, &message, &version, NULL));
  git_says(box, "log -n 1 --format=%s", "Both");
  git_says(box, "rev-list --count HEAD^2..HEAD", "1");
  git_says(box, "diff main side", "");
  git_says(box, "status --porcelain", "");
}
END_TEST

static void is_refused(const Sandbox *box, const char *cause)
{
  g_autoptr(GError) error = NULL;
  AdrefVersion version;
  ck_assert(!join_side(box, NULL, &version, &error));
  ck_assert_ptr_nonnull(strstr(error->message, cause));
  git_says(box, "log -n 1 --format=%s", "main");
  ck_assert(!file_exists(box, ".git/adref/join"));
}

START_TEST(changes_that_are_not_saved_are_kept)
{
  g_autoptr(Sandbox) box = sandbox_new();
  make_branches(box);
  write_file(box, "d4/f.md", "mine\n");
  is_refused(box, "d4/f.md: the file holds changes that are not saved");
  g_free(git(box, "checkout -q d4/f.md"));
  write_file(box, "new3/f.md", "mine\n");
  is_refused(box, "new3/f.md: the file is in no version");
  g_free(git(box, "clean -fdq"));
  write_file(box, "d4/f.md", "staged\n");
  g_free(git(box, "add d4/f.md"));
  write_file(box, "d4/f.md", "two\n");
  is_refused(box, "d4/f.md: a change of the file is staged");
  git_says(box, "status --porcelain", "MM d4/f.md");
}
END_TEST

START_TEST(line_ends_of_windows_are_no_change)
{
  g_autoptr(Sandbox) box = sandbox_new();
  AdrefVersion version;
  make_branches(box);
  write_file(box, "d4/f.md", "two\r\n");
  ck_assert(join_side(box, NULL, &version, NULL));
  git_says(box, "status --porcelain", "");
}
END_TEST

START_TEST(links_and_foreign_paths_are_refused)
{
  g_autoptr(Sandbox) box = sandbox_new();
  make_branches(box);
  g_free(git(box, "switch -q side"));
  g_autofree char *link = g_build_filename(box->root, "link", NULL);
  ck_assert_int_eq(symlink("/etc/passwd", link), 0);
  g_free(git(box, "add link"));
  g_free(git(box, "commit -qm link"));
  g_free(git(box, "switch -q main"));
  is_refused(box, "link: a symbolic link");
}
END_TEST

/* The branch is at one of the two versions, and the files are those of that version. */
static void is_whole(const Sandbox *box)
{
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  g_autofree char *subject = git(box, "log -n 1 --format=%%s");
  ck_assert(strcmp(subject, "main") == 0 || strcmp(subject, "Both") == 0);
  git_says(box, "status --porcelain -uno", "");
  ck_assert(!file_exists(box, ".git/adref/join"));
  g_free(git(box, "fsck --strict --no-dangling"));
}

START_TEST(a_kill_leaves_the_old_or_the_new_version)
{
  g_autoptr(Sandbox) box = sandbox_new();
  AdrefRepoSaveOptions message = {.subject = "Both"};
  make_branches(box);
  for (int round = 0; round < KILLS; round++) {
    g_free(git(box, "reset -q --hard main"));
    g_free(git(box, "switch -qC round main"));
    pid_t child = fork();
    if (child == 0) {
      AdrefVersion version;
      _exit(join_side(box, &message, &version, NULL) ? EXIT_SUCCESS : EXIT_FAILURE);
    }
    g_usleep((gulong)(round * 2500));
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    is_whole(box);
  }
}
END_TEST

/* What a kill between two steps leaves, made by hand. */
START_TEST(a_note_is_followed)
{
  g_autoptr(Sandbox) box = sandbox_new();
  make_branches(box);
  g_autofree char *main = git(box, "rev-parse main"), *side = git(box, "rev-parse side"),
                  *old = git(box, "rev-parse main:d4/f.md"),
                  *new = git(box, "rev-parse side:d4/f.md");
  g_autofree char *note =
      g_strdup_printf("adref join 1\n%s %s\n%s 100644 %s 100644 d4/f.md\n%s 100644 %s 100644 "
                      "d5/f.md\n- 0 %s 100644 x.md\n",
                      main, side, old, new, old, new, new);
  write_file(box, ".git/adref/writer", "");
  write_file(box, ".git/adref/join", note);
  write_file(box, "d4/f.md", "changed\n");
  write_file(box, "d5/f.md", "of a person\n");
  write_file(box, "x.md", "changed\n");
  adref_repo_free(open_repo(box, ""));
  git_says(box, "status --porcelain", " M d5/f.md");
  ck_assert(!file_exists(box, "x.md"));
  ck_assert(!file_exists(box, ".git/adref/join"));
}
END_TEST

START_TEST(bases_are_found)
{
  g_autoptr(Sandbox) box = sandbox_new();
  make_branches(box);
  g_free(git(box, "commit -q --allow-empty -m more"));
  g_free(git(box, "switch -q --orphan other"));
  write_file(box, "other.md", "other\n");
  g_free(git(box, "add other.md"));
  g_free(git(box, "commit -qm other"));
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  AdrefVersion versions[] = {version_of(repo, "main"), version_of(repo, "side"),
                             version_of(repo, "other")};
  AdrefVersion base, parent = version_of(repo, "main~1");
  gboolean is;
  guint parents;
  g_autoptr(GArray) bases = adref_repo_common_bases(repo, &versions[0], &versions[1], 1, NULL);
  ck_assert_uint_eq(bases->len, 1);
  ck_assert_str_eq(g_array_index(bases, AdrefVersion, 0).id, parent.id);
  ck_assert(adref_repo_base_of_all(repo, versions, 2, &base, &is, NULL) && is);
  ck_assert_str_eq(base.id, parent.id);
  ck_assert(adref_repo_base_of_all(repo, versions, 3, &base, &is, NULL) && !is);
  ck_assert(adref_repo_is_ancestor(repo, &parent, &versions[1], &is, NULL) && is);
  ck_assert(adref_repo_is_ancestor(repo, &versions[0], &versions[1], &is, NULL) && !is);
  ck_assert(adref_repo_parent(repo, &versions[0], &parents, &base, NULL));
  ck_assert_uint_eq(parents, 1);
  ck_assert(adref_repo_parent(repo, &versions[2], &parents, &base, NULL));
  ck_assert_uint_eq(parents, 0);
}
END_TEST

TCase *tcase_join(void)
{
  TCase *tcase = tcase_create("join");
  tcase_set_timeout(tcase, 120);
  tcase_add_test(tcase, the_branch_goes_on_to_another_version);
  tcase_add_test(tcase, a_version_of_two_parents_is_made);
  tcase_add_test(tcase, changes_that_are_not_saved_are_kept);
  tcase_add_test(tcase, line_ends_of_windows_are_no_change);
  tcase_add_test(tcase, links_and_foreign_paths_are_refused);
  tcase_add_test(tcase, a_kill_leaves_the_old_or_the_new_version);
  tcase_add_test(tcase, a_note_is_followed);
  tcase_add_test(tcase, bases_are_found);
  return tcase;
}

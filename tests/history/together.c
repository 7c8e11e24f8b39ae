/* Several processes at once, and processes that are killed. */
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cases.h"
#include "sandbox.h"

enum {
  PROCESSES = 4,
  SAVES = 25,
  KILLS = 30
};

static gboolean save_quietly(AdrefRepo *repo, const char *path)
{
  const char *const paths[] = {path, NULL};
  AdrefRepoSaveOptions save = {.subject = path, .paths = paths};
  AdrefVersion version;
  gboolean saved;
  return adref_repo_save(repo, &save, &version, &saved, NULL) && saved;
}

static int save_many(const Sandbox *box, int process)
{
  g_autoptr(AdrefRepo) repo = adref_repo_open(box->root, NULL);
  for (int i = 0; i < SAVES; i++) {
    g_autofree char *path = g_strdup_printf("p%d/f%d.md", process, i);
    write_file(box, path, path);
    if (!save_quietly(repo, path))
      return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}

START_TEST(all_who_save_at_once_are_saved)
{
  g_autoptr(Sandbox) box = sandbox_new();
  pid_t children[PROCESSES];
  for (int i = 0; i < PROCESSES; i++)
    if ((children[i] = fork()) == 0)
      _exit(save_many(box, i));
  for (int i = 0; i < PROCESSES; i++) {
    int status;
    waitpid(children[i], &status, 0);
    ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS);
  }
  git_says(box, "rev-list --count HEAD", "100");
  git_says(box, "status --porcelain", "");
  g_autofree char *files = git(box, "ls-files");
  g_auto(GStrv) names = g_strsplit(files, "\n", -1);
  ck_assert_uint_eq(g_strv_length(names), PROCESSES * SAVES);
}
END_TEST

static G_GNUC_NORETURN void save_for_ever(const Sandbox *box, int round)
{
  g_autoptr(AdrefRepo) repo = adref_repo_open(box->root, NULL);
  for (int i = 0;; i++) {
    g_autofree char *text = g_strdup_printf("%d %d\n", round, i);
    write_file(box, "a.md", text);
    save_quietly(repo, "a.md");
  }
}

START_TEST(a_kill_leaves_a_repository_that_works)
{
  g_autoptr(Sandbox) box = sandbox_new();
  for (int round = 0; round < KILLS; round++) {
    pid_t child = fork();
    if (child == 0)
      save_for_ever(box, round);
    g_usleep((gulong)g_random_int_range(5000, 60000));
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    g_free(git(box, "fsck --strict --no-dangling"));
    g_autofree char *text = g_strdup_printf("after kill %d\n", round);
    write_file(box, "a.md", text);
    g_autoptr(AdrefRepo) repo = open_repo(box, "");
    save_one(repo, "a.md", text);
    git_says(box, "status --porcelain -uno", "");
  }
}
END_TEST

START_TEST(what_a_killed_save_locked_is_unlocked)
{
  g_autoptr(Sandbox) box = sandbox_new();
  write_file(box, "a.md", "a\n");
  write_file(box, ".git/index.lock", "adref\n");
  write_file(box, ".git/index.adref", "half an index");
  write_file(box, ".git/index.adref.lock", "");
  write_file(box, ".git/refs/heads/main.lock", "");
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  ck_assert(!file_exists(box, ".git/index.lock"));
  ck_assert(!file_exists(box, ".git/refs/heads/main.lock"));
  ck_assert(!file_exists(box, ".git/index.adref"));
  ck_assert(!file_exists(box, ".git/index.adref.lock"));
  save_one(repo, "a.md", "works");
}
END_TEST

TCase *tcase_together(void)
{
  TCase *tcase = tcase_create("together");
  tcase_set_timeout(tcase, 120);
  tcase_add_test(tcase, all_who_save_at_once_are_saved);
  tcase_add_test(tcase, a_kill_leaves_a_repository_that_works);
  tcase_add_test(tcase, what_a_killed_save_locked_is_unlocked);
  return tcase;
}

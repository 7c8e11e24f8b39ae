/* The protocol of the lock on git's index: who gets it, who waits how long, what is removed. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cases.h"
#include "history/index_lock.h"
#include "sandbox.h"

static char *path_of(const Sandbox *box, const char *path)
{
  return g_build_filename(box->root, path, NULL);
}

/* How long the attempt took, in milliseconds; it must fail. */
static gint64 time_of_refusal(const Sandbox *box, AdrefRepo *repo)
{
  g_autofree char *path = path_of(box, ".git/index.lock");
  g_autofree char *message = g_strdup_printf(
      "%s: another program is changing the repository; nothing was saved. Wait for it and try "
      "again; if none is running, remove this file",
      path);
  GError *error = NULL;
  gint64 start = g_get_monotonic_time();
  ck_assert_ptr_null(adref_index_lock_new(repo, &error));
  ck_assert_int_eq(error->code, ADREF_ERROR_REFUSED);
  ck_assert_error(error, message);
  return (g_get_monotonic_time() - start) / 1000;
}

START_TEST(the_lock_is_git_s_own_and_has_a_marker)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  g_autofree char *path = path_of(box, ".git/index.lock");
  g_autoptr(AdrefIndexLock) lock = adref_index_lock_new(repo, NULL);
  g_autofree char *text = NULL;
  ck_assert(g_file_get_contents(path, &text, NULL, NULL));
  ck_assert_str_eq(text, "adref\n");
  int fd = open(path, O_RDONLY);
  ck_assert_int_ne(flock(fd, LOCK_EX | LOCK_NB), 0);
  close(fd);
  write_file(box, "a.md", "a\n");
  g_autofree char *line = g_strdup_printf("git -C %s add a.md", box->root);
  g_autofree char *output = NULL, *errors = NULL;
  int status = 0;
  g_spawn_command_line_sync(line, &output, &errors, &status, NULL);
  ck_assert_int_ne(status, 0);
  g_clear_pointer(&lock, adref_index_lock_free);
  ck_assert(!file_exists(box, ".git/index.lock"));
  g_free(git(box, "add a.md"));
}
END_TEST

/* One second: longer than any git command holds the lock in ordinary use. */
START_TEST(waits_a_second_for_another_program)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, ".git/index.lock", "");
  gint64 waited = time_of_refusal(box, repo);
  ck_assert_int_ge(waited, 1000);
  ck_assert_int_lt(waited, 5000);
  write_file(box, ".git/index.lock", "adref is not the owner\n");
  ck_assert_int_lt(time_of_refusal(box, repo), 5000);
  ck_assert(file_exists(box, ".git/index.lock"));
}
END_TEST

/* A child that holds the lock; it says so by a byte in the pipe. */
static pid_t hold_in_a_child(const Sandbox *box, gulong microseconds)
{
  int ends[2];
  char byte = 0;
  ck_assert_int_eq(pipe(ends), 0);
  pid_t child = fork();
  if (child == 0) {
    AdrefRepo *own = adref_repo_open(box->root, NULL);
    AdrefIndexLock *lock = adref_index_lock_new(own, NULL);
    if (write(ends[1], &byte, 1) == 1)
      g_usleep(microseconds);
    adref_index_lock_free(lock);
    _exit(lock ? 0 : 1);
  }
  ck_assert_int_eq(read(ends[0], &byte, 1), 1);
  close(ends[0]);
  close(ends[1]);
  return child;
}

START_TEST(waits_longer_for_another_adref)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  pid_t child = hold_in_a_child(box, 3 * G_USEC_PER_SEC);
  g_autoptr(AdrefIndexLock) lock = adref_index_lock_new(repo, NULL);
  ck_assert_ptr_nonnull(lock);
  int status;
  waitpid(child, &status, 0);
  ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  ck_assert(file_exists(box, ".git/index.lock"));
}
END_TEST

START_TEST(waits_ten_seconds_for_another_adref)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  pid_t child = hold_in_a_child(box, 60 * G_USEC_PER_SEC);
  gint64 waited = time_of_refusal(box, repo);
  ck_assert_int_ge(waited, 10000);
  ck_assert_int_lt(waited, 20000);
  ck_assert_ptr_null(adref_index_lock_take_over(repo));
  kill(child, SIGKILL);
  waitpid(child, NULL, 0);
  g_autoptr(AdrefIndexLock) lock = adref_index_lock_take_over(repo);
  ck_assert_ptr_nonnull(lock);
}
END_TEST

START_TEST(takes_over_only_what_a_killed_adref_left)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  g_autofree char *path = path_of(box, ".git/index.lock");
  static const char *const others[] = {"", "adref", "adref\n\n", "Adref\n"};
  ck_assert_ptr_null(adref_index_lock_take_over(repo));
  for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
    write_file(box, ".git/index.lock", others[i]);
    ck_assert_ptr_null(adref_index_lock_take_over(repo));
    ck_assert(file_exists(box, ".git/index.lock"));
  }
  g_unlink(path);
  write_file(box, ".git/target", "adref\n");
  ck_assert_int_eq(symlink("target", path), 0);
  ck_assert_ptr_null(adref_index_lock_take_over(repo));
  g_unlink(path);
  write_file(box, ".git/index.lock", "adref\n");
  g_autoptr(AdrefIndexLock) lock = adref_index_lock_take_over(repo);
  ck_assert_ptr_nonnull(lock);
  ck_assert_ptr_null(adref_index_lock_take_over(repo));
  g_clear_pointer(&lock, adref_index_lock_free);
  ck_assert(!file_exists(box, ".git/index.lock"));
}
END_TEST

START_TEST(removes_locks_of_the_branch_and_of_tags)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, ".git/index.lock", "adref\n");
  write_file(box, ".git/refs/heads/main.lock", "");
  write_file(box, ".git/refs/heads/other.lock", "");
  write_file(box, ".git/refs/tags/signoff/stm/rev1/JPN.lock", "");
  write_file(box, ".git/refs/tags/a/b/c/d/e.lock", "");
  gint64 start = g_get_monotonic_time();
  g_autoptr(AdrefIndexLock) lock = adref_index_lock_new(repo, NULL);
  ck_assert_ptr_nonnull(lock);
  ck_assert(!file_exists(box, ".git/refs/heads/main.lock"));
  ck_assert(!file_exists(box, ".git/refs/tags/signoff/stm/rev1/JPN.lock"));
  ck_assert(file_exists(box, ".git/refs/heads/other.lock"));
  ck_assert(file_exists(box, ".git/refs/tags/a/b/c/d/e.lock"));
  ck_assert_int_ge(g_get_monotonic_time() - start, 2 * G_USEC_PER_SEC);
}
END_TEST

static gpointer replace_lock(gpointer path)
{
  g_autofree char *other = g_strconcat(path, ".other", NULL);
  g_usleep(G_USEC_PER_SEC / 3);
  g_file_set_contents(other, "", 0, NULL);
  g_rename(other, path);
  return NULL;
}

START_TEST(keeps_the_lock_of_a_ref_that_another_git_holds)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  g_autofree char *path = path_of(box, ".git/refs/heads/main.lock");
  write_file(box, ".git/index.lock", "adref\n");
  write_file(box, ".git/refs/heads/main.lock", "");
  GThread *thread = g_thread_new("git", replace_lock, path);
  g_autoptr(AdrefIndexLock) lock = adref_index_lock_take_over(repo);
  g_thread_join(thread);
  ck_assert_ptr_nonnull(lock);
  ck_assert(file_exists(box, ".git/refs/heads/main.lock"));
}
END_TEST

START_TEST(a_lock_that_cannot_be_written_fails_at_once)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  g_autofree char *line = g_strdup_printf("rm -rf %s/.git", box->root);
  g_autofree char *message = g_strdup_printf(
      "%s/.git/index.lock: cannot be written: No such file or directory", box->root);
  ck_assert(g_spawn_command_line_sync(line, NULL, NULL, NULL, NULL));
  GError *error = NULL;
  gint64 start = g_get_monotonic_time();
  ck_assert_ptr_null(adref_index_lock_new(repo, &error));
  ck_assert_int_lt(g_get_monotonic_time() - start, G_USEC_PER_SEC / 2);
  ck_assert_int_eq(error->code, ADREF_ERROR_SYSTEM);
  ck_assert_error(error, message);
}
END_TEST

TCase *tcase_index_lock(void)
{
  TCase *tcase = tcase_create("index_lock");
  tcase_set_timeout(tcase, 60);
  tcase_add_test(tcase, the_lock_is_git_s_own_and_has_a_marker);
  tcase_add_test(tcase, waits_a_second_for_another_program);
  tcase_add_test(tcase, waits_longer_for_another_adref);
  tcase_add_test(tcase, waits_ten_seconds_for_another_adref);
  tcase_add_test(tcase, takes_over_only_what_a_killed_adref_left);
  tcase_add_test(tcase, removes_locks_of_the_branch_and_of_tags);
  tcase_add_test(tcase, keeps_the_lock_of_a_ref_that_another_git_holds);
  tcase_add_test(tcase, a_lock_that_cannot_be_written_fails_at_once);
  return tcase;
}

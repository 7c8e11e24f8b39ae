#include "history/index_stamp.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cases.h"
#include "history/git.h"
#include "history/git_index.h"
#include "sandbox.h"

/* Times of `path` are set to so many seconds from now. */
static void set_time(const char *path, gint64 seconds)
{
  const struct timespec then = {g_get_real_time() / G_USEC_PER_SEC + seconds, 0};
  const struct timespec times[] = {then, then};
  ck_assert_int_eq(utimensat(AT_FDCWD, path, times, 0), 0);
}

/* As if the index had been written a minute after the files that it lists. */
static void age(const Sandbox *box)
{
  g_autofree char *index = g_build_filename(box->root, ".git", "index", NULL);
  set_time(index, 60);
}

/* Whether the index tells the id of the file "a". */
static gboolean tells(const Sandbox *box)
{
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  g_autofree char *path = g_build_filename(box->root, "a", NULL);
  struct stat status;
  git_oid id;
  char hex[GIT_OID_HEXSZ + 1];
  ck_assert_int_eq(lstat(path, &status), 0);
  if (!adref_index_stamp_find(repo, "a", &status, &id))
    return FALSE;
  git_says(box, "hash-object a", git_oid_tostr(hex, sizeof hex, &id));
  return TRUE;
}

static gboolean is_changed(const Sandbox *box)
{
  static const char *const paths[] = {"a", NULL};
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  gboolean changed;
  ck_assert(adref_repo_changed(repo, paths, &changed, NULL));
  return changed;
}

/* Writes other words into the same file, which git calls writing in place. */
static void overwrite(const Sandbox *box, const char *words)
{
  g_autofree char *path = g_build_filename(box->root, "a", NULL);
  int fd = open(path, O_WRONLY | O_TRUNC);
  ck_assert_int_ge(fd, 0);
  ck_assert_int_eq(write(fd, words, strlen(words)), (gssize)strlen(words));
  close(fd);
}

static Sandbox *box_with_file(void)
{
  Sandbox *box = sandbox_new();
  write_file(box, "a", "words\n");
  g_free(git(box, "add a"));
  g_free(git(box, "commit -q -m one"));
  return box;
}

START_TEST(tells_the_id_of_a_file_that_is_older_than_the_index)
{
  g_autoptr(Sandbox) box = box_with_file();
  age(box);
  ck_assert(tells(box));
  ck_assert(!is_changed(box));
}
END_TEST

START_TEST(tells_nothing_of_a_file_that_changed_when_the_index_was_written)
{
  g_autoptr(Sandbox) box = box_with_file();
  g_autofree char *index = g_build_filename(box->root, ".git", "index", NULL);
  set_time(index, -60);
  ck_assert(!tells(box));
  overwrite(box, "WORDS\n");
  ck_assert(is_changed(box));
}
END_TEST

START_TEST(tells_nothing_of_a_file_with_its_old_size_and_time)
{
  g_autoptr(Sandbox) box = box_with_file();
  g_autofree char *path = g_build_filename(box->root, "a", NULL);
  set_time(path, -3600);
  g_free(git(box, "update-index --refresh"));
  age(box);
  ck_assert(tells(box));
  struct stat old;
  ck_assert_int_eq(stat(path, &old), 0);
  g_usleep(2 * ADREF_INDEX_STAMP_MARGIN); /* a clock of the file system ticks meanwhile */
  overwrite(box, "WORDS\n");
  const struct timespec times[] = {old.st_atim, old.st_mtim};
  ck_assert_int_eq(utimensat(AT_FDCWD, path, times, 0), 0);
  ck_assert(!tells(box));
  ck_assert(is_changed(box));
}
END_TEST

START_TEST(tells_nothing_of_a_file_that_a_filter_changed)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_free(git(box, "config core.autocrlf true"));
  g_free(git(box, "config core.safecrlf false"));
  write_file(box, "a", "words\r\n");
  g_free(git(box, "add a"));
  g_free(git(box, "commit -q -m one"));
  age(box);
  ck_assert(!tells(box));
  ck_assert(is_changed(box));
}
END_TEST

START_TEST(tells_nothing_without_the_blob_or_the_index)
{
  g_autoptr(Sandbox) box = box_with_file();
  g_autofree char *index = g_build_filename(box->root, ".git", "index", NULL);
  g_free(git(box, "update-index --info-only a"));
  write_file(box, "a", "other words\n");
  g_free(git(box, "update-index --info-only a"));
  age(box);
  ck_assert(!tells(box));
  g_unlink(index);
  ck_assert(!tells(box));
  ck_assert(is_changed(box));
  ck_assert(g_file_set_contents(index, "DIRC", -1, NULL));
  ck_assert(!tells(box));
  g_unlink(index);
}
END_TEST

/* An index that somebody wrote can say that nothing changed; what a version has is read from git.
 */
START_TEST(versions_are_not_read_from_files)
{
  g_autoptr(Sandbox) box = box_with_file();
  overwrite(box, "WORDS\n");
  g_free(git(box, "commit -q -am two"));
  g_autofree char *saved = git(box, "rev-parse HEAD:a");
  overwrite(box, "words\n");
  g_autofree char *path = g_build_filename(box->root, "a", NULL);
  set_time(path, -3600);
  struct stat status;
  git_oid id;
  AdrefVersion head;
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  g_autoptr(AdrefGitIndex) index = adref_git_index_lock(repo, NULL);
  ck_assert_int_eq(lstat(path, &status), 0);
  ck_assert_int_eq(git_oid_fromstr(&id, saved), 0);
  ck_assert(adref_git_index_set(index, "a", &id, GIT_FILEMODE_BLOB, &status, NULL));
  ck_assert(adref_git_index_commit(index, NULL));
  g_clear_pointer(&index, adref_git_index_free);
  age(box);
  static const char *const paths[] = {"a", NULL};
  gboolean changed;
  ck_assert(adref_repo_changed(repo, paths, &changed, NULL));
  ck_assert(!changed);
  ck_assert(adref_repo_resolve(repo, NULL, "HEAD", &head, NULL));
  g_autoptr(AdrefFileSource) source = adref_version_source_new(repo, &head, NULL);
  g_autoptr(GBytes) bytes = source->read(source, "a", 100, NULL);
  ck_assert_str_eq(g_bytes_get_data(bytes, NULL), "WORDS\n");
  overwrite(box, "WORDS\n");
}
END_TEST

START_TEST(gives_the_id_of_other_bytes)
{
  g_autoptr(Sandbox) box = box_with_file();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  g_autoptr(GBytes) words = g_bytes_new_static("words\n", 6);
  g_autoptr(GBytes) other = g_bytes_new_static("other\n", 6);
  g_autofree char *id = adref_repo_content_id(repo, "a", words);
  g_autofree char *of_other = adref_repo_content_id(repo, "a", other);
  g_autofree char *of_none = adref_repo_content_id(repo, NULL, other);
  git_says(box, "hash-object a", id);
  write_file(box, "b", "other\n");
  git_says(box, "hash-object b", of_other);
  git_says(box, "hash-object b", of_none);
}
END_TEST

TCase *tcase_index_stamp(void)
{
  TCase *tests = tcase_create("index_stamp");
  tcase_add_test(tests, tells_the_id_of_a_file_that_is_older_than_the_index);
  tcase_add_test(tests, tells_nothing_of_a_file_that_changed_when_the_index_was_written);
  tcase_add_test(tests, tells_nothing_of_a_file_with_its_old_size_and_time);
  tcase_add_test(tests, tells_nothing_of_a_file_that_a_filter_changed);
  tcase_add_test(tests, tells_nothing_without_the_blob_or_the_index);
  tcase_add_test(tests, versions_are_not_read_from_files);
  tcase_add_test(tests, gives_the_id_of_other_bytes);
  return tests;
}

#include "history/result_cache.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cases.h"
#include "sandbox.h"

static const char *const parts[] = {"kind", "abc", "", NULL};

static void keep(AdrefRepo *repo, const char *const *of, const char *words)
{
  adref_result_cache_write(repo, of, g_variant_new("(us)", 7, words));
}

/* The kept words; NULL: there is no result. */
static char *kept(AdrefRepo *repo, const char *const *of)
{
  g_autoptr(GVariant) value = adref_result_cache_read(repo, of, "(us)");
  char *words = NULL;
  if (value)
    g_variant_get(value, "(us)", NULL, &words);
  return words;
}

static void kept_is(AdrefRepo *repo, const char *const *of, const char *expected)
{
  g_autofree char *words = kept(repo, of);
  ck_assert_pstr_eq(words, expected);
}

/* The path of the only file. */
static char *only_file(AdrefRepo *repo)
{
  g_autofree char *folder = adref_result_cache_folder(repo);
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  ck_assert_ptr_nonnull(dir);
  const char *name = g_dir_read_name(dir);
  char *path = g_build_filename(folder, name, NULL);
  ck_assert_ptr_null(g_dir_read_name(dir));
  return path;
}

START_TEST(finds_a_result_by_all_its_parts)
{
  const char *const others[][4] = {{"kind", "abc", NULL, NULL},
                                   {"kind", "ab", "c", NULL},
                                   {"kinds", "abc", "", NULL},
                                   {"kind", "abc", "x", NULL}};
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  kept_is(repo, parts, NULL);
  keep(repo, parts, "words");
  kept_is(repo, parts, "words");
  for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
    kept_is(repo, others[i], NULL);
  keep(repo, parts, "other words");
  kept_is(repo, parts, "other words");
  g_autofree char *path = only_file(repo);
  git_says(box, "status --porcelain", "");
}
END_TEST

START_TEST(takes_no_damaged_file)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  keep(repo, parts, "words");
  g_autofree char *path = only_file(repo);
  g_autofree char *file = NULL;
  gsize length;
  ck_assert(g_file_get_contents(path, &file, &length, NULL));
  for (gsize i = 0; i < length; i++) {
    file[i] = (char)(file[i] ^ 1); /* a byte of the format, the digest, the value */
    ck_assert(g_file_set_contents(path, file, (gssize)length, NULL));
    kept_is(repo, parts, NULL);
    file[i] = (char)(file[i] ^ 1);
    ck_assert(g_file_set_contents(path, file, (gssize)i, NULL)); /* cut */
    kept_is(repo, parts, NULL);
  }
  ck_assert(g_file_set_contents(path, file, (gssize)length, NULL));
  kept_is(repo, parts, "words");
}
END_TEST

START_TEST(takes_no_file_of_other_parts_or_types)
{
  const char *const others[] = {"kind", "def", NULL};
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  keep(repo, parts, "words");
  g_autofree char *first = only_file(repo);
  g_autofree char *moved = g_strconcat(first, "-moved", NULL);
  ck_assert_int_eq(g_rename(first, moved), 0);
  keep(repo, others, "other words");
  kept_is(repo, others, "other words");
  ck_assert_int_eq(g_rename(moved, first), 0);
  kept_is(repo, parts, "words");
  g_autofree char *folder = adref_result_cache_folder(repo);
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir)) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (strcmp(path, first) != 0)
      ck_assert_int_eq(g_rename(path, first), 0);
  }
  kept_is(repo, parts, NULL);
  keep(repo, parts, "words");
  g_autoptr(GVariant) wrong = adref_result_cache_read(repo, parts, "(sas)");
  ck_assert_ptr_null(wrong);
}
END_TEST

/* A pipe, a folder, a file that is too large, a folder that nobody can write to. */
START_TEST(works_without_its_folder)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  keep(repo, parts, "words");
  g_autofree char *path = only_file(repo);
  g_unlink(path);
  ck_assert_int_eq(mkfifo(path, 0600), 0);
  kept_is(repo, parts, NULL);
  g_unlink(path);
  g_autofree char *large = g_strnfill(ADREF_RESULT_CACHE_MAX_RESULT, 'x');
  keep(repo, parts, large);
  kept_is(repo, parts, NULL);
  g_autofree char *folder = adref_result_cache_folder(repo);
  ck_assert_int_eq(g_rmdir(folder), 0);
  ck_assert(g_file_set_contents(folder, "a file", -1, NULL));
  keep(repo, parts, "words");
  kept_is(repo, parts, NULL);
}
END_TEST

START_TEST(removes_the_oldest)
{
  enum {
    EACH = ADREF_RESULT_CACHE_MAX_RESULT / 2,
    COUNT = ADREF_RESULT_CACHE_MAX_BYTES / EACH + 1
  };
  g_autoptr(Sandbox) box = sandbox_new();
  AdrefRepo *repo = open_repo(box, "");
  g_autofree char *words = g_strnfill(EACH, 'x');
  g_autofree char *folder = adref_result_cache_folder(repo);
  g_autofree char *stale = g_build_filename(folder, ".killed", NULL);
  g_mkdir_with_parents(folder, 0700);
  ck_assert(g_file_set_contents(stale, "left by a killed process", -1, NULL));
  ck_assert_int_eq(utimensat(AT_FDCWD, stale, (struct timespec[]){{1, 0}, {1, 0}}, 0), 0);
  for (guint i = 0; i < COUNT; i++) {
    g_autofree char *number = g_strdup_printf("%u", i);
    const char *const of[] = {"kind", number, NULL};
    keep(repo, of, words);
  }
  adref_repo_free(repo); /* the limits are looked at here */
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  guint left = 0;
  while (g_dir_read_name(dir))
    left++;
  ck_assert_uint_le(left, COUNT / 2);
  ck_assert_uint_ge(left, COUNT / 2 - 2);
  ck_assert(!g_file_test(stale, G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST(is_shared_by_work_trees)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "x.md", "x");
  save_one(repo, "x.md", "one");
  g_free(git(box, "worktree add -q ../other"));
  g_autoptr(AdrefRepo) other = open_repo(box, "../other");
  keep(other, parts, "words");
  kept_is(repo, parts, "words");
}
END_TEST

/* What is not there yet could change a result. */
START_TEST(keeps_nothing_in_a_shallow_clone)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "x.md", "x");
  save_one(repo, "x.md", "one");
  write_file(box, "x.md", "y");
  save_one(repo, "x.md", "two");
  g_free(git(box, "clone -q --depth 1 file://%s ../other", box->root));
  g_autoptr(AdrefRepo) other = open_repo(box, "../other");
  keep(other, parts, "words");
  kept_is(other, parts, NULL);
}
END_TEST

TCase *tcase_result_cache(void)
{
  TCase *tests = tcase_create("result_cache");
  tcase_add_test(tests, finds_a_result_by_all_its_parts);
  tcase_add_test(tests, takes_no_damaged_file);
  tcase_add_test(tests, takes_no_file_of_other_parts_or_types);
  tcase_add_test(tests, works_without_its_folder);
  tcase_add_test(tests, removes_the_oldest);
  tcase_add_test(tests, is_shared_by_work_trees);
  tcase_add_test(tests, keeps_nothing_in_a_shallow_clone);
  return tests;
}

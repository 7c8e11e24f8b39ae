#include "base/file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/cases.h"
#include "suite.h"

static char *folder;

static void make_folder(void)
{
  folder = g_dir_make_tmp("adref-file-XXXXXX", NULL);
  ck_assert_ptr_nonnull(folder);
}

static void remove_folder(void)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name(dir));) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_remove(path);
  }
  g_rmdir(folder);
  g_clear_pointer(&folder, g_free);
}

static char *in_folder(const char *name)
{
  return g_build_filename(folder, name, NULL);
}

static char *new_file(const char *name, const char *bytes, gsize length)
{
  char *path = in_folder(name);
  ck_assert(g_file_set_contents(path, bytes, (gssize)length, NULL));
  return path;
}

static void holds(const char *path, const char *expected)
{
  g_autofree char *text = NULL;
  ck_assert(g_file_get_contents(path, &text, NULL, NULL));
  ck_assert_str_eq(text, expected);
}

START_TEST(empty_bytes_have_a_start)
{
  g_autoptr(GBytes) empty = g_bytes_new(NULL, 0), some = g_bytes_new("abc", 4);
  gsize length = 9;
  ck_assert_str_eq(adref_bytes_start(empty, &length), "");
  ck_assert_uint_eq(length, 0);
  length = 9;
  ck_assert_str_eq(adref_bytes_start(NULL, &length), "");
  ck_assert_uint_eq(length, 0);
  ck_assert_str_eq(adref_bytes_start(some, &length), "abc");
  ck_assert_uint_eq(length, 4); /* with its NUL */
}
END_TEST

START_TEST(reads_with_a_bound)
{
  g_autofree char *path = new_file("five", "12345", 5);
  GError *error = NULL;
  g_autoptr(GBytes) bytes = adref_file_read(path, "five", 5, &error);
  ck_assert_no_error(error);
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  ck_assert_uint_eq(length, 5);
  ck_assert_str_eq(data, "12345");
  ck_assert_ptr_null(adref_file_read(path, "five", 4, &error));
  ck_assert_error(error, "five: larger than 4 bytes");
}
END_TEST

/* The kernel reports the size 0 for such a file. */
START_TEST(reads_a_file_of_unknown_size)
{
  g_autofree char *expected = NULL;
  gsize length;
  ck_assert(g_file_get_contents("/proc/self/mountinfo", &expected, &length, NULL));
  g_autoptr(GBytes) bytes = adref_file_read("/proc/self/mountinfo", "mounts", length, NULL);
  ck_assert_uint_eq(g_bytes_get_size(bytes), length);
  ck_assert_mem_eq(g_bytes_get_data(bytes, NULL), expected, length + 1);
  GError *error = NULL;
  ck_assert_ptr_null(adref_file_read("/proc/self/mountinfo", "mounts", length - 1, &error));
  g_autofree char *message = g_strdup_printf("mounts: larger than %zu bytes", length - 1);
  ck_assert_error(error, message);
}
END_TEST

START_TEST(has_limits_for_texts_and_yaml)
{
  ck_assert_uint_eq(ADREF_TEXT_LIMIT, 67108864);
  ck_assert_uint_eq(ADREF_YAML_LIMIT, 1048576);
}
END_TEST

START_TEST(reads_an_empty_file)
{
  g_autofree char *path = new_file("empty", "", 0);
  g_autoptr(GBytes) bytes = adref_file_read_text(path, "empty", 10, NULL);
  ck_assert_uint_eq(g_bytes_get_size(bytes), 0);
  ck_assert_ptr_nonnull(g_bytes_get_data(bytes, NULL));
}
END_TEST

START_TEST(keeps_the_bytes_of_a_bare_file)
{
  g_autofree char *path = new_file("bytes", "\xEF\xBB\xBF\0\xFF", 5);
  g_autoptr(GBytes) bytes = adref_file_read(path, "bytes", 10, NULL);
  ck_assert_uint_eq(g_bytes_get_size(bytes), 5);
}
END_TEST

START_TEST(drops_a_byte_order_mark)
{
  g_autofree char *path = new_file("mark", "\xEF\xBB\xBF\xEF\xBB\xBFx", 7);
  g_autoptr(GBytes) bytes = adref_file_read_text(path, "mark", 10, NULL);
  ck_assert_str_eq(g_bytes_get_data(bytes, NULL), "\xEF\xBB\xBFx");
}
END_TEST

static const struct {
  const char *bytes;
  gsize length;
  const char *message;
} bad[] = {
#define CONVERT "; save the file as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8 FILE >NEW"
    {"a\0b", 3, "t.md:1:2: a NUL byte; a text holds UTF-8 characters"},
    {"\0", 1, "t.md:1:1: a NUL byte; a text holds UTF-8 characters"},
    {"日\n本é\xff", 10, "t.md:2:3: the byte 0xFF is not UTF-8" CONVERT},
    {"caf\xe9 au", 7, "t.md:1:4: the byte 0xE9 is not UTF-8" CONVERT},
    {"x\xed\xa0\x80", 4, "t.md:1:2: the byte 0xED is not UTF-8" CONVERT},
    {"x\xc0\xaf", 3, "t.md:1:2: the byte 0xC0 is not UTF-8" CONVERT},
    {"ends \xe6\x97", 7, "t.md:1:6: the byte 0xE6 is not UTF-8" CONVERT},
    {"cut \xe6\x97 in the middle", 21, "t.md:1:5: the byte 0xE6 is not UTF-8" CONVERT},
    {"many letters of ASCII, then \xc3\xa9t\xc3\xa9 and \xc3", 39,
     "t.md:1:37: the byte 0xC3 is not UTF-8" CONVERT},
};

START_TEST(refuses_what_is_not_text)
{
  g_autofree char *path = new_file("t.md", bad[_i].bytes, bad[_i].length);
  GError *error = NULL;
  ck_assert_ptr_null(adref_file_read_text(path, "t.md", 100, &error));
  ck_assert(g_error_matches(error, ADREF_ERROR, ADREF_ERROR_INPUT));
  ck_assert_error(error, bad[_i].message);
  ck_assert(!adref_utf8_is_valid(bad[_i].bytes, bad[_i].length));
  ck_assert(!adref_utf8_check(bad[_i].bytes, bad[_i].length, "t.md", &error));
  ck_assert_error(error, bad[_i].message);
}
END_TEST

START_TEST(knows_what_is_text)
{
  static const char words[] = "R\303\251sum\303\251, \343\200\202 and 60 days";
  ck_assert(adref_utf8_is_valid(words, strlen(words)));
  ck_assert(!adref_utf8_is_valid(words, 2));
  ck_assert(adref_utf8_is_valid(NULL, 0));
}
END_TEST

START_TEST(refuses_what_is_no_file)
{
  GError *error = NULL;
  ck_assert_ptr_null(adref_file_read(folder, "here", 10, &error));
  ck_assert_error(error, "here: not a file; a regular file is needed");
  ck_assert_ptr_null(adref_file_read("/dev/zero", "zero", 10, &error));
  ck_assert_error(error, "zero: not a file; a regular file is needed");
  g_autofree char *pipe = in_folder("pipe");
  ck_assert_int_eq(mkfifo(pipe, 0600), 0);
  ck_assert_ptr_null(adref_file_read(pipe, "pipe", 10, &error));
  ck_assert_error(error, "pipe: not a file; a regular file is needed");
}
END_TEST

START_TEST(says_what_is_missing)
{
  g_autofree char *path = in_folder("none"), *below = in_folder("file/none");
  g_autofree char *file = new_file("file", "", 0);
  GError *error = NULL;
  ck_assert_ptr_null(adref_file_read(path, "none", 10, &error));
  ck_assert(g_error_matches(error, ADREF_ERROR, ADREF_ERROR_NOT_FOUND));
  ck_assert_error(error, "none: cannot be read: No such file or directory");
  ck_assert_ptr_null(adref_file_read(below, "below", 10, &error));
  ck_assert(g_error_matches(error, ADREF_ERROR, ADREF_ERROR_NOT_FOUND));
  g_clear_error(&error);
}
END_TEST

START_TEST(writes_a_file)
{
  g_autofree char *path = in_folder("new"), *again = in_folder("new");
  GError *error = NULL;
  ck_assert(adref_file_write(path, "one\n", 4, &error));
  holds(path, "one\n");
  ck_assert(adref_file_write(again, "two, longer\n", 12, &error));
  holds(path, "two, longer\n");
  ck_assert(adref_file_write(path, "", 0, &error));
  holds(path, "");
}
END_TEST

START_TEST(makes_folders_only_on_request)
{
  g_autofree char *deep = in_folder("a/b/c"), *b = in_folder("a/b"), *a = in_folder("a");
  g_autofree char *message =
      g_strdup_printf("%s: cannot be written: there is no folder %s", deep, b);
  GError *error = NULL;
  ck_assert(!adref_file_write(deep, "x", 1, &error));
  ck_assert_error(error, message);
  ck_assert(!g_file_test(a, G_FILE_TEST_EXISTS));
  ck_assert(adref_folder_make(b, NULL));
  ck_assert(adref_folder_make(b, NULL));
  ck_assert(adref_file_write(deep, "x", 1, NULL));
  holds(deep, "x");
  g_autofree char *below = in_folder("a/b/c/d");
  ck_assert(!adref_folder_make(below, &error));
  ck_assert(g_str_has_suffix(error->message, "/a/b/c/d: the folder cannot be made: "
                                             "Not a directory"));
  g_clear_error(&error);
  g_remove(deep);
  g_rmdir(b);
  g_rmdir(a);
}
END_TEST

START_TEST(leaves_an_equal_file_alone)
{
  g_autofree char *path = new_file("same", "same\n", 5);
  struct stat before, after;
  ck_assert_int_eq(stat(path, &before), 0);
  ck_assert(adref_file_write(path, "same\n", 5, NULL));
  ck_assert_int_eq(stat(path, &after), 0);
  ck_assert_uint_eq(before.st_ino, after.st_ino);
  ck_assert(adref_file_write(path, "sane\n", 5, NULL));
  holds(path, "sane\n");
}
END_TEST

/* A new file replaces the old one: a program that has the old one open still reads all of it. */
START_TEST(replaces_a_file_whole)
{
  g_autofree char *path = new_file("text", "old words\n", 10);
  FILE *reader = fopen(path, "r");
  ck_assert(adref_file_write(path, "new words, many\n", 16, NULL));
  char line[64] = "";
  ck_assert_ptr_nonnull(fgets(line, sizeof line, reader));
  fclose(reader);
  ck_assert_str_eq(line, "old words\n");
  holds(path, "new words, many\n");
}
END_TEST

START_TEST(refuses_to_write_through_a_link)
{
  g_autofree char *target = new_file("target", "safe\n", 5), *link = in_folder("link");
  ck_assert_int_eq(symlink(target, link), 0);
  GError *error = NULL;
  ck_assert(!adref_file_write(link, "lost\n", 5, &error));
  ck_assert(g_error_matches(error, ADREF_ERROR, ADREF_ERROR_REFUSED));
  g_autofree char *message =
      g_strdup_printf("%s: is a symbolic link; only a regular file is written", link);
  ck_assert_error(error, message);
  holds(target, "safe\n");
  g_autofree char *dangling = in_folder("dangling"), *nothing = in_folder("nothing");
  ck_assert_int_eq(symlink(nothing, dangling), 0);
  ck_assert(!adref_file_write(dangling, "lost\n", 5, NULL));
  ck_assert(!g_file_test(nothing, G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST(keeps_the_old_file_when_writing_fails)
{
  g_autofree char *file = new_file("file", "old\n", 4), *below = in_folder("file/below");
  GError *error = NULL;
  ck_assert(!adref_file_write(below, "x", 1, &error));
  ck_assert(g_error_matches(error, ADREF_ERROR, ADREF_ERROR_SYSTEM));
  g_autofree char *message = g_strdup_printf("%s: cannot be written: Not a directory", below);
  ck_assert_error(error, message);
  holds(file, "old\n");
}
END_TEST

static guint count_files(void)
{
  guint count = 0;
  g_autoptr(GDir) names = g_dir_open(folder, 0, NULL);
  while (g_dir_read_name(names))
    count++;
  return count;
}

START_TEST(makes_a_new_file)
{
  g_autofree char *path = in_folder("new");
  GError *error = NULL;
  ck_assert(adref_file_make(path, "later/new", "one\n", 4, NULL));
  ck_assert(!adref_file_make(path, "later/new", "two\n", 4, &error));
  ck_assert_error(error, "later/new: cannot be written: File exists");
  holds(path, "one\n");
}
END_TEST

/* A limit on the size of files has the effect of a full disk. */
START_TEST(leaves_nothing_behind_when_the_disk_is_full)
{
  g_autofree char *file = new_file("file", "old\n", 4), *text = g_strnfill(5000, 'x');
  g_autofree char *message = g_strdup_printf("%s: cannot be written: File too large", file);
  struct rlimit before, limit = {1024, RLIM_INFINITY};
  getrlimit(RLIMIT_FSIZE, &before);
  limit.rlim_max = before.rlim_max;
  signal(SIGXFSZ, SIG_IGN);
  setrlimit(RLIMIT_FSIZE, &limit);
  GError *error = NULL;
  gboolean written = adref_file_write(file, text, 5000, &error);
  setrlimit(RLIMIT_FSIZE, &before);
  ck_assert(!written);
  ck_assert_error(error, message);
  holds(file, "old\n");
  ck_assert_uint_eq(count_files(), 1);
}
END_TEST

START_TEST(refuses_to_write_what_is_no_file)
{
  g_autofree char *pipe = in_folder("pipe");
  ck_assert_int_eq(mkfifo(pipe, 0600), 0);
  g_autofree char *is_folder =
      g_strdup_printf("%s: is a folder; only a regular file is written", folder);
  g_autofree char *is_pipe =
      g_strdup_printf("%s: is a device or a pipe; only a regular file is written", pipe);
  GError *error = NULL;
  ck_assert(!adref_file_write(folder, "x", 1, &error));
  ck_assert(g_error_matches(error, ADREF_ERROR, ADREF_ERROR_REFUSED));
  ck_assert_error(error, is_folder);
  ck_assert(!adref_file_write(pipe, "x", 1, &error));
  ck_assert_error(error, is_pipe);
}
END_TEST

START_TEST(keeps_the_permissions)
{
  g_autofree char *path = new_file("secret", "one\n", 4);
  ck_assert_int_eq(chmod(path, 0640), 0);
  ck_assert(adref_file_write(path, "two\n", 4, NULL));
  struct stat status;
  ck_assert_int_eq(stat(path, &status), 0);
  ck_assert_uint_eq(status.st_mode & 0777, 0640);
  mode_t mask = umask(022);
  ck_assert_int_eq(chmod(path, 0664), 0);
  ck_assert(adref_file_write(path, "three\n", 6, NULL));
  umask(mask);
  ck_assert_int_eq(stat(path, &status), 0);
  ck_assert_uint_eq(status.st_mode & 0777, 0664);
}
END_TEST

START_TEST(gives_new_files_the_usual_permissions)
{
  g_autofree char *replaced = in_folder("a"), *made = in_folder("b");
  mode_t mask = umask(027);
  ck_assert(adref_file_write(replaced, "x", 1, NULL));
  ck_assert(adref_file_make(made, "b", "x", 1, NULL));
  umask(mask);
  struct stat status;
  ck_assert_int_eq(stat(replaced, &status), 0);
  ck_assert_uint_eq(status.st_mode & 0777, 0640);
  ck_assert_int_eq(stat(made, &status), 0);
  ck_assert_uint_eq(status.st_mode & 0777, 0640);
}
END_TEST

START_TEST(quotes_paths)
{
  static const char *const paths[][2] = {{"a/b-1_2.md", "a/b-1_2.md"},
                                         {"Überblick,1=2.md", "Überblick,1=2.md"},
                                         {"my key.pub", "'my key.pub'"},
                                         {"it's", "'it'\\''s'"},
                                         {"a$b", "'a$b'"},
                                         {"a;b", "'a;b'"},
                                         {"~a", "'~a'"},
                                         {"", "''"}};
  for (gsize i = 0; i < G_N_ELEMENTS(paths); i++) {
    g_autofree char *quoted = adref_path_quoted(paths[i][0]);
    ck_assert_str_eq(quoted, paths[i][1]);
  }
}
END_TEST

START_TEST(locates)
{
  static const char text[] = "ab\n日本\n\nx";
  static const struct {
    gsize offset;
    guint line, column;
  } cases[] = {{0, 1, 1}, {2, 1, 3},  {3, 2, 1},  {6, 2, 2},
               {9, 2, 3}, {10, 3, 1}, {11, 4, 1}, {12, 4, 2}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    guint line, column;
    adref_utf8_locate(text, cases[i].offset, &line, &column);
    ck_assert_uint_eq(line, cases[i].line);
    ck_assert_uint_eq(column, cases[i].column);
  }
}
END_TEST

TCase *tcase_file(void)
{
  TCase *tcase = tcase_create("file");
  tcase_add_checked_fixture(tcase, make_folder, remove_folder);
  tcase_add_test(tcase, empty_bytes_have_a_start);
  tcase_add_test(tcase, reads_with_a_bound);
  tcase_add_test(tcase, reads_a_file_of_unknown_size);
  tcase_add_test(tcase, has_limits_for_texts_and_yaml);
  tcase_add_test(tcase, reads_an_empty_file);
  tcase_add_test(tcase, keeps_the_bytes_of_a_bare_file);
  tcase_add_test(tcase, drops_a_byte_order_mark);
  tcase_add_loop_test(tcase, refuses_what_is_not_text, 0, G_N_ELEMENTS(bad));
  tcase_add_test(tcase, knows_what_is_text);
  tcase_add_test(tcase, refuses_what_is_no_file);
  tcase_add_test(tcase, says_what_is_missing);
  tcase_add_test(tcase, writes_a_file);
  tcase_add_test(tcase, makes_folders_only_on_request);
  tcase_add_test(tcase, leaves_an_equal_file_alone);
  tcase_add_test(tcase, replaces_a_file_whole);
  tcase_add_test(tcase, refuses_to_write_through_a_link);
  tcase_add_test(tcase, keeps_the_old_file_when_writing_fails);
  tcase_add_test(tcase, refuses_to_write_what_is_no_file);
  tcase_add_test(tcase, leaves_nothing_behind_when_the_disk_is_full);
  tcase_add_test(tcase, makes_a_new_file);
  tcase_add_test(tcase, keeps_the_permissions);
  tcase_add_test(tcase, gives_new_files_the_usual_permissions);
  tcase_add_test(tcase, quotes_paths);
  tcase_add_test(tcase, locates);
  return tcase;
}

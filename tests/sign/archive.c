#include "sign/archive.h"

#include <string.h>

#include "sign/cases.h"

enum {
  BLOCK = 512
};

static GPtrArray *two_members(void)
{
  GPtrArray *members = adref_archive_members_new();
  adref_archive_members_add_text(members, "texts/en.md", "words\n");
  adref_archive_members_add_text(members, "MANIFEST", "");
  adref_archive_members_sort(members);
  return members;
}

START_TEST(what_is_written_is_read)
{
  GError *error = NULL;
  g_autofree char *folder = NULL;
  g_autoptr(GPtrArray) members = two_members();
  g_autoptr(GBytes) archive = adref_archive_write(members, "tokyo-rev1", 1701388800);
  g_autoptr(GBytes) again = adref_archive_write(members, "tokyo-rev1", 1701388800);
  ck_assert(g_bytes_equal(archive, again));
  ck_assert_uint_eq(g_bytes_get_size(archive), 5 * BLOCK);
  g_autoptr(GPtrArray) read = adref_archive_read(archive, "a", &folder, &error);
  ck_assert_no_error(error);
  ck_assert_str_eq(folder, "tokyo-rev1");
  ck_assert_uint_eq(read->len, 2);
  gsize length;
  const char *words = g_bytes_get_data(adref_archive_members_get(read, "texts/en.md"), &length);
  ck_assert_uint_eq(length, 6);
  ck_assert_int_eq(memcmp(words, "words\n", 6), 0);
  ck_assert_ptr_null(adref_archive_members_get(read, "texts"));
}
END_TEST

static const struct {
  const char *first, *second; /* paths in the order of the archive */
  const char *message;
} bad[] = {
    {"../etc/passwd", NULL, "a: at byte 0: a path that is not allowed"},
    {"texts/../../x", NULL, "a: at byte 0: a path that is not allowed"},
    {"/etc/passwd", NULL, "a: at byte 0: a path that is not allowed"},
    {"texts//x", NULL, "a: at byte 0: a path that is not allowed"},
    {".hidden", NULL, "a: at byte 0: a path that is not allowed"},
    {"with space", NULL, "a: at byte 0: a path that is not allowed"},
    {"a\nb", NULL, "a: at byte 0: a path that is not allowed"},
    {"a\xd0\xb0", NULL, "a: at byte 0: a path that is not allowed"},
    {"a/b/c/d/e/f", NULL, "a: at byte 0: a path that is not allowed"},
    {"", NULL, "a: at byte 0: a path that is not allowed"},
    {"same", "same", "a: at byte 1024: a file that stands twice, or out of order"},
    {"b", "a", "a: at byte 1024: a file that stands twice, or out of order"},
};

START_TEST(a_bad_path_is_refused)
{
  GError *error = NULL;
  char *folder = NULL;
  g_autoptr(GPtrArray) members = adref_archive_members_new();
  adref_archive_members_add_text(members, bad[_i].first, "x");
  if (bad[_i].second)
    adref_archive_members_add_text(members, bad[_i].second, "x");
  g_autoptr(GBytes) archive = adref_archive_write(members, "f", 0);
  ck_assert_ptr_null(adref_archive_read(archive, "a", &folder, &error));
  ck_assert_error(error, bad[_i].message);
  ck_assert_ptr_null(folder);
}
END_TEST

/* Whatever byte is another one: the archive is refused, or other words are read. */
START_TEST(no_byte_goes_unseen)
{
  g_autoptr(GPtrArray) members = two_members();
  g_autoptr(GBytes) archive = adref_archive_write(members, "f", 5);
  gsize length;
  const char *bytes = g_bytes_get_data(archive, &length);
  for (gsize i = 0; i < length; i++) {
    g_autofree char *copy = g_memdup2(bytes, length);
    copy[i] ^= 1;
    g_autoptr(GBytes) other = g_bytes_new(copy, length);
    g_autofree char *folder = NULL;
    g_autoptr(GPtrArray) read = adref_archive_read(other, "a", &folder, NULL);
    g_autoptr(GBytes) again = read ? adref_archive_write(read, folder, 5) : NULL;
    ck_assert(!again || !g_bytes_equal(again, archive));
  }
}
END_TEST

START_TEST(no_shorter_archive_is_read)
{
  g_autoptr(GPtrArray) members = two_members();
  g_autoptr(GBytes) archive = adref_archive_write(members, "f", 5);
  for (gsize length = 0; length < g_bytes_get_size(archive); length += 7) {
    char *folder = NULL;
    g_autoptr(GBytes) part = g_bytes_new_from_bytes(archive, 0, length);
    ck_assert_ptr_null(adref_archive_read(part, "a", &folder, NULL));
  }
}
END_TEST

TCase *tcase_archive(void)
{
  TCase *tcase = tcase_create("archive");
  tcase_add_test(tcase, what_is_written_is_read);
  tcase_add_loop_test(tcase, a_bad_path_is_refused, 0, G_N_ELEMENTS(bad));
  tcase_add_test(tcase, no_byte_goes_unseen);
  tcase_add_test(tcase, no_shorter_archive_is_read);
  return tcase;
}

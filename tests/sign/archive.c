#include "sign/archive.h"

#include <string.h>
#include <sys/mman.h>

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

START_TEST(an_archive_has_at_most_so_many_files)
{
  GError *error = NULL;
  char *folder = NULL;
  g_autoptr(GPtrArray) members = adref_archive_members_new();
  for (guint i = 0; i < 10000; i++) {
    g_autofree char *path = g_strdup_printf("%05u", i);
    adref_archive_members_add_text(members, path, "");
  }
  g_autoptr(GBytes) most = adref_archive_write(members, "f", 0);
  g_autoptr(GPtrArray) read = adref_archive_read(most, "a", &folder, &error);
  ck_assert_no_error(error);
  ck_assert_uint_eq(read->len, 10000);
  g_clear_pointer(&folder, g_free);
  adref_archive_members_add_text(members, "10000", "");
  g_autoptr(GBytes) more = adref_archive_write(members, "f", 0);
  ck_assert_ptr_null(adref_archive_read(more, "a", &folder, &error));
  ck_assert_error(error, "a: at byte 5120000: the file is larger than the archive, or there are "
                         "too many");
}
END_TEST

/* Bytes that nobody touches: of so large an archive only the size is looked at. */
START_TEST(an_archive_has_at_most_so_many_bytes)
{
  GError *error = NULL;
  char *folder = NULL;
  static const gsize most = 512 * 1024 * 1024;
  void *zeros =
      mmap(NULL, most + BLOCK, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  ck_assert(zeros != MAP_FAILED);
  g_autoptr(GBytes) allowed = g_bytes_new_static(zeros, most);
  g_autoptr(GBytes) larger = g_bytes_new_static(zeros, most + BLOCK);
  ck_assert_ptr_null(adref_archive_read(allowed, "a", &folder, &error));
  ck_assert_error(error, "a: at byte 0: this is not the header of a file as adref writes it");
  ck_assert_ptr_null(adref_archive_read(larger, "a", &folder, &error));
  ck_assert_error(error, "a: at byte 0: an archive does not have this size");
  munmap(zeros, most + BLOCK);
}
END_TEST

START_TEST(a_path_has_at_most_so_many_letters)
{
  g_autofree char *name = g_strnfill(99, 'a'), *longer = g_strnfill(100, 'a');
  ck_assert(adref_archive_allows_path(name) && !adref_archive_allows_path(longer));
  ck_assert(adref_archive_allows_path("a/b/c/d/e") && !adref_archive_allows_path("a/b/c/d/e/f"));
  ck_assert(adref_archive_allows_path("a.b_C-9") && !adref_archive_allows_path("a/.b"));
}
END_TEST

/* The bytes of a header, so that stock tar reads it and the same files give the same archive. */
START_TEST(a_header_has_its_fixed_fields)
{
  g_autoptr(GPtrArray) members = two_members();
  g_autoptr(GBytes) archive = adref_archive_write(members, "f", 8);
  const char *head = g_bytes_get_data(archive, NULL);
  ck_assert_str_eq(head, "f/MANIFEST");
  ck_assert_str_eq(head + 100, "0000644");
  ck_assert_str_eq(head + 108, "0000000");
  ck_assert_str_eq(head + 116, "0000000");
  ck_assert_str_eq(head + 124, "00000000000");
  ck_assert_str_eq(head + 136, "00000000010");
  ck_assert_int_eq(memcmp(head + 154, "\0 0", 3), 0);
  ck_assert_int_eq(memcmp(head + 257,
                          "ustar\0"
                          "00",
                          8),
                   0);
}
END_TEST

TCase *tcase_archive(void)
{
  TCase *tcase = tcase_create("archive");
  tcase_add_test(tcase, what_is_written_is_read);
  tcase_add_loop_test(tcase, a_bad_path_is_refused, 0, G_N_ELEMENTS(bad));
  tcase_add_test(tcase, no_byte_goes_unseen);
  tcase_add_test(tcase, no_shorter_archive_is_read);
  tcase_add_test(tcase, an_archive_has_at_most_so_many_files);
  tcase_add_test(tcase, an_archive_has_at_most_so_many_bytes);
  tcase_add_test(tcase, a_path_has_at_most_so_many_letters);
  tcase_add_test(tcase, a_header_has_its_fixed_fields);
  return tcase;
}

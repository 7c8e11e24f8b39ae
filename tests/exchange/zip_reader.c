#include "exchange/archive/zip_reader.h"

#include "exchange/archive/zip_writer.h"
#include "exchange/cases.h"

/* An archive with members (name, content, ..., NULL). */
static GString *archive_of(const char *const *members)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefZipWriter) writer = adref_zip_writer_new(&error);
  ck_assert_no_error(error);
  for (; *members; members += 2)
    adref_zip_writer_add(writer, members[0], members[1], strlen(members[1]));
  GString *archive = adref_zip_writer_finish(writer, &error);
  ck_assert_no_error(error);
  return archive;
}

static AdrefZipReader *open_archive(const GString *archive, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static(archive->str, archive->len);
  return adref_zip_reader_new(bytes, "a.docx", error);
}

static void is_refused(const GString *archive, const char *message)
{
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(open_archive(archive, &error));
  ck_assert_error(error, message);
}

static GString *simple_archive(void)
{
  const char *const members[] = {"word/document.xml", "<w/>", "a.txt", "words", "empty", "", NULL};
  return archive_of(members);
}

START_TEST(members)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) archive = simple_archive();
  g_autoptr(AdrefZipReader) reader = open_archive(archive, &error);
  ck_assert_no_error(error);
  const GPtrArray *names = adref_zip_reader_names(reader);
  ck_assert_uint_eq(names->len, 3);
  ck_assert_str_eq(names->pdata[0], "a.txt");
  ck_assert_str_eq(names->pdata[1], "empty");
  ck_assert_str_eq(names->pdata[2], "word/document.xml");
  for (int i = 0; i < 2; i++) {
    g_autoptr(GBytes) content = adref_zip_reader_get(reader, "Word/Document.XML", &error);
    ck_assert_uint_eq(g_bytes_get_size(content), 4);
    ck_assert(memcmp(g_bytes_get_data(content, NULL), "<w/>", 4) == 0);
  }
  g_autoptr(GBytes) empty = adref_zip_reader_get(reader, "empty", &error);
  ck_assert_uint_eq(g_bytes_get_size(empty), 0);
  ck_assert_ptr_null(adref_zip_reader_get(reader, "b.txt", &error));
  ck_assert_no_error(error);
}
END_TEST

START_TEST(an_archive_that_is_read_at_once_is_not_compressed)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *words = g_strnfill(5000, 'w');
  g_autoptr(AdrefZipWriter) writer = adref_zip_writer_new(&error);
  adref_zip_writer_store(writer);
  adref_zip_writer_add(writer, "a.txt", words, strlen(words));
  g_autoptr(GString) archive = adref_zip_writer_finish(writer, &error);
  ck_assert_no_error(error);
  ck_assert_ptr_nonnull(memmem(archive->str, archive->len, words, strlen(words)));
  g_autoptr(AdrefZipReader) reader = open_archive(archive, &error);
  g_autoptr(GBytes) content = adref_zip_reader_get(reader, "a.txt", &error);
  ck_assert_no_error(error);
  ck_assert_uint_eq(g_bytes_get_size(content), strlen(words));
}
END_TEST

START_TEST(what_is_no_archive)
{
  g_autoptr(GString) text = g_string_new("Twenty-two letters and more.");
  is_refused(text, "a.docx: this is no Word file: it is no zip archive");
  g_autoptr(GString) old = g_string_new("\xD0\xCF\x11\xE0 and more");
  is_refused(old, "a.docx: this is an old binary file of Word (.doc); open it in Word or "
                  "LibreOffice, and save it as .docx");
  g_string_append_len(old, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  is_refused(old, "a.docx: this Word file is encrypted; open it in Word, take its password away, "
                  "and save it");
  g_autoptr(GString) archive = simple_archive();
  archive->str[6] |= 1;
  is_refused(archive, "a.docx: this archive is encrypted; save the file without a password");
  archive->str[6] &= ~1;
  g_string_truncate(archive, archive->len - 30);
  is_refused(archive, "a.docx: this zip archive is damaged: its list of members cannot be read");
}
END_TEST

START_TEST(names_that_lead_out)
{
  static const char *const names[] = {"../a", "word/../../a", "./a", "c:/a", "word\\a"};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    const char *const member[] = {names[i], "words", NULL};
    g_autoptr(GString) archive = archive_of(member);
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(open_archive(archive, &error));
    ck_assert(g_str_has_suffix(error->message, "leads out of the archive"));
  }
}
END_TEST

/* One program reads the first of them, another one the last. */
START_TEST(a_member_that_stands_twice)
{
  static const char *const cases[][2] = {{"word/a.xml", "word/a.xml"},
                                         {"word/a.xml", "Word/A.xml"}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    const char *const both[] = {cases[i][0], "one", i == 0 ? "word/b.xml" : cases[i][1], "two",
                                NULL};
    g_autoptr(GString) archive = archive_of(both);
    for (char *at = archive->str;
         (at = memmem(at, archive->len - (gsize)(at - archive->str), "b.xml", 5));)
      *at = 'a';
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(open_archive(archive, &error));
    ck_assert(strstr(error->message, "\" stands in it twice"));
  }
}
END_TEST

/* The field of the list of members that says how many bytes a member has. */
static void set_size(GString *archive, guint32 size)
{
  char *entry = memmem(archive->str, archive->len, "PK\1\2", 4);
  for (int i = 0; i < 4; i++)
    entry[24 + i] = (char)(size >> (8 * i) & 0xFF);
}

START_TEST(bombs)
{
  g_autofree char *zeros = g_strnfill(ADREF_ZIP_SMALL + 1, '0');
  const char *const packed[] = {"a", zeros, NULL};
  g_autoptr(GString) archive = archive_of(packed);
  is_refused(archive, "a.docx: unpacked it has more than 200 times its bytes, which no text has");
  zeros[ADREF_ZIP_SMALL] = '\0';
  g_autoptr(GString) smaller = archive_of(packed);
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefZipReader) reader = open_archive(smaller, &error);
  ck_assert_no_error(error);
  g_autoptr(GString) large = simple_archive();
  set_size(large, ADREF_ZIP_MAX_BYTES - 5);
  is_refused(large, "a.docx: unpacked it has more than 200 times its bytes, which no text has");
  set_size(large, ADREF_ZIP_MAX_BYTES + 1);
  is_refused(large, "a.docx: unpacked it has more than 64 MiB");
}
END_TEST

START_TEST(members_that_are_shorter_or_damaged)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) archive = simple_archive();
  set_size(archive, 1000);
  g_autoptr(AdrefZipReader) reader = open_archive(archive, &error);
  g_autoptr(GBytes) content = adref_zip_reader_get(reader, "word/document.xml", &error);
  ck_assert_no_error(error);
  const char *bytes = g_bytes_get_data(content, NULL);
  ck_assert_uint_eq(g_bytes_get_size(content), 1000);
  ck_assert(memcmp(bytes, "<w/>\0\0\0", 7) == 0 && bytes[999] == '\0');
  char *data = (char *)memmem(archive->str, archive->len, "document.xml", 12) + 12;
  gsize rest = archive->len - (gsize)(data - archive->str);
  memset(data, '\xFF', (gsize)((char *)memmem(data, rest, "PK", 2) - data));
  g_autoptr(AdrefZipReader) damaged = open_archive(archive, &error);
  ck_assert_ptr_null(adref_zip_reader_get(damaged, "word/document.xml", &error));
  ck_assert_error(error, "a.docx: the member \"word/document.xml\" is damaged");
}
END_TEST

START_TEST(limits_of_members)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(g_free);
  for (int i = 0; i <= ADREF_ZIP_MAX_MEMBERS; i++) {
    g_ptr_array_add(list, g_strdup_printf("m%d", i));
    g_ptr_array_add(list, g_strdup("x"));
  }
  g_ptr_array_add(list, NULL);
  g_autoptr(GString) many = archive_of((const char *const *)list->pdata);
  is_refused(many, "a.docx: it has more than 2000 members");
  g_autofree char *name = g_strnfill(ADREF_ZIP_MAX_NAME + 1, 'n');
  const char *const long_name[] = {name, "x", NULL};
  g_autoptr(GString) named = archive_of(long_name);
  is_refused(named, "a.docx: the name of a member is no UTF-8 or has more than 255 bytes");
  const char *const deep[] = {"1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/x", "x", NULL};
  g_autoptr(GString) folders = archive_of(deep);
  is_refused(folders, "a.docx: it has more than 16 folders in folders");
}
END_TEST

TCase *tcase_zip_reader(void)
{
  TCase *tcase = tcase_create("zip_reader");
  tcase_add_test(tcase, members);
  tcase_add_test(tcase, an_archive_that_is_read_at_once_is_not_compressed);
  tcase_add_test(tcase, what_is_no_archive);
  tcase_add_test(tcase, names_that_lead_out);
  tcase_add_test(tcase, a_member_that_stands_twice);
  tcase_add_test(tcase, bombs);
  tcase_add_test(tcase, members_that_are_shorter_or_damaged);
  tcase_add_test(tcase, limits_of_members);
  return tcase;
}

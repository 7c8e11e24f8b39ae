#include "exchange/archive/odt_package.h"

#include <string.h>

#include "exchange/archive/zip_reader.h"
#include "exchange/archive/zip_writer.h"
#include "exchange/cases.h"

#define MIMETYPE "application/vnd.oasis.opendocument.text"
#define OASIS    "urn:oasis:names:tc:opendocument:xmlns:"

/* An element of a document, with all prefixes that the cases use. */
#define CONTENT(words)                                                                             \
  "<office:document-content xmlns:office=\"" OASIS "office:1.0\" xmlns:text=\"" OASIS              \
  "text:1.0\" xmlns:draw=\"" OASIS "drawing:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"   \
  "<office:body><office:text>" words "</office:text></office:body></office:document-content>"

/* The archive of members: name, content, ..., NULL. */
static GBytes *archive_of(const char *const *members)
{
  GError *error = NULL;
  g_autoptr(AdrefZipWriter) writer = adref_zip_writer_new(&error);
  ck_assert_no_error(error);
  for (; *members; members += 2)
    adref_zip_writer_add(writer, members[0], members[1], strlen(members[1]));
  GString *archive = adref_zip_writer_finish(writer, &error);
  ck_assert_no_error(error);
  return g_string_free_to_bytes(archive);
}

static GBytes *odt_of(const char *content)
{
  return archive_of((const char *[]){"mimetype", MIMETYPE, "content.xml", content, NULL});
}

static void assert_refused(GBytes *bytes, const char *message)
{
  GError *error = NULL;
  g_autoptr(GPtrArray) left_out = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GString) copy = adref_odt_package_copy(bytes, "x.odt", left_out, &error);
  ck_assert_ptr_null(copy);
  ck_assert_error(error, message);
  g_bytes_unref(bytes);
}

START_TEST(is_known_by_name_or_first_bytes)
{
  g_autoptr(GBytes) odt = odt_of(CONTENT("")), text = g_bytes_new_static("words", 5);
  g_autoptr(GBytes) other = archive_of((const char *[]){"a", "b", NULL});
  ck_assert(adref_odt_package_is("x.ODT", other));
  ck_assert(!adref_odt_package_is("x.docx", other));
  ck_assert(!adref_odt_package_is("x.odt", text));
  ck_assert(adref_odt_package_is("x.odt", odt));
}
END_TEST

START_TEST(only_words_styles_and_own_properties_are_copied)
{
  GError *error = NULL;
  const char *content = CONTENT("<text:p>W <text:a xlink:href=\"https://example.org/\">a"
                                "</text:a><draw:image xlink:href=\"Pictures/a.png\"/></text:p>");
  g_autoptr(GBytes) bytes = archive_of((const char *[]){
      "mimetype", MIMETYPE, "content.xml", content, "styles.xml", "<s/>", "settings.xml", "<x/>",
      "Basic/a.xml", "<m/>", "Scripts/b.py", "x", "Object 1/content.xml", "<o/>", "Pictures/a.png",
      "p", "meta.xml",
      "<m xmlns:meta=\"" OASIS "meta:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"
      "<meta:template xlink:href=\"/etc/passwd\"/><meta:user-defined meta:name=\"adref.view\">"
      "a&amp;b</meta:user-defined><meta:user-defined meta:name=\"Other\">c</meta:user-defined></m>",
      NULL});
  g_autoptr(GPtrArray) left_out = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GString) made = adref_odt_package_copy(bytes, "x.odt", left_out, &error);
  ck_assert_no_error(error);
  g_autoptr(GBytes) copy = g_bytes_new(made->str, made->len);
  g_autoptr(AdrefZipReader) zip = adref_zip_reader_new(copy, "copy", &error);
  ck_assert_no_error(error);
  const GPtrArray *names = adref_zip_reader_names(zip);
  static const char *const expected[] = {"META-INF/manifest.xml", "content.xml", "meta.xml",
                                         "mimetype", "styles.xml"};
  ck_assert_uint_eq(names->len, G_N_ELEMENTS(expected));
  for (guint i = 0; i < names->len; i++)
    ck_assert_str_eq(names->pdata[i], expected[i]);
  g_autoptr(GBytes) same = adref_zip_reader_get(zip, "content.xml", &error);
  ck_assert_int_eq(memcmp(g_bytes_get_data(same, NULL), content, strlen(content)), 0);
  g_autoptr(GHashTable) properties = adref_odt_package_properties(copy, "copy", &error);
  ck_assert_uint_eq(g_hash_table_size(properties), 1);
  ck_assert_str_eq(g_hash_table_lookup(properties, "adref.view"), "a&b");
  static const char *const rest[] = {"left out: macros, which are never run",
                                     "left out: scripts, which are never run",
                                     "left out: embedded objects", "left out: pictures"};
  ck_assert_uint_eq(left_out->len, G_N_ELEMENTS(rest));
  for (guint i = 0; i < left_out->len; i++)
    ck_assert_str_eq(left_out->pdata[i], rest[i]);
}
END_TEST

#define BREAK          "; break the link there (Edit, Links to External Files), or save the file as .docx"
#define OPENS(element) "x.odt: content.xml: <" element "> would have LibreOffice open another file"

START_TEST(what_opens_another_file_is_refused)
{
  static const struct {
    const char *words, *message;
  } rows[] = {
      {"<draw:image xlink:href=\"http://x.org/a.png\"/>",
       OPENS("draw:image") ": http://x.org/a.png" BREAK},
      {"<draw:image xlink:href=\"file:///etc/passwd\"/>",
       OPENS("draw:image") ": file:///etc/passwd" BREAK},
      {"<draw:image xlink:href=\"/etc/passwd\"/>", OPENS("draw:image") ": /etc/passwd" BREAK},
      {"<draw:object xlink:href=\"../a.odt\"/>", OPENS("draw:object") ": ../a.odt" BREAK},
      {"<text:section-source xlink:href=\"a.odt\"/>", OPENS("text:section-source") ": a.odt" BREAK},
      {"<office:dde-source/>", OPENS("office:dde-source") BREAK},
      {"<text:dde-connection-decl/>", OPENS("text:dde-connection-decl") BREAK},
      {"<draw:floating-frame xlink:href=\"a\"/>", OPENS("draw:floating-frame") ": a" BREAK},
      {"<draw:plugin/>", OPENS("draw:plugin") BREAK},
      {"<draw:applet/>", OPENS("draw:applet") BREAK},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *content = g_strdup_printf(CONTENT("%s"), rows[i].words);
    assert_refused(odt_of(content), rows[i].message);
  }
}
END_TEST

START_TEST(what_is_no_text_is_refused)
{
  assert_refused(archive_of((const char *[]){"mimetype", MIMETYPE "-template", NULL}),
                 "x.odt: this is no OpenDocument text (.odt); open it in LibreOffice, and save it "
                 "as .docx");
  assert_refused(archive_of((const char *[]){"content.xml", CONTENT(""), NULL}),
                 "x.odt: this is no OpenDocument text (.odt); open it in LibreOffice, and save it "
                 "as .docx");
  assert_refused(
      archive_of((const char *[]){"mimetype", MIMETYPE, "META-INF/manifest.xml",
                                  "<m xmlns:manifest=\"" OASIS "manifest:1.0\">"
                                  "<manifest:encryption-data/></m>",
                                  NULL}),
      "x.odt: a password protects the file; open it in LibreOffice, and save it without one");
}
END_TEST

/* The same limits as for a Word file. */
START_TEST(hostile_xml_is_refused)
{
  GError *error = NULL;
  g_autoptr(GPtrArray) left_out = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GBytes) bytes = odt_of("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>");
  ck_assert_ptr_null(adref_odt_package_copy(bytes, "x.odt", left_out, &error));
  ck_assert_ptr_nonnull(error);
  ck_assert_msg(g_str_has_prefix(error->message, "x.odt: content.xml"), "%s", error->message);
  g_clear_error(&error);
}
END_TEST

TCase *tcase_odt_package(void)
{
  TCase *tcase = tcase_create("odt_package");
  tcase_add_test(tcase, is_known_by_name_or_first_bytes);
  tcase_add_test(tcase, only_words_styles_and_own_properties_are_copied);
  tcase_add_test(tcase, what_opens_another_file_is_refused);
  tcase_add_test(tcase, what_is_no_text_is_refused);
  tcase_add_test(tcase, hostile_xml_is_refused);
  return tcase;
}

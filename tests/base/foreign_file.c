#include "base/foreign_file.h"

#include <string.h>

#include "base/cases.h"
#include "suite.h"

#define BYTES(text) text, sizeof(text) - 1

static const struct {
  const char *bytes;
  gsize length;
  const char *what; /* how the sentence begins; NULL: unknown */
} binaries[] = {
    {BYTES("PK\3\4\0\0[Content_Types].xml\0word/document.xml"),
     "a Word file, no text; adref import FILE.docx reads it"},
    {BYTES("PK\3\4\0\0[Content_Types].xml\0xl/book.xml"), "a file of Microsoft Office, no text;"},
    {BYTES("PK\3\4\0mimetypeapplication/vnd.oasis.opendocument.text"), "a LibreOffice file, no"},
    {BYTES("PK\3\4\0a.md"), "a ZIP archive, no text;"},
    {BYTES("\xD0\xCF\x11\xE0\xA1"), "an old Word or Office file (.doc), no text;"},
    {BYTES("%PDF-1.7\n\xE2"), "a PDF file, no text; make text of it first: pdftotext"},
    {BYTES("\xFF\xFE"
           "a\0"),
     "in UTF-16, and a text is UTF-8; convert it: iconv -f UTF-16 -t"},
    {BYTES("\xFE\xFF\0a"), "in UTF-16, and a text is UTF-8; convert it: iconv -f UTF-16 -t"},
    {BYTES("a\0b\0c\0\r\0"), "in UTF-16, and a text is UTF-8; convert it: iconv -f UTF-16LE"},
    {BYTES("\0a\0b\0c\0\n"), "in UTF-16, and a text is UTF-8; convert it: iconv -f UTF-16BE"},
    {BYTES("\x1F\x8B\x08"), "a compressed file, no text;"},
    {BYTES("\x89PNG"), "a picture, no text"},
    {BYTES("\xFF\xD8\xFF"), "a picture, no text"},
    {BYTES("caf\xE9"), NULL},
    {BYTES("a\0b and many other letters"), NULL},
    {BYTES("a\0b\0c\0"), NULL}, /* four letters tell UTF-16 */
    {BYTES("\0\0\0\0"), NULL},
    {BYTES(""), NULL},
    {BYTES("PK"), NULL},
};

START_TEST(says_what_bytes_are)
{
  const char *what = adref_foreign_file_binary(binaries[_i].bytes, binaries[_i].length);
  if (!binaries[_i].what)
    ck_assert_ptr_null(what);
  else
    ck_assert_msg(what && g_str_has_prefix(what, binaries[_i].what), "%s", what);
}
END_TEST

/* The names of the first members tell a Word file; only the first 4,096 bytes are looked at. */
START_TEST(looks_at_the_beginning)
{
  for (gsize length = 4096; length <= 4097; length++) {
    g_autofree char *bytes = g_strnfill(length, 'x');
    memcpy(bytes, "PK\3\4", 4);
    memcpy(bytes + length - strlen("word/"), "word/", strlen("word/"));
    const char *what = adref_foreign_file_binary(bytes, length);
    ck_assert(g_str_has_prefix(what, length == 4096 ? "a Word file" : "a ZIP archive"));
  }
}
END_TEST

START_TEST(says_what_a_text_is_for)
{
  static const struct {
    const char *text, *what;
  } texts[] = {
      {"{\\rtf1 x}", "in RTF, no plain text; make Markdown of it first: pandoc FILE.rtf"},
      {"\n <!DOCTYPE HTML><p>", "a page of HTML; make Markdown of it first: pandoc FILE.html"},
      {"<html>", "a page of HTML;"},
      {"<htm", NULL},
      {"", NULL},
      {"# Statement\n\n<html>", NULL},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
    const char *what = adref_foreign_file_text(texts[i].text, strlen(texts[i].text));
    ck_assert_int_eq(what != NULL, texts[i].what != NULL);
    ck_assert(!what || g_str_has_prefix(what, texts[i].what));
  }
}
END_TEST

/* "The meeting is held once a year in Tokyo." in Japanese; the third has two syllables only. */
START_TEST(says_in_which_encoding_bytes_are)
{
  static const struct {
    const char *text, *encoding;
  } texts[] = {
      {"\x89\xEF\x8B\x63\x82\xCD\x81\x41\x96\x88\x94\x4E\x88\xEA\x89\xF1"
       "\x81\x41\x93\x8C\x8B\x9E\x82\xC5\x8D\x73\x82\xA4\x81\x42",
       "SHIFT_JIS"},
      {"\xB2\xF1\xB5\xC4\xA4\xCF\xA1\xA2\xCB\xE8\xC7\xAF\xB0\xEC\xB2\xF3"
       "\xA1\xA2\xC5\xEC\xB5\xFE\xA4\xC7\xB9\xD4\xA4\xA6\xA1\xA3",
       "EUC-JP"},
      {"\x82\xCD\x82\xA4", "WINDOWS-1252"},
      {"D\xE9"
       "claration \xA4\xE9",
       "WINDOWS-1252"},
      {"\xFF", "WINDOWS-1252"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
    ck_assert_str_eq(adref_foreign_file_encoding(texts[i].text, strlen(texts[i].text)),
                     texts[i].encoding);
}
END_TEST

TCase *tcase_foreign_file(void)
{
  TCase *tcase = tcase_create("foreign_file");
  tcase_add_loop_test(tcase, says_what_bytes_are, 0, G_N_ELEMENTS(binaries));
  tcase_add_test(tcase, says_what_a_text_is_for);
  tcase_add_test(tcase, looks_at_the_beginning);
  tcase_add_test(tcase, says_in_which_encoding_bytes_are);
  return tcase;
}

#include "exchange/docx_pieces.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "exchange/archive/zip_writer.h"
#include "exchange/docx/docx_document.h"

#include "suite.h"

#define WORD      "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE   "http://schemas.openxmlformats.org/package/2006/relationships"

static void add(AdrefZipWriter *zip, const char *name, const char *content)
{
  adref_zip_writer_add(zip, name, content, strlen(content));
}

static void add_part(AdrefZipWriter *zip, const Parts *parts, const char *name, const char *root,
                     const char *content)
{
  g_autofree char *member = g_strdup_printf("word/%s.xml", name);
  g_autofree char *xml = g_strdup_printf(
      "<w:%s xmlns:w=\"%s\" xmlns:r=\"" RELATIONS "\" "
      "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
      "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "
      "xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\" "
      "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\">%s</w:%s>",
      root, parts->space ? parts->space : WORD, content, root);
  if (content)
    add(zip, member, xml);
}

GBytes *make_file(const Parts *parts, const char *body)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefZipWriter) zip = adref_zip_writer_new(&error);
  g_autofree char *text = g_strdup_printf("<w:body>%s</w:body>", body);
  add(zip, "_rels/.rels",
      "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"a\" Type=\"" RELATIONS
      "/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
  add(zip, "word/_rels/document.xml.rels",
      "<Relationships xmlns=\"" PACKAGE "\">"
      "<Relationship Id=\"s\" Type=\"" RELATIONS "/styles\" Target=\"styles.xml\"/>"
      "<Relationship Id=\"n\" Type=\"" RELATIONS "/numbering\" Target=\"/word/numbering.xml\"/>"
      "<Relationship Id=\"f\" Type=\"" RELATIONS "/footnotes\" Target=\"footnotes.xml\"/>"
      "<Relationship Id=\"c\" Type=\"" RELATIONS "/comments\" Target=\"comments.xml\"/>"
      "<Relationship Id=\"e\" Type=\"http://schemas.microsoft.com/office/2011/relationships/"
      "commentsExtended\" Target=\"extended.xml\"/>"
      "<Relationship Id=\"l\" Type=\"" RELATIONS "/hyperlink\" Target=\"https://example.org/\" "
      "TargetMode=\"External\"/></Relationships>");
  add_part(zip, parts, "document", "document", text);
  add_part(zip, parts, "styles", "styles", parts->styles);
  add_part(zip, parts, "numbering", "numbering", parts->numbering);
  add_part(zip, parts, "footnotes", "footnotes", parts->footnotes);
  add_part(zip, parts, "comments", "comments", parts->comments);
  add_part(zip, parts, "extended", "commentsEx", parts->extended);
  if (parts->properties)
    add(zip, "docProps/custom.xml", parts->properties);
  if (parts->member)
    add(zip, parts->member, parts->content ? parts->content : "x");
  g_autoptr(GString) bytes = adref_zip_writer_finish(zip, &error);
  ck_assert_no_error(error);
  return g_bytes_new(bytes->str, bytes->len);
}

AdrefDocxFile *read_file(const Parts *parts, const char *body)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = make_file(parts, body);
  AdrefDocxFile *file = adref_docx_read(bytes, "a.docx", &error);
  ck_assert_no_error(error);
  return file;
}

char *markdown_of(AdrefDocxFile *file, gboolean rejects)
{
  g_autoptr(GError) error = NULL;
  AdrefDocxDocumentOptions options = {.name = "a.docx", .party = "JPN"};
  g_autoptr(AdrefDocxReading) reading = adref_docx_reading_new(file, rejects, ADREF_DOCX_FOREIGN);
  g_autoptr(AdrefNode) document = adref_docx_document_make(reading, &options, &error);
  ck_assert_no_error(error);
  return g_string_free(adref_canonical(document), FALSE);
}

void reads_as(const Parts *parts, const char *body, const char *accepted, const char *rejected)
{
  g_autoptr(AdrefDocxFile) file = read_file(parts, body);
  g_autofree char *now = markdown_of(file, FALSE), *before = markdown_of(file, TRUE);
  ck_assert_str_eq(now, accepted);
  ck_assert_str_eq(before, rejected ? rejected : accepted);
}

void reads(const char *body, const char *accepted, const char *rejected)
{
  Parts parts = {0};
  reads_as(&parts, body, accepted, rejected);
}

void says_as(const Parts *parts, const char *body, const char *said)
{
  g_autoptr(AdrefDocxFile) file = read_file(parts, body);
  g_ptr_array_add(file->left_out, NULL);
  g_autofree char *lines = g_strjoinv("\n", (char **)file->left_out->pdata);
  ck_assert_str_eq(lines, said);
}

void says(const char *body, const char *said)
{
  Parts parts = {0};
  says_as(&parts, body, said);
}

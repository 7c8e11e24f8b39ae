/* The text of a Word file of a stranger, as word/document.xml: it is read or refused; both readings
 * are documents, and marks by hand make no difference to that. */
#include "exchange/docx/docx_read.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "exchange/archive/zip_writer.h"
#include "exchange/docx/docx_document.h"
#include "exchange/docx/docx_hand_marks.h"
#include "exchange/docx/docx_marks.h"

#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE   "http://schemas.openxmlformats.org/package/2006/relationships"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

static void add(AdrefZipWriter *zip, const char *name, const char *content)
{
  adref_zip_writer_add(zip, name, content, strlen(content));
}

/* The same bytes are the comments, too. */
static GBytes *make_file(const guint8 *data, gsize size)
{
  g_autoptr(AdrefZipWriter) zip = adref_zip_writer_new(NULL);
  add(zip, "_rels/.rels",
      "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"a\" Type=\"" RELATIONS
      "/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
  add(zip, "word/_rels/document.xml.rels",
      "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"c\" Type=\"" RELATIONS
      "/comments\" Target=\"document.xml\"/><Relationship Id=\"s\" Type=\"" RELATIONS
      "/styles\" Target=\"document.xml\"/><Relationship Id=\"h\" Type=\"" RELATIONS
      "/header\" Target=\"document.xml\"/></Relationships>");
  adref_zip_writer_add(zip, "word/document.xml", (const char *)data, size);
  GString *bytes = adref_zip_writer_finish(zip, NULL);
  return g_string_free_to_bytes(bytes);
}

static void make_document(AdrefDocxFile *file, gboolean rejects, AdrefDocxOrigin origin)
{
  g_autoptr(GError) error = NULL;
  AdrefDocxDocumentOptions options = {.name = "a", .party = "JPN"};
  g_autoptr(AdrefDocxReading) reading = adref_docx_reading_new(file, rejects, origin);
  g_autoptr(AdrefNode) document = adref_docx_document_make(reading, &options, &error);
  g_assert_true((document != NULL) != (error != NULL));
  g_autoptr(GString) text = document ? adref_canonical(document) : NULL;
  g_assert_true(!text || g_utf8_validate(text->str, (gssize)text->len, NULL));
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = make_file(data, size);
  g_autoptr(AdrefDocxFile) file = adref_docx_read(bytes, "a", &error);
  if (!file) {
    g_assert_nonnull(error);
    return 0;
  }
  make_document(file, TRUE, ADREF_DOCX_FOREIGN);
  make_document(file, FALSE, ADREF_DOCX_RETURNED);
  adref_docx_hand_marks_take(file, NULL);
  make_document(file, FALSE, ADREF_DOCX_EXPORTED);
  g_autoptr(GPtrArray) marks = adref_docx_marks_new(file);
  return 0;
}

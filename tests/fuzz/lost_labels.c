/* Numbers and labels that lost their style: the bytes are the words of the clauses of a file that
 * came back, a paragraph for each line; it is read beside one that went out. No letter is lost, and
 * what is found again is a label that went out. */
#include "exchange/docx/docx_lost_labels.h"

#include <string.h>

#include "base/markup.h"
#include "exchange/archive/zip_writer.h"

#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE   "http://schemas.openxmlformats.org/package/2006/relationships"
#define WORDS     "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define LABEL(text)                                                                                \
  "<w:r><w:rPr><w:rStyle w:val=\"AdrefNumber\"/></w:rPr><w:t>" text "</w:t><w:tab/></w:r>"
#define FIRST "<w:bookmarkStart w:id=\"1\" w:name=\"_adref_a\"/>"
#define NEXT  "<w:bookmarkEnd w:id=\"1\"/><w:bookmarkStart w:id=\"2\" w:name=\"_adref_b\"/>"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

static void add(AdrefZipWriter *zip, const char *name, const char *content)
{
  adref_zip_writer_add(zip, name, content, strlen(content));
}

static AdrefDocxFile *make_file(const char *body)
{
  g_autoptr(AdrefZipWriter) zip = adref_zip_writer_new(NULL);
  g_autofree char *document =
      g_strdup_printf("<w:document xmlns:w=\"" WORDS "\"><w:body>%s</w:body></w:document>", body);
  add(zip, "_rels/.rels",
      "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"a\" Type=\"" RELATIONS
      "/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
  add(zip, "word/_rels/document.xml.rels",
      "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"s\" Type=\"" RELATIONS
      "/styles\" Target=\"styles.xml\"/></Relationships>");
  add(zip, "word/styles.xml",
      "<w:styles xmlns:w=\"" WORDS "\"><w:style w:type=\"character\" w:styleId=\"AdrefNumber\">"
      "<w:name w:val=\"Number of a clause\"/></w:style></w:styles>");
  add(zip, "word/document.xml", document);
  g_autoptr(GBytes) bytes = g_string_free_to_bytes(adref_zip_writer_finish(zip, NULL));
  return adref_docx_read(bytes, "a", NULL);
}

/* A line as a paragraph; `_` begins another run. */
static void put_line(GString *body, const char *line)
{
  g_auto(GStrv) runs = g_strsplit(line, "_", -1);
  g_string_append(body, "<w:p>");
  for (char **run = runs; *run; run++) {
    g_auto(GStrv) pieces = g_strsplit(*run, "\t", -1);
    g_string_append(body, "<w:r>");
    for (char **piece = pieces; *piece; piece++) {
      g_string_append(body, piece == pieces ? "<w:t xml:space=\"preserve\">"
                                            : "<w:tab/><w:t xml:space=\"preserve\">");
      adref_markup_escape_text(body, *piece, strlen(*piece));
      g_string_append(body, "</w:t>");
    }
    g_string_append(body, "</w:r>");
  }
  g_string_append(body, "</w:p>");
}

static char *body_of(const guint8 *data, gsize size)
{
  g_autofree char *bytes = g_strndup((const char *)data, size);
  g_autofree char *text = g_utf8_make_valid(bytes, -1);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  GString *body = g_string_new(FIRST);
  for (guint i = 0; lines[i]; i++) {
    if (i == 2)
      g_string_append(body, NEXT);
    put_line(body, lines[i]);
  }
  return g_string_free(body, FALSE);
}

/* All letters, a line for each paragraph. */
static char *letters_of(const AdrefDocxFile *file)
{
  GString *letters = g_string_new(NULL);
  for (guint i = 0; i < file->paragraphs->len; i++) {
    const AdrefDocxParagraph *paragraph = file->paragraphs->pdata[i];
    for (guint k = 0; k < paragraph->runs->len; k++)
      g_string_append(letters, g_array_index(paragraph->runs, AdrefDocxRun, k).text);
    g_string_append_c(letters, '\n');
  }
  return g_string_free(letters, FALSE);
}

/* How many labels there are, each one of those that went out. */
static guint check_labels(const AdrefDocxFile *file)
{
  guint found = 0;
  static const char *const labels[] = {"1.\t", "(a)\t", "2.\t"};
  for (guint i = 0; i < file->paragraphs->len; i++) {
    const AdrefDocxParagraph *paragraph = file->paragraphs->pdata[i];
    for (guint k = 0; k < paragraph->runs->len; k++) {
      const AdrefDocxRun *run = &g_array_index(paragraph->runs, AdrefDocxRun, k);
      gboolean is_known = run->role == ADREF_DOCX_ROLE_NONE;
      for (gsize l = 0; l < G_N_ELEMENTS(labels); l++)
        is_known |= strcmp(run->text, labels[l]) == 0;
      g_assert_true(is_known);
      found += run->role == ADREF_DOCX_ROLE_NUMBER ? 1 : 0;
    }
  }
  return found;
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
  g_autoptr(AdrefDocxFile) sent =
      make_file(FIRST "<w:p>" LABEL("1.") "<w:r><w:t>We act.</w:t></w:r></w:p><w:p>" LABEL(
          "(a)") "<w:r><w:t>We meet.</w:t></w:r></w:p>" NEXT
                 "<w:p>" LABEL("2.") "<w:r><w:t>End.</w:t></w:r></w:p>");
  g_autofree char *body = body_of(data, size);
  g_autoptr(AdrefDocxFile) returned = make_file(body);
  g_assert_cmpuint(check_labels(sent), ==, 3);
  if (!returned)
    return 0;
  g_autofree char *before = letters_of(returned);
  adref_docx_lost_labels_restore(returned, sent);
  g_autofree char *behind = letters_of(returned);
  g_assert_cmpstr(before, ==, behind);
  check_labels(returned);
  return 0;
}

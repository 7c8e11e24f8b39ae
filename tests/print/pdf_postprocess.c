#include "print/pdf_postprocess.h"

#include <gio/gio.h>

#include "print/cases.h"

/* The end of a stream with a length that is not the length of this stream. */
#define TRAP "\nendstream\nendobj\n9 0 obj\n   77\nendobj\n"

static void add_packed(GString *pdf, const char *page)
{
  GError *error = NULL;
  g_autoptr(GConverter) pack =
      G_CONVERTER(g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1));
  char packed[512];
  gsize read, written;
  g_converter_convert(pack, page, strlen(page), packed, sizeof packed, G_CONVERTER_INPUT_AT_END,
                      &read, &written, &error);
  ck_assert_no_error(error);
  g_string_append(pdf, "4 0 obj\n<< /Length 5 0 R\n   /Filter /FlateDecode\n>>\nstream\n");
  g_string_append_len(pdf, packed, (gssize)written);
  g_string_append_printf(pdf, "\nendstream\nendobj\n5 0 obj\n   %zu\nendobj\n", written);
}

/* Incompressible bytes of a font, with TRAP inside. */
static GString *new_bytes(gsize length)
{
  GString *bytes = g_string_new(NULL);
  for (guint32 state = 1; bytes->len < length; state = state * 1664525 + 1013904223)
    g_string_append_c(bytes, (char)(state >> 24));
  g_string_insert(bytes, (gssize)(length / 2), TRAP);
  g_string_append(bytes, TRAP);
  return bytes;
}

/* A file as Cairo writes it, with one page and two streams of about that length. */
static GString *new_raw(gsize length)
{
  g_autoptr(GString) bytes = new_bytes(length);
  GString *pdf = g_string_new("%PDF-1.5\n%\265\355\256\373\n");
  add_packed(pdf, "q\n0 0 9 9 re f\nQ\n");
  g_string_append(pdf, "3 0 obj\n<<\n>>\nendobj\n2 0 obj\n<< /Type /Page % 1\n   /Parent 1 0 R\n"
                       "   /MediaBox [ 0 0 99 99 ]\n   /Contents 4 0 R\n   /Resources 3 0 R\n>>\n"
                       "endobj\n");
  g_string_append_printf(pdf, "6 0 obj\n<< /Length %zu\n   /Length1 9\n>>\nstream\n", bytes->len);
  g_string_append_len(pdf, bytes->str, (gssize)bytes->len);
  g_string_append(pdf, "\nendstream\nendobj\n");
  g_string_append(pdf, "8 0 obj\n<< /Length 9 0 R\n   /Filter /FlateDecode\n>>\nstream\n");
  g_string_append_len(pdf, bytes->str, (gssize)bytes->len);
  g_string_append_printf(pdf, "\nendstream\nendobj\n9 0 obj\n   %zu\nendobj\n", bytes->len);
  g_string_append(pdf,
                  "1 0 obj\n<< /Type /Pages\n   /Kids [ 2 0 R ]\n   /Count 1\n>>\nendobj\n"
                  "10 0 obj\n<< /Dests [ ]\n>>\nendobj\n"
                  "7 0 obj\n<< /Type /Outlines\n>>\nendobj\n"
                  "11 0 obj\n<< /Producer (cairo 1.16.0)\n>>\nendobj\n"
                  "12 0 obj\n<< /Type /Catalog\n   /Pages 1 0 R\n   /Names 10 0 R\n>>\nendobj\n"
                  "xref\n0 13\n0000000000 65535 f \ntrailer\n<< /Size 13\n   /Root 12 0 R\n"
                  "   /Info 11 0 R\n>>\nstartxref\n9\n%%EOF\n");
  return pdf;
}

static GString *process(const GString *raw, gsize step)
{
  GError *error = NULL;
  AdrefPdfProperties properties = {.title = "T",
                                   .creator = "test",
                                   .language = "en",
                                   .file = "en.md",
                                   .bytes = "words",
                                   .length = 5};
  g_autoptr(AdrefPdfPostprocess) postprocess = adref_pdf_postprocess_new(&properties, 0);
  for (gsize at = 0; at < raw->len; at += step)
    adref_pdf_postprocess_add(postprocess, raw->str + at, MIN(step, raw->len - at));
  GString *processed = adref_pdf_postprocess_end(postprocess, &error);
  ck_assert_no_error(error);
  return processed;
}

static gboolean holds(const GString *pdf, const char *words)
{
  return memmem(pdf->str, pdf->len, words, strlen(words)) != NULL;
}

/* A length for which "endstream" of the last stream is divided when the file is read in parts of 64
 * KB. */
static gsize torn_length(void)
{
  enum {
    READ = 1 << 16,
    LENGTH = 100 * 1000
  };
  g_autoptr(GString) raw = new_raw(LENGTH);
  static const char mark[] = "\nendstream";
  gsize end = raw->len - strlen(mark);
  while (memcmp(raw->str + end, mark, strlen(mark)) != 0)
    end--;
  end += strlen(mark) / 2;
  return LENGTH + (READ - end % READ) / 2;
}

/* The size of the parts in which the bytes are added does not matter. */
START_TEST(the_size_of_the_parts_does_not_matter)
{
  gsize length = torn_length();
  g_autoptr(GString) raw = new_raw(length);
  g_autoptr(GString) bytes = new_bytes(length);
  g_autoptr(GString) whole = process(raw, raw->len);
  static const gsize steps[] = {1, 999, 70 * 1000};
  for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
    g_autoptr(GString) parts = process(raw, steps[i]);
    ck_assert_uint_eq(parts->len, whole->len);
    ck_assert_mem_eq(parts->str, whole->str, whole->len);
  }
  const char *first = memmem(whole->str, whole->len, bytes->str, bytes->len);
  ck_assert_ptr_nonnull(first);
  first += bytes->len;
  ck_assert_ptr_nonnull(
      memmem(first, whole->len - (gsize)(first - whole->str), bytes->str, bytes->len));
  ck_assert(holds(whole, "/Tabs /S"));
  ck_assert(
      holds(whole, "10 0 obj\n<< /EmbeddedFiles << /Names [<FEFF0065006E002E006D0064> 15 0 R]"));
  ck_assert(holds(whole, "\n15 0 obj\n<< /Type /Filespec"));
}
END_TEST

/* Each row changes one place of a valid file. */
START_TEST(an_unknown_pdf_is_refused)
{
  static const struct {
    const char *from, *to;
  } rows[] = {
      {"%PDF-1.5\n%", "%PDF-1.5\n1"},
      {"/Contents 4 0 R", "/Contents 6 0 R"},
      {"1 0 obj\n<< /Type /Pages", "x obj\n<< /Type /Pages"},
      {"/Root 12 0 R", "/Root 11 0 R"},
      {"/Size 13", "/Size 14"},
      {"<< /Type /Catalog", "<< /Type /Katalog"},
      {"xref\n0 13", "13 0 obj\n<< >>"},
      {"stream\n\x78", "stream\nx\x01"},
  };
  GError *error = NULL;
  AdrefPdfProperties properties = {.title = "T", .creator = "test"};
  g_autoptr(GString) raw = new_raw(1000);
  const char *at = memmem(raw->str, raw->len, rows[_i].from, strlen(rows[_i].from));
  ck_assert_ptr_nonnull(at);
  gsize before = (gsize)(at - raw->str);
  g_string_erase(raw, (gssize)before, (gssize)strlen(rows[_i].from));
  g_string_insert(raw, (gssize)before, rows[_i].to);
  g_autoptr(AdrefPdfPostprocess) postprocess = adref_pdf_postprocess_new(&properties, 0);
  adref_pdf_postprocess_add(postprocess, raw->str, raw->len);
  ck_assert_ptr_null(adref_pdf_postprocess_end(postprocess, &error));
  ck_assert_error(error, "adref cannot process the PDF of this version of Cairo; it supports "
                         "Cairo 1.16");
}
END_TEST

TCase *tcase_pdf_postprocess(void)
{
  TCase *tcase = tcase_create("pdf_postprocess");
  tcase_add_test(tcase, the_size_of_the_parts_does_not_matter);
  tcase_add_loop_test(tcase, an_unknown_pdf_is_refused, 0, 8);
  return tcase;
}

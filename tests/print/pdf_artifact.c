#include "print/pdf_artifact.h"

#include <gio/gio.h>
#include <string.h>

#include "print/cases.h"

/* Checks the page with its artifacts marked. */
static void is_marked_as(const char *page, const char *marked)
{
  GError *error = NULL;
  g_autoptr(GConverter) pack =
      G_CONVERTER(g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1));
  char packed[512], object[1024], plain[1024];
  gsize read, written;
  g_converter_convert(pack, page, strlen(page), packed, sizeof packed, G_CONVERTER_INPUT_AT_END,
                      &read, &written, &error);
  ck_assert_no_error(error);
  gsize head = (gsize)g_snprintf(object, sizeof object, "%s",
                                 "<< /Length 9 0 R\n   /Filter /FlateDecode\n>>\nstream\n");
  memcpy(object + head, packed, written);
  g_autoptr(GByteArray) made = adref_pdf_artifact_mark(object, head + written, NULL);
  ck_assert_ptr_nonnull(made);
  g_autoptr(GConverter) unpack =
      G_CONVERTER(g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_converter_convert(unpack, made->data, made->len, plain, sizeof plain - 1,
                      G_CONVERTER_INPUT_AT_END, &read, &written, &error);
  ck_assert_no_error(error);
  plain[written] = '\0';
  ck_assert_str_eq(plain, marked);
}

START_TEST(untagged_content_becomes_an_artifact)
{
  is_marked_as("q\n0 g\nBT\n(EMC\\\nEMC) Tj\nET\n"
               "/P << /MCID 0 >> BDC\nBT\n/Span << /ActualText <FEFF> >> BDC\n"
               "(x) Tj\nEMC\nET\nEMC\n/P << /MCID 1 >> BDC\nEMC\nQ\n",
               "/Artifact BMC\nq\n0 g\nBT\n(EMC\\\nEMC) Tj\nET\nEMC\n"
               "/P << /MCID 0 >> BDC\nBT\n/Span << /ActualText <FEFF> >> BDC\n"
               "(x) Tj\nEMC\nET\nEMC\n/P << /MCID 1 >> BDC\nEMC\n/Artifact BMC\nQ\nEMC\n");
  ck_assert_ptr_null(adref_pdf_artifact_mark("<< >>\nstream\n", 14, NULL));
}
END_TEST

/* A paragraph that continues is open when the page begins; its words stand behind the separator. */
START_TEST(a_page_with_a_continued_paragraph_has_a_separator)
{
  is_marked_as("q\n/P << /MCID 0 >> BDC\n/Span << /ActualText <FEFF> >> BDC\n(header) Tj\nEMC\n"
               "1 1 1 rg 0 0 0.016 0.008 re f\n0 g\n(words) Tj\nEMC\nQ\n",
               "/Artifact BMC\nq\n/Span << /ActualText <FEFF> >> BDC\n(header) Tj\nEMC\nEMC\n"
               "/P << /MCID 0 >> BDC\n1 1 1 rg\n0 g\n(words) Tj\nEMC\n/Artifact BMC\nQ\nEMC\n");
  is_marked_as("q\n(header) Tj\n 0 0 0.016 0.008 re f\n/P << /MCID 0 >> BDC\n(words) Tj\nEMC\nQ\n",
               "/Artifact BMC\nq\n(header) Tj\nEMC\n/P << /MCID 0 >> BDC\n(words) Tj\nEMC\n"
               "/Artifact BMC\nQ\nEMC\n");
}
END_TEST

TCase *tcase_pdf_artifact(void)
{
  TCase *tcase = tcase_create("pdf_artifact");
  tcase_add_test(tcase, untagged_content_becomes_an_artifact);
  tcase_add_test(tcase, a_page_with_a_continued_paragraph_has_a_separator);
  return tcase;
}

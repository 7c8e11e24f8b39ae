#include "exchange/text_encoding.h"

#include "exchange/cases.h"

static void is_read(const char *text, gsize length, const char *expected, const char *as)
{
  g_autoptr(GBytes) bytes = g_bytes_new(text, length);
  const char *encoding = NULL;
  g_autoptr(GBytes) converted = adref_text_encoding_convert(bytes, &encoding);
  if (!expected) {
    ck_assert_ptr_null(converted);
    return;
  }
  ck_assert_ptr_nonnull(converted);
  gsize size;
  const char *data = g_bytes_get_data(converted, &size);
  g_autofree char *words = g_strndup(data, size);
  ck_assert_str_eq(words, expected);
  ck_assert_str_eq(encoding, as);
}

static void converts(const char *expected, const char *as)
{
  gsize length;
  g_autofree char *bytes = g_convert(expected, -1, as, "UTF-8", NULL, &length, NULL);
  ck_assert_ptr_nonnull(bytes);
  is_read(bytes, length, expected, as);
}

START_TEST(encodings_that_tell)
{
  is_read("\xFF\xFEO\0K\0", 6, "OK", "UTF-16LE");
  is_read("\xFE\xFF\0O\0K", 6, "OK", "UTF-16BE");
  converts("Without a mark, they met.", "UTF-16LE");
  converts("Without a mark, they met.", "UTF-16BE");
  converts("これは声明です。", "SHIFT_JIS");
  converts("これは声明です。", "EUC-JP");
  converts("Réunis à Genève, ils “réaffirment” l’accord – 50 €, 5 km², n° 3.", "WINDOWS-1252");
  converts("Año 2027: «paz»; 1.ª reunión; ½ m³; Straße; co\302\255operate", "WINDOWS-1252");
}
END_TEST

START_TEST(encodings_that_do_not_tell)
{
  is_read("plain", 5, NULL, NULL);
  is_read("caf\xC3\xA9", 5, NULL, NULL);
  is_read("caf\xE9\0", 6, NULL, NULL);
  is_read("%PDF-\xE9", 6, NULL, NULL);
  is_read("\xD1\xEE\xE2\xEC\xE5\xF1\xF2\xED\xEE\xE5", 10, NULL, NULL); /* Cyrillic */
  is_read("wsp\xF3\xB3praca", 10, NULL, NULL);                         /* Polish */
  is_read("T\xFCrk\xFD", 5, NULL, NULL);                               /* Czech or Turkish */
  is_read("a\x81z\xE9", 4, NULL, NULL);
}
END_TEST

TCase *tcase_text_encoding(void)
{
  TCase *tcase = tcase_create("text_encoding");
  tcase_add_test(tcase, encodings_that_tell);
  tcase_add_test(tcase, encodings_that_do_not_tell);
  return tcase;
}

#include "language/quantity.h"

#include <string.h>

#include "language/cases.h"

/* The first tokens of a text are a value or a range with this key, and so many tokens. */
static void is_value(const char *language, const char *text, const char *key, guint tokens)
{
  ReadText read = read_tokens(language, text);
  AdrefQuantity number = {0};
  g_autoptr(GString) actual = g_string_new(NULL);
  guint n = adref_quantity_range(&read.reader, 0, &number, actual);
  g_free(number.written);
  read_text_clear(&read);
  ck_assert_msg(strcmp(actual->str, key) == 0 && n == tokens, "%s: %s of %u tokens", text,
                actual->str, n);
}

START_TEST(digits)
{
  is_value("en", "5,000 people", "5000", 1);
  is_value("en", "5.000", "5.000", 1);
  is_value("en", "5.5", "5.5", 1);
  is_value("en", "1,00", "1,00", 1);
  is_value("en", "1,0000", "1,0000", 1);
  is_value("en", "1,234,567.8", "1234567.8", 1);
  is_value("en", "1234,567", "1234,567", 1);
  is_value("en", "٣٤", "34", 1);
  is_value("en", "people", "", 0);
}
END_TEST

START_TEST(points_group_digits_in_some_languages)
{
  is_value("id", "5.000", "5000", 1);
  is_value("vi", "5.000", "5000", 1);
  is_value("fr", "5.000", "5000", 1);
  is_value("id", "5,000", "5.000", 1);
  is_value("id", "5.000,50", "5000.50", 1);
  is_value("id", "5,000.50", "5000.50", 1);
  is_value("en", "5.000,50", "5000.50", 1);
  is_value("en", "1,50,00,000", "15000000", 1);
  is_value("en", "1,50,000,00", "1,50,000,00", 1);
  is_value("de", "1'500'000", "1500000", 1);
  is_value("de", "1'50", "1", 1);
  is_value("ar", "١٬٥٠٠٫٥٠", "1500.50", 1);
}
END_TEST

/* Languages with a decimal comma, and those in which plain spaces group digits. */
START_TEST(each_language_has_its_signs)
{
  static const char *const spaced[] = {"fr", "de", "es", "ru", "uk", "pl", "cs", "sk",
                                       "sv", "nb", "nn", "no", "fi", "hu", "bg", "kk"};
  static const char *const others[] = {"id", "vi", "nl", "it", "pt", "tr",
                                       "el", "da", "ro", "hr", "sr", "sl"};
  static const char *const points[] = {"en", "ja", "zh", "ko", "th", "ms", "ar"};
  for (gsize i = 0; i < G_N_ELEMENTS(spaced); i++) {
    ck_assert_msg(adref_quantity_has_decimal_comma(spaced[i]), "%s", spaced[i]);
    is_value(spaced[i], "12 500", "12500", 2);
  }
  for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
    ck_assert_msg(adref_quantity_has_decimal_comma(others[i]), "%s", others[i]);
    is_value(others[i], "12 500", "12", 1);
  }
  for (gsize i = 0; i < G_N_ELEMENTS(points); i++)
    ck_assert_msg(!adref_quantity_has_decimal_comma(points[i]), "%s", points[i]);
}
END_TEST

START_TEST(spaces_group_digits)
{
  is_value("en", "12\302\240500", "12500", 2);
  is_value("en", "12\342\200\257500\342\200\257000", "12500000", 3);
  is_value("en", "12 500", "12500", 2);
  is_value("de", "12 500", "12500", 2);
  is_value("id", "12 500", "12", 1);
  is_value("en", "12\302\24050", "12", 1);
  is_value("en", "1234\302\240500", "1234", 1);
  is_value("en", "0\302\240500", "500", 2);
  is_value("en", "12\302\240\302\240500", "12", 1);
  is_value("en", "12\302\2405.5", "12", 1);
  is_value("fr", "12 500", "12500", 2);
  is_value("fr", "1 000 000 000 000 000", "1000000000000000", 6);
  is_value("fr", "1 000 000 000 000 000 000", "1000000000000000", 6);
}
END_TEST

START_TEST(words)
{
  is_value("en", "five thousand", "5000", 2);
  is_value("en", "twenty-five", "25", 3);
  is_value("en", "one hundred and fifty people", "150", 4);
  is_value("en", "one hundred and people", "100", 2);
  is_value("en", "two million three hundred thousand and five", "2300005", 7);
  is_value("en", "5 million", "5000000", 2);
  is_value("en", "5.5 million", "5.5e6", 2);
  is_value("en", "thirty (30) days", "30", 4);
  is_value("en", "thirty (thirty) days", "30", 1);
  is_value("en", "hundred", "", 0);
  is_value("en", "5 five", "5", 1);
  is_value("en", "five 5", "5", 1);
  is_value("en", "5.5 5", "5.5", 1);
  is_value("en", "five thousand 200", "5200", 3);
  is_value("en", "twenty and five", "20", 1);
  is_value("en", "twenty - five", "20..5", 3);
  is_value("en", "-five", "", 0);
  is_value("en", "five hundred thousand", "500000", 3);
  is_value("en", "5.5 hundred million", "5.5e2e6", 3);
  is_value("en", "thirty (30 days", "30", 1);
  is_value("en", "thirty 30) days", "30", 1);
  is_value("ja", "五千", "5000", 2);
  is_value("ja", "二十五", "25", 3);
  is_value("ja", "十", "10", 1);
  is_value("ja", "一七", "17", 2);
  is_value("ja", "一万二千", "12000", 4);
  is_value("ja", "三百四十", "340", 4);
  is_value("ja", "一二三", "123", 3);
  is_value("ja", "二十三十", "50", 4);
  is_value("vi", "hai mươi lăm", "25", 3);
  is_value("vi", "hai phần ba", "2/3", 3);
  is_value("vi", "ba phần hai", "3", 1);
  is_value("vi", "hai phần trăm", "2", 1);
  is_value("th", "สองในสาม", "2/3", 8);
  is_value("th", "สามในสอง", "3", 3);
  is_value("id", "dua pertiga", "2/3", 2);
  is_value("fr", "vingt et un", "21", 3);
}
END_TEST

START_TEST(ranges)
{
  is_value("en", "5 to 10 countries", "5..10", 3);
  is_value("en", "5-10", "5..10", 3);
  is_value("en", "5–10", "5..10", 3);
  is_value("ja", "5~10", "5..10", 3);
  is_value("ja", "5〜10", "5..10", 3);
  is_value("fr", "5 à 10", "5..10", 3);
  is_value("en", "5 à 10", "5", 1);
  is_value("en", "5 to act", "5", 1);
  is_value("en", "five (5) to 5.5", "5..5.5", 6);
  is_value("en", "5 to 1001 trillion", "5..1001 trillion", 4);
}
END_TEST

/* Values up to 10^15; larger ones, and figures of more than 15 digits, are compared as written. */
START_TEST(limits)
{
  is_value("en", "1000 trillion", "1000000000000000", 2);
  is_value("en", "1001 trillion", "1001 trillion", 2);
  is_value("en", "1001 trillion and", "1001 trillion", 2);
  is_value("en", "1000 trillion one", "1000000000000001", 3);
  is_value("ja", "九九九九九九九九九九九九九九九", "999999999999999", 15);
  is_value("ja", "一〇〇〇〇〇〇〇〇〇〇〇〇〇〇一", "一〇〇〇〇〇〇〇〇〇〇〇〇〇〇一", 16);
  is_value("en", "999999999999999", "999999999999999", 1);
  is_value("en", "1,000,000,000,000,000", "1000000000000000", 1);
  is_value("en", "0000000000000001", "0000000000000001", 1);
  is_value("en", "000000000000001", "1", 1);
  /* 40 characters are read as digits, 41 are not. */
  is_value("en", "11,111,111,111,111,111,111,111,111,111.5", "11111111111111111111111111111.5", 1);
  is_value("en", "11,111,111,111,111,111,111,111,111,111.55",
           "11,111,111,111,111,111,111,111,111,111.55", 1);
}
END_TEST

/* A value has at most 48 tokens. */
START_TEST(longest_value)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < 60; i++)
    g_string_append(text, "one ");
  is_value("en", text->str, "48", 48);
}
END_TEST

START_TEST(integers)
{
  ReadText read = read_tokens("en", "17th 3rd 21 st 1.5 word 0");
  ck_assert_int_eq(adref_quantity_integer(&read.reader, 0, 2), 17);
  ck_assert_int_eq(adref_quantity_integer(&read.reader, 0, 1), -1);
  ck_assert_uint_eq(adref_quantity_ordinal_suffix(&read.reader, 1), 1);
  ck_assert_uint_eq(adref_quantity_ordinal_suffix(&read.reader, 3), 1);
  ck_assert_uint_eq(adref_quantity_ordinal_suffix(&read.reader, 5), 0);
  ck_assert_int_eq(adref_quantity_integer(&read.reader, 6, 4), -1);
  ck_assert_int_eq(adref_quantity_integer(&read.reader, 7, 4), -1);
  ck_assert_int_eq(adref_quantity_integer(&read.reader, 8, 4), 0);
  ck_assert_int_eq(adref_quantity_integer(&read.reader, 9, 4), -1);
  read_text_clear(&read);
}
END_TEST

TCase *tcase_quantity(void)
{
  TCase *tcase = tcase_create("quantity");
  tcase_add_test(tcase, digits);
  tcase_add_test(tcase, points_group_digits_in_some_languages);
  tcase_add_test(tcase, each_language_has_its_signs);
  tcase_add_test(tcase, spaces_group_digits);
  tcase_add_test(tcase, words);
  tcase_add_test(tcase, ranges);
  tcase_add_test(tcase, limits);
  tcase_add_test(tcase, longest_value);
  tcase_add_test(tcase, integers);
  return tcase;
}

#include "base/byte_scan.h"

#include <string.h>

#include "base/cases.h"

enum {
  ROUNDS = 3000,
  MOST = 40
};

/* Random short texts. Each test compares a fast function with a simple loop. */
static gsize make_text(GRand *random, char *text)
{
  static const char letters[] = "ab  [\xC3\xA9";
  gsize length = (gsize)g_rand_int_range(random, 0, MOST);
  for (gsize i = 0; i < length; i++)
    text[i] = g_rand_int_range(random, 0, 6) > 0
                  ? 'x'
                  : letters[g_rand_int_range(random, 0, sizeof letters - 1)];
  return length;
}

START_TEST(finds_stops)
{
  static const guint8 stops[256] = {['['] = 1, [' '] = 2, [0xC3] = 1};
  g_autoptr(GRand) random = g_rand_new_with_seed(1);
  for (guint round = 0; round < ROUNDS; round++) {
    char text[MOST];
    gsize length = make_text(random, text), first = 0;
    while (first < length && !stops[(guchar)text[first]])
      first++;
    ck_assert_uint_eq(adref_byte_scan_until(stops, text, length), first);
  }
}
END_TEST

START_TEST(finds_one_of_three)
{
  static const char letters[3] = {'[', ' ', '\xC3'};
  g_autoptr(GRand) random = g_rand_new_with_seed(5);
  for (guint round = 0; round < ROUNDS; round++) {
    char text[MOST];
    gsize length = make_text(random, text), first = 0;
    while (first < length && !memchr(letters, text[first], sizeof letters))
      first++;
    ck_assert_uint_eq(adref_byte_scan_until_three(letters, text, length), first);
  }
}
END_TEST

START_TEST(finds_ascii)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(2);
  for (guint round = 0; round < ROUNDS; round++) {
    char text[MOST];
    gsize length = make_text(random, text), first = 0;
    while (first < length && (guchar)text[first] < 0x80)
      first++;
    ck_assert_uint_eq(adref_byte_scan_ascii(text, length), first);
  }
}
END_TEST

START_TEST(finds_twice)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(3);
  for (guint round = 0; round < ROUNDS; round++) {
    char text[MOST];
    gsize length = make_text(random, text);
    gboolean twice = FALSE;
    for (gsize i = 0; i + 1 < length; i++)
      twice |= text[i] == ' ' && text[i + 1] == ' ';
    ck_assert_int_eq(adref_byte_scan_has_double(text, length, ' '), twice);
  }
}
END_TEST

START_TEST(finds_pairs)
{
  static const char text[] = "a]b]]:-\0-]:]";
  const char *end = text + sizeof text - 1;
  ck_assert_ptr_eq(adref_byte_scan_pair(text, end, "]:"), text + 4);
  ck_assert_ptr_eq(adref_byte_scan_pair(text + 5, end, "]:"), text + 9);
  ck_assert_ptr_null(adref_byte_scan_pair(text + 10, end, "]:"));
  ck_assert_ptr_null(adref_byte_scan_pair(text, text + 5, "]:"));
  ck_assert_ptr_null(adref_byte_scan_pair(text, end, "--"));
  ck_assert_ptr_null(adref_byte_scan_pair(end, end, "--"));
}
END_TEST

START_TEST(finds_letters_and_words)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(4);
  for (guint round = 0; round < ROUNDS; round++) {
    char text[MOST];
    gsize length = (gsize)g_rand_int_range(random, 0, MOST), letters = 0, word = 0, printable = 0;
    for (gsize i = 0; i < length; i++) /* mostly letters, but any byte */
      text[i] = (char)(g_rand_int_range(random, 0, 9) > 0 ? "azAZ059mQ"[i % 9]
                                                          : g_rand_int_range(random, 0, 256));
    while (letters < length && g_ascii_isalnum(text[letters]))
      letters++;
    while (word < length && (guchar)text[word] < 0x80 && text[word] != ' ')
      word++;
    while (printable < length && g_ascii_isprint(text[printable]))
      printable++;
    ck_assert_uint_eq(adref_byte_scan_printable(text, length), printable);
    ck_assert_uint_eq(adref_byte_scan_alnum(text, length), letters);
    ck_assert_uint_eq(adref_byte_scan_ascii_nonspace(text, length), word);
  }
}
END_TEST

START_TEST(counts_characters)
{
  static const char text[] = "a\u00e9\u65e5\U00010000bc \u0e01\u0e34 x\u00e9y\u672c\u8a9ez";
  for (const char *from = text; *from; from = g_utf8_next_char(from))
    for (const char *to = from; *to; to = g_utf8_next_char(to))
      ck_assert_int_eq((gint64)adref_byte_scan_count_characters(from, (gsize)(to - from)),
                       g_utf8_pointer_to_offset(from, to));
}
END_TEST

TCase *tcase_byte_scan(void)
{
  TCase *tcase = tcase_create("byte_scan");
  tcase_add_test(tcase, finds_stops);
  tcase_add_test(tcase, finds_one_of_three);
  tcase_add_test(tcase, finds_ascii);
  tcase_add_test(tcase, finds_twice);
  tcase_add_test(tcase, finds_pairs);
  tcase_add_test(tcase, finds_letters_and_words);
  tcase_add_test(tcase, counts_characters);
  return tcase;
}

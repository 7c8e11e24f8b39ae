#include "base/markup.h"

#include "base/cases.h"

static const struct {
  const char *text;
  gsize length;
  const char *escaped;
} texts[] = {
    {"a & b < c > d \" e ' f", 21, "a &amp; b &lt; c &gt; d &quot; e ' f"},
    {"&&", 2, "&amp;&amp;"},
    {"日本 é", 9, "日本 é"},
    {"a\tb\nc", 5, "a\tb\nc"},
    {"<b>", 2, "&lt;b"},
    {"a\0b", 3, "a\uFFFDb"},
    {"", 0, ""},
    {"a\xC2\x80"
     "b\xC2\x85"
     "c\xC2\x9F"
     "d",
     10, "a\uFFFDb\uFFFDc\uFFFDd"},
    {"a\u00A0b\u00BFc", 7, "a\u00A0b\u00BFc"},
    {"a\xC2", 2, "a\xC2"},
};

START_TEST(escapes_text)
{
  g_autoptr(GString) page = g_string_new("x");
  adref_markup_escape_text(page, texts[_i].text, texts[_i].length);
  g_autofree char *expected = g_strconcat("x", texts[_i].escaped, NULL);
  ck_assert_str_eq(page->str, expected);
}
END_TEST

/* HTML allows no control characters but tab and newline. */
START_TEST(replaces_control_characters)
{
  for (guint c = 0; c < 0x80; c++) {
    const char byte = (char)c;
    g_autoptr(GString) page = g_string_new(NULL);
    adref_markup_escape_text(page, &byte, 1);
    gboolean replaced = (c < 0x20 && c != '\t' && c != '\n') || c == 0x7F;
    ck_assert_msg((strcmp(page->str, "\uFFFD") == 0) == replaced, "0x%02X", c);
  }
}
END_TEST

START_TEST(escapes_strings)
{
  g_autoptr(GString) page = g_string_new(NULL);
  adref_markup_escape_string(page, "a<b");
  adref_markup_escape_string(page, NULL);
  ck_assert_str_eq(page->str, "a&lt;b");
}
END_TEST

START_TEST(escapes_addresses)
{
  static const struct {
    const char *url, *escaped;
  } cases[] = {
      {"https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&amp;d=e#f"},
      {"a b\"c<d>e'f\\g`h{i}j|k^l", "a%20b%22c%3Cd%3Ee%27f%5Cg%60h%7Bi%7Dj%7Ck%5El"},
      {"é\x7F\n", "%C3%A9%7F%0A"},
      {"-._~:/?#[]@!$()*+,;=%", "-._~:/?#[]@!$()*+,;=%"},
      {"", ""},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GString) page = g_string_new(NULL);
    adref_markup_escape_url(page, cases[i].url);
    ck_assert_str_eq(page->str, cases[i].escaped);
  }
}
END_TEST

START_TEST(shows_control_characters)
{
  g_autoptr(GString) page = g_string_new("x");
  adref_markup_escape_visible(page, "<a\x1b[2J>");
  ck_assert_str_eq(page->str, "x&lt;a&lt;U+001B&gt;[2J&gt;");
}
END_TEST

TCase *tcase_markup(void)
{
  TCase *tcase = tcase_create("markup");
  tcase_add_loop_test(tcase, escapes_text, 0, G_N_ELEMENTS(texts));
  tcase_add_test(tcase, replaces_control_characters);
  tcase_add_test(tcase, escapes_strings);
  tcase_add_test(tcase, shows_control_characters);
  tcase_add_test(tcase, escapes_addresses);
  return tcase;
}

#include "clause/nfc.h"

#include <string.h>

#include "clause/cases.h"

/* Parts of a text that do not touch each other, and the NFC of each. */
static const struct {
  const char *text, *nfc;
  guint marks; /* so many U+0301 follow the text, and the NFC when it stays as it is */
} parts[] = {
    {"plain ", "plain ", 0},
    {"e\u0301 ", "\u00E9 ", 0},
    {"\u2013\u201C ", "\u2013\u201C ", 0},
    {"\u2001 ", "\u2003 ", 0},
    {"\u2000\u201D", "\u2002\u201D", 0},
    {"\u1112\u1161\u11AB ", "\uD55C ", 0},
    {"a\u0323\u0307 \u212B ", "\u1EA1\u0307 \u00C5 ", 0},
    {"\U0001D15E ", "\U0001D157\U0001D165 ", 0},
    {"x", "x", ADREF_NFC_MAX_MARKS + 1},
    {"e", "e", ADREF_NFC_MAX_MARKS + 1},
};

static void add(GString *text, const char *letters, guint marks)
{
  g_string_append(text, letters);
  for (guint i = 0; i < marks; i++)
    g_string_append(text, "\u0301");
}

static void is_nfc_of(GString *text, const char *expected)
{
  gsize length = text->len;
  g_autofree char *normal = adref_nfc(g_strdup(text->str), &length);
  ck_assert_str_eq(normal, expected);
  ck_assert_uint_eq(length, strlen(expected));
  g_autofree char *other = adref_nfc_normalize(text->str, text->len, G_NORMALIZE_NFC);
  ck_assert_str_eq(other, expected);
  ck_assert(strcmp(text->str, expected) == 0 || adref_nfc_may_change(text->str, text->len));
}

/* Each sequence of three parts. */
START_TEST(normalizes_each_part)
{
  guint count = G_N_ELEMENTS(parts);
  g_autoptr(GString) text = g_string_new(NULL), expected = g_string_new(NULL);
  for (guint i = 0; i < count * count * count; i++) {
    g_string_truncate(text, 0);
    g_string_truncate(expected, 0);
    for (guint rest = i, n = 0; n < 3; n++, rest /= count) {
      add(text, parts[rest % count].text, parts[rest % count].marks);
      add(expected, parts[rest % count].nfc, parts[rest % count].marks);
    }
    is_nfc_of(text, expected->str);
  }
}
END_TEST

START_TEST(leaves_piles_of_marks)
{
  g_autoptr(GString) most = g_string_new(NULL), more = g_string_new(NULL);
  g_autoptr(GString) composed = g_string_new(NULL);
  add(most, "e", ADREF_NFC_MAX_MARKS);
  add(composed, "\u00E9", ADREF_NFC_MAX_MARKS - 1);
  add(more, "e", ADREF_NFC_MAX_MARKS + 1);
  is_nfc_of(most, composed->str);
  is_nfc_of(more, more->str);
}
END_TEST

/* Whether a look into ICU is needed: what is ASCII, Latin-1 or a dash is NFC for certain. */
START_TEST(knows_what_cannot_change)
{
  static const struct {
    const char *text;
    gboolean may;
  } cases[] = {
      {"", FALSE},       {"abc", FALSE},         {"\u00E9\u00FF", FALSE}, {"\u02FF", FALSE},
      {"\u0300", TRUE},  {"\u2002", FALSE},      {"\u2001", TRUE},        {"\u2013", FALSE},
      {"\u203F", FALSE}, {"\u2013\u0301", TRUE}, {"\u2013\u2001", TRUE},  {"\u65E5", FALSE},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    ck_assert_msg(adref_nfc_may_change(cases[i].text, strlen(cases[i].text)) == cases[i].may,
                  "case %zu", i);
  ck_assert(adref_nfc_may_change("\u2013", 2)); /* the length ends within the character */
}
END_TEST

/* Characters of which each says that it cannot change cannot change beside each other. */
START_TEST(cannot_change_beside_each_other)
{
  static const char *const others[] = {"", "e", "\u00E9", "\u304B", "\u30CF", "\u65E5", "\u2019"};
  for (gunichar c = 1; c <= 0x10FFFF; c++) {
    char character[8] = "";
    if (!g_unichar_validate(c))
      continue;
    g_unichar_to_utf8(c, character);
    if (adref_nfc_may_change(character, strlen(character)))
      continue;
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
      g_autofree char *text = g_strconcat(others[i], character, others[i], NULL);
      g_autofree char *normal = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
      ck_assert_str_eq(normal, text);
    }
  }
}
END_TEST

TCase *tcase_nfc(void)
{
  TCase *tcase = tcase_create("nfc");
  tcase_add_test(tcase, normalizes_each_part);
  tcase_add_test(tcase, leaves_piles_of_marks);
  tcase_add_test(tcase, knows_what_cannot_change);
  tcase_add_test(tcase, cannot_change_beside_each_other);
  return tcase;
}

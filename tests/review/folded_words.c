#include "review/search/folded_words.h"

#include <string.h>

#include "review/cases.h"

static const struct {
  const char *text, *folded;
} folds[] = {
    {"The Leaders\n  SHALL\tact", "the leaders shall act"},
    {"Café, CAFE\u0301, Rīga, ﬁne", "cafe, cafe, riga, fine"},
    {"ＡＳＥＡＮ １２", "asean 12"},
    {"ÅNGSTRÖM Straße ΆΘΗΝΑ й", "angstrom strasse αθηνα и"},
    {"データ ﾃﾞｰﾀ テータ", "データデータテータ"}, /* a sound mark makes another letter */
    {"が か", "がか"},
    {"利活用を、\n推進", "利活用を、推進"},
    {"ที่ ที", "ที่ที"}, /* vowels and tones of Thai are letters */
    {"日本 and 日本", "日本 and 日本"},
    {"كِتَاب", "كتاب"},
    {"co\u00adoperation\u200b", "cooperation"},
    {"", ""},
};

START_TEST(folds_what_a_reader_does_not_tell_apart)
{
  g_autoptr(GString) folded = g_string_new(NULL);
  g_autoptr(GArray) offsets = g_array_new(FALSE, FALSE, sizeof(guint32));
  adref_folded_words_append(folded, offsets, folds[_i].text, strlen(folds[_i].text));
  ck_assert_str_eq(folded->str, folds[_i].folded);
  ck_assert_uint_eq(offsets->len, folded->len);
  for (guint i = 1; i < offsets->len; i++)
    ck_assert_uint_ge(g_array_index(offsets, guint32, i), g_array_index(offsets, guint32, i - 1));
}
END_TEST

START_TEST(offsets_are_those_of_the_text)
{
  const char *text = "A  é[日本]";
  g_autoptr(GString) folded = g_string_new(NULL);
  g_autoptr(GArray) offsets = g_array_new(FALSE, FALSE, sizeof(guint32));
  adref_folded_words_append(folded, offsets, text, strlen(text));
  ck_assert_str_eq(folded->str, "a e[日本]");
  static const guint32 expected[] = {0, 1, 3, 5, 6, 6, 6, 9, 9, 9, 12};
  ck_assert_uint_eq(offsets->len, G_N_ELEMENTS(expected));
  for (guint i = 0; i < offsets->len; i++)
    ck_assert_uint_eq(g_array_index(offsets, guint32, i), expected[i]);
}
END_TEST

START_TEST(a_pattern_keeps_its_escapes)
{
  g_autofree char *pattern = adref_folded_words_pattern("CAFÉ\\S\\W\\\\S [ÀB]\\");
  ck_assert_str_eq(pattern, "cafe\\S\\W\\\\s [ab]\\");
}
END_TEST

TCase *tcase_folded_words(void)
{
  TCase *tcase = tcase_create("folded_words");
  tcase_add_loop_test(tcase, folds_what_a_reader_does_not_tell_apart, 0, G_N_ELEMENTS(folds));
  tcase_add_test(tcase, offsets_are_those_of_the_text);
  tcase_add_test(tcase, a_pattern_keeps_its_escapes);
  return tcase;
}

#include "base/error.h"

#include "base/cases.h"
#include "suite.h"

START_TEST(names_the_place)
{
  static const struct {
    AdrefLocation place;
    const char *message;
  } cases[] = {
      {{"en.md", 3, 7}, "en.md:3:7: wrong"},
      {{"en.md", 3, 0}, "en.md:3: wrong"},
      {{"en.md", 0, 0}, "en.md: wrong"},
      {{NULL, 3, 7}, "wrong"},
      {{"a\x1b[1m\nb", 3, 7}, "a<U+001B>[1m<U+000A>b:3:7: wrong"},
  };
  GError *error = NULL;
  adref_error_at(&error, ADREF_ERROR_INPUT, cases[_i].place, "%s", "wrong");
  ck_assert(g_error_matches(error, ADREF_ERROR, ADREF_ERROR_INPUT));
  ck_assert_error(error, cases[_i].message);
}
END_TEST

START_TEST(works_without_an_error)
{
  adref_error(NULL, ADREF_ERROR_USAGE, "nobody listens to %d", 1);
  adref_error_at(NULL, ADREF_ERROR_USAGE, (AdrefLocation){"x", 1, 1}, "nobody");
}
END_TEST

START_TEST(keeps_the_code)
{
  GError *error = NULL;
  adref_error(&error, ADREF_ERROR_REFUSED, "%d of %s", 2, "them");
  ck_assert(g_error_matches(error, ADREF_ERROR, ADREF_ERROR_REFUSED));
  ck_assert_error(error, "2 of them");
}
END_TEST

static const struct {
  const char *text;
  gssize length;
  gboolean lines;
  const char *visible;
} shown[] = {
    {"plain 日本 ไทย é", -1, FALSE, "plain 日本 ไทย é"},
    {"\x1b]0;x\x07", -1, FALSE, "<U+001B>]0;x<U+0007>"},
    {"a\tb\r\n", -1, FALSE, "a<U+0009>b<U+000D><U+000A>"},
    {"a\nb\t", -1, TRUE, "a\nb<U+0009>"},
    {"\xC2\x85\xC2\x9B\x7F", -1, FALSE, "<U+0085><U+009B><U+007F>"},
    {"\u202a\u202e\u2066\u2069\u200e\u200f\u061c", -1, FALSE,
     "<U+202A><U+202E><U+2066><U+2069><U+200E><U+200F><U+061C>"},
    {"\u2028\u2029", -1, TRUE, "<U+2028><U+2029>"},
    {"a\xff\xc0z", -1, FALSE, "a\uFFFD\uFFFDz"},
    {"abc", 2, FALSE, "ab"},
    {"", -1, FALSE, ""},
};

START_TEST(makes_control_characters_visible)
{
  g_autofree char *visible =
      adref_escape_controls(shown[_i].text, shown[_i].length, shown[_i].lines);
  ck_assert_str_eq(visible, shown[_i].visible);
}
END_TEST

START_TEST(collects_problems)
{
  g_autoptr(GPtrArray) problems = adref_problems_new();
  adref_problem(problems, 3, 7, "odd %s", "thing");
  adref_problem_serious(problems, 4, 1, "worse");
  ck_assert_uint_eq(problems->len, 2);
  const AdrefProblem *first = problems->pdata[0], *second = problems->pdata[1];
  ck_assert_uint_eq(first->line, 3);
  ck_assert_uint_eq(first->column, 7);
  ck_assert_str_eq(first->message, "odd thing");
  ck_assert(!first->serious);
  ck_assert(second->serious);
  adref_problem_hint(problems, 5, 1, "perhaps");
  const char *const words[] = {"warning", "error", "note"};
  ck_assert_uint_eq(problems->len, G_N_ELEMENTS(words));
  for (guint n = 0; n < problems->len; n++)
    ck_assert_str_eq(adref_problem_word(problems->pdata[n]), words[n]);
  ck_assert_uint_eq(adref_problems_count(problems), 2);
  adref_problem(NULL, 1, 1, "nobody listens");
}
END_TEST

START_TEST(stops_collecting)
{
  g_autoptr(GPtrArray) problems = adref_problems_new();
  for (guint i = 0; i < 10010; i++)
    adref_problem(problems, i, 1, "again");
  ck_assert_uint_eq(problems->len, 10000);
}
END_TEST

START_TEST(knows_of_a_serious_one_when_full)
{
  g_autoptr(GPtrArray) problems = adref_problems_new();
  for (guint i = 0; i < 10010; i++)
    adref_problem(problems, i, 1, "again");
  for (guint i = 0; i < 2; i++)
    adref_problem_serious(problems, i, 1, "worse");
  ck_assert_uint_eq(problems->len, 10000);
  const AdrefProblem *last = problems->pdata[9999];
  ck_assert(last->serious);
  ck_assert_uint_eq(last->line, 0);
}
END_TEST

TCase *tcase_error(void)
{
  TCase *tcase = tcase_create("error");
  tcase_add_loop_test(tcase, names_the_place, 0, 5);
  tcase_add_test(tcase, works_without_an_error);
  tcase_add_test(tcase, keeps_the_code);
  tcase_add_loop_test(tcase, makes_control_characters_visible, 0, G_N_ELEMENTS(shown));
  tcase_add_test(tcase, collects_problems);
  tcase_add_test(tcase, stops_collecting);
  tcase_add_test(tcase, knows_of_a_serious_one_when_full);
  return tcase;
}

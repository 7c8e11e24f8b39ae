#include "exchange/text/critic_marks.h"

#include <string.h>

#include "exchange/cases.h"

static const struct {
  const char *text, *accepted; /* NULL: no mark */
} texts[] = {
    {"a {++b ++}c", "a b c"},
    {"a {--b --}c", "a c"},
    {"a {~~b~>c~~} d", "a c d"},
    {"a {~~b~>~~}d", "a d"},
    {"a {~~b~~}d", "a d"},
    {"a {==b==} c{>>d {++e++}<<}", "a b c"},
    {"{++a\n\n++}{--b\n\n--}c\n", "a\n\nc\n"},
    {"{++a {--b--} c++}", "a {--b--} c"},
    {"{{----}--a", "{--a"},
    {"a {++b and {c++ and {--d--}", "a {++b and {c++ and "},
    {"a {++", NULL},
    {"a {++}", NULL},
    {"a {b} c {{d}}", NULL},
    {"", NULL},
};

START_TEST(changes_are_accepted)
{
  g_auto(AdrefCriticMarks) marks;
  const char *text = texts[_i].text;
  GString *accepted = adref_critic_marks_accept(text, strlen(text), &marks);
  ck_assert_ptr_eq(texts[_i].accepted ? accepted : NULL, accepted);
  if (accepted)
    ck_assert_str_eq(accepted->str, texts[_i].accepted);
  else
    ck_assert_ptr_null(texts[_i].accepted);
  if (accepted)
    g_string_free(accepted, TRUE);
}
END_TEST

START_TEST(marks_are_counted)
{
  g_autoptr(GString) text = g_string_new("{++a++}{++b++}{--c--}{~~d~>e~~}");
  for (guint i = 0; i < ADREF_CRITIC_MARKS_COMMENTS + 2; i++)
    g_string_append(text, "{>>f<<}");
  g_auto(AdrefCriticMarks) marks;
  g_autoptr(GString) accepted = adref_critic_marks_accept(text->str, text->len, &marks);
  ck_assert_str_eq(accepted->str, "abe");
  ck_assert_uint_eq(marks.insertions, 2);
  ck_assert_uint_eq(marks.deletions, 1);
  ck_assert_uint_eq(marks.replacements, 1);
  ck_assert_uint_eq(marks.comments->len, ADREF_CRITIC_MARKS_COMMENTS);
  ck_assert_uint_eq(marks.comment_count, ADREF_CRITIC_MARKS_COMMENTS + 2);
  ck_assert_str_eq(marks.comments->pdata[0], "f");
}
END_TEST

/* Marks without an end are looked for once, not for each beginning. */
START_TEST(many_beginnings_are_quick)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < 1000000; i++)
    g_string_append(text, "{++{--");
  g_auto(AdrefCriticMarks) marks;
  ck_assert_ptr_null(adref_critic_marks_accept(text->str, text->len, &marks));
}
END_TEST

TCase *tcase_critic_marks(void)
{
  TCase *tcase = tcase_create("critic_marks");
  tcase_add_loop_test(tcase, changes_are_accepted, 0, G_N_ELEMENTS(texts));
  tcase_add_test(tcase, marks_are_counted);
  tcase_add_test(tcase, many_beginnings_are_quick);
  return tcase;
}

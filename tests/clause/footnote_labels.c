#include "clause/text/footnote_labels.h"

#include "clause/cases.h"

#define ONE "First.[^1]\n\n[^1]: One.\n"

/* A part that is put behind a text, and what becomes of the labels of the part. */
static const struct {
  const char *text, *part, *expected;
} cases[] = {
    {ONE, ONE, "First.[^2]\n\n[^2]: One.\n"},
    /* the number behind the greatest one, also of a call without a text */
    {ONE "\nMore.[^41]\n", ONE, "First.[^42]\n\n[^42]: One.\n"},
    {ONE, "First.[^1][^7]\n\n[^1]: One.\n\n[^7]: Seven.\n",
     "First.[^8][^7]\n\n[^8]: One.\n\n[^7]: Seven.\n"},
    /* a call of a note that stands in the text stays */
    {ONE, "Again.[^1]\n", "Again.[^1]\n"},
    /* the text only calls the note of the part */
    {"First.[^1]\n", "Again.\n\n[^1]: One.\n", "Again.\n\n[^1]: One.\n"},
    /* names, and numbers that nobody counts on */
    {"A.[^a]\n\n[^a]: One.\n", "A.[^a]\n\n[^a]: Two.\n", "A.[^a-2]\n\n[^a-2]: Two.\n"},
    {"A.[^a]\n\n[^a]: One.\n\nB.[^a-2]\n\n[^a-2]: Two.\n", "A.[^a]\n\n[^a]: Two.\n",
     "A.[^a-3]\n\n[^a-3]: Two.\n"},
    {"A.[^999999]\n\n[^999999]: One.\n", "A.[^999999]\n\n[^999999]: Two.\n",
     "A.[^1000000]\n\n[^1000000]: Two.\n"},
    {"A.[^999999][^1000000]\n\n[^999999]: One.\n\n[^1000000]: Two.\n",
     "A.[^999999]\n\n[^999999]: Three.\n", "A.[^1000001]\n\n[^1000001]: Three.\n"},
    {"A.[^1000000]\n\n[^1000000]: One.\n", "A.[^1000000]\n\n[^1000000]: Two.\n",
     "A.[^1000000-2]\n\n[^1000000-2]: Two.\n"},
};

START_TEST(a_part_gets_labels_of_its_own)
{
  g_autoptr(AdrefNode) text = read_text(cases[_i].text, NULL, NULL);
  g_autoptr(AdrefNode) part = read_text(cases[_i].part, NULL, NULL);
  adref_footnote_labels_set_apart(part, text, NULL);
  g_autoptr(GString) got = adref_canonical(part);
  ck_assert_str_eq(got->str, cases[_i].expected);
}
END_TEST

START_TEST(what_a_part_replaces_does_not_count)
{
  g_autoptr(AdrefNode) text = read_text(ONE, NULL, NULL), part = read_text(ONE, NULL, NULL);
  adref_footnote_labels_set_apart(part, text, text);
  adref_footnote_labels_set_apart(text, text, NULL);
  g_autoptr(GString) got = adref_canonical(part), same = adref_canonical(text);
  ck_assert_str_eq(got->str, ONE);
  ck_assert_str_eq(same->str, ONE);
}
END_TEST

/* A second form of ONE, and what becomes of it. */
static const struct {
  const char *form, *expected;
} forms[] = {
    {"Second.[^1]\n\n[^1]: One.\n", "Second.[^1]\n"},
    {"Second.[^1]\n\n[^1]: Other.\n", "Second.[^2]\n\n[^2]: Other.\n"},
    {"Second.[^1][^2]\n\n[^1]: One.\n\n[^2]: Two.\n", "Second.[^1][^2]\n\n[^2]: Two.\n"},
};

START_TEST(two_forms_share_what_is_the_same)
{
  g_autoptr(AdrefNode) first = read_text(ONE, NULL, NULL);
  g_autoptr(AdrefNode) second = read_text(forms[_i].form, NULL, NULL);
  adref_footnote_labels_join(first, second);
  g_autoptr(GString) got = adref_canonical(second);
  ck_assert_str_eq(got->str, forms[_i].expected);
}
END_TEST

START_TEST(the_first_clause_keeps_the_label)
{
  g_autoptr(AdrefNode) text =
      read_text("<!-- op a -->\n" ONE "\n<!-- op b -->\n" ONE "\n<!-- op c -->\n" ONE, NULL, NULL);
  adref_footnote_labels_set_all_apart(text);
  g_autoptr(GString) got = adref_canonical(text);
  ck_assert_str_eq(got->str, "<!-- op a -->\n" ONE "\n<!-- op b -->\nFirst.[^2]\n\n[^2]: One.\n"
                             "\n<!-- op c -->\nFirst.[^3]\n\n[^3]: One.\n");
}
END_TEST

TCase *tcase_footnote_labels(void)
{
  TCase *tcase = tcase_create("footnote_labels");
  tcase_add_loop_test(tcase, a_part_gets_labels_of_its_own, 0, G_N_ELEMENTS(cases));
  tcase_add_test(tcase, what_a_part_replaces_does_not_count);
  tcase_add_loop_test(tcase, two_forms_share_what_is_the_same, 0, G_N_ELEMENTS(forms));
  tcase_add_test(tcase, the_first_clause_keeps_the_label);
  return tcase;
}

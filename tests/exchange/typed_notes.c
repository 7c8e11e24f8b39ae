#include "exchange/pasted/typed_notes.h"

#include "exchange/cases.h"

static void becomes(char *(*convert)(const char *text, gsize length), const char *text,
                    const char *expected)
{
  g_autofree char *result = convert(text, strlen(text));
  ck_assert_str_eq(result ? result : "(none)", expected);
}

START_TEST(marks_of_plain_text)
{
  static const char *const cases[][2] = {
      {"We met 1/ here.2/\n\n1/ In 2029.\n2/ In Hue.\n",
       "We met^1 here.^2\n\n^1 In 2029.\n^2 In Hue.\n"},
      {"We met. 1/\n\n 1/ In A/75/100, 2/3 of it.", "We met.^1\n\n^1 In A/75/100, 2/3 of it."},
      {"Draft*\n\nWe** met.\n\n* Of May.\n** All.", "Draft^1\n\nWe^2 met.\n\n^1 Of May.\n^2 All."},
      {"Draft*\n\n*Of May.", "Draft^1\n\n^1 Of May."},
      /* one is not called, or not before; not numbered from 1 */
      {"We met 1/ here.\n\n1/ In 2029.\n2/ In Hue.\n", "(none)"},
      {"1/ In 2029.\n\nWe met 1/ here.\n", "(none)"},
      {"We met 2/ here.\n\n2/ In 2029.\n", "(none)"},
      {"We met 1/2 and A/1/ of 24/7.\n\n1/ In 2029.\n", "(none)"},
      /* items and emphasis, words behind notes, a sum */
      {"We agree:\n* to meet*\n* to act", "(none)"},
      {"This is *good* news.\n\n* to meet", "(none)"},
      {"Draft*\n\n* Of May.\n\nWe met*.", "(none)"},
      {"5 * 3 is 15.\n\n* to meet", "(none)"},
      {"Draft*\n\n*Of* May.", "(none)"},
      /* a row of stars is neither a mark nor emphasis */
      {"*****\nDraft ***** of it*\n\n* Of May.", "*****\nDraft ***** of it^1\n\n^1 Of May."},
      /* other notes */
      {"We met 1/ here [1].\n\n1/ In 2029.\n[1] In Hue.\n", "(none)"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    becomes(adref_typed_notes_raise, cases[i][0], cases[i][1]);
}
END_TEST

START_TEST(marks_of_markdown)
{
  static const char *const cases[][2] = {
      {"We met [1] here.[2]\n\n[1] In 2029.\n[2] In Hue.\n",
       "We met [^1] here.[^2]\n\n[^1]: In 2029.\n[^2]: In Hue.\n"},
      {"We met 1/ here.\n\n1/ In 2029.\n", "We met[^1] here.\n\n[^1]: In 2029.\n"},
      {"In [30] [60] days.\n\n[1] words", "(none)"},
      {"We [1] [2] met.\n\n[1] In 2029.\n[2] In Hue.",
       "We [^1] [^2] met.\n\n[^1]: In 2029.\n[^2]: In Hue."},
      {"See [1][2], [1](#a), \\[1].\n\n[1] In 2029.", "(none)"},
      {"See [1].\n\n[1]: https://asean.org", "(none)"},
      {"See [1] and [^2].\n\n[1] In 2029.\n\n[^2]: In Hue.", "(none)"},
      {"Draft*\n\n* Of May.", "(none)"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    becomes(adref_typed_notes_to_markdown, cases[i][0], cases[i][1]);
}
END_TEST

START_TEST(a_long_row_of_stars)
{
  g_autofree char *row = g_strnfill(2000000, '*');
  becomes(adref_typed_notes_raise, row, "(none)");
  becomes(adref_typed_notes_to_markdown, row, "(none)");
}
END_TEST

TCase *tcase_typed_notes(void)
{
  TCase *tcase = tcase_create("typed_notes");
  tcase_add_test(tcase, marks_of_plain_text);
  tcase_add_test(tcase, marks_of_markdown);
  tcase_add_test(tcase, a_long_row_of_stars);
  return tcase;
}

/* What pages put around and into plain text, and numbers in its margin. */
#include "base/error.h"
#include "exchange/pasted/margin_numbers.h"
#include "exchange/pasted/plain_text.h"

#include "exchange/cases.h"

static void becomes(const char *text, const char *expected)
{
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GString) markdown =
      adref_plain_text_to_markdown(text, strlen(text), NULL, lines, NULL, NULL);
  ck_assert_str_eq(markdown->str, expected);
}

START_TEST(numbers_of_pages_stand_beside_the_text)
{
  becomes("We met on\n\nPage 1 of 2\n\nthe ship.", "We met on\n  the ship.\n\nPage 1 of 2\n");
  becomes("We met on\n- 1 -\nthe ship.", "We met on\n  the ship.\n\n\\- 1 -\n");
  becomes("We met on\n\n7\n\nthe ship.", "We met on\n  the ship.\n\n7\n");
  becomes("We met.\n\n7\n\nThe ship.", "We met.\n\n7\n\nThe ship.\n");
  becomes("7\n\nWe met.\n\n9\n\nthe ship.", "7\n\nWe met.\n\n9\n\nthe ship.\n");
  becomes("We met on\n\n7\n\nthe ship, which\n\n9\n\nsailed.",
          "We met on\n\n7\n\nthe ship, which\n\n9\n\nsailed.\n");
  becomes("Met on\n\n3/4\n\fPact 5\n\nthe ship in\n\n4/4\n\fPact 5\n\nmay.",
          "Met on\n  the ship in\n  may.\n\n3/4\n\nPact 5\n\n4/4\n\nPact 5\n");
  becomes("Met on\n\n3/4\n\n- the ship.", "Met on\n\n3/4\n\n- the ship.\n");
  becomes("両首脳は、東京で会談し、地域の平和及び\n\n7\n\n安定を確認した。",
          "両首脳は、東京で会談し、地域の平和及び安定を確認した。\n\n7\n");
}
END_TEST

START_TEST(lines_with_an_empty_one_between)
{
  becomes("TITLE\n\nWe met\n\non the\n\nship.\n\nWe left\n\nthe ship.",
          "TITLE\n\nWe met\n  on the\n  ship.\n\nWe left\n  the ship.\n");
  becomes("TITLE\n\nWe met\n\non the\nship.\n\nWe left\n\nthe ship.",
          "TITLE\n\nWe met\n\non the\n  ship.\n\nWe left\n\nthe ship.\n");
}
END_TEST

START_TEST(pages_divide_words)
{
  becomes("Maritime law of mari-\ntime safety.", "Maritime law of maritime safety.\n");
  becomes("The law of mari-\ntime safety.", "The law of mari-time safety.\n");
  becomes("Maritime law of mari-\ntime and ter-\nritorial waters.",
          "Maritime law of maritime and territorial waters.\n");
  becomes("Maritime law of mari-\ntime decision-\nmaking by decision of re-\nelected judges.",
          "Maritime law of maritime decision-making by decision of re-elected judges.\n");
  becomes(
      "Maritime law of mari-\ntime visas of thirty-\nfive days in a ten-\nyear plan, win-\nwin.",
      "Maritime law of maritime visas of thirty-five days in a ten-year plan, win-win.\n");
  becomes("Maritime law of mari-\ntime trade, and fish-\ntrade.",
          "Maritime law of maritime trade, and fish-trade.\n");
  becomes("Co-operation and cooperation in co-\noperation.",
          "Co-operation and cooperation in co-operation.\n");
  becomes("The law of mari\302\255\ntime safety.", "The law of maritime safety.\n");
}
END_TEST

START_TEST(bullets_of_the_second_level)
{
  becomes("\342\200\242 reefs;\no birds; and\no fish.", "- reefs;\n- birds; and\n- fish.\n");
  becomes("\342\200\242 o governo\no povo.", "- o governo\n  o povo.\n");
}
END_TEST

START_TEST(hostile_pages)
{
  static const char *const lines[] = {"Page 3\n", "abc-\n", "\f\n", "x\n\n7\n\n", "Page 1\nHead\n"};
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
    g_autoptr(GString) text = g_string_new("We met.\n\n");
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint n = 0; n < 50000; n++)
      g_string_append(text, lines[i]);
    g_autoptr(GString) markdown =
        adref_plain_text_to_markdown(text->str, text->len, NULL, numbers, NULL, NULL);
    ck_assert_uint_ge(markdown->len, text->len / 4);
  }
}
END_TEST

static void is_cleared(const char *text, const char *expected, const char *hint)
{
  g_autoptr(GPtrArray) problems = adref_problems_new();
  g_autofree char *cleared = adref_margin_numbers_clear(text, strlen(text), problems);
  ck_assert_str_eq(cleared ? cleared : "(none)", expected);
  ck_assert_uint_eq(problems->len, cleared ? 1 : 0);
  if (cleared)
    ck_assert_str_eq(((AdrefProblem *)problems->pdata[0])->message, hint);
}

START_TEST(numbers_of_lines)
{
  is_cleared("1  TITLE\n2\n3  We met on the\n4  ship.\n5\n6  We left.\n",
             "   TITLE\n \n   We met on the\n   ship.\n \n   We left.\n",
             "numbers of lines in the margin, 1 to 6, are left out");
  is_cleared("    TITLE\n\n    We met\n5   on the\n    ship.\n\n    We left\n    in\n10  May.\n",
             "    TITLE\n\n    We met\n    on the\n    ship.\n\n    We left\n    in\n    May.\n",
             "numbers of lines in the margin, 5 to 10, are left out");
}
END_TEST

START_TEST(numbers_of_paragraphs)
{
  is_cleared("1  We meet.\n2  We pay.\n3  We leave.\n4  We come.\n5  We go.\n", "(none)", "");
  is_cleared("1  We meet\n   in May.\n\n2  We pay.\n\n5   We leave\n\n10  We go\n", "(none)", "");
  is_cleared("   TITLE\n\n   We met\n5  on the\n   ship.\n\n10 We left.\n", "(none)", "");
  is_cleared("5   We meet\n    in May.\n\nAll pay.\n10  We leave\n", "(none)", "");
}
END_TEST

TCase *tcase_plain_pages(void)
{
  TCase *tcase = tcase_create("plain_pages");
  tcase_add_test(tcase, numbers_of_pages_stand_beside_the_text);
  tcase_add_test(tcase, lines_with_an_empty_one_between);
  tcase_add_test(tcase, pages_divide_words);
  tcase_add_test(tcase, bullets_of_the_second_level);
  tcase_add_test(tcase, hostile_pages);
  tcase_add_test(tcase, numbers_of_lines);
  tcase_add_test(tcase, numbers_of_paragraphs);
  return tcase;
}

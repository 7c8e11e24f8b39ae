#include "exchange/pasted/plain_labels.h"

#include "exchange/cases.h"
#include "exchange/pasted/plain_text.h"

/* How many empty lines stand between blocks means nothing. */
static char *without_empty_lines(const char *text)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  GString *out = g_string_new(NULL);
  for (char **line = lines; *line; line++)
    if (**line)
      g_string_append_printf(out, "%s\n", *line);
  return g_string_free(out, FALSE);
}

static void becomes(const char *text, const char *expected)
{
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GString) markdown =
      adref_plain_text_to_markdown(text, strlen(text), NULL, lines, NULL, NULL);
  g_autofree char *got = without_empty_lines(markdown->str);
  g_autofree char *wanted = without_empty_lines(expected);
  ck_assert_str_eq(got, wanted);
}

#define BODY   "PP1 #past\n    RECALLING it;\n\n1. #act\n    We act.\n"
#define MARKED "<!-- pp past -->\n\nRECALLING it;\n\n<!-- op act -->\n\nWe act.\n"

START_TEST(labels_become_markers)
{
  becomes(BODY, MARKED);
  becomes("#chapeau\nWE,\n\n" BODY "\n#done\nDONE.\n",
          "<!-- chapeau chapeau -->\n\nWE,\n\n" MARKED "\n<!-- closing done -->\n\nDONE.\n");
  becomes(BODY
          "\n#plan\nAnnex: Plan\n-----------\n\n1.1 #one\n    One.\n\n112 ter. #two\n    Two.\n",
          MARKED "\n<!-- annex plan -->\n\n## Annex: Plan\n\n\n<!-- item one -->\n\nOne.\n\n"
                 "<!-- op two -->\n\nTwo.\n");
}
END_TEST

START_TEST(what_else_is_printed)
{
  becomes(BODY "        Note (JPN): Look\n        at it.\n",
          MARKED "\n<!-- note JPN: Look at it. -->\n\n");
  becomes(BODY "\nMoney\n\n2. #pay\n    We pay.\n",
          MARKED "\n### Money\n\n\n<!-- op pay -->\n\nWe pay.\n");
  becomes(BODY "\n1 bis. We pay.\n\n(a) at once;\n",
          MARKED "\n<!-- op -->\n\nWe pay.\n\n(a) at once;\n");
  becomes(BODY "\nVersion f4976f57 \302\267 2026-11-29 \302\267 Content\n"
               "cf8241a514dbd29962e40557ee88f38c64b0f2d13da35ee1ae62fea709decdc4\n",
          MARKED "\n\n");
}
END_TEST

#define BARE "#past\n    RECALLING it;\n\n#act\n    We act.\n\n#pay\n    We pay.\n"

START_TEST(labels_of_a_text_without_numbers)
{
  becomes(BARE, "<!-- chapeau past -->\n\nRECALLING it;\n\n<!-- chapeau act -->\n\nWe act.\n\n"
                "<!-- chapeau pay -->\n\nWe pay.\n");
  becomes("#act\n    We act^4.\n\n^4  At once.\n\nVersion f4976f57 \302\267 Content\n"
          "cf8241a514dbd29962e40557ee88f38c64b0f2d13da35ee1ae62fea709decdc4\n",
          "<!-- chapeau act -->\n\nWe act[^4].\n\n[^4]:  At once.\n");
  becomes("#past\nRECALLING it;\n\n#act\nWe act.\n\n#pay\nWe pay.\n",
          "\\#past\n  RECALLING it;\n\n\\#act\n  We act.\n\n\\#pay\n  We pay.\n");
}
END_TEST

START_TEST(a_page_says_that_it_is_a_part)
{
#define ID "cf8241a514dbd29962e40557ee88f38c64b0f2d13da35ee1ae62fea709decdc4"
  static const struct {
    const char *text;
    gboolean is_part;
  } cases[] = {
      {"We act.\n\nPart of the text: 3 \302\267 Version 1a \302\267 Content\n" ID "\n", TRUE},
      {"> \n> 本文の一部：第二条 \302\267 内容\n> " ID, TRUE},
      {"Act: now \302\267 here\n\nVersion 1a \302\267 Content\n" ID, FALSE},
      {"Part of the text: 3 \302\267 Version 1a", FALSE}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    ck_assert_int_eq(adref_plain_label_is_part(cases[i].text, strlen(cases[i].text)),
                     cases[i].is_part);
}
END_TEST

START_TEST(what_is_no_label)
{
  becomes("1. #act\nWe act.", "1\\. \\#act\n  We act.\n"); /* one alone */
  becomes(BODY "\n#Rivers\nare wide", MARKED "\n\\#Rivers\n  are wide\n");
  becomes(BODY "\nnumber #rivers\nare wide", MARKED "\nnumber \\#rivers\n  are wide\n");
  becomes(BODY "\nNote (Japan): no party", MARKED "\nNote (Japan): no party\n");
  becomes(BODY "\nIt ends here.\n\n2. #pay\n    We pay.\n",
          MARKED "\nIt ends here.\n\n<!-- op pay -->\n\nWe pay.\n");
}
END_TEST

TCase *tcase_plain_labels(void)
{
  TCase *tcase = tcase_create("plain_labels");
  tcase_add_test(tcase, labels_become_markers);
  tcase_add_test(tcase, what_else_is_printed);
  tcase_add_test(tcase, labels_of_a_text_without_numbers);
  tcase_add_test(tcase, a_page_says_that_it_is_a_part);
  tcase_add_test(tcase, what_is_no_label);
  return tcase;
}

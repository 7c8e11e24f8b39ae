#include "exchange/text/markdown_tidy.h"

#include "exchange/cases.h"

#define NBSP "\xC2\xA0"

static void tidies(const char *text, const char *expected)
{
  g_autoptr(AdrefIncomingText) incoming = adref_incoming_text_new();
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GString) tidy = adref_markdown_tidy(text, strlen(text), incoming, lines);
  ck_assert_str_eq(tidy->str, expected);
}

START_TEST(front_matter_is_taken_out)
{
  g_autoptr(AdrefIncomingText) incoming = adref_incoming_text_new();
  static const char text[] = "---\ntitle: A\ndate: 2030-05-03\n---\n\nWords.\n";
  g_autoptr(GString) tidy = adref_markdown_tidy(text, strlen(text), incoming, NULL);
  ck_assert_str_eq(tidy->str, "\n\n\n\n\nWords.\n");
  ck_assert_str_eq(incoming->front, "title: A\ndate: 2030-05-03\n");
  ck_assert_uint_eq(incoming->front_line, 2);
  tidies("---\n\nno end\n", "---\n\nno end\n");
  tidies("words\n---\nx: y\n---\n", "words\n---\nx: y\n---\n");
}
END_TEST

START_TEST(lines_of_white_space_are_empty)
{
  tidies("a  \n" NBSP "  \nb\n", "a  \n\nb\n");
  tidies("a\n\xE3\x80\x80\nb\n", "a\n\nb\n");
  tidies("```\n" NBSP "\n```\n", "```\n" NBSP "\n```\n");
}
END_TEST

START_TEST(items_of_japanese_texts)
{
  tidies("次の分野\n・資源\n・安全\n", "次の分野\n- 資源\n- 安全\n");
  tidies("次のとおり。\n　①研修\n　②派遣\n", "次のとおり。\n\n①研修\n\n②派遣\n");
  tidies("次のとおり。\n（1）研修\n（2）派遣\n", "次のとおり。\n（1）研修\n（2）派遣\n");
  tidies("述べた。\nア　研修\nイ　派遣\n", "述べた。\n\nア　研修\n\nイ　派遣\n");
  tidies("述べた。\n1　研修\n２　派遣\n", "述べた。\n\n1　研修\n\n２　派遣\n");
  tidies("日本\n・ケニア\n", "日本\n・ケニア\n");
  tidies("```\n。\n①研\n②派\n```\n", "```\n。\n①研\n②派\n```\n");
}
END_TEST

START_TEST(lines_of_japanese_are_joined_without_a_space)
{
  static const char long_line[] = "両大臣は双方の国民の間の友好関係を一層深く";
  g_autofree char *wrapped = g_strconcat(long_line, "\n  発展させる。\n\n次\n", NULL);
  g_autofree char *joined = g_strconcat(long_line, "発展させる。\n\n次\n", NULL);
  tidies(wrapped, joined);
  tidies("外務大臣\n甲野太郎\n", "外務大臣\n甲野太郎\n");
  g_autofree char *broken = g_strconcat(long_line, "  \n次\n", NULL);
  tidies(broken, broken);
  g_autofree char *label = g_strconcat(long_line, "\n第三条\n", NULL);
  tidies(label, label);
  g_autofree char *heading = g_strconcat("# ", long_line, "\n次\n", NULL);
  tidies(heading, heading);
}
END_TEST

START_TEST(bold_with_spaces_inside_is_mended)
{
  tidies("**Kenya  \n**  \nThe leaders", "**Kenya**  \n\nThe leaders");
  tidies("money.  \n**  \nG. Trade** now", "money.  \n  \n**G. Trade** now");
  tidies("**Links:" NBSP "** here", "**Links:**" NBSP " here");
  tidies("day; ****\n", "day; \n");
  tidies("Forum**.** Next **5** x\n", "Forum. Next **5** x\n");
  tidies("**right** and *also right* and ***both***\n",
         "**right** and *also right* and ***both***\n");
  tidies("****\n", "****\n");
  tidies("2 ** 3\n", "2 ** 3\n");
  tidies("\\*\\*\\* and \\** x **b **\n", "\\*\\*\\* and \\** x **b** \n");
}
END_TEST

START_TEST(parts_below_items)
{
  tidies("1. They meet.\n2. They act.\nARTICLE 2\nWords.\n",
         "1. They meet.\n2. They act.\n\nARTICLE 2\nWords.\n");
  tidies("- They\nmeet.\nĐiều 5. X\n", "- They\nmeet.\n\nĐiều 5. X\n");
  /* words of the item */
  tidies("1. They meet under\nArticle 5 Scope\n", "1. They meet under\nArticle 5 Scope\n");
  tidies("1. They meet.\nArticle 5 of the Charter\n", "1. They meet.\nArticle 5 of the Charter\n");
  tidies("1. They meet.\n   Article 5 Scope\n", "1. They meet.\n   Article 5 Scope\n");
  /* a list of labels */
  tidies("Article 1 Scope.\nArticle 2 Terms.\n", "Article 1 Scope.\nArticle 2 Terms.\n");
}
END_TEST

START_TEST(inner_labels_are_no_code)
{
  tidies("1. We agree:\n\n   (b) to act on:\n\n       (i) ports;\n\n       (ii) ships;\n",
         "1. We agree:\n\n   (b) to act on:\n\n   (i) ports;\n\n   (ii) ships;\n");
  tidies("(b) to act on:\n\n    (i) ports;\n", "(b) to act on:\n\n(i) ports;\n");
  tidies("10. We agree:\n\n    (a) ports;\n", "10. We agree:\n\n    (a) ports;\n");
  tidies("- We agree:\n\n  (a) ports;\n\nWords\n\n    code (i)\n    (a, b)\n",
         "- We agree:\n\n  (a) ports;\n\nWords\n\n    code (i)\n    (a, b)\n");
  tidies("```\n    (i) x\n```\n", "```\n    (i) x\n```\n");
}
END_TEST

START_TEST(italics_with_a_space_inside)
{
  tidies("*Fish" NBSP "*  \nThey swim.\n", "*Fish*" NBSP "  \nThey swim.\n");
  tidies("*Fish and\nboats *\n", "*Fish and\nboats* \n");
  tidies("2 *3 * 4\n* 5 * 6\n*7\n\n8 *\n", "2 *3 * 4\n* 5 * 6\n*7\n\n8 *\n");
  tidies("*a \\* b *\n*a **b** *\n*\n", "*a \\* b *\n*a **b** *\n*\n");
}
END_TEST

START_TEST(spans_that_underline)
{
  tidies("**<span style=\"text-decoration: underline\">Fish\nand Boats</span>**\n",
         "**<u>Fish\nand Boats</u>**\n");
  tidies("<span style=\"text-decoration:\nline-through\">old</span> new\n", "<s>old</s> new\n");
  tidies("a<span id=\"x\"></span> b\n", "a b\n");
  tidies("<span style=\"underline\">Fish  \n</span>  \nThe\n", "<u>Fish</u>  \n\nThe\n");
  tidies("<span class=\"x\">stays</span>\n", "<span class=\"x\">stays</span>\n");
  tidies("<span style=\"underline\">open\n\nend</span>\n",
         "<span style=\"underline\">open\n\nend</span>\n");
  tidies("<span\n", "<span\n");
}
END_TEST

START_TEST(headings_without_a_space)
{
  tidies("##Title\n###\302\247 1\n#5 is no heading\n####### no\n",
         "## Title\n### \302\247 1\n#5 is no heading\n####### no\n");
}
END_TEST

START_TEST(tables_without_delimiters)
{
  tidies("|\n|\n|a |b|\n|c |d |e |\n\nx\n",
         "|   |   |   |\n|---|---|---|\n|a |b|\n|c |d |e |\n\nx\n");
  tidies("|\n|a|b|\n", "|\n|a|b|\n");
  tidies("| a |\n|---|\n| b |\n", "| a |\n|---|\n| b |\n");
}
END_TEST

START_TEST(numbers_that_begin_a_line)
{
  tidies("(1) One;\n(2) Two.\n", "(1) One;\n\n(2) Two.\n");
  tidies("(a) One:\n(i) in; and\n(ii) out; and\n(b) two.\n",
         "(a) One:\n\n(i) in; and\n\n(ii) out; and\n\n(b) two.\n");
  tidies("as in paragraph\n(ii) of Article 5 and\n(b) of it\n",
         "as in paragraph\n(ii) of Article 5 and\n(b) of it\n");
  tidies("Words:\n2. Two.\n3. Three.\n", "Words:\n\n2. Two.\n3. Three.\n");
  tidies("1. One.\n2. Two.\n", "1. One.\n2. Two.\n");
  tidies("in the year\n20. The end of\n2023. No.\n", "in the year\n20. The end of\n2023. No.\n");
  g_autoptr(AdrefIncomingText) incoming = read_incoming("# T\n\n(a) A;\n(b) B;\n(c) C.\n");
  const AdrefIncomingParagraph *last = incoming->paragraphs->pdata[3];
  ck_assert_uint_eq(last->line, 5);
}
END_TEST

/* A million marks take no longer than their length allows. */
START_TEST(hostile_marks)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < 500000; i++)
    g_string_append(text, "** ");
  g_autoptr(AdrefIncomingText) incoming = adref_incoming_text_new();
  g_autoptr(GString) tidy = adref_markdown_tidy(text->str, text->len, incoming, NULL);
  ck_assert_uint_eq(tidy->len, 500000); /* the marks are gone: nothing is bold */
}
END_TEST

TCase *tcase_markdown_tidy(void)
{
  TCase *tcase = tcase_create("markdown_tidy");
  tcase_add_test(tcase, front_matter_is_taken_out);
  tcase_add_test(tcase, lines_of_white_space_are_empty);
  tcase_add_test(tcase, items_of_japanese_texts);
  tcase_add_test(tcase, lines_of_japanese_are_joined_without_a_space);
  tcase_add_test(tcase, bold_with_spaces_inside_is_mended);
  tcase_add_test(tcase, headings_without_a_space);
  tcase_add_test(tcase, parts_below_items);
  tcase_add_test(tcase, inner_labels_are_no_code);
  tcase_add_test(tcase, italics_with_a_space_inside);
  tcase_add_test(tcase, spans_that_underline);
  tcase_add_test(tcase, tables_without_delimiters);
  tcase_add_test(tcase, numbers_that_begin_a_line);
  tcase_add_test(tcase, hostile_marks);
  return tcase;
}

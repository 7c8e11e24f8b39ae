#include "exchange/text/clause_tree.h"

#include "clause/markdown/canonical.h"
#include "exchange/cases.h"

static void makes(const char *text, AdrefNumberUse numbers, const char *expected)
{
  g_autoptr(AdrefIncomingText) incoming = read_incoming(text);
  g_autoptr(AdrefNode) document = adref_clause_tree_make(incoming, numbers);
  g_autoptr(GString) canonical = adref_canonical(document);
  ck_assert_str_eq(canonical->str, expected);
}

START_TEST(numbers)
{
  static const char text[] = "# T\n\n1. They leave.\n\n2. They return.\n";
  makes(text, ADREF_NUMBERS_COUNTED,
        "# T\n\n<!-- op leave -->\nThey leave.\n\n<!-- op return -->\nThey return.\n");
}
END_TEST

START_TEST(typed_numbers_stay)
{
  makes("# T\n\n**4.** They leave.\n\n**7.** They return.\n", ADREF_NUMBERS_FROZEN,
        "# T\n\n<!-- op leave no=4 -->\nThey leave.\n\n<!-- op return no=7 -->\nThey return.\n");
  makes("# T\n\n1. They leave.\n\n1 bis. They return.\n\n1ter) They stay.\n\n2. They eat.\n\n"
        "von 5 bis 10 Tagen.\n",
        ADREF_NUMBERS_FROZEN,
        "# T\n\n<!-- op leave no=1 -->\nThey leave.\n\n<!-- op return no=1bis -->\nThey return.\n\n"
        "<!-- op stay no=1ter -->\nThey stay.\n\n<!-- op eat no=2 -->\nThey eat.\n\n"
        "von 5 bis 10 Tagen.\n");
  makes("# T\n\n1. They leave.\n\n2. They return.\n", ADREF_NUMBERS_STAY,
        "# T\n\n<!-- op leave -->\n1. They leave.\n\n<!-- op return -->\n2. They return.\n");
}
END_TEST

/* "(a)" in a paragraph below a number that stays typed is a part of that item. */
START_TEST(sub_paragraphs_stand_in_the_item)
{
  makes("# T\n\nThe Council,\n\n4. Leaves:\n\n(a) now;\n\n(b) later;\n\n2. Returns.\n",
        ADREF_NUMBERS_STAY,
        "# T\n\n<!-- chapeau the-council -->\nThe Council,\n\n<!-- op leaves -->\n4. Leaves:\n\n   "
        "(a) "
        "now;\n\n   (b) later;\n\n<!-- op returns -->\n2. Returns.\n");
}
END_TEST

START_TEST(items_keep_the_number_that_was_typed)
{
  makes("# T\n\n1. They leave.\n\n2. They return.\n\n4. They stay.\n", ADREF_NUMBERS_FROZEN,
        "# T\n\n<!-- op leave no=1 -->\nThey leave.\n\n<!-- op return no=2 -->\nThey return.\n\n"
        "<!-- op stay no=4 -->\nThey stay.\n");
  makes("# T\n\nWe met.\n\n2. RECALLING *it*,\n\nWE DECLARE:\n", ADREF_NUMBERS_STAY,
        "# T\n\n<!-- chapeau met -->\nWe met.\n\n<!-- pp recalling -->\n2\\. RECALLING *it*,\n\n"
        "<!-- chapeau declare -->\nWE DECLARE:\n");
}
END_TEST

/* A list of typed labels below a heading is a list of clauses: each label is words of its clause,
 * or the number of an item of a plan. */
START_TEST(typed_labels_stay)
{
  static const char *const labels[][2] = {{"a.", "b."},
                                          {"(a)", "(b)"},
                                          {"(i)", "(ii)"},
                                          {"a)", "b)"},
                                          {"(1)", "(2)"},
                                          {"(A)", "(B)"},
                                          {"Article 5.", "Article 6."},
                                          {"§ 1", "§ 2"},
                                          {"ข้อ ๕", "ข้อ ๖"},
                                          {"Điều 5.", "Điều 6."},
                                          {"제1조", "제2조"},
                                          {"(أ)", "(ب)"}};
  for (gsize i = 0; i < G_N_ELEMENTS(labels); i++) {
    g_autofree char *text =
        g_strdup_printf("# T\n\nWe met.\n\n## Two\n\n%s They leave it.\n%s They "
                        "return to it.\n",
                        labels[i][0], labels[i][1]);
    g_autofree char *first = g_strdup_printf("\n%s They leave it.\n", labels[i][0]);
    g_autofree char *second = g_strdup_printf("\n%s They return to it.\n", labels[i][1]);
    g_autoptr(AdrefIncomingText) incoming = read_incoming(text);
    g_autoptr(AdrefNode) document = adref_clause_tree_make(incoming, ADREF_NUMBERS_STAY);
    g_autoptr(GString) canonical = adref_canonical(document);
    ck_assert_msg(strstr(canonical->str, first) && strstr(canonical->str, second), "%s",
                  canonical->str);
  }
  makes("# T\n\nWe met.\n\n## Two\n\n1.1 They leave.\n1.2 They return.\n", ADREF_NUMBERS_STAY,
        "# T\n\n<!-- chapeau met -->\nWe met.\n\n## Two\n\n<!-- item leave no=1.1 -->\nThey "
        "leave.\n\n"
        "<!-- item return no=1.2 -->\nThey return.\n");
  makes("# T\n\n第一条　它们离开。\n第二条　它们返回。\n\n一、它们说。\n二、它们听。\n",
        ADREF_NUMBERS_STAY,
        "# T\n\n<!-- op li-kai -->\n第一条　它们离开。\n\n<!-- op "
        "fan-hui -->\n"
        "第二条　它们返回。\n\n<!-- op shuo -->\n一、它们说。\n\n<!-- op ting -->\n"
        "二、它们听。\n");
  makes("# T\n\n2027年5月4日，北京\n\n第一条　它们离开。\n第二条　它们返回。\n", ADREF_NUMBERS_STAY,
        "# T\n\n<!-- chapeau nian-yue-ri -->\n2027年5月4日，北京\n\n<!-- op li-kai "
        "-->\n第一条　它们离开。\n\n"
        "<!-- op fan-hui -->\n第二条　它们返回。\n");
  makes("# T\n\nRECALLING it;\n\n١. They leave.\n٢. They return.\n", ADREF_NUMBERS_STAY,
        "# T\n\n<!-- pp recalling -->\nRECALLING it;\n\n<!-- op leave -->\n١. They leave.\n\n"
        "<!-- op return -->\n٢. They return.\n");
  makes("# T\n\nWe met.\n\nWe will:\n(a) go;\n(b) come.\n", ADREF_NUMBERS_STAY,
        "# T\n\n<!-- chapeau met -->\nWe met.\n\n<!-- op will -->\nWe will:\n\n(a) go;\n\n(b) "
        "come.\n");
}
END_TEST

START_TEST(headings_lose_their_emphasis)
{
  makes("# T\n\n**<u>One</u>** **<u>Two</u>**\n\nThey leave.\n", ADREF_NUMBERS_STAY,
        "# T\n\n## One Two\n\n<!-- chapeau they-leave -->\nThey leave.\n");
}
END_TEST

START_TEST(lists_stay_together)
{
  makes("# T\n\nWe met.\n\nWe will:\n\n- go;\n- come.\n", ADREF_NUMBERS_STAY,
        "# T\n\n<!-- chapeau met -->\nWe met.\n\n<!-- op will -->\nWe will:\n\n- go;\n- come.\n");
}
END_TEST

START_TEST(tables_are_as_wide_as_their_longest_row)
{
  makes("# T\n\nWe met.\n\nThe fees:\n\n| Fee |\n|---|\n| bus | 5 |\n", ADREF_NUMBERS_STAY,
        "# T\n\n<!-- chapeau met -->\nWe met.\n\n<!-- op the-fees -->\nThe fees:\n\n"
        "| Fee | |\n|---|---|\n| bus | 5 |\n");
}
END_TEST

/* A line of place and date is part of the chapeau above the text, and of the closing below it. */
START_TEST(dates_above_and_below)
{
  g_autoptr(AdrefIncomingText) incoming = read_incoming(
      "# T\n\nFord, 5 May 2030\n\nA met B.\n\nThey agree.\n\nThey part.\n\n5 May 2030\n");
  g_autoptr(AdrefNode) document = adref_clause_tree_make(incoming, ADREF_NUMBERS_STAY);
  static const AdrefClauseKind kinds[] = {ADREF_TITLE, ADREF_CHAPEAU, ADREF_CHAPEAU,
                                          ADREF_OP,    ADREF_OP,      ADREF_CLOSING};
  const AdrefNode *clause = document->first;
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++, clause = clause->next)
    ck_assert_int_eq(clause->as.clause->kind, kinds[i]);
  ck_assert_ptr_null(clause);
}
END_TEST

TCase *tcase_clause_tree(void)
{
  TCase *tcase = tcase_create("clause_tree");
  tcase_add_test(tcase, numbers);
  tcase_add_test(tcase, typed_numbers_stay);
  tcase_add_test(tcase, sub_paragraphs_stand_in_the_item);
  tcase_add_test(tcase, items_keep_the_number_that_was_typed);
  tcase_add_test(tcase, typed_labels_stay);
  tcase_add_test(tcase, headings_lose_their_emphasis);
  tcase_add_test(tcase, lists_stay_together);
  tcase_add_test(tcase, tables_are_as_wide_as_their_longest_row);
  tcase_add_test(tcase, dates_above_and_below);
  return tcase;
}

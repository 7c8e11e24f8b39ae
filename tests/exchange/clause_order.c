#include "exchange/text/clause_order.h"

#include "clause/markdown/markdown_read.h"
#include "exchange/cases.h"

static const char english[] = "# T\n\n<!-- chapeau opening -->\nA.\n\n<!-- pp peace -->\nB;\n\n"
                              "## One\n\n<!-- op ports -->\nC.\n\n<!-- op roads -->\nD.\n";

static guint match_in(const char *first, const char *text, const char *expected,
                      const char *messages)
{
  g_autoptr(AdrefNode) document = adref_markdown_read(first, strlen(first), NULL, NULL, NULL);
  g_autoptr(AdrefIncomingText) incoming = read_incoming(text);
  g_autoptr(GPtrArray) problems = adref_problems_new();
  guint unmatched = adref_clause_order_match(incoming, document, problems);
  g_autoptr(GString) actual = g_string_new(NULL);
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    gboolean more = paragraph->kind == ADREF_INCOMING_MORE;
    g_string_append_printf(actual, "%s ", more ? "+" : paragraph->id ? paragraph->id : "-");
  }
  ck_assert_str_eq(g_strchomp(actual->str), expected);
  g_autoptr(GString) said = g_string_new(NULL);
  for (guint i = 0; i < problems->len; i++) {
    const AdrefProblem *problem = problems->pdata[i];
    g_string_append_printf(said, "%u: %s\n", problem->line, problem->message);
  }
  if (messages)
    ck_assert_str_eq(said->str, messages);
  return unmatched;
}

static guint match(const char *text, const char *expected)
{
  return match_in(english, text, expected, NULL);
}

START_TEST(by_headings_and_order)
{
  ck_assert_uint_eq(
      match("# X\n\nEins.\n\nZwei.\n\n## Y\n\nDrei.\n\nVier.\n", "- opening peace - ports roads"),
      0);
}
END_TEST

START_TEST(by_markers)
{
  ck_assert_uint_eq(match("# X\n\nEins.\n\nZwei.\n\n## Y\n\n<!-- op roads -->\nVier.\n\nDrei.\n",
                          "- opening peace - roads"),
                    0);
}
END_TEST

START_TEST(by_kind_where_the_count_differs)
{
  ck_assert_uint_eq(
      match_in(english, "# X\n\nEins,\n\n## Y\n\nDrei.\n\nVier.\n\nSechs.\n",
               "- opening - ports + roads",
               "5: before this line nothing stands for the pp peace of the first language\n"
               "9: this paragraph goes on with the clause above, which has fewer paragraphs in the "
               "first language\n"),
      0);
}
END_TEST

static const char numbered[] =
    "<!-- heading title -->\n# T\n\n<!-- chapeau day -->\nTokyo, 3 May 2030\n\n"
    "<!-- chapeau opening -->\nWe met.\n\n<!-- heading work -->\n## Work\n\n"
    "<!-- op ports no=1 -->\nWe build ports.\n\n<!-- op roads no=2 -->\nWe build roads.\n\n"
    "<!-- op trains no=3 -->\nWe build trains.\n\n<!-- annex plan -->\n## Annex\n\nDone.\n";

/* Nobody types the number of a preambular paragraph, so that it is no sign of another paragraph. */
START_TEST(preambular_paragraphs_have_no_typed_number)
{
  const char *first =
      "# T\n\n<!-- chapeau opening -->\nWe met.\n\n<!-- pp peace -->\nRECALLING it,\n"
      "\n<!-- pp trust -->\nCONVINCED of it,\n\n## One\n\n"
      "<!-- op ports no=1 -->\nWe build.\n\n<!-- op roads no=2 -->\nWe pave.\n";
  match_in(first,
           "# X\n\nEins war es.\n\nZwei war es.\n\nDrei war es.\n\n## Y\n\n1. Vier.\n\n2. Sex.\n",
           "- opening peace trust - ports roads", "");
}
END_TEST

START_TEST(by_numbers_dates_and_annexes)
{
  /* the date stands elsewhere, paragraph 2 is missing, the annex is not called so */
  match_in(numbered,
           "# X\n\nWir trafen uns.\n\n## Y\n\n1. Eins ist hier.\n\n3. Drei ist hier.\n\n"
           "## Liste\n\nEnde.\n",
           "title opening work ports trains plan +",
           "3: before this line nothing stands for the chapeau day of the first language\n"
           "9: before this line nothing stands for the op roads of the first language\n");
  match_in(numbered,
           "# X\n\nTokio, 3. Mai 2030\n\nWir trafen uns.\n\n## Y\n\n1. Eins ist hier.\n\n"
           "2. Zwei ist da.\n\n4. Vier ist da.\n\n## Neu\n\n## Liste\n\nEnde.\n",
           "title day opening work ports roads trains - plan +",
           "13: the number 4 is typed here, and 3 for the same clause in the first language, op "
           "trains\n15: this heading stands for no heading of the first language\n");
}
END_TEST

START_TEST(labels_that_stand_alone_begin_clauses)
{
  match_in(numbered,
           "# X\n\n我々は会合した。\n\n## Y\n\n第一条\n\n我々は港を造る。\n\n第二条\n\n"
           "我々は道を造る。\n\n第三条\n\n我々は駅を造る。\n\n## 附属書\n\n以上。\n",
           "title opening work ports + roads + trains + plan +", NULL);
}
END_TEST

START_TEST(a_paragraph_without_a_number_is_no_partner_of_one_with)
{
  match_in(numbered,
           "# X\n\nTokio, 3. Mai 2030\n\nWir trafen uns.\n\n## Y\n\n1. Eins ist hier.\n\n"
           "Das geht weiter.\n\n3. Drei ist hier.\n\n## Liste\n\nEnde.\n",
           "title day opening work ports + trains plan +", NULL);
}
END_TEST

START_TEST(markers_that_crossed_keep_their_ids)
{
  match_in(numbered,
           "# X\n\n<!-- op roads -->\nDas.\n\n<!-- op ports -->\nDies.\n\n"
           "<!-- op trains -->\nJenes.\n",
           "title roads ports trains", NULL);
}
END_TEST

/* Where a paragraph is missing, the numbers behind it are equal to those of other clauses. */
START_TEST(a_paragraph_that_is_missing_shifts_the_numbers)
{
  const char *first =
      "<!-- heading t -->\n# T\n\n<!-- op ports no=1 -->\nWe build 12 ports in 2030.\n\n"
      "<!-- heading two -->\n## Two\n\n<!-- op roads no=2 -->\nWe build 45 roads.\n\n"
      "<!-- op trains no=3 -->\nWe build 1,250 trains in 30 days.\n\n"
      "<!-- op ships no=4 -->\nWe send 5 ships by 2028.\n\n"
      "<!-- heading end -->\n## End\n\n<!-- op report no=5 -->\nWe report by 31 March 2028.[^1]\n\n"
      "[^1]: As in 2024.\n";
  match_in(first,
           "# X\n\n1. 12 Haefen bis 2030.\n\n## Y\n\n2. 1 250 Zuege in 30 Tagen.\n\n"
           "3. Bis 2028 kommen 5 Schiffe.\n\n## Z\n\n4. Ein Bericht am 31.3.2028.[^1]\n\n"
           "[^1]: Wie 2024.\n",
           "t ports two trains ships end report +",
           "7: before this line nothing stands for the op roads of the first language\n"
           "7: the number 2 is typed here, and 3 for the same clause in the first language, op "
           "trains\n"
           "9: the number 3 is typed here, and 4 for the same clause in the first language, op "
           "ships\n"
           "13: the number 4 is typed here, and 5 for the same clause in the first language, op "
           "report\n");
}
END_TEST

START_TEST(time_is_linear)
{
  g_autoptr(GString) first = g_string_new("# T\n\n"), second = g_string_new("# T\n\n");
  for (guint i = 0; i < 20000; i++) {
    g_string_append_printf(first, "<!-- op c%u -->\nWe build number %u.\n\n", i, i);
    g_string_append_printf(second, "Das %u.\n\n", i);
  }
  g_autoptr(AdrefNode) document = adref_markdown_read(first->str, first->len, NULL, NULL, NULL);
  g_autoptr(AdrefIncomingText) incoming = read_incoming(second->str);
  ck_assert_uint_eq(adref_clause_order_match(incoming, document, NULL), 0);
  const AdrefIncomingParagraph *last = incoming->paragraphs->pdata[20000];
  ck_assert_str_eq(last->id, "c19999");
}
END_TEST

TCase *tcase_clause_order(void)
{
  TCase *tcase = tcase_create("clause_order");
  tcase_add_test(tcase, by_headings_and_order);
  tcase_add_test(tcase, by_markers);
  tcase_add_test(tcase, by_kind_where_the_count_differs);
  tcase_add_test(tcase, preambular_paragraphs_have_no_typed_number);
  tcase_add_test(tcase, by_numbers_dates_and_annexes);
  tcase_add_test(tcase, labels_that_stand_alone_begin_clauses);
  tcase_add_test(tcase, a_paragraph_without_a_number_is_no_partner_of_one_with);
  tcase_add_test(tcase, markers_that_crossed_keep_their_ids);
  tcase_add_test(tcase, a_paragraph_that_is_missing_shifts_the_numbers);
  tcase_add_test(tcase, time_is_linear);
  return tcase;
}

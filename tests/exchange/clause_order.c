#include "exchange/clause_order.h"

#include "clause/markdown_read.h"
#include "exchange/cases.h"

static const char english[] = "# T\n\n<!-- chapeau opening -->\nA.\n\n<!-- pp peace -->\nB;\n\n"
                              "## One\n\n<!-- op ports -->\nC.\n\n<!-- op roads -->\nD.\n";

static guint match(const char *text, const char *expected)
{
  g_autoptr(AdrefNode) document = adref_markdown_read(english, strlen(english), NULL, NULL, NULL);
  g_autoptr(AdrefIncomingText) incoming = read_incoming(text);
  guint unmatched = adref_clause_order_match(incoming, document);
  g_autoptr(GString) actual = g_string_new(NULL);
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    g_string_append_printf(actual, "%s ", paragraph->id ? paragraph->id : "-");
  }
  ck_assert_str_eq(g_strchomp(actual->str), expected);
  return unmatched;
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
      match("# X\n\nEins,\n\n## Y\n\nDrei.\n\nVier.\n\nSechs.\n", "- opening - ports roads -"), 1);
}
END_TEST

TCase *tcase_clause_order(void)
{
  TCase *tcase = tcase_create("clause_order");
  tcase_add_test(tcase, by_headings_and_order);
  tcase_add_test(tcase, by_markers);
  tcase_add_test(tcase, by_kind_where_the_count_differs);
  return tcase;
}

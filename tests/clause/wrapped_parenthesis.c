#include "clause/wrapped_parenthesis.h"

#include <string.h>

#include "clause/cases.h"
#include "suite.h"

/* The text with "^" for each parenthesis that is found. */
static void finds(const char *text, const char *expected)
{
  g_autofree char *marked = g_strdup(text);
  g_autoptr(GArray) found = adref_wrapped_parentheses_find(text, strlen(text));
  for (guint i = 0; found && i < found->len; i++)
    marked[g_array_index(found, gsize, i)] = '^';
  ck_assert_str_eq(marked, expected);
}

START_TEST(a_line_may_begin_with_the_end_of_a_parenthesis)
{
  finds("A (page\n1) holds", "A (page\n1^ holds");
  finds("> A (page\n>   1) holds", "> A (page\n>   1^ holds");
  finds("- A (b (c)\n  1)\tholds (d\n1) e", "- A (b (c)\n  1^\tholds (d\n1^ e");
  finds("A (page\n907) holds", "A (page\n907^ holds");
  finds("- - (3010 +\n    3110)", "- - (3010 +\n    3110^");
  finds("A (page\n7) one\n9) two", "A (page\n7^ one\n9) two");
  finds("A \\) (page\n1) holds\n1) again", "A \\) (page\n1^ holds\n1) again");
}
END_TEST

START_TEST(what_begins_a_list)
{
  finds("A page\n1) holds", "A page\n1) holds");
  finds("A (b) page\n1) holds", "A (b) page\n1) holds");
  finds("A \\(page\n1) holds", "A \\(page\n1) holds");
  finds("A (page\n\n1) holds", "A (page\n\n1) holds");
  finds("A (page\n1) one\n2) two", "A (page\n1) one\n2) two");
  finds("A (page\n7) one\n8) two", "A (page\n7) one\n8) two");
  finds("A (page\n1234567890) B", "A (page\n1234567890) B");
  finds("A (page\n1)holds", "A (page\n1)holds");
  finds("- A (page\n- B\n  1) one", "- A (page\n- B\n  1) one");
  finds("3. A (page\n4. B\n  1) one", "3. A (page\n4. B\n  1) one");
  finds("# A (page\n# B\n1) one", "# A (page\n# B\n1) one");
}
END_TEST

START_TEST(code_and_html_stay)
{
  finds("```\nf(0,\n1) + 2\n```\nA (b\n1) c", "```\nf(0,\n1) + 2\n```\nA (b\n1^ c");
  finds("~~~\n```\nf(0,\n1) + 2\n~~~\n", "~~~\n```\nf(0,\n1) + 2\n~~~\n");
  finds("<!-- (\n1) -->\n\nA (b\n1) c", "<!-- (\n1) -->\n\nA (b\n1^ c");
}
END_TEST

TCase *tcase_wrapped_parenthesis(void)
{
  TCase *tcase = tcase_create("wrapped_parenthesis");
  tcase_add_test(tcase, a_line_may_begin_with_the_end_of_a_parenthesis);
  tcase_add_test(tcase, what_begins_a_list);
  tcase_add_test(tcase, code_and_html_stay);
  return tcase;
}

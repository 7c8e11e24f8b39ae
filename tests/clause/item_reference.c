#include "clause/labels/item_reference.h"

#include <string.h>

#include "clause/cases.h"

/* References in words, as "start-end" in bytes with the number of names. */
static const struct {
  const char *words, *found;
} words[] = {
    {"paragraph 1 (b)", "12-15:1"},
    {"1(b)(ii)", "1-8:2"},
    {"1 (b) (ii) and (iii)", "2-10:2 15-20:1"},
    {"(c) of paragraph 1", "0-3:1"},
    {"(a)(b)(c)(d)(e)", "0-12:4 12-15:1"},
    {"(xviii) (xxviii)", "0-7:1"},
    {"第1項(b)", "7-10:1"},
    {"第1項（b）", "7-14:1"},
    {"ข้อ 1 (ก)", "12-17:1"},
    {"12 (11)", "3-7:1"},
    {"1 (2)", "2-5:1"},
    {"1 (b", ""},
    {"1 ()", ""},
    {"the text (see below)", ""},
    {"( b)", ""},
    {"", ""},
};

START_TEST(names_in_parentheses_are_a_reference)
{
  g_autoptr(GString) found = g_string_new(NULL);
  AdrefItemReference reference = {0};
  const char *text = words[_i].words;
  while (adref_item_reference_next(text, strlen(text), reference.end, &reference))
    g_string_append_printf(found, "%s%u-%u:%u", found->len > 0 ? " " : "", (guint)reference.start,
                           (guint)reference.end, reference.count);
  ck_assert_str_eq(found->str, words[_i].found);
}
END_TEST

/* The words of the item that a reference names in the first clause, and its name. */
static const struct {
  const char *text, *reference, *item, *name;
} items[] = {
    {"<!-- op a -->\nWe:\n\n1. meet;\n2. report.\n", "(b)", "report.", "b"},
    {"<!-- op a -->\nWe:\n\n1. meet;\n2. report.\n", "(B)", "report.", "b"},
    {"<!-- op a -->\nWe:\n\n1. meet;\n2. report.\n", "(2)", "report.", "2"},
    {"<!-- op a -->\nWe:\n\n3. meet;\n7. report.\n", "(g)", "report.", "g"},
    {"<!-- op a -->\nWe:\n\n1. meet;\n2. report.\n", "(c)", NULL, NULL},
    {"<!-- op a -->\nWe:\n\n1. meet:\n   1. soon,\n   2. here;\n", "(a)(ii)", "here;", "ii"},
    {"<!-- op a -->\nWe:\n\n1. meet:\n   1. soon,\n   2. here;\n", "(a)(iii)", NULL, NULL},
    {"<!-- op a -->\nWe:\n(a) meet;\n(b) report.\n", "(b)", "(b) report.", "b"},
    {"<!-- op a -->\nWe:\na) meet;\nb) report.\n", "(b)", "b) report.", "b"},
    {"<!-- op a -->\nWe:\n\n- meet;\n- report.\n", "(b)", NULL, NULL},
    {"<!-- closing a -->\nWe:\n\n1. meet;\n2. report.\n", "(2)", "report.", "2"},
    {"<!-- closing a -->\nWe:\n\n1. meet;\n2. report.\n", "(b)", NULL, NULL},
    {"<!-- op a -->\nWe:\n\n1. meet;\n\nand:\n\n1. report;\n2. end.\n", "(b)", "end.", "b"},
    {"<!-- op a -->\nWe act.\n", "(b)", NULL, NULL},
};

START_TEST(a_reference_names_an_item)
{
  g_autoptr(AdrefNode) document = read_plain(items[_i].text);
  g_autoptr(AdrefItemIndex) index = adref_item_index_new();
  const char *text = items[_i].reference;
  AdrefItemReference reference;
  ck_assert(adref_item_reference_next(text, strlen(text), 0, &reference));
  const AdrefNode *item = adref_item_reference_find(index, document->first, text, &reference);
  ck_assert_int_eq(item != NULL, items[_i].item != NULL);
  if (!item)
    return;
  g_autofree char *said = adref_node_words(item);
  g_autofree char *name = adref_item_reference_name(index, item, text + 1);
  ck_assert_str_eq(said, items[_i].item);
  ck_assert_str_eq(name, items[_i].name);
}
END_TEST

/* What is reported of "[...](#a)" behind a clause with two items. */
static const struct {
  const char *words, *message;
} checks[] = {
    {"paragraph 1 (b)", NULL},
    {"paragraph 1 (c)", "the reference names (c) of a, which has only (a), (b)"},
    {"paragraph 1(a)(i)", "the reference names (a)(i) of a, which has only (a), (b)"},
    {"第1項(c)", "the reference names (c) of a, which has only (a), (b)"},
    {"paragraph 1, the Plan (ii)", NULL},
    {"(c) of paragraph 1", "the reference names (c) of a, which has only (a), (b)"},
    {"our work (c)", NULL},
    {"paragraph 1 (11)", "the reference names (11) of a, which has only (a), (b)"},
};

START_TEST(an_item_that_is_missing_is_reported)
{
  g_autofree char *text = g_strdup_printf(
      "<!-- op a -->\nWe:\n\n1. meet;\n2. report.\n\n<!-- op z -->\nSee [%s](#a).\n",
      checks[_i].words);
  g_autoptr(GPtrArray) problems = adref_problems_new();
  g_autoptr(AdrefNode) document = read_text(text, NULL, problems);
  const AdrefProblem *problem = problems->len > 0 ? problems->pdata[0] : NULL;
  ck_assert_pstr_eq(problem ? problem->message : NULL, checks[_i].message);
}
END_TEST

/* Five names are listed at most; many references to a long list take linear time. */
START_TEST(long_lists)
{
  enum {
    MANY = 30000
  };
  g_autoptr(GString) text = g_string_new("<!-- op a -->\nWe:\n\n");
  for (guint i = 1; i <= MANY; i++)
    g_string_append_printf(text, "%u. meet;\n", i);
  g_string_append(text, "\n<!-- op z -->\n");
  for (guint i = 1; i <= MANY; i++)
    g_string_append(text, "[1 (z9)](#a) ");
  g_autoptr(GPtrArray) problems = adref_problems_new();
  gint64 before = g_get_monotonic_time();
  g_autoptr(AdrefNode) document = read_text(text->str, NULL, problems);
  ck_assert_int_lt(g_get_monotonic_time() - before, 10 * G_USEC_PER_SEC);
  ck_assert_str_eq(((const AdrefProblem *)problems->pdata[0])->message,
                   "the reference names (z9) of a, which has only (a), (b), (c), (d), (e), ...");
}
END_TEST

TCase *tcase_item_reference(void)
{
  TCase *tcase = tcase_create("item_reference");
  tcase_set_timeout(tcase, 30);
  tcase_add_loop_test(tcase, names_in_parentheses_are_a_reference, 0, G_N_ELEMENTS(words));
  tcase_add_loop_test(tcase, a_reference_names_an_item, 0, G_N_ELEMENTS(items));
  tcase_add_loop_test(tcase, an_item_that_is_missing_is_reported, 0, G_N_ELEMENTS(checks));
  tcase_add_test(tcase, long_lists);
  return tcase;
}

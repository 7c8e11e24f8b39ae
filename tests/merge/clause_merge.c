#include "merge/join/clause_merge.h"

#include "merge/cases.h"

#define A      "<!-- op a -->\nFirst words.\n\n"
#define B      "<!-- op b -->\nSecond words, see [paragraph 1](#a).\n\n"
#define C      "<!-- op c -->\nThird words.\n\n"
#define A2     "<!-- op a -->\nFirst words, changed.\n\n"
#define B2     "<!-- op b -->\nSecond words, changed, see [paragraph 1](#a).\n\n"
#define FRONT  "---\ndate: 1\n---\n"
#define FRONT2 "---\ndate: 2\n---\n"
#define NEW    "<!-- op new -->\nNew words.\n\n"

/* What the merge of two edits gives, and the conflict that it names. */
static const struct {
  const char *base, *ours, *theirs, *expected, *conflict;
} cases[] = {
    {A B C, A2 B C, A B2 C, A2 B2 C, NULL},
    {A B C, A B C, A B2 C, A B2 C, NULL},
    {A B C, A2 B C, A2 B C, A2 B C, NULL},
    {A B C, A2 B C, A B NEW C, A2 B NEW C, NULL},
    {A B C, B C, A B C NEW, B C NEW, NULL},
    {A B C, NEW A B C, A B C, NEW A B C, NULL},
    {A B C, C A B, A B2 C, C A B2, NULL},
    {A B C, A B2 C, C A B, C A B2, NULL},
    {A B C, C A B, A B NEW C, C A B NEW, NULL},
    {A B C, A C, A C, A C, NULL},
    {A B C, A B C NEW, A B C NEW, A B C NEW, NULL},
    /* only the number in its reference changed: that is no change of the clause */
    {A B C, A B2 C, NEW A "<!-- op b -->\nSecond words, see [paragraph 2](#a).\n\n" C, NEW A B2 C,
     NULL},
    {A B C, A2 B C, "<!-- op a -->\nFirst words, otherwise.\n\n" B C,
     "<!-- op a -->\nFirst words, otherwise.\n\n" A2 B C, "a"},
    {A B C, A2 B C, B C, A2 B C, "a"},
    {A B C, B C, A2 B C, A2 B C, "a"},
    {A B C, A NEW B C, A B C "<!-- op new -->\nOther new words.\n",
     A B C "<!-- op new -->\nOther new words.\n\n" NEW, "new"},
    {A B C, C A B, B A C, C A B, "the order of the clauses"},
    {A B C, "<!-- pp a -->\nFirst words.\n\n" B C, "<!-- op a no=7 -->\nFirst words.\n\n" B C,
     "<!-- op a no=7 -->\nFirst words.\n\n<!-- pp a -->\nFirst words.\n\n" B C, "a"},
    {A B C, "<!-- op a -->\nFirst words.\n\n<!-- note JPN: x -->\n\n" B C, A2 B C,
     A2 "<!-- op a -->\nFirst words.\n\n<!-- note JPN: x -->\n\n" B C, "a"},
    /* front matter */
    {FRONT A, FRONT2 A, FRONT A2, FRONT2 "\n" A2, NULL},
    {FRONT A, FRONT A2, FRONT2 A, FRONT2 "\n" A2, NULL},
    {FRONT A, A, FRONT2 A, A, NULL},
    /* texts without markers */
    {"one\n\ntwo\n\nthree\n", "one\n\ntwo x\n\nthree\n", "one\n\ntwo\n\nthree y\n",
     "one\n\ntwo x\n\nthree y\n", NULL},
    {"one\n\ntwo\n\nthree\n", "one\n\ntwo x\n\nthree\n", "one\n\ntwo y\n\nthree\n",
     "one\n\ntwo x\n\ntwo y\n\nthree\n", "\"two\""},
    {"one\n\none\n\none\n", "one\n\none\n", "one\n\none\n\none\n\nend\n", "one\n\none\n\nend\n",
     NULL},
    {"", "one\n", "two\n", "one\n\ntwo\n", NULL},
    {"the first clause without an id has so many words that no message shows all of them\n", "x\n",
     "y\n", "x\n\ny\n", "\"the first clause without an id has so many words that no me ...\""},
};

/* The canonical form once the numbers were counted anew. Frees the document. */
static GString *reread(AdrefNode *document)
{
  g_autoptr(AdrefNode) owned = document;
  g_autoptr(GString) text = adref_canonical(document);
  g_autoptr(AdrefNode) again = read_text(text->str, NULL, NULL);
  return adref_canonical(again);
}

START_TEST(merges_clause_by_clause)
{
  g_autoptr(AdrefNode) base = read_text(cases[_i].base, NULL, NULL);
  g_autoptr(AdrefNode) ours = read_text(cases[_i].ours, NULL, NULL);
  g_autoptr(AdrefNode) theirs = read_text(cases[_i].theirs, NULL, NULL);
  g_autoptr(GPtrArray) conflicts = g_ptr_array_new_with_free_func(g_free);
  AdrefNode *merged = adref_clause_merge(base, ours, theirs, conflicts);
  g_autoptr(GString) got = reread(merged);
  ck_assert_uint_eq(conflicts->len, cases[_i].conflict ? 1 : 0);
  if (cases[_i].conflict)
    ck_assert_str_eq(conflicts->pdata[0], cases[_i].conflict);
  g_autoptr(GString) want = reread(read_text(cases[_i].expected, NULL, NULL));
  ck_assert_str_eq(got->str, want->str);
}
END_TEST

/* merge(b, a, b) = a, merge(b, b, a) = a, merge(b, a, a) = a for every pair of the cases. */
START_TEST(one_side_alone_is_taken)
{
  const char *const pair[] = {cases[_i].base, cases[_i].ours};
  g_autoptr(AdrefNode) base = read_text(pair[0], NULL, NULL);
  g_autoptr(AdrefNode) edited = read_text(pair[1], NULL, NULL);
  g_autoptr(GString) want = adref_canonical(edited);
  const AdrefNode *const sides[][2] = {{edited, base}, {base, edited}, {edited, edited}};
  for (gsize i = 0; i < G_N_ELEMENTS(sides); i++) {
    g_autoptr(GPtrArray) conflicts = g_ptr_array_new_with_free_func(g_free);
    AdrefNode *merged = adref_clause_merge(base, sides[i][0], sides[i][1], conflicts);
    ck_assert_uint_eq(conflicts->len, 0);
    g_autoptr(GString) got = reread(merged);
    ck_assert_str_eq(got->str, want->str);
  }
}
END_TEST

TCase *tcase_clause_merge(void)
{
  TCase *tcase = tcase_create("clause_merge");
  tcase_add_loop_test(tcase, merges_clause_by_clause, 0, G_N_ELEMENTS(cases));
  tcase_add_loop_test(tcase, one_side_alone_is_taken, 0, G_N_ELEMENTS(cases));
  return tcase;
}

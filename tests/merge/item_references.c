#include "merge/join/item_references.h"

#include "base/error.h"
#include "clause/markdown/canonical.h"
#include "merge/cases.h"

#define ITEMS(items) "<!-- op a -->\nWe:\n\n" items "\n<!-- op z -->\n"

#define TWO   ITEMS("1. meet in Tokyo;\n2. report on the work.\n")
#define THREE ITEMS("1. prepare;\n2. meet in Tokyo;\n3. report on the work.\n")
#define SWAP  ITEMS("1. report on the work;\n2. meet in Tokyo.\n")
#define ONE   ITEMS("1. meet in Tokyo.\n")
#define DEEP  ITEMS("1. meet:\n   1. soon in Tokyo,\n   2. here in Hanoi;\n2. report on the work.\n")
#define DEEPER                                                                                     \
  ITEMS("1. prepare;\n2. meet:\n   1. at once,\n   2. soon in Tokyo,\n   3. here in Hanoi;\n"      \
        "3. report on the work.\n")
#define LABELS "<!-- op a -->\nWe:\n(a) meet in Tokyo;\n(b) report on the work.\n\n<!-- op z -->\n"
#define LABELS3                                                                                    \
  "<!-- op a -->\nWe:\n(a) prepare;\n(b) meet in Tokyo;\n(c) report on the work.\n\n<!-- op z "    \
  "-->\n"

/* The words of references before, in the edited text, and when they followed; NULL: as edited. */
static const struct {
  const char *before, *old, *after, *edited, *followed;
  const char *problem;
} cases[] = {
    {TWO, "[1 (b)](#a)", THREE, "[1 (b)](#a)", "[1 (c)](#a)", NULL},
    {TWO, "[1 (2)](#a)", THREE, "[1 (2)](#a)", "[1 (3)](#a)", NULL},
    {TWO, "[1 (a)](#a)", THREE, "[1 (a)](#a)", "[1 (b)](#a)", NULL},
    {THREE, "[1 (c)](#a)", TWO, "[1 (c)](#a)", "[1 (b)](#a)", NULL},
    {TWO, "[1 (b)](#a)", TWO, "[1 (b)](#a)", NULL, NULL},
    {LABELS, "[1 (b)](#a)", LABELS3, "[1 (b)](#a)", "[1 (c)](#a)", NULL},
    {DEEP, "[1 (a)(ii)](#a)", DEEPER, "[1 (a)(ii)](#a)", "[1 (b)(iii)](#a)", NULL},
    {DEEP, "[1 (a) (i) and (ii)](#a)", DEEPER, "[1 (a) (i) and (ii)](#a)",
     "[1 (b) (ii) and (iii)](#a)", NULL},
    {TWO, "[(a) to (b) of 1](#a)", THREE, "[(a) to (b) of 1](#a)", "[(b) to (c) of 1](#a)", NULL},
    {TWO, "[第1項（b）](#a)", THREE, "[第1項（b）](#a)", "[第1項（c）](#a)", NULL},
    /* several references: each is compared with the one at its place */
    {TWO, "[1 (a)](#a), [1 (b)](#a)", THREE, "[1 (a)](#a), [1 (b)](#a)", "[1 (b)](#a), [1 (c)](#a)",
     NULL},
    {TWO, "[1 (a)](#a), [1 (b)](#a)", THREE, "[1 (b)](#a), [1 (c)](#a)", NULL, NULL},
    {TWO, "[1 (b)](#a)", THREE, "[1 (b)](#a), [1 (a)](#a)", "[1 (c)](#a), [1 (a)](#a)", NULL},
    {TWO, "[1 (b)](#a)", THREE, "[1 (a)](#a), [1 (b)](#a)", "[1 (a)](#a), [1 (c)](#a)", NULL},
    /* what a person wrote is meant */
    {TWO, "[1 (b)](#a)", THREE, "[1 (c)](#a)", NULL, NULL},
    {TWO, "Words.", THREE, "[1 (b)](#a)", NULL, NULL},
    {TWO, "[1](#a)", THREE, "[1](#a)", NULL, NULL},
    {TWO, "[1 (d)](#a)", THREE, "[1 (d)](#a)", NULL, NULL},
    /* what cannot be decided */
    {TWO, "[1 (b)](#a)", ONE, "[1 (b)](#a)", NULL, NULL}, /* reading says it */
    {TWO, "[our work (b)](#a)", ONE, "[our work (b)](#a)", NULL,
     "the reference to (b) of a: which item that is now cannot be decided, for it is gone, was "
     "replaced or stands elsewhere; write the reference anew"},
    {TWO, "[1 (a)](#a)", ITEMS("1. report on the work.\n"), "[1 (a)](#a)", NULL,
     "the reference to (a) of a: which item that is now cannot be decided, for it is gone, was "
     "replaced or stands elsewhere; write the reference anew"},
    {SWAP, "[1 (a)](#a)", DEEP, "[1 (a)](#a)", "[1 (b)](#a)", NULL},
};

START_TEST(a_reference_follows_its_item)
{
  g_autofree char *was = g_strconcat(cases[_i].before, cases[_i].old, "\n", NULL);
  g_autofree char *is = g_strconcat(cases[_i].after, cases[_i].edited, "\n", NULL);
  g_autofree char *then = g_strconcat(
      cases[_i].after, cases[_i].followed ? cases[_i].followed : cases[_i].edited, "\n", NULL);
  g_autoptr(AdrefNode) old = read_text(was, NULL, NULL), new = read_text(is, NULL, NULL);
  g_autoptr(AdrefNode) expected = read_text(then, NULL, NULL);
  g_autoptr(GPtrArray) changes = g_ptr_array_new_with_free_func(adref_item_reference_change_free);
  g_autoptr(GPtrArray) problems = adref_problems_new();
  adref_item_references_follow(old, new, "en", changes, problems);
  g_autoptr(GString) got = adref_canonical(new), wanted = adref_canonical(expected);
  const AdrefProblem *problem = problems->len > 0 ? problems->pdata[0] : NULL;
  ck_assert_str_eq(got->str, wanted->str);
  ck_assert_int_eq(changes->len > 0, cases[_i].followed != NULL);
  ck_assert_pstr_eq(problem ? problem->message : NULL, cases[_i].problem);
  /* once more changes nothing */
  g_ptr_array_set_size(changes, 0);
  adref_item_references_follow(new, new, "en", changes, NULL);
  ck_assert_uint_eq(changes->len, 0);
}
END_TEST

/* Many references to a long list take linear time. */
START_TEST(many_references)
{
  enum {
    MANY = 5000
  };
  GString *texts[2];
  for (guint side = 0; side < 2; side++) {
    texts[side] = g_string_new("<!-- op a -->\nWe:\n\n");
    for (guint i = 1 - side; i <= MANY; i++)
      g_string_append_printf(texts[side], "%u. meet %u;\n", i + side, i);
    g_string_append(texts[side], "\n<!-- op z -->\n");
    for (guint i = 1; i <= MANY; i++)
      g_string_append_printf(texts[side], "[1 (%u)](#a) ", i);
  }
  g_autoptr(AdrefNode) old = read_text(texts[0]->str, NULL, NULL);
  g_autoptr(AdrefNode) new = read_text(texts[1]->str, NULL, NULL);
  g_autoptr(GPtrArray) changes = g_ptr_array_new_with_free_func(adref_item_reference_change_free);
  gint64 before = g_get_monotonic_time();
  adref_item_references_follow(old, new, "en", changes, NULL);
  ck_assert_int_lt(g_get_monotonic_time() - before, 10 * G_USEC_PER_SEC);
  ck_assert_uint_eq(changes->len, MANY);
  g_string_free(texts[0], TRUE);
  g_string_free(texts[1], TRUE);
}
END_TEST

TCase *tcase_item_references(void)
{
  TCase *tcase = tcase_create("item_references");
  tcase_set_timeout(tcase, 30);
  tcase_add_loop_test(tcase, a_reference_follows_its_item, 0, G_N_ELEMENTS(cases));
  tcase_add_test(tcase, many_references);
  return tcase;
}

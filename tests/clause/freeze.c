#include "clause/labels/freeze.h"

#include "clause/cases.h"

static void text_is(const AdrefNode *document, const char *expected)
{
  g_autoptr(GString) canonical = adref_canonical(document);
  ck_assert_str_eq(canonical->str, expected);
}

START_TEST(freezes_what_is_numbered)
{
  g_autoptr(AdrefNode) document = read_plain(
      "# Title\n\n<!-- pp a -->\nx\n\n<!-- op b no=12 -->\nx\n\n<!-- op c -->\nx\n\n"
      "<!-- op d alt=c -->\nx\n\n<!-- closing e -->\nx\n\n<!-- annex -->\n# Plan\n\n## First\n\n"
      "<!-- item f -->\nx\n");
  ck_assert_uint_eq(adref_freeze(document), 3);
  text_is(document, "# Title\n\n<!-- pp a no=1 -->\nx\n\n<!-- op b no=12 -->\nx\n\n"
                    "<!-- op c no=12bis -->\nx\n\n<!-- op d alt=c -->\nx\n\n"
                    "<!-- closing e -->\nx\n\n<!-- annex -->\n# Plan\n\n## First\n\n"
                    "<!-- item f no=1.1 -->\nx\n");
  ck_assert_uint_eq(adref_freeze(document), 0);
}
END_TEST

START_TEST(freezes_any_suffix)
{
  g_autoptr(AdrefNode) document = read_plain("<!-- op no=1decies -->\nx\n\n<!-- op -->\nx\n");
  adref_freeze(document);
  g_autoptr(GString) canonical = adref_canonical(document);
  ck_assert_str_eq(canonical->str, "<!-- op no=1decies -->\nx\n\n<!-- op no=1n11 -->\nx\n");
  g_autoptr(AdrefNode) again = read_plain(canonical->str);
  ck_assert_str_eq(again->last->as.clause->number, "1 (11)");
}
END_TEST

#define DRAFT                                                                                      \
  "# Title\n\n<!-- op a no=1 -->\nx\n\n## Part\n\n<!-- op b no=2 -->\ny\n\n"                       \
  "<!-- op c no=2bis -->\nz\n\n<!-- op d alt=c -->\nv\n\n<!-- op no=3 -->\nw\n\n"

/* A later text of the draft, and this text with its "[deleted]" clauses; NULL: none are added. */
static const struct {
  const char *now;
  const char *expected;
} gone[] = {
    {DRAFT, NULL},
    {"# Title\n\n<!-- op a no=1 -->\nx\n\n## Part\n\n<!-- op c no=2bis -->\nz\n\n"
     "<!-- op no=3 -->\nw\n",
     "# Title\n\n<!-- op a no=1 -->\nx\n\n## Part\n\n<!-- op b no=2 -->\n\\[deleted\\]\n\n"
     "<!-- op c no=2bis -->\nz\n\n<!-- op no=3 -->\nw\n"},
    {"", "<!-- op a no=1 -->\n\\[deleted\\]\n\n<!-- op b no=2 -->\n\\[deleted\\]\n\n"
         "<!-- op c no=2bis -->\n\\[deleted\\]\n\n<!-- op no=3 -->\n\\[deleted\\]\n"},
    /* moved, with another id, without its number */
    {"<!-- op no=3 -->\nw\n\n<!-- op c no=2bis -->\nz\n\n<!-- op bb no=2 -->\ny\n\n"
     "<!-- op a -->\nx\n",
     NULL},
    {"<!-- op b no=2 -->\ny\n\n<!-- op a no=1 -->\nx\n",
     "<!-- op b no=2 -->\ny\n\n<!-- op c no=2bis -->\n\\[deleted\\]\n\n"
     "<!-- op no=3 -->\n\\[deleted\\]\n\n<!-- op a no=1 -->\nx\n"},
    /* the same number in an annex is another number */
    {"<!-- op a no=1 -->\nx\n\n<!-- op b no=2 -->\nx\n\n<!-- op c no=2bis -->\nx\n\n"
     "<!-- annex -->\n# Annex\n\n<!-- op no=3 -->\nw\n",
     "<!-- op a no=1 -->\nx\n\n<!-- op b no=2 -->\nx\n\n<!-- op c no=2bis -->\nx\n\n"
     "<!-- op no=3 -->\n\\[deleted\\]\n\n<!-- annex -->\n# Annex\n\n<!-- op no=3 -->\nw\n"},
};

START_TEST(keeps_the_numbers_of_what_is_gone)
{
  g_autoptr(AdrefNode) draft = read_plain(DRAFT), document = read_plain(gone[_i].now);
  g_autoptr(GString) before = adref_canonical(document);
  guint count = adref_freeze_deleted(document, draft);
  text_is(document, gone[_i].expected ? gone[_i].expected : before->str);
  ck_assert_int_eq(count > 0, gone[_i].expected != NULL);
  ck_assert_uint_eq(adref_freeze_deleted(document, draft), 0);
}
END_TEST

START_TEST(a_deleted_clause_is_words)
{
  g_autoptr(GPtrArray) problems = adref_problems_new();
  g_autoptr(AdrefNode) document =
      read_text("<!-- op a no=1 -->\n\\[deleted\\]\n\n<!-- op b no=2 -->\n[deleted]\n\n"
                "<!-- op c -->\nSee [paragraph 7](#a).\n\n<!-- op d -->\n",
                NULL, problems);
  ck_assert_uint_eq(problems->len, 0);
  ck_assert(adref_freeze_is_deleted(document->first));
  ck_assert(!adref_freeze_is_deleted(document->first->next));
  ck_assert(!adref_freeze_is_deleted(document->last->prev));
  ck_assert(!adref_freeze_is_deleted(document->last));
  adref_unfreeze(document);
  adref_numbering_apply(document, &adref_numbering_default, NULL);
  text_is(document, "<!-- op b -->\n[deleted]\n\n<!-- op c -->\nSee [paragraph 1](#a).\n\n"
                    "<!-- op d -->\n");
}
END_TEST

TCase *tcase_freeze(void)
{
  TCase *tcase = tcase_create("freeze");
  tcase_add_test(tcase, freezes_what_is_numbered);
  tcase_add_test(tcase, freezes_any_suffix);
  tcase_add_loop_test(tcase, keeps_the_numbers_of_what_is_gone, 0, G_N_ELEMENTS(gone));
  tcase_add_test(tcase, a_deleted_clause_is_words);
  return tcase;
}

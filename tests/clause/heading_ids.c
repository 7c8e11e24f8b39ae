#include "clause/text/heading_ids.h"

#include <string.h>

#include "clause/cases.h"
#include "clause/markdown/canonical.h"

static const struct {
  const char *text, *ids; /* what the headings get */
} cases[] = {
    {"# Joint Statement\n", "title"},
    {"## Part Two: *Security*\n\n## [A - JPN / B]\n", "part-two-security a-b"},
    {"# One\n\n# Two\n", "title two"},
    {"## S\n\n## S\n\n<!-- op s-3 -->\nWe act.\n\n## S\n", "s s-2 s-4"},
    {"## Coop\303\251ration r\303\251gionale\n", "cooperation"},
    {"## \347\254\254\344\272\214\351\203\250\n\n## 2\n", "heading heading-2"},
    {"## Cooperation with the private sector\n", "cooperation-with-the"},
    {"## Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", "aaaaaaaaaaaaaaaaaaaa"},
    {"## Japan's -- *and* \"theirs\"\n", "japans-and-theirs"},
    {"<!-- heading x -->\n## Kept\n\n## X\n", "x x-2"},
    {"<!-- annex a -->\n## Of the annex\n\nWords.\n", ""},
    {"", ""},
};

static char *ids_of(const AdrefNode *document)
{
  GString *ids = g_string_new(NULL);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->as.clause->kind == ADREF_TITLE)
      g_string_append_printf(ids, "%s%s", ids->len > 0 ? " " : "",
                             clause->as.clause->id ? clause->as.clause->id : "-");
  return g_string_free(ids, FALSE);
}

START_TEST(a_heading_gets_an_id_from_its_words)
{
  g_autoptr(AdrefNode) document = read_plain(cases[_i].text);
  adref_heading_ids_give(document, NULL);
  g_autofree char *ids = ids_of(document);
  ck_assert_str_eq(ids, cases[_i].ids);
  g_autoptr(GString) text = adref_canonical(document);
  g_autoptr(AdrefNode) again = read_plain(text->str);
  g_autofree char *read = ids_of(again);
  ck_assert_str_eq(read, ids);
  ck_assert_uint_eq(adref_heading_ids_give(again, NULL), 0);
}
END_TEST

START_TEST(another_language_takes_the_ids_of_the_first)
{
  g_autoptr(AdrefNode) rolling = read_plain("# A\n\n## B\n\n## C\n");
  g_autoptr(AdrefNode) same = read_plain("# \347\224\262\n\n## \344\271\231\n\n## \344\270\231\n");
  g_autoptr(AdrefNode) fewer = read_plain("# \347\224\262\n\n## \344\271\231\n");
  g_autoptr(AdrefNode) levels = read_plain("# A\n\n### B\n\n## C\n");
  g_autoptr(AdrefNode) some = read_plain("<!-- heading b -->\n# A\n\n## B\n\n## C\n");
  ck_assert_uint_eq(adref_heading_ids_give(rolling, NULL), 3);
  ck_assert_uint_eq(adref_heading_ids_give(same, rolling), 3);
  ck_assert_uint_eq(adref_heading_ids_give(fewer, rolling), 0);
  ck_assert_uint_eq(adref_heading_ids_give(levels, rolling), 0);
  ck_assert_uint_eq(adref_heading_ids_give(some, rolling), 1);
  g_autofree char *ids = ids_of(same), *kept = ids_of(some);
  ck_assert_str_eq(ids, "title b c");
  ck_assert_str_eq(kept, "b - c");
}
END_TEST

START_TEST(many_equal_headings_take_linear_time)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < 50000; i++)
    g_string_append(text, "## Same\n\n");
  g_autoptr(AdrefNode) document = read_plain(text->str);
  ck_assert_uint_eq(adref_heading_ids_give(document, NULL), 50000);
  ck_assert_str_eq(document->last->as.clause->id, "same-50000");
}
END_TEST

TCase *tcase_heading_ids(void)
{
  TCase *tcase = tcase_create("heading_ids");
  tcase_add_loop_test(tcase, a_heading_gets_an_id_from_its_words, 0, G_N_ELEMENTS(cases));
  tcase_add_test(tcase, another_language_takes_the_ids_of_the_first);
  tcase_add_test(tcase, many_equal_headings_take_linear_time);
  return tcase;
}

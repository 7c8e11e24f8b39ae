#include "work/join/sent_spelling.h"

#include <string.h>

#include "cases.h"
#include "clause/markdown/canonical.h"
#include "clause/markdown/markdown_read.h"

#define H1 "<!-- heading a -->\n# "
#define H2 "\n\n<!-- heading b -->\n## "

static const struct {
  const char *base, *sent;
  const char *taken;  /* NULL: as it was sent */
  const char *counts; /* signs capitals numbers labels seams */
} texts[] = {
    /* apostrophes and quotation marks */
    {"It's “so”.", "It’s \"so\".", "It's “so”.", "3 0 0 0 0"},
    {"It’s \"so\".", "It's “so”.", "It’s \"so\".", "3 0 0 0 0"},
    {"a ’s b.", "'a' ('b') -'c' ['d'].", "‘a’ (‘b’) -‘c’ [‘d’].", "8 0 0 0 0"},
    {"“a”.", "\"a\" (\"b\").", "“a” (“b”).", "4 0 0 0 0"},
    {"It's ’so’.", "It’s 'so'.", NULL, "0 0 0 0 0"},
    {"It is “so” and \"so\".", "It is \"so\" and “so”.", NULL, "0 0 0 0 0"},
    {"It is so.", "It's \"so\" and ’s “so”.", NULL, "0 0 0 0 0"},
    {"It’s “so”.", "It’s “so”, on.", NULL, "0 0 0 0 0"},
    {"“é”.", "“é” — …", NULL, "0 0 0 0 0"},
    /* spaces and hyphens that do not break */
    {"5 000 long-term.", "5\u00a0000, 6\u202f000 long\u2011term.", "5 000, 6 000 long-term.",
     "3 0 0 0 0"},
    {"5\u00a0000 long\u2011term.", "5\u00a0000 long\u2011term, on.", NULL, "0 0 0 0 0"},
    {"5\u00a0000 long-term.", "5\u00a0000 long\u2011term.", "5\u00a0000 long-term.", "1 0 0 0 0"},
    /* typed numbers of headings */
    {H1 "Aim" H2 "Means", H1 "1. Aim" H2 "2) Means", H1 "Aim" H2 "Means", "0 0 2 0 0"},
    {H1 "Aim" H2 "Means", H1 "1. Aim" H2 "Means", NULL, "0 0 0 0 0"},
    {H1 "1. Aim" H2 "Means", H1 "1. Aim" H2 "2. Means", NULL, "0 0 0 0 0"},
    {H1 "Aim" H2 "Means", H1 "1 Aim" H2 "2 Means", NULL, "0 0 0 0 0"},
    {H1 "Aim" H2 "Means", H1 "II Aim" H2 "III Means", NULL, "0 0 0 0 0"},
    {H1 "Aim" H2 "Means", H1 "I. Aim" H2 "II. Means", NULL, "0 0 0 0 0"},
    {H1 "Aim" H2 "Means", H1 "1." H2 "2.", NULL, "0 0 0 0 0"},
    {H1 "Aim" H2 "Means", H1 "2030 Aim" H2 "2031 Means", NULL, "0 0 0 0 0"},
    /* headings in capitals */
    {H1 "Aim of *all*" H2 "Means", H1 "AIM OF ALL" H2 "Means", H1 "Aim of *all*" H2 "Means",
     "0 1 0 0 0"},
    {H1 "Aim" H2 "Means", H1 "AIMS" H2 "means", NULL, "0 0 0 0 0"},
    {H1 "AIM", H1 "AIM", NULL, "0 0 0 0 0"},
    {"Aim", "AIM", NULL, "0 0 0 0 0"},
    /* labels of footnotes */
    {"We act.[^a]\n\n[^a]: The report of the group on trade.",
     "We act.[^1]\n\n[^1]: The report of the group on trade.",
     "We act.[^a]\n\n[^a]: The report of the group on trade.", "0 0 0 1 0"},
    {"We act.[^a]\n\n[^a]: The report of the group on trade.",
     "We act.[^1]\n\n[^1]: Another note, of another kind.", NULL, "0 0 0 0 0"},
    {"We act.[^a] We go.[^b]\n\n[^a]: The report of the group on trade.\n\n[^b]: The report of the "
     "group on trade.",
     "We act.[^1] We go.[^2]\n\n[^1]: The report of the group on trade.\n\n[^2]: The report of the "
     "group on trade.",
     "We act.[^a] We go.[^b]\n\n[^a]: The report of the group on trade.\n\n[^b]: The report of the "
     "group on trade.",
     "0 0 0 2 0"},
    {"We act.[^a]\n\n[^a]: The report of the group on trade.",
     "We act.[^a] We go.[^1]\n\n[^a]: New.\n\n[^1]: The report of the group on trade.", NULL,
     "0 0 0 0 0"},
    /* spaces between words in bold */
    {"**FURTHER** **REAFFIRM** it.", "**FURTHER REAFFIRM** it.", "**FURTHER** **REAFFIRM** it.",
     "0 0 0 0 1"},
    {"*so* *on* it.", "**so on** it.", NULL, "0 0 0 0 0"},
    {"**a** *b* it.", "**a b** it.", NULL, "0 0 0 0 0"},
    {"**a** **b**; **a b** it.", "**a b** it.", NULL, "0 0 0 0 0"},
    {"**a**, **b** it.", "**a b** it.", NULL, "0 0 0 0 0"},
    {"**a *x*** **b** it.", "**a *x* b** it.", NULL, "0 0 0 0 0"},
};

static AdrefNode *read_text(const char *markdown)
{
  GError *error = NULL;
  AdrefNode *document = adref_markdown_read(markdown, strlen(markdown), NULL, NULL, &error);
  ck_assert_no_error(error);
  return document;
}

static void counts_are(AdrefSentSpelling spelling, const char *expected, const char *of)
{
  g_autofree char *counts = g_strdup_printf("%u %u %u %u %u", spelling.signs, spelling.capitals,
                                            spelling.numbers, spelling.labels, spelling.seams);
  ck_assert_msg(strcmp(counts, expected) == 0, "%s: %s, not %s", of, counts, expected);
}

START_TEST(takes_what_nobody_proposes)
{
  g_autoptr(AdrefNode) base = read_text(texts[_i].base), sent = read_text(texts[_i].sent);
  g_autoptr(AdrefNode) side = read_text(texts[_i].sent);
  g_autoptr(AdrefNode) expected = read_text(texts[_i].taken ? texts[_i].taken : texts[_i].sent);
  counts_are(adref_sent_spelling_take(NULL, sent, base), texts[_i].counts, texts[_i].sent);
  counts_are(adref_sent_spelling_take(side, sent, base), texts[_i].counts, texts[_i].sent);
  g_autoptr(GString) is = adref_canonical(side), should = adref_canonical(expected);
  ck_assert_str_eq(is->str, should->str);
}
END_TEST

TCase *tcase_sent_spelling(void)
{
  TCase *tcase = tcase_create("sent_spelling");
  tcase_add_loop_test(tcase, takes_what_nobody_proposes, 0, G_N_ELEMENTS(texts));
  return tcase;
}

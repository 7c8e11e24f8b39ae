#include "clause/labels/enumerator.h"

#include <string.h>

#include "clause/cases.h"

static const struct {
  const char *words;
  gsize length;
} cases[] = {
    {"(a) report", 3},
    {"(iv) report", 4},
    {"(12) report", 4},
    {"a) report", 2},
    {"12) report", 3},
    {"IV) report", 3},
    {"1.2 We report", 3},
    {"1.2. We report", 4},
    {"1.2.13 We act", 6},
    {"12. We report", 3},
    {"1.2 ASEAN acts", 3},
    {"1.2 協力する", 3},
    {"12 countries", 0},
    {"5.5 million", 0},
    {"1.5 GB of data", 0},
    {"1.5 MWh", 0},
    {"J. Smith", 0},
    {"(2024) text", 0},
    {"(not) binding", 0},
    {"(a)", 0},
    {"(a)text", 0},
    {"", 0},
    {"1.2", 0},
    {"1.2 ", 0},
    {"(a) ", 0},
    {"12. ", 0},
    {"a) b", 2},
    {"(a) b", 3},
    {"1. b", 2},
    {"We act (a) here", 0},
    {"1..2 We act", 0},
    {"1234. We act", 0},
    {"(ab) We act", 0},
    {"2023.12.17 We met", 0},
    /* at most three digits, six Roman digits, twelve bytes; a unit has three capitals */
    {"(123) report", 5},
    {"(1234) report", 0},
    {"(xxviii) report", 8},
    {"(xxxviii) report", 0},
    {"(XXVIII) report", 8},
    {"(m) report", 3},
    {"(mm) report", 0},
    {"123. We report", 4},
    {"1.23.456.789 We act", 12},
    {"12.23.456.789 We act", 0},
    {"1.2 ASEA acts", 3},
    {"1.2 GHZ", 0},
    {"1.2 A", 0},
    {"1.2 We", 3},
    {"1.2 é", 3},
    {"0.5 We act", 0},
    {"1.05 We act", 0},
    {"05. We act", 0},
    {"1.2.x We act", 0},
    {"1.234 We act", 5},
    {"1.2024 We act", 0},
    {"(1 We act", 0},
    {"1 We act", 0},
    {"12.05.24 We met", 0},
};

START_TEST(knows_a_typed_number)
{
  gsize length = adref_enumerator_length(cases[_i].words, strlen(cases[_i].words));
  ck_assert_msg(length == cases[_i].length, "\"%s\": %zu", cases[_i].words, length);
}
END_TEST

/* A paragraph of a redline: each word with "=", "-" or "+" before it. */
static AdrefNode *new_redline(const char *const *words)
{
  AdrefNode *paragraph = adref_node_new(ADREF_PARAGRAPH);
  for (; *words; words++) {
    AdrefNode *text = adref_node_new_text(ADREF_TEXT, *words + 1, -1);
    text->mark = **words == '-' ? ADREF_DELETED : **words == '+' ? ADREF_INSERTED : ADREF_KEPT;
    adref_node_append(paragraph, text);
  }
  return paragraph;
}

static const struct {
  const char *words[12];
  const char *old, *new; /* the numbers; NULL: none */
  guint marked;          /* texts that are DELETED or INSERTED as part of a number */
} renumbered[] = {
    {{"-(a)", "+(b)", "= We act."}, "(a)", "(b)", 2},
    {{"=(", "-a", "+b", "=) We act."}, "(a)", "(b)", 2},
    {{"=1.", "-2", "+3", "= We act."}, "1.2", "1.3", 2},
    {{"-(a) We", "+(b) They", "= act."}, "(a)", "(b)", 0},
    {{"-(a) ", "=We act."}, "(a)", NULL, 0},
    {{"+(a) ", "=We act."}, NULL, "(a)", 0},
    {{"=(a) ", "-We", "+They", "= act."}, "(a)", "(a)", 0},
    {{"=We ", "-(a)", "+(b)", "= act."}, NULL, NULL, 0},
    /* a number is searched for in eight TEXT nodes */
    {{"=1", "=.", "=2", "=.", "=3", "-4", "+5", "= We act."}, "1.2.34", "1.2.35", 2},
    {{"=1", "=.", "=2", "=.", "=3", "=.", "-4", "+5", "= We act."}, NULL, NULL, 0},
    /* a number has twelve bytes */
    {{"=1.23.456.78", "-8", "+9", "= We act."}, "1.23.456.788", "1.23.456.789", 2},
    {{"-1.23.456.788", "+1.23.456.789", "= We act."}, "1.23.456.788", "1.23.456.789", 2},
    {{"=12.23.456.78", "-8", "+9", "= We act."}, NULL, NULL, 0},
};

START_TEST(knows_a_number_that_changed)
{
  g_autoptr(AdrefNode) paragraph = new_redline(renumbered[_i].words);
  g_autofree char *old = adref_enumerator_in(paragraph, TRUE);
  g_autofree char *new = adref_enumerator_in(paragraph, FALSE);
  ck_assert_pstr_eq(old, renumbered[_i].old);
  ck_assert_pstr_eq(new, renumbered[_i].new);
  guint marked = 0;
  for (const AdrefNode *text = paragraph->first; text; text = text->next)
    marked += adref_enumerator_is_marked(text) ? 1 : 0;
  ck_assert_uint_eq(marked, renumbered[_i].marked);
}
END_TEST

START_TEST(looks_at_paragraphs_and_headings)
{
  g_autoptr(AdrefNode) document = read_plain("# 1.2 We act\n\n(a) We act\n\n> (a) We\n\n*(a)* We");
  const AdrefNode *heading = document->first->first, *paragraph = document->first->next->first;
  const AdrefNode *quote = document->last->prev->first, *emphasis = document->last->first;
  ck_assert_uint_eq(adref_enumerator_of(heading), 3);
  ck_assert_uint_eq(adref_enumerator_of(paragraph), 3);
  ck_assert_uint_eq(adref_enumerator_of(quote), 0);
  ck_assert_uint_eq(adref_enumerator_of(emphasis), 0);
  ck_assert_ptr_null(adref_enumerator_in(quote, TRUE));
}
END_TEST

TCase *tcase_enumerator(void)
{
  TCase *tcase = tcase_create("enumerator");
  tcase_add_loop_test(tcase, knows_a_number_that_changed, 0, G_N_ELEMENTS(renumbered));
  tcase_add_test(tcase, looks_at_paragraphs_and_headings);
  tcase_add_loop_test(tcase, knows_a_typed_number, 0, G_N_ELEMENTS(cases));
  return tcase;
}

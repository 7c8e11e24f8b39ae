#include "clause/labels/numbering.h"

#include "clause/cases.h"

/* The numbers of all clauses but headings, with "-" for none. */
static char *numbers_of(const char *text, const AdrefNumbering *numbering)
{
  AdrefMarkdownReadOptions options = {.numbers = numbering};
  g_autoptr(AdrefNode) document = read_text(text, &options, NULL);
  GString *numbers = g_string_new(NULL);
  for (const AdrefNode *node = document->first; node; node = node->next) {
    const char *number = node->as.clause->number;
    if (node->as.clause->kind != ADREF_TITLE || number)
      g_string_append_printf(numbers, "%s%s", numbers->len ? ", " : "", number ? number : "-");
  }
  return g_string_free(numbers, FALSE);
}

/* A text with one clause for each marker; "#" is a heading. */
static char *with_markers(const char *markers)
{
  g_auto(GStrv) words = g_strsplit(markers, "|", -1);
  GString *text = g_string_new(NULL);
  for (char **word = words; *word; word++)
    if (**word == '#')
      g_string_append_printf(text, "%s Heading\n\n", *word);
    else
      g_string_append_printf(text, "<!-- %s -->\nWords.\n\n", *word);
  return g_string_free(text, FALSE);
}

static const struct {
  const char *markers;
  const char *numbers;
} counted[] = {
    {"op|op|op", "1, 2, 3"},
    {"op", "-"},
    {"op|op a alt=b", "-, -"},
    {"op no=1", "1"},
    {"pp|pp|op|pp|op", "PP1, PP2, 1, PP3, 2"},
    {"chapeau|op|closing|op", "-, 1, -, 2"},
    {"op|##|op", "1, 2"},
    {"op|op|annex|op|op|annex|op", "1, 2, -, 1, 2, -, -"},
    /* frozen */
    {"op no=1|op|op no=2", "1, 1 bis, 2"},
    {"op no=12|op|op|op|op|op|op|op|op|op|op|op",
     "12, 12 bis, 12 ter, 12 quater, 12 quinquies, 12 sexies, 12 septies, 12 octies, 12 novies, "
     "12 decies, 12 (11), 12 (12)"},
    {"op no=12decies|op", "12 decies, 12 (11)"},
    {"op no=12bis|op|op no=13", "12 bis, 12 ter, 13"},
    {"op no=9quinquies|op", "9 quinquies, 9 sexies"},
    {"op no=12a|op", "12a, 12a bis"},
    {"op no=12|op|op no=12bis|op|op no=13", "12, 12 ter, 12 bis, 12 quater, 13"},
    {"op no=12n11|op|op no=12n12|op", "12 (11), 12 (13), 12 (12), 12 (14)"},
    {"op no=12n3|op no=12n99999999", "12n3, 12n99999999"},
    {"op no=12n10|op no=12n11|op no=12n1000000|op no=12n1000001",
     "12n10, 12 (11), 12 (1000000), 12n1000001"},
    {"pp no=1|pp|op no=1bis|op no=1|op", "PP1, PP1 bis, 1 bis, 1, 1 ter"},
    {"op no=1|op|annex|op no=1bis|op", "1, 1 bis, -, 1 bis, 1 ter"},
    {"op|op no=1", "0 bis, 1"},
    {"op|op|op no=7|op", "0 bis, 0 ter, 7, 7 bis"},
    {"op no=4|op no=2|op", "4, 2, 2 bis"},
    {"pp|pp no=7|pp|op|op", "PP0 bis, PP7, PP7 bis, 1, 2"},
    {"op no=1|op|annex|op|op", "1, 1 bis, -, 1, 2"},
    /* items */
    {"annex|item|item", "-, 1, 2"},
    {"annex|##|item|item|##|item", "-, 1.1, 1.2, 2.1"},
    {"annex|##|item|annex|##|item", "-, 1.1, -, 1.1"},
    {"annex|##|item no=1.1|item|##|item no=2.1|item|item",
     "-, 1.1, 1.1 bis, 2.1, 2.1 bis, 2.1 ter"},
    {"annex|##|item|item no=1.1|##|item|item no=2.1", "-, 1.0 bis, 1.1, 2.0 bis, 2.1"},
    {"annex|##|item no=1.1|##|item|item", "-, 1.1, 2.0 bis, 2.0 ter"},
    /* alternatives */
    {"op a|op b alt=a|op c", "1, 1 alt, 2"},
    {"op b alt=a|op a|op c", "1 alt, 1, 2"},
    {"op a no=5|op|op x alt=a|op y alt=a", "5, 5 bis, 5 alt, 5 alt (2)"},
    {"op a|op b|op c alt=b|op d alt=c", "1, 2, 2 alt, -"},
    {"op a alt=a|op|op", "-, 1, 2"},
    {"op a alt=none|op|op", "-, 1, 2"},
    {"pp a|pp b alt=a", "PP1, PP1 alt"},
    {"annex|##|item a|item b alt=a", "-, 1.1, 1.1 alt"},
};

START_TEST(counts)
{
  g_autofree char *text = with_markers(counted[_i].markers);
  g_autofree char *numbers = numbers_of(text, NULL);
  ck_assert_str_eq(numbers, counted[_i].numbers);
}
END_TEST

START_TEST(follows_the_style)
{
  static const struct {
    AdrefNumbering numbering;
    const char *numbers;
  } cases[] = {
      {{0}, "-, -, -, -"},
      {{.operative = TRUE}, "-, 1, 2, -"},
      {{.preambular = TRUE}, "PP1, -, -, -"},
      {{.sections = TRUE}, "-, I, -, II, -, -"},
      {{.operative = TRUE, .preambular = TRUE, .sections = TRUE}, "PP1, I, 1, II, 2, -"},
  };
  g_autofree char *text = with_markers("#|pp|##|op|###|##|op|closing");
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *numbers = numbers_of(text, &cases[i].numbering);
    ck_assert_str_eq(numbers, cases[i].numbers);
  }
}
END_TEST

START_TEST(numbers_a_single_one_if_asked)
{
  AdrefNumbering numbering = {.operative = TRUE, .single_operative = TRUE};
  g_autofree char *one = numbers_of("<!-- op -->\nx\n", &numbering);
  ck_assert_str_eq(one, "1");
  numbering.operative = FALSE;
  g_autofree char *none = numbers_of("<!-- op -->\nx\n\n<!-- op no=2 -->\ny\n", &numbering);
  ck_assert_str_eq(none, "-, -");
}
END_TEST

START_TEST(numbers_again)
{
  g_autoptr(AdrefNode) document = read_plain("<!-- op a -->\nx\n\n<!-- op b -->\nSee [9](#a).\n");
  adref_node_free(document->first);
  adref_numbering_apply(document, &adref_numbering_default, NULL);
  ck_assert_ptr_null(document->first->as.clause->number);
}
END_TEST

static const struct {
  const char *words;
  const char *number; /* NULL: none */
} found[] = {
    {"paragraph 12", "12"},
    {"paragraph 12 bis above", "12 bis"},
    {"paragraphs 12 to 14", "12"},
    {"item 1.1.2.", "1.1.2"},
    {"12 (11)", "12"},
    {"1 alt (2)", "1 alt"},
    {"12 bis alt", "12 bis alt"},
    {"12 bishops", "12"},
    {"第12項", "12"},
    {"above", NULL},
    {"paragraph ", NULL},
    {"", NULL},
};

START_TEST(finds_a_number)
{
  gsize start, end;
  gboolean is_there = adref_numbering_find(found[_i].words, strlen(found[_i].words), &start, &end);
  ck_assert_int_eq(is_there, found[_i].number != NULL);
  if (!is_there)
    return;
  g_autofree char *number = g_strndup(found[_i].words + start, end - start);
  ck_assert_str_eq(number, found[_i].number);
}
END_TEST

#define REFERRED                                                                                   \
  "<!-- op a no=3 -->\nx\n\n<!-- op b -->\nx\n\n<!-- pp p -->\nx\n\n<!-- op alt alt=a -->\nx\n\n"  \
  "<!-- chapeau c -->\nx\n\n"

static const struct {
  const char *reference;
  const char *written;
} references[] = {
    {"[paragraph 1](#a)", "[paragraph 3](#a)"},
    {"[paragraph 1](#b)", "[paragraph 3 bis](#b)"},
    {"[paragraph 9 ter](#a)", "[paragraph 3](#a)"},
    {"[paragraph 1 (2)](#a)", "[paragraph 3 (2)](#a)"},
    {"[paragraph 1 (11)](#a)", "[paragraph 3 (11)](#a)"},
    {"[Plan 5 (2015)](#a)", "[Plan 3 (2015)](#a)"},
    {"[PP 7](#p)", "[PP 1](#p)"},
    {"[paragraph 1](#alt)", "[paragraph 3 alt](#alt)"},
    {"[paragraph **1**, of 2](#a)", "[paragraph **3**, of 2](#a)"},
    {"[above](#a)", "[above](#a)"},
    {"[paragraph 1](#c)", "[paragraph 1](#c)"},
    {"[paragraph 1](#gone)", "[paragraph 1](#gone)"},
    {"[paragraph 1](other.md#a)", "[paragraph 1](other.md#a)"},
    {"[`1` 2](#a)", "[`1` 3](#a)"},
    {"[paragraph [1 / 2 - JPN]](#a)", "[paragraph [3 / 2 - JPN]](#a)"},
    {"![figure 1](#a)", "![figure 1](#a)"},
};

START_TEST(writes_references)
{
  g_autofree char *text = g_strdup_printf(REFERRED "%s\n", references[_i].reference);
  g_autoptr(AdrefNode) document = read_plain(text);
  g_autoptr(GString) canonical = adref_canonical(document);
  const char *last = strrchr(g_strchomp(canonical->str), '\n') + 1;
  ck_assert_str_eq(last, references[_i].written);
}
END_TEST

/* A number that adref would not find in words is not written: the canonical form stays the same. */
START_TEST(writes_no_number_that_it_would_not_find)
{
  static const char *const numbers[] = {"3...", "12a", "1.", "1..2", "12bisx"};
  for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++) {
    g_autofree char *text =
        g_strdup_printf("<!-- op a no=%s -->\nSee [paragraph 3](#a).\n", numbers[i]);
    g_autoptr(AdrefNode) document = read_plain(text);
    g_autoptr(GString) canonical = adref_canonical(document);
    ck_assert_str_eq(canonical->str, text);
  }
}
END_TEST

START_TEST(reports_what_leads_nowhere)
{
  g_autoptr(GPtrArray) problems = adref_problems_new();
  g_autoptr(AdrefNode) document =
      read_text("<!-- op a no=1 -->\nSee [paragraph 2](#gone).\n\n<!-- op b no=1 -->\nx\n\n"
                "<!-- op c alt=gone -->\nx\n\n<!-- pp d no=1 -->\nx\n\n<!-- annex -->\n"
                "# Annex\n\n<!-- op e no=1 -->\nx\n\n<!-- op f no=1 alt=e -->\nx\n",
                NULL, problems);
  g_autoptr(GString) messages = dump_problems(problems);
  ck_assert_str_eq(
      messages->str,
      "2:5: the reference to #gone leads nowhere; no clause or heading has this id\n"
      "4:1: the frozen number 1 stands twice; a number names one clause\n"
      "7:1: alt=gone: no such clause; alt names the clause that this one would replace\n");
}
END_TEST

START_TEST(leaves_links_of_a_text_without_ids)
{
  g_autoptr(GPtrArray) problems = adref_problems_new();
  g_autoptr(AdrefNode) document = read_text("See [1](#above).\n", NULL, problems);
  ck_assert_uint_eq(problems->len, 0);
}
END_TEST

START_TEST(names_items)
{
  static const struct {
    guint depth, n;
    const char *number;
  } cases[] = {
      {0, 1, "1."},           {0, 4000000000, "4000000000."},
      {1, 1, "(a)"},          {1, 26, "(z)"},
      {1, 27, "(aa)"},        {1, 52, "(az)"},
      {1, 53, "(ba)"},        {1, 702, "(zz)"},
      {1, 703, "(aaa)"},      {1, 4294967295, "(mwlqkwu)"},
      {2, 1, "(i)"},          {2, 4, "(iv)"},
      {2, 9, "(ix)"},         {2, 14, "(xiv)"},
      {2, 1999, "(mcmxcix)"}, {2, 4999, "(mmmmcmxcix)"},
      {2, 5000, "5000."},     {3, 2, "2."},
      {4, 2, "(b)"},          {5, 2, "(ii)"},
      {100000, 2, "(b)"},     {0, 0, "0."},
      {1, 0, "(0)"},          {2, 0, "(0)"},
  };
  g_autoptr(AdrefNode) list = adref_node_new(ADREF_LIST);
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *number = adref_numbering_list_item(list, cases[i].depth, cases[i].n);
    ck_assert_str_eq(number, cases[i].number);
  }
  list->as.list.parenthesis = true;
  for (guint depth = 0; depth < 3; depth++) {
    g_autofree char *number = adref_numbering_list_item(list, depth, 27);
    ck_assert_str_eq(number, "27)");
  }
}
END_TEST

START_TEST(knows_suffixes)
{
  ck_assert_ptr_null(adref_numbering_suffix(0));
  ck_assert_ptr_null(adref_numbering_suffix(1));
  ck_assert_str_eq(adref_numbering_suffix(2), "bis");
  ck_assert_str_eq(adref_numbering_suffix(10), "decies");
  ck_assert_ptr_null(adref_numbering_suffix(11));
}
END_TEST

START_TEST(reads_roman_numbers)
{
  static const struct {
    const char *letters;
    guint value;
  } cases[] = {
      {"i", 1},  {"iv", 4}, {"XIV", 14}, {"xc", 90}, {"MCMXCIX", 1999}, {"iiii", 0}, {"iix", 0},
      {"vx", 0}, {"il", 0}, {"xa", 0},   {"", 0},    {"cdxliv", 444},   {"IVI", 0},  {"mmmmdd", 0},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    ck_assert_msg(adref_numbering_roman_value(cases[i].letters, strlen(cases[i].letters)) ==
                      cases[i].value,
                  "%s", cases[i].letters);
  ck_assert_uint_eq(adref_numbering_roman_value("xiv.", 3), 14);
}
END_TEST

TCase *tcase_numbering(void)
{
  TCase *tcase = tcase_create("numbering");
  tcase_add_loop_test(tcase, counts, 0, G_N_ELEMENTS(counted));
  tcase_add_test(tcase, follows_the_style);
  tcase_add_test(tcase, numbers_a_single_one_if_asked);
  tcase_add_test(tcase, numbers_again);
  tcase_add_loop_test(tcase, finds_a_number, 0, G_N_ELEMENTS(found));
  tcase_add_loop_test(tcase, writes_references, 0, G_N_ELEMENTS(references));
  tcase_add_test(tcase, writes_no_number_that_it_would_not_find);
  tcase_add_test(tcase, reports_what_leads_nowhere);
  tcase_add_test(tcase, leaves_links_of_a_text_without_ids);
  tcase_add_test(tcase, names_items);
  tcase_add_test(tcase, reads_roman_numbers);
  tcase_add_test(tcase, knows_suffixes);
  return tcase;
}

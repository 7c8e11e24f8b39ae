#include "clause/markdown/markdown_read.h"

#include <time.h>

#include "base/file.h"
#include "clause/cases.h"
#include "clause/markdown/canonical.h"
#include "clause/markdown/emphasis_check.h"

/* Seconds for a text of some hundred thousand bytes; make asan and make valgrind, which set
 * CK_FORK, take their time. */
static double time_limit(void)
{
  const char *factor = g_getenv("CK_TIMEOUT_MULTIPLIER");
  double seconds = g_strcmp0(g_getenv("CK_FORK"), "no") == 0 ? 40 : 1;
  return factor ? seconds * g_ascii_strtod(factor, NULL) : seconds;
}

#define LOOSE   ": a \"]\" without its \"[\"; kept as it stands\n"
#define OPEN    ": a \"[\" without its \"]\"; kept as it stands\n"
#define IN_CELL ": a \"]\" without its \"[\" in the same cell; kept as it stands\n"
#define NOWHERE ": the reference to #x leads nowhere; no clause or heading has this id\n"

#define NO_NOTE                                                                                    \
  ": the footnote [^n] has no text; write it in a paragraph that begins with \"[^n]: \"\n"

static const struct {
  const char *text;
  const char *problems;
} placed[] = {
    {"]", "1:1" LOOSE},
    {"a ] b ] c", "1:3" LOOSE "1:7" LOOSE},
    {"a\nb ]\n  c ]\n", "2:3" LOOSE "3:5" LOOSE},
    {"   a ]", "1:6" LOOSE},
    {"日本 ]\n本 ]", "1:4" LOOSE "2:3" LOOSE},
    {"𝒳 e\u0301 ]", "1:6" LOOSE},
    {"\\[a\\] ]", "1:7" LOOSE},
    {"\\* \\\\ \\/ \\- \\: ]", "1:16" LOOSE},
    {"&amp; &eacute; ]", "1:16" LOOSE},
    {"`]` <b a=\"]\"> <!-- ] --> ]", "1:26" LOOSE},
    {"[a](b \"]\") ![]](c) ]", "1:15" LOOSE "1:20" LOOSE},
    {"*a ]* **b ]** ]", "1:4" LOOSE "1:11" LOOSE "1:15" LOOSE},
    {"# a ]\n\nb ]\n===\n", "1:5" LOOSE "3:3" LOOSE},
    {"- a ]\n  b ]\nc ]\n", "1:5" LOOSE "2:5" LOOSE "3:3" LOOSE},
    {"1. - a ]\n     b ]\n", "1:8" LOOSE "2:8" LOOSE},
    {"> a ]\n> b ]\n>c ]\nd ]\n", "1:5" LOOSE "2:5" LOOSE "3:4" LOOSE "4:3" LOOSE},
    {"> > a ]\n> b ]\n> > c ]\n", "1:7" LOOSE "2:5" LOOSE "3:7" LOOSE},
    {"> - a ]\n>   b ]\n", "1:7" LOOSE "2:7" LOOSE},
    {"| a ] |\n| ] |\n", "1:5" LOOSE "2:3" LOOSE},
    {"a ]\\\nb ]  \nc ]", "1:3" LOOSE "2:3" LOOSE "3:3" LOOSE},
    {"> é ]\\\n> `b\n> c` ]\\\n> *d ]*\\\n> e ] [",
     "1:5" LOOSE "3:6" LOOSE "4:6" LOOSE "5:5" LOOSE "5:7" OPEN},
    {"a ]\r\nb ]\rc ]\r\n", "1:3" LOOSE "2:3" LOOSE "3:3" LOOSE},
    {"\ta ]\n\nb\tc ]\n", "3:5" LOOSE},
    {"[a\n\n[b\n", "1:1" OPEN "3:1" OPEN},
    {"[a\n\n]\n\n]", "5:1" LOOSE},
    {"<!-- op a -->\n日 [b](#x)\n  [c](#x)\n", "2:3" NOWHERE "3:3" NOWHERE},
    {"<!-- op a -->\n> 日 \\[ *é* [b](#x)\n> [c](#x)\n", "2:12" NOWHERE "3:3" NOWHERE},
    {"<!-- op a -->\n<http://b.c> [d](#x) ] [e](f) ]\n", "2:14" NOWHERE "2:22" LOOSE "2:31" LOOSE},
    {"<!-- op a -->\n![](b) [](#x) ] ![c](#x)\n", "2:8" NOWHERE "2:15" LOOSE},
    {"x\n\n  [a]: b\n\n[a]\n\n> [a]: c\n",
     "7:3: a second link definition of the same label; kept as words\n"},
    {"日\n\n[a]: b\n", "3:1: a link definition that nothing refers to; kept as words\n"},
    {"[a]: b  \"t\"\n", "1:1: a link definition that nothing refers to; kept as words\n"},
    {"[a]: <b c>\t't'\n", "1:1: a link definition that nothing refers to; kept as words\n"},
    {"[a]:\n  b\n", "1:1: a link definition that nothing refers to; kept as words\n"},
    {"> [a]:\n> b\n", "1:3: a link definition that nothing refers to; kept as words\n"},
    {"[a]: b c\n", ""},
    {"| a ] |\n|---|\n| \\| ] |\n", "1:5" IN_CELL "3:6" IN_CELL},
    {"a | ]\n--|--\n日 | *x* ]\n", "1:5" IN_CELL "3:9" IN_CELL},
    {"> a | b\n> -|-\n> c | ] |\n", "3:7" IN_CELL},
    {"- a | b\n  -|-\n  c | \\[ ] |\n", "3:10" IN_CELL},
    {"x ]\na | b\n-|-\n c | ]\n  日 ]\ny ]\n", "1:3" LOOSE "4:6" IN_CELL "5:5" LOOSE "6:3" LOOSE},
    {"| a |\n|---|\n| b | 日 | c\n",
     "3:5: a row with more cells than the 1 column of its table; they are kept\n"},
    {"[a][b] | c\n-|-\n\n[b]: d\n", ""},
    {"x\n\n<!-- x --> y\n",
     "3:1: words on the line of a comment; put them on a line of their own\n"},
    {"a [^n]", "1:3" NO_NOTE},
    {"a [&#94;n]", "1:3" NO_NOTE},
    {"a [&Hat;n]", "1:3" NO_NOTE},
};

START_TEST(says_where)
{
  g_autoptr(GPtrArray) problems = adref_problems_new();
  g_autoptr(AdrefNode) document = read_text(placed[_i].text, NULL, problems);
  g_autoptr(GString) messages = dump_problems(problems);
  ck_assert_str_eq(messages->str, placed[_i].problems);
}
END_TEST

START_TEST(refuses_an_id_twice)
{
  g_autoptr(GPtrArray) problems = adref_problems_new();
  g_autoptr(AdrefNode) document =
      read_text("<!-- op a -->\nx\n\n<!-- pp b -->\nx\n\n<!-- annex -->\n\n<!-- item a -->\ny\n\n"
                "<!-- op a -->\nz\n",
                NULL, problems);
  g_autoptr(GString) messages = dump_problems(problems);
  ck_assert_str_eq(messages->str,
                   "9:1: serious: the clause id \"a\" stands twice; give each clause its own\n"
                   "12:1: serious: the clause id \"a\" stands twice; give each clause its own\n");
}
END_TEST

START_TEST(reads_without_problems)
{
  g_autoptr(AdrefNode) document = read_text("] [", NULL, NULL);
  ck_assert_ptr_nonnull(document->first);
}
END_TEST

START_TEST(places_clauses_and_blocks)
{
  g_autoptr(AdrefNode) document = read_plain("# T\n\n<!-- op a -->\n\n\n  We act.\n\n> - x\n");
  const AdrefNode *title = document->first, *clause = title->next;
  ck_assert_uint_eq(title->line, 1);
  ck_assert_uint_eq(clause->line, 3);
  ck_assert_uint_eq(clause->first->line, 6);
  ck_assert_uint_eq(clause->first->column, 3);
  ck_assert_uint_eq(clause->last->line, 8);
  ck_assert_uint_eq(clause->last->first->column, 3);
}
END_TEST

/* cmark reads a label of at most 1,000 bytes as a link definition. One that nothing refers to would
 * be lost; a longer one is words anyway. */
START_TEST(bounds_labels)
{
  g_autofree char *longest = g_strnfill(1000, 'a'), *longer = g_strnfill(1001, 'a');
  g_autofree char *defines = g_strdup_printf("[%s]: b\n", longest);
  g_autofree char *is_words = g_strdup_printf("[%s]: b\n", longer);
  g_autoptr(GPtrArray) problems = adref_problems_new();
  g_autoptr(AdrefNode) kept = read_text(defines, NULL, problems);
  g_autoptr(GString) messages = dump_problems(problems);
  ck_assert_str_eq(messages->str, "1:1: a link definition that nothing refers to; kept as words\n");
  g_ptr_array_set_size(problems, 0);
  g_autoptr(AdrefNode) words = read_text(is_words, NULL, problems);
  ck_assert_uint_eq(problems->len, 0);
  ck_assert_int_eq(words->first->first->first->type, ADREF_BRACKET);
}
END_TEST

/* A table of `columns` columns with rows of one cell. */
static char *short_rows(guint columns, guint rows)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < columns; i++)
    g_string_append(text, "|a");
  g_string_append(text, "|\n");
  for (guint i = 0; i < columns; i++)
    g_string_append(text, "|-");
  for (guint i = 0; i < rows; i++)
    g_string_append(text, "|\n|x");
  g_string_append(text, "|\n");
  return g_string_free(text, FALSE);
}

START_TEST(fills_no_more_than_100000_cells)
{
  for (guint rows = 1000; rows <= 1001; rows++) {
    g_autofree char *text = short_rows(101, rows);
    g_autoptr(GPtrArray) problems = adref_problems_new();
    g_autoptr(AdrefNode) document = read_text(text, NULL, problems);
    g_autoptr(GString) messages = dump_problems(problems);
    const AdrefNode *row = document->first->first->last;
    ck_assert_int_eq(row->first == row->last, rows == 1001);
    ck_assert_str_eq(messages->str, rows == 1000 ? "3:1: 1000 rows of this table have fewer "
                                                   "cells than its 101 columns; empty cells are "
                                                   "added at their ends\n"
                                                 : "1:1: more than 100000 cells are missing in the "
                                                   "rows of tables; such rows stay short\n");
  }
}
END_TEST

static const struct {
  const char *text;
  gsize length;
  const char *message;
} bad[] = {
    {"a\0b", 3, "t.md:1:2: a NUL byte; a text holds UTF-8 characters"},
    {"日\n\xff", 5,
     "t.md:2:1: the byte 0xFF is not UTF-8; save the file as UTF-8, or convert it: iconv -f "
     "WINDOWS-1252 -t UTF-8 FILE >NEW"},
};

START_TEST(refuses_what_is_no_text)
{
  AdrefMarkdownReadOptions options = {.name = "t.md"};
  g_autoptr(GPtrArray) problems = adref_problems_new();
  GError *error = NULL;
  ck_assert_ptr_null(adref_markdown_read(bad[_i].text, bad[_i].length, &options, problems, &error));
  ck_assert(g_error_matches(error, ADREF_ERROR, ADREF_ERROR_INPUT));
  ck_assert_error(error, bad[_i].message);
  ck_assert_uint_eq(problems->len, 0);
}
END_TEST

START_TEST(refuses_what_is_too_large)
{
  GError *error = NULL;
  ck_assert_ptr_null(adref_markdown_read("", (gsize)ADREF_TEXT_LIMIT + 1, NULL, NULL, &error));
  ck_assert_error(error, "text: larger than 67108864 bytes");
}
END_TEST

START_TEST(reads_no_further_than_the_length)
{
  g_autoptr(AdrefNode) document = adref_markdown_read("We act, [not", 6, NULL, NULL, NULL);
  g_autoptr(GString) canonical = adref_canonical(document);
  ck_assert_str_eq(canonical->str, "We act\n");
}
END_TEST

START_TEST(reads_a_text_that_uses_all_sentinels)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (gunichar c = 0x80; c < 0x800; c++)
    if (c != 0x85)
      g_string_append_unichar(text, c);
  g_string_append(text, " \\[a\\] [b \\- JPN]");
  keeps_properties(text->str, NULL, FALSE, "letters");
}
END_TEST

/* Quotes and items may stand in each other 100 times. */
START_TEST(nests_100_levels)
{
  for (guint levels = 100; levels <= 101; levels++) {
    g_autoptr(GError) error = NULL;
    g_autofree char *quotes = g_strnfill(levels, '>'), *text = g_strconcat(quotes, " x", NULL);
    g_autoptr(AdrefNode) document = adref_markdown_read(text, strlen(text), NULL, NULL, &error);
    ck_assert_int_eq(document != NULL, levels == 100);
    ck_assert_pstr_eq(error ? error->message : NULL,
                      levels == 100 ? NULL
                                    : "text:1:101: quotes and lists stand in each other too deep; "
                                      "allowed are 100 levels");
  }
}
END_TEST

/* Texts in which one construct is nested or repeated 50,000 times, or `times` times. */
static const struct {
  const char *name;
  const char *before, *middle, *after;
  guint times; /* 0: 50,000 */
} deep[] = {
    {"brackets", "[", "x", "]", 0},
    {"brackets with positions", "[", "x", " - JPN]", 0},
    {"alternatives in brackets", "[a / ", "x", "]", 0},
    {"open brackets", "[", "", "", 0},
    {"closing brackets", "]", "", "", 0},
    {"adjacent brackets", "[a] ", "", "", 0},
    {"alternatives", "a / ", "", "", 0},
    {"dashes", " - JPN", "", "", 0},
    {"parties", "JPN, ", "", "", 0},
    {"emphasis", "*a ", "x", "b*", 0},
    {"emphasis in turn", "*_", "x", "_*", 0},
    {"strong", "**a ", "x", "b**", 0},
    {"emphasis around brackets", "*[", "x", "]*", 0},
    {"brackets around emphasis", "[*", "x", "*]", 0},
    {"quotes", ">", " x", "", 100},
    {"lists", "- ", "x", "", 100},
    {"ordered lists", "1. ", "x", "", 100},
    {"lists in quotes", "> - ", "x", "", 50},
    {"empty lists", "- ", "", "", 0},
    {"links", "[", "x", "](y)", 0},
    {"images", "![", "x", "](y)", 0},
    {"links in a row", "[a](b)", "", "", 0},
    {"open comments", "a <!-- ", "", "", 0},
    {"notes", "a <!-- note JPN: x --> ", "", "", 0},
    {"markers", "<!-- op -->\nx\n\n", "", "", 0},
    {"headings", "# a\n", "", "", 0},
    {"definitions", "[a]: b\n\n", "", "", 0},
    {"escapes", "\\[", "", "", 0},
    {"backslashes", "\\", "", "", 0},
    {"entities", "&amp;", "", "", 0},
    {"rows", "| a [b] |\n", "", "", 0},
    {"bars", "|", "", "", 100000},
    {"columns", "|a", "|\n|-", "|-", 49999},
    {"rows of one cell", "", "a|b|c\n-|-|-\n", "|x|\n", 100000},
    {"delimiters", "|-\n", "", "", 100000},
    {"tables in a paragraph", "a|b\n-|-\nx\n", "", "", 20000},
    {"escaped bars", "", "|a|\n|-|\n|", "\\|", 100000},
    {"brackets in cells", "", "|a|\n|-|\n", "|[|\n", 0},
    {"bars in running words", "--- | ", "", "", 0},
    {"dashes in running words", "", "|", "-", 100000},
    {"edges over paragraphs", "[a\n\n", "x", "\n\nb - JPN]", 20000},
    {"agreement", "[Agreed ad ref] ", "", "", 0},
    {"footnotes", "[^1]", "", "", 0},
    {"places", "日 ]\n", "", "", 0},
    {"marks of footnotes without an end", "[^", "", "", 0},
    {"struck", "~~", "", "", 500000},
    {"struck words", "~~a~~ ", "", "", 0},
    {"raised", "<sup>", "x", "</sup>", 0},
    {"raised without an end", "<sup>", "", "", 200000},
    {"tags that cross", "<sup><sub>", "x", "</sup></sub>", 0},
    {"ends of tags", "<u>a</s></u> ", "", "", 0},
    {"breaks", "a<br>", "", "", 0},
    {"texts of footnotes", "[^a]: b\n", "", "", 0},
    {"texts of footnotes without words", "[^a]:\n\n", "", "", 0},
    {"long labels", "[^aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "", "", 0},
    {"footnotes between bullets", "+ a\n* a\n- a\n[^a]: b\n", "", "", 25000},
    {"spaces before footnotes", "      [^a] ", "", "", 0},
    {"references", "[1] ", "", "", 0},
    {"numbers that may count", "[1] [2] days ", "", "", 0},
    {"form fields", "- [ ] [x] [04] ", "", "", 100},
    {"form fields in an item", "[ ] ", "", "", 0},
    {"letters of quotations", "\"[t]he\" ", "", "", 0},
    {"quotations without an end", "\u201C[t]he ", "", "", 0},
    {"letters with marks", "\"[e\u0301\u0301\u0301]a\" ", "", "", 0},
};

static char *repeated(guint i)
{
  guint usual = deep[i].times ? deep[i].times : 50000;
  guint times = usual > 100 ? environment_count(NULL, usual) : usual;
  GString *text = g_string_new(NULL);
  for (guint n = 0; n < times; n++)
    g_string_append(text, deep[i].before);
  g_string_append(text, deep[i].middle);
  for (guint n = 0; n < times; n++)
    g_string_append(text, deep[i].after);
  return g_string_free(text, FALSE);
}

/* Processor time of this process, so that other programs do not matter. */
static double worked(void)
{
  return (double)clock() / CLOCKS_PER_SEC;
}

static void end_in_time(const char *name, const char *text)
{
  double start = worked();
  g_autoptr(GPtrArray) problems = adref_problems_new();
  static const AdrefMarkdownReadOptions outside = {.outside_statement = TRUE};
  g_autoptr(AdrefNode) document = read_text(text, &outside, problems);
  g_autoptr(GString) canonical = adref_canonical(document);
  g_autofree char *hash = adref_text_hash(document);
  double seconds = worked() - start;
  ck_assert_msg(seconds < time_limit(), "%s: %.2f seconds", name, seconds);
  g_autoptr(AdrefNode) again = read_text(canonical->str, &outside, NULL);
  g_autoptr(GString) canonical_again = adref_canonical(again);
  ck_assert_msg(strcmp(canonical->str, canonical_again->str) == 0, "%s: no fixed point", name);
}

START_TEST(ends_in_time)
{
  g_autofree char *text = repeated((guint)_i);
  end_in_time(deep[_i].name, text);
}
END_TEST

/* Texts of one long paragraph: a start, three parts that are each repeated, and an end. */
static const struct {
  const char *name;
  guint times;
  const char *head, *pieces[3], *tail;
} wide[] = {
    {"definitions in one line", 50000, "", {"[a]: b ", "", ""}, "\n\n[x]: y z"},
    {"alternatives in a bracket", 250000, "[", {"a / ", "", ""}, "b]"},
    {"alternatives before emphasis", 50000, "[", {"/ ", "*a* ", ""}, "]"},
    {"emphasis that needs references", 150000, "", {"*a*b", "", ""}, ""},
    {"brackets that are references", 200000, "", {"&#91;a&#93;", "", ""}, ""},
    {"brackets in emphasis", 20000, "[x](y) ", {"*a **b ", "[c] ", " a* b**"}, ""},
    {"addresses in emphasis", 30000, "", {"*a **b ", "<http://a.b> ", " a* b**"}, ""},
    {"colons that are letters", 400000, "[", {"a", ":", ""}, " \\- JPN]"},
};

START_TEST(ends_in_time_when_wide)
{
  g_autoptr(GString) text = g_string_new(wide[_i].head);
  for (gsize i = 0; i < G_N_ELEMENTS(wide[_i].pieces); i++)
    for (guint n = 0; n < environment_count(NULL, wide[_i].times); n++)
      g_string_append(text, wide[_i].pieces[i]);
  g_string_append(text, wide[_i].tail);
  end_in_time(wide[_i].name, text->str);
}
END_TEST

START_TEST(refuses_what_is_too_deep)
{
  AdrefMarkdownReadOptions options = {.name = "t.md"};
  g_autoptr(GPtrArray) problems = adref_problems_new();
  GError *error = NULL;
  g_autoptr(GString) text = g_string_new("[a\n\n[b]: c\n\n");
  for (guint i = 0; i < 50; i++)
    g_string_append(text, "> - ");
  g_autoptr(AdrefNode) document = adref_markdown_read(text->str, text->len, &options, NULL, &error);
  ck_assert_no_error(error);
  g_string_append(text, "> x");
  ck_assert_ptr_null(adref_markdown_read(text->str, text->len, &options, problems, &error));
  ck_assert_error(error, "t.md:5:201: quotes and lists stand in each other too deep; allowed are "
                         "100 levels");
  ck_assert_uint_eq(problems->len, 0);
}
END_TEST

/* Hints are bounded, and are no problems for which something is refused. */
START_TEST(gives_20_hints)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < ADREF_EMPHASIS_HINTS + 1; i++)
    g_string_append(text, "は**「a」**で\n\n");
  g_autoptr(GPtrArray) problems = adref_problems_new();
  g_autoptr(AdrefNode) document = read_text(text->str, NULL, problems);
  ck_assert_uint_eq(problems->len, 20);
  ck_assert_uint_eq(adref_problems_count(problems), 0);
}
END_TEST

START_TEST(odd_white_space_is_no_word)
{
  static const struct {
    const char *text, *canonical;
  } texts[] = {
      {"|a|\n|-|\n| b |\n\v\v\v\n\nx\n", "| a |\n|---|\n| b |\n\nx\n"},
      {"x |\n|------|\n\f\n", "| x |\n|---|\n"},
      {"a\\\n\vb\n---\n", "## a<br>b\n"},
      {"a< \\\nb\n---\n", "## a\\<<br>b\n"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_autoptr(AdrefNode) document = read_plain(texts[i].text);
    g_autoptr(GString) canonical = adref_canonical(document);
    ck_assert_str_eq(canonical->str, texts[i].canonical);
  }
}
END_TEST

TCase *tcase_markdown_read(void)
{
  TCase *tcase = tcase_create("markdown_read");
  tcase_set_timeout(tcase, 60);
  tcase_add_loop_test(tcase, says_where, 0, G_N_ELEMENTS(placed));
  tcase_add_test(tcase, refuses_an_id_twice);
  tcase_add_test(tcase, reads_without_problems);
  tcase_add_test(tcase, odd_white_space_is_no_word);
  tcase_add_test(tcase, places_clauses_and_blocks);
  tcase_add_test(tcase, bounds_labels);
  tcase_add_test(tcase, nests_100_levels);
  tcase_add_test(tcase, fills_no_more_than_100000_cells);
  tcase_add_loop_test(tcase, refuses_what_is_no_text, 0, G_N_ELEMENTS(bad));
  tcase_add_test(tcase, refuses_what_is_too_large);
  tcase_add_test(tcase, reads_no_further_than_the_length);
  tcase_add_test(tcase, reads_a_text_that_uses_all_sentinels);
  tcase_add_test(tcase, refuses_what_is_too_deep);
  tcase_add_test(tcase, gives_20_hints);
  return tcase;
}

TCase *tcase_markdown_time(void)
{
  TCase *tcase = tcase_create("markdown_time");
  tcase_set_timeout(tcase, 60);
  tcase_add_loop_test(tcase, ends_in_time, 0, G_N_ELEMENTS(deep));
  tcase_add_loop_test(tcase, ends_in_time_when_wide, 0, G_N_ELEMENTS(wide));
  return tcase;
}

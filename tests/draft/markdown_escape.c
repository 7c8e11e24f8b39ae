#include <cmark.h>
#include <string.h>

#include "draft/cases.h"
#include "draft/data/markdown_escape.h"
#include "suite.h"

static const struct {
  const char *text;
  const char *escaped; /* NULL: stays as it is */
} examples[] = {
    {"", ""},
    {"Plain words, in (brackets); it's \"so\": and/or 5,000.", NULL},
    {"Japan-ASEAN, R&D (5 %), 17 December 2023. C#", NULL},
    {"東京、日本国", NULL},
    {"a\nb\r\n  c\td", "a b c d"},
    {"a\xE2\x80\xA8"
     "b",
     "a b"},
    {"# Heading", "\\# Heading"},
    {" # Heading", " \\# Heading"},
    {"Heading ##", "Heading \\##"},
    {"- item", "\\- item"},
    {"+ item", "\\+ item"},
    {"* item", "\\* item"},
    {"1. item", "1\\. item"},
    {"12) item", "12\\) item"},
    {"12.5 million", NULL},
    {"12.", "12\\."},
    {"---", "\\---"},
    {"===", "\\==="},
    {"~~~ code", "\\~~~ code"},
    {"> quote", "\\> quote"},
    {"(x)", "\\(x)"},
    {": x", "\\: x"},
    {"[link](http://x)", "\\[link\\](http://x)"},
    {"![image](x)", "!\\[image\\](x)"},
    {"Come!", "Come\\!"},
    {"Come! Now", NULL},
    {"*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"},
    {"<b> <!-- op x --> -->", "\\<b\\> \\<!-- op x \\--\\> \\--\\>"},
    {"a\\b\\", "a\\\\b\\\\"},
    {"&amp; &#65; &am", "\\&amp; \\&#65; \\&am"},
    {"shall / should", "shall \\/ should"},
    {"shall - JPN", "shall \\- JPN"},
    {"shall -JPN", "shall \\-JPN"},
    {"JPN, AUS: shall", "JPN, AUS\\: shall"},
    {"12:30", NULL},
    {"^note", "\\^note"},
    {"|a|b|", "\\|a\\|b\\|"},
};

START_TEST(escapes)
{
  const char *expected = examples[_i].escaped ? examples[_i].escaped : examples[_i].text;
  g_autofree char *escaped = adref_markdown_escape(examples[_i].text);
  ck_assert_str_eq(escaped, expected);
}
END_TEST

/* The words of a Markdown text, when it is one paragraph of nothing but words; else NULL. */
static char *words_of(const char *markdown)
{
  cmark_node *document = cmark_parse_document(markdown, strlen(markdown), CMARK_OPT_DEFAULT);
  cmark_node *paragraph = cmark_node_first_child(document);
  GString *words = g_string_new(NULL);
  gboolean plain = !paragraph || (cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH &&
                                  !cmark_node_next(paragraph));
  for (cmark_node *n = paragraph ? cmark_node_first_child(paragraph) : NULL; plain && n;
       n = cmark_node_next(n)) {
    cmark_node_type type = cmark_node_get_type(n);
    plain = type == CMARK_NODE_TEXT || type == CMARK_NODE_SOFTBREAK;
    if (plain)
      g_string_append(words, type == CMARK_NODE_TEXT ? cmark_node_get_literal(n) : " ");
  }
  cmark_node_free(document);
  return g_string_free(words, !plain);
}

static char *one_line(const char *text)
{
  g_auto(GStrv) parts = g_regex_split_simple("[ \\t\\r\\n\\x{2028}]+", text, 0, 0);
  char *joined = g_strjoinv(" ", parts);
  return g_strstrip(joined);
}

/* The escaped text between the two strings is read as nothing but its words. */
static void reads_back(const char *before, const char *text, const char *after)
{
  g_autofree char *escaped = adref_markdown_escape(text);
  g_autofree char *markdown = g_strconcat(before, escaped, after, NULL);
  g_autofree char *whole = g_strconcat(before, text, after, NULL);
  g_autofree char *expected = one_line(whole);
  g_autofree char *words = words_of(markdown);
  ck_assert_msg(words != NULL, "structure in \"%s\"", markdown);
  g_autofree char *spaced = one_line(words);
  ck_assert_str_eq(spaced, expected);
}

static void reads_back_everywhere(const char *text)
{
  static const char *const around[][2] = {{"x\n", "\ny"}, {"", ""},       {"x", "y"},
                                          {"x ", " y"},   {"[", "]"},     {"!", "!"},
                                          {"x", ""},      {"[x]", "[y]"}, {"", "amp;"}};
  gboolean blank = text[strspn(text, " \t\r\n")] == '\0'; /* a blank line ends a paragraph */
  for (gsize i = blank ? 1 : 0; i < G_N_ELEMENTS(around); i++)
    reads_back(around[i][0], text, around[i][1]);
}

START_TEST(reads_examples_back)
{
  reads_back_everywhere(examples[_i].text);
}
END_TEST

/* Texts made of the pieces that mean something to Markdown, from a fixed seed. */
START_TEST(reads_anything_back)
{
  static const char *const pieces[] = {
      "a",  "1",    ".",        ")",    " ", " ",  "-", "*", "_", "#",  "[", "]", "(",  "<",
      ">",  "!",    "&",        "amp;", "`", "~",  "=", "+", "|", "\\", "/", ":", "\n", "\t",
      "b>", "<!--", "http://x", "\"",   "'", "東", "^", "{", "}", "$",  "@", ","};
  g_autoptr(GRand) rand = g_rand_new_with_seed(2023);
  for (guint i = 0; i < 4000; i++) {
    g_autoptr(GString) text = g_string_new(NULL);
    for (gint n = g_rand_int_range(rand, 0, 9); n > 0; n--)
      g_string_append(text, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
    reads_back_everywhere(text->str);
  }
}
END_TEST

/* Nothing that adref takes for structure is left unescaped. */
START_TEST(leaves_no_structure)
{
  g_autofree char *escaped = adref_markdown_escape("[a / b - JPN] [c] <!-- note JPN: x -->");
  ck_assert_str_eq(escaped, "\\[a \\/ b \\- JPN\\] \\[c\\] \\<!-- note JPN: x \\--\\>");
}
END_TEST

TCase *tcase_markdown_escape(void)
{
  TCase *tcase = tcase_create("markdown_escape");
  tcase_add_loop_test(tcase, escapes, 0, G_N_ELEMENTS(examples));
  tcase_add_loop_test(tcase, reads_examples_back, 0, G_N_ELEMENTS(examples));
  tcase_add_test(tcase, reads_anything_back);
  tcase_add_test(tcase, leaves_no_structure);
  return tcase;
}

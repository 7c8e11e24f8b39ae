#include "clause/markdown/text_halves.h"

#include "clause/cases.h"
#include "clause/markdown/canonical.h"

/* A text of at least the length that is divided, with `middle` in its second half. */
static GString *long_text(const char *start, const char *middle)
{
  GString *text = g_string_new(start);
  guint n = 0;
  while (text->len < ADREF_TEXT_HALVES_MIN)
    g_string_append_printf(text, "\n<!-- op c%u -->\nWe [shall - JPN] *act*, [as](#c%u) said.\n", n,
                           n / 2),
        n++;
  g_string_append(text, middle);
  g_string_append(text, "\n<!-- op last -->\nThe end.\n");
  return text;
}

static const struct {
  const char *start;
  gboolean divided;
} cases[] = {
    {"# Title\n", TRUE},
    {"# Title\n\n1. one\n\n   - two\n\n> quote\n", TRUE},
    {"# Title\n\n<!-- a\nb -->\n", FALSE},
    {"# Title\n\n```\n", FALSE},
    {"# Title\n\n   ~~~\n", FALSE},
    {"# Title\n\n<div>\n", FALSE},
    {"# Title\r\n", FALSE},
    {"# Title [^1]\n\n[^1]: a note\n", FALSE},
    {"# Title\n\n[a]: b\n", FALSE},
};

START_TEST(finds_halves)
{
  g_autoptr(GString) text = long_text(cases[_i].start, "");
  guint lines;
  gsize half = adref_text_halves_find(text->str, text->len, &lines);
  ck_assert_int_eq(half > 0, cases[_i].divided);
  if (half == 0)
    return;
  ck_assert_uint_gt(half, text->len / 2);
  ck_assert(g_str_has_prefix(text->str + half, "<!-- op c"));
  guint counted = 0;
  for (gsize i = 0; i < half; i++)
    counted += text->str[i] == '\n';
  ck_assert_uint_eq(lines, counted);
}
END_TEST

START_TEST(leaves_short_texts_whole)
{
  g_autoptr(GString) text = long_text("# Title\n", "");
  guint lines;
  ck_assert_uint_gt(adref_text_halves_find(text->str, text->len, &lines), 0);
  ck_assert_uint_eq(adref_text_halves_find(text->str, ADREF_TEXT_HALVES_MIN - 1, &lines), 0);
}
END_TEST

static void append_places(GString *out, const AdrefNode *document)
{
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk))
    if (walk.entering)
      g_string_append_printf(out, "%u:%u:%u %s\n", walk.node->line, walk.node->column,
                             walk.node->type, walk.node->text ? walk.node->text : "");
}

/* The tree with all places, and the problems. `readings` prevents that the text is divided. */
static GString *describe(const GString *text, GPtrArray *readings)
{
  g_autoptr(GPtrArray) problems = adref_problems_new();
  AdrefMarkdownReadOptions options = {.readings = readings};
  g_autoptr(AdrefNode) document =
      adref_markdown_read(text->str, text->len, &options, problems, NULL);
  ck_assert_ptr_nonnull(document);
  GString *out = adref_canonical(document);
  append_places(out, document);
  for (guint i = 0; i < problems->len; i++) {
    const AdrefProblem *problem = problems->pdata[i];
    g_string_append_printf(out, "%u:%u %s\n", problem->line, problem->column, problem->message);
  }
  return out;
}

static const struct {
  const char *start, *end;
} joined[] = {
    {"# Title\n", ""},
    {"We [open.\n", "They close - JPN].\n"},
    {"We] are [alone.\n\n1. x\n1. y\n", "They] are [too\\-long - JPN.\n\n3. x\n7. y\n"},
    {"We \\[see\\] [x](#none).\n", "(a) one\n(b) [two](#nowhere)\n"},
    {"We see.\n", "| a | b |\n|---|---|\n| [c] | d |\n"},
    {"| a | b |\n|---|---|\n| [c | d |\n", "A [Agreed ad ref]\n\n> [quote\n"},
};

START_TEST(halves_are_read_as_the_whole)
{
  g_autoptr(GString) text = long_text(joined[_i].start, joined[_i].end);
  g_autoptr(GPtrArray) readings = adref_problems_new();
  g_autoptr(GString) halves = describe(text, NULL), whole = describe(text, readings);
  ck_assert_uint_gt(readings->len, 0);
  ck_assert_str_eq(halves->str, whole->str);
}
END_TEST

START_TEST(a_half_that_is_refused_refuses_the_text)
{
  g_autoptr(GString) deep = g_string_new(NULL);
  for (guint i = 0; i < 120; i++)
    g_string_append(deep, "> ");
  g_string_append(deep, "deep\n");
  for (guint i = 0; i < 3; i++) {
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) text = long_text(i != 1 ? deep->str : "", i != 0 ? deep->str : "");
    ck_assert_ptr_null(adref_markdown_read(text->str, text->len, NULL, NULL, &error));
    ck_assert_ptr_nonnull(
        strstr(error->message, i == 1 ? "stand in each other too deep" : "text:1:"));
  }
}
END_TEST

TCase *tcase_text_halves(void)
{
  TCase *tcase = tcase_create("text_halves");
  tcase_add_loop_test(tcase, finds_halves, 0, G_N_ELEMENTS(cases));
  tcase_add_test(tcase, leaves_short_texts_whole);
  tcase_add_loop_test(tcase, halves_are_read_as_the_whole, 0, G_N_ELEMENTS(joined));
  tcase_add_test(tcase, a_half_that_is_refused_refuses_the_text);
  return tcase;
}

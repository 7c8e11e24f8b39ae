#include "clause/markdown/plain_paragraphs.h"

#include "clause/cases.h"

/* Behind a line that may begin an HTML block no paragraph is plain, so cmark reads the whole text:
 * the expected result. */
static const char witness[] = "<b>\n\n";

enum {
  WITNESS_LINES = 2,
  TEXTS = 20000
};

static void append_node(GString *out, const AdrefNode *node, guint lines)
{
  g_string_append_printf(out, "%u:%u:%u ", node->line > lines ? node->line - lines : 0,
                         node->column, node->type);
  if (node->text)
    g_string_append_len(out, node->text, (gssize)node->length);
  g_string_append_c(out, '\n');
}

/* The nodes of a clause and of those behind it with their places, one in a line. */
static GString *list_nodes(const AdrefNode *clause, guint lines)
{
  GString *out = g_string_new(NULL);
  for (; clause; clause = clause->next) {
    AdrefWalk walk = adref_walk(clause);
    while (adref_walk_next(&walk))
      if (walk.entering)
        append_node(out, walk.node, lines);
  }
  return out;
}

static void is_read_as_by_cmark(const char *text)
{
  g_autofree char *whole = g_strconcat(witness, text, NULL);
  g_autoptr(AdrefNode) document = read_plain(text);
  g_autoptr(AdrefNode) other = read_plain(whole);
  g_autoptr(GString) nodes = list_nodes(document->first, 0);
  g_autoptr(GString) expected = list_nodes(other->first->next, WITNESS_LINES);
  if (strcmp(nodes->str, expected->str) != 0)
    ck_abort_msg("--- text\n%s\n--- read\n%s--- cmark\n%s", text, nodes->str, expected->str);
}

static const struct {
  const char *text;
  guint plain; /* paragraphs */
} cases[] = {
    {"The Leaders act.", 1},
    {"The Leaders act.\n\nThey meet,\nin Tokyo.\n", 2},
    {"# Title\n\nWe (all) meet: \"yes\"; it's 5/6 - 100% + $3.\n", 1},
    {"<!-- op a -->\nWe act.\n<!-- op b -->\nWe meet.\n", 2},
    {"首脳は決定する。\n\n首脳は決定する。\n\nÉté\n", 2},
    {"- item\n\nWe act.\n\n> quote\n\nWe meet.\n", 2},
    {"1. item\n<!-- op a -->\nWe act.\n", 1},
    {"    code\n\nWe act.\n", 1},
    {"We act.\r\n\r\nWe meet.\r\n", 2},
    {"We act.\n \t\nWe meet.\n", 2},
    /* with simple marks */
    {"We *act*.\n\nWe *act now*, *soon*\n\nWe *act* [- JPN *ever*] so.\n", 3},
    {"We [act].\n\nWe [may] [shall]\n\nWe [shall -\nJPN / should - ASEAN]\nmeet.\n", 3},
    {"We see [paragraph 3](#c-3), [4](#d).\n\nAs [[in](#x) Tokyo - JPN].\n", 2},
    {"We [act.\n\nWe] act.\n\nWe ]act[.\n\n\u00e9t\u00e9 [\u65e5\u672c] [x](#x) [y].\n", 4},
    {"See [1][2], [Art. 5] and \"[t]he\" [sic].\n", 1},
    /* marks that are not simple */
    {"We*act*.\n\nWe *act*s.\n\nWe * act*.\n\nWe *act *.\n\nWe **act**.\n\nWe *a [b* c].\n", 0},
    {"We *act\nnow*.\n\nWe *act.\n\nWe *(act)*.\n\nWe (*act*).\n", 0},
    {"We ![act](#x).\n\nWe[^1] act.\n\nWe [a](b).\n\nWe [a](#).\n\nWe [a](#b \"c\").\n", 0},
    {"We [a [b] c](#d).\n\nWe a](#d).\n\nWe [a\nb](#d).\n\nWe [*a*](#d).\n\nWe [a](#d\n", 0},
    {"We [act].\n\n[act]: #x\n", 0},
    {"[We] act.\n\n*We* act.\n", 0},
    /* with markup, or bytes that may be markup */
    {"We _act_.\n\nWe `act`.\n\nWe \\* act.\n\nWe &amp; they.\n\n<b>We", 0},
    {"We act  \nnow.\n\nWe act \n\nWe  act.\n\nWe\tact.\n\n We act.\n\n- We act.\n", 0},
    {"We act.\n# Title\n\nWe act.\n---\n\nWe act.\n===\n\nWe act.\n- item\n\nWe act.\n> quote\n",
     0},
    {"# Title\nWe act.\n\n- item\nWe act.\n\n> quote\nWe act.\n\n| We | act |\nand they.\n", 0},
    {"\\[We\\]\n\nWe \u0700 act.\n", 0},
    {"\u00a0We act.\n", 0},
    /* blocks that a blank line does not end */
    {"```\n\nWe act.\n\n```\n\nWe meet.\n", 0},
    {"   ~~~~ x\n\nWe act.\n", 0},
    {"- x\n\n  ```\n\nWe act.\n", 0},
    {"<script>\n\nWe act.\n\n</script>\n", 0},
    {"<!-- note\n\nWe act.\n\n-->\n", 0},
    {" <!-- a -->\nWe act.\n", 0},
    {"<div>\n<!-- a -->\nWe act.\n", 0},
    {"<?x\n\nWe act.\n", 0},
    {"<![CDATA[\n\nWe act.\n\n]]>\n", 0},
    {"We act.\n\n```\n\nWe meet.\n", 1},
};

START_TEST(finds_plain_paragraphs)
{
  AdrefPreprocessed source;
  AdrefPlainParagraphs plain;
  const char *text = cases[_i].text;
  adref_preprocess(&source, text, strlen(text), NULL);
  adref_plain_paragraphs_init(&plain, &source);
  ck_assert_uint_eq(plain.paragraphs->len, cases[_i].plain);
  adref_plain_paragraphs_clear(&plain);
  adref_preprocessed_clear(&source);
}
END_TEST

START_TEST(gives_neighbours_one_rule)
{
  AdrefPreprocessed source;
  AdrefPlainParagraphs plain;
  static const char text[] = "We act.\n\nWe meet,\nand speak.\n \nWe sign.\n\n# Next\n\nWe go.\n";
  adref_preprocess(&source, text, strlen(text), NULL);
  adref_plain_paragraphs_init(&plain, &source);
  g_autofree char *given = g_strndup(plain.text, plain.length);
  ck_assert_str_eq(given, "***\n\n\n\n\n\n\n# Next\n\n***\n");
  adref_plain_paragraphs_clear(&plain);
  adref_preprocessed_clear(&source);
}
END_TEST

START_TEST(reads_as_cmark_does)
{
  is_read_as_by_cmark(cases[_i].text);
}
END_TEST

/* Most lines are words; the others begin or end a block. */
static void append_line(GString *text, GRand *rand)
{
  static const char *const starts[] = {
      "- ",       "1. ",    "> ",         "    ",          "  ",          "\t",    "```",
      "~~~",      "# ",     "<!-- a -->", "<!-- x",        "-->",         "<div>", "</div>",
      "<script>", "---",    "===",        "***",           "[a]: b",      "| a",   "- - ",
      "> - ",     "-",      "1.",         "<!-- op b -->", " <!-- c -->", "<!-->", "\\",
      "\u00a0",   "\u0700", "<?",         "&amp; "};
  static const char *const words[] = {"we",  "act", "now.", "é", "日本",   "e\u0301", "a/b", "c-d",
                                      "(x)", "*",   "_",    "`", "[a]",    "  ",      "\\[", "&#9;",
                                      "|",   "<i>", "[",    "]", "\u0700", "!",       "1.",  "\t"};
  static const char *const marks[] = {
      "[shall",  "- JPN]",     "/ should",   "*soon*", "[a](#b)",   "[",       "]",       "] [",
      "[1][2],", "*in Tokyo*", "*a",         "b*",     "[c](#d",    "e](#f).", "!",       "[^1]",
      "](",      "*[g]*",      "[h](#i-2),", "\u65e5", "\"[t]he\"", "[sic]",   "[Art. 5]"};
  gint32 kind = g_rand_int_range(rand, 0, 10);
  if (kind < 3)
    return;
  if (kind > 6)
    g_string_append(text, starts[g_rand_int_range(rand, 0, G_N_ELEMENTS(starts))]);
  if (kind == 8) {
    for (gint32 i = g_rand_int_range(rand, 1, 6); i > 0; i--)
      g_string_append_printf(text, "%s ", marks[g_rand_int_range(rand, 0, G_N_ELEMENTS(marks))]);
    g_string_append(text, "we.");
    return;
  }
  gint32 known = kind == 9 ? (gint32)G_N_ELEMENTS(words) : 9;
  for (gint32 i = g_rand_int_range(rand, 0, 5); i > 0; i--) {
    g_string_append(text, words[g_rand_int_range(rand, 0, known)]);
    g_string_append(text, i > 1 || g_rand_int_range(rand, 0, 9) == 0 ? " " : "");
  }
}

START_TEST(reads_anything_as_cmark_does)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed(4);
  for (guint n = 0, count = environment_count(NULL, TEXTS); n < count; n++) {
    g_autoptr(GString) text = g_string_new(NULL);
    for (gint32 i = g_rand_int_range(rand, 1, 14); i > 0; i--) {
      append_line(text, rand);
      g_string_append_c(text, '\n');
    }
    is_read_as_by_cmark(text->str);
  }
}
END_TEST

TCase *tcase_plain_paragraphs(void)
{
  TCase *tcase = tcase_create("plain_paragraphs");
  tcase_add_loop_test(tcase, finds_plain_paragraphs, 0, G_N_ELEMENTS(cases));
  tcase_add_test(tcase, gives_neighbours_one_rule);
  tcase_add_loop_test(tcase, reads_as_cmark_does, 0, G_N_ELEMENTS(cases));
  tcase_add_test(tcase, reads_anything_as_cmark_does);
  return tcase;
}

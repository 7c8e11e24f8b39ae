#include "clause/soup.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/markdown/markdown_read.h"
#include "clause/words.h"
#include "generate.h"
#include "parties.h"
#include "properties.h"

static const char *const pieces[] = {"We",
                                     "shall",
                                     "act",
                                     "peace",
                                     "a",
                                     "1",
                                     "12",
                                     "3.",
                                     "(a)",
                                     "(b)",
                                     "iv)",
                                     "12.bis",
                                     "é",
                                     "日本",
                                     "ไทย",
                                     "e\314\201",
                                     "\302\240",
                                     "\342\200\213",
                                     "\342\200\256",
                                     "раураl",
                                     "0",
                                     "x_y_z",
                                     "snake_",
                                     "_so",
                                     "*",
                                     "**",
                                     "***",
                                     "_",
                                     "__",
                                     "*a*",
                                     "**b**",
                                     "_c_",
                                     "*a **b***",
                                     "a*b*c",
                                     "`",
                                     "``",
                                     "`code`",
                                     "`` ` ``",
                                     "` `",
                                     "<b>",
                                     "</b>",
                                     "<br>",
                                     "<!-- c -->",
                                     "<!-- note JPN: n -->",
                                     "<!--",
                                     "-->",
                                     "<a@b.org>",
                                     "<https://a.org>",
                                     "https://a.org",
                                     "<",
                                     ">",
                                     "&",
                                     "&amp;",
                                     "&#65;",
                                     "&nbsp;",
                                     "&x;",
                                     "\\",
                                     "\\*",
                                     "\\[",
                                     "\\]",
                                     "\\#",
                                     "\\\n",
                                     "  \n",
                                     "[",
                                     "]",
                                     "[a]",
                                     "[a](b)",
                                     "[a](<b c> \"t\")",
                                     "[a](#c1)",
                                     "[a][b]",
                                     "[2](#c2)",
                                     "![i](j)",
                                     "![i](j 'k')",
                                     "[^1]",
                                     "[^n]: note",
                                     "[a]: b",
                                     "[x](<> \"t\")",
                                     "[may] [shall]",
                                     "[shall - JPN / should - ASEAN]",
                                     "[- JPN]",
                                     "[JPN: so]",
                                     "[so - JPN delete; US, EU retain]",
                                     "[a / b]",
                                     "[ / ]",
                                     "[]",
                                     "[[x] - JPN]",
                                     "[Agreed ad ref]",
                                     "[to be inserted]",
                                     "[...]",
                                     "[sic]",
                                     "[x \342\200\223 JPN]",
                                     "- JPN]",
                                     "/ b]",
                                     "[Malaysia - oppose]",
                                     "(Malaysia)",
                                     "|",
                                     "| a | b |",
                                     "|---|---|",
                                     "\\|",
                                     "~~~",
                                     "~a~",
                                     "^",
                                     "$",
                                     "=",
                                     "===",
                                     "---",
                                     "+",
                                     "-",
                                     "#",
                                     "##",
                                     "# h",
                                     "# h #",
                                     "\t",
                                     "\"q\"",
                                     "'s",
                                     "\342\200\234q\342\200\235",
                                     "...",
                                     "!",
                                     "?",
                                     ":",
                                     ";",
                                     ",",
                                     ".",
                                     "/",
                                     "and/or",
                                     "@",
                                     "{",
                                     "}",
                                     "%",
                                     "1)",
                                     "1.",
                                     "-\ta",
                                     "\r",
                                     "\f"};

static const char *const begins[] = {"",
                                     "",
                                     "",
                                     "",
                                     "",
                                     "- ",
                                     "* ",
                                     "+ ",
                                     "1. ",
                                     "2) ",
                                     "10. ",
                                     "(a) ",
                                     "> ",
                                     "> - ",
                                     "# ",
                                     "## ",
                                     "    ",
                                     "  ",
                                     "   - ",
                                     "     ",
                                     "\t",
                                     "```\n",
                                     "~~~ c\n",
                                     "| a | b |\n|---|:-:|\n| ",
                                     "***\n",
                                     "<div>\n",
                                     "<!-- op -->\n",
                                     "<!-- op c1 -->\n",
                                     "<!-- op c2 no=3 -->\n",
                                     "<!-- op c3 no=3.bis -->\n",
                                     "<!-- pp c4 -->\n",
                                     "<!-- item c5 -->\n",
                                     "<!-- annex c6 -->\n",
                                     "<!-- chapeau c7 from=a/b alt=1 -->\n",
                                     "<!-- closing c8 -->\n",
                                     "<!-- op c1 x=y -->\n",
                                     "<!-- op C9 -->\n",
                                     "Option 1: ",
                                     "ARTICLE 2 ",
                                     "[^1]: ",
                                     "[r]: /u\n",
                                     "=== \n",
                                     "1. - "};

static const char *const gaps[] = {" ", " ", " ", " ", " ", " ", "", "", "\n", "  ", "\n\n"};

static const char *const joints[] = {"\n\n", "\n\n", "\n\n", "\n", "\r\n\r\n", "\n\n\n", "\n  \n"};

#define DRAW(generator, list) list[generate_number(generator, G_N_ELEMENTS(list))]

static char *draw_text(Generator *generator)
{
  GString *text = g_string_new(NULL);
  for (guint i = 1 + generate_number(generator, 5); i > 0; i--) {
    g_string_append(text, DRAW(generator, begins));
    for (guint k = generate_number(generator, 9); k > 0; k--) {
      g_string_append(text, DRAW(generator, pieces));
      if (k > 1)
        g_string_append(text, DRAW(generator, gaps));
    }
    if (i > 1)
      g_string_append(text, DRAW(generator, joints));
  }
  return g_string_free(text, FALSE);
}

/* The text in one line, as in C; other letters than those of ASCII stay. */
static char *escape(const char *text)
{
  GString *high = g_string_new("\"");
  for (int c = 0x80; c <= 0xFF; c++)
    g_string_append_c(high, (char)c);
  char *escaped = g_strescape(text, high->str);
  g_string_free(high, TRUE);
  return escaped;
}

static void append_problems(GString *out, const char *head, const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++) {
    const AdrefProblem *problem = problems->pdata[i];
    g_autofree char *message = escape(problem->message);
    g_string_append_printf(out, "%s %u:%u: %s%s\n", head, problem->line, problem->column, message,
                           problem->serious ? " (serious)" : "");
  }
}

static void append_clauses(GString *out, const AdrefNode *document)
{
  for (const AdrefNode *node = document->first; node; node = node->next)
    g_string_append_printf(out, "clause %s %s, line %u, %u words\n",
                           node->as.clause->id ? node->as.clause->id : "-",
                           node->as.clause->number ? node->as.clause->number : "none", node->line,
                           adref_count_words(node, "en"));
}

char *soup_result(guint n)
{
  Generator generator = {n * 7919 + 5};
  g_autofree char *text = draw_text(&generator), *escaped = escape(text);
  g_autoptr(GHashTable) parties = example_parties();
  g_autoptr(GPtrArray) problems = adref_problems_new(), readings = adref_problems_new();
  AdrefMarkdownReadOptions options = {.parties = n % 4 == 0 ? NULL : parties,
                                      .outside_statement = n % 5 == 0,
                                      .readings = readings};
  g_autoptr(AdrefNode) document = read_text(text, &options, problems);
  g_autoptr(GString) canonical = adref_canonical(document);
  GString *out = g_string_new(NULL);
  g_string_append_printf(out, "%s\n---\n%s---\n", escaped, canonical->str);
  append_problems(out, "problem", problems);
  append_problems(out, "bracket", readings);
  append_clauses(out, document);
  return g_string_free(out, FALSE);
}

/* Difficult pairs of texts. */
#ifndef ADREF_TESTS_VIEW_PAIRS_H
#define ADREF_TESTS_VIEW_PAIRS_H

#include <glib.h>

/* Difficult parts of texts: marks of CriticMarkup, Markdown that depends on its place, brackets,
 * lists, other scripts. */
static const char *const pieces[] = {
    "We shall act. ",
    "We *should* act now. ",
    "{++",
    "++}",
    "{--",
    "--}",
    "{",
    "}",
    "--",
    "+",
    "-",
    "{~~a~>b~~}",
    "{==x==}",
    "{>>c<<}",
    "[shall - JPN / should - LAO] ",
    "[may] ",
    "\\[sic\\] ",
    "**5,000** people ",
    "`code` ",
    "[a page](https://e.org/x \"t\") ",
    "日本国は協力する。",
    "ประเทศไทย ",
    "\n\n",
    "\n\n- one\n- two\n\n",
    "\n\n1. first\n   - nested\n2. second\n\n",
    "\n\n> quoted\n\n",
    "\n\n```c\nint x;\n{--\n```\n\n",
    "\n\n# Heading\n\n",
    "\n\n## Two\n\n",
    "\n\n<!-- op a -->\n",
    "\n\n<!-- op b no=3 -->\n",
    "\n\n<!-- pp c from=x/y -->\n",
    "<!-- note JPN: why --> ",
    "\n\n***\n\n",
    "\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n",
    "a  \nb ",
    "[paragraph 1](#a) ",
    "[^1] ",
    " [Agreed ad ref]",
    "caf\303\251 ",
    "12. ",
    "# ",
    "* ",
    "_x_ ",
    "&amp; ",
    "<b>x</b> ",
    "word ",
    "another ",
    "of ",
    "the ",
    "the ",
    ", ",
    ". ",
};

static inline GArray *random_text(GRand *rand)
{
  GArray *text = g_array_new(FALSE, FALSE, sizeof(guint));
  for (gint n = g_rand_int_range(rand, 0, 40); n > 0; n--) {
    guint piece = (guint)g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces));
    g_array_append_val(text, piece);
  }
  return text;
}

static inline void edit(GRand *rand, GArray *text)
{
  for (gint n = g_rand_int_range(rand, 1, 6); n > 0; n--) {
    guint piece = (guint)g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces));
    guint at = (guint)g_rand_int_range(rand, 0, (gint32)text->len + 1);
    if (at < text->len && g_rand_boolean(rand))
      g_array_remove_index(text, at);
    else
      g_array_insert_val(text, at, piece);
  }
}

static inline char *spell(const GArray *text)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < text->len; i++)
    g_string_append(out, pieces[g_array_index(text, guint, i)]);
  return g_string_free(out, FALSE);
}

/* Changes what stands around words; the words stay. Frees `text`. */
static inline char *alter(GRand *rand, char *text)
{
  static const char *const changes[][2] = {
      {"[may] ", "may "},          {"[shall - JPN / should - LAO]", "shall"},
      {"- JPN /", "- JPN, LAO /"}, {"*should*", "should"},
      {"We shall", "We *shall*"},  {"**5,000**", "*5,000*"},
      {"e.org/x", "e.org/y"},      {"## Two", "### Two"},
      {"1. first", "3. first"},    {"> quoted", "quoted"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(changes); i++) {
    if (g_rand_boolean(rand))
      continue;
    g_auto(GStrv) parts = g_strsplit(text, changes[i][0], -1);
    g_free(text);
    text = g_strjoinv(changes[i][1], parts);
  }
  return text;
}

#endif

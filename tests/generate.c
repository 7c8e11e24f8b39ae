#include "generate.h"

#include <string.h>

static const char *const words[] = {
    "the",          "Leaders", "of",       "cooperation", "and",
    "maritime",     "safety",  "their",    "shall",       "should",
    "to",           "people",  "training", "trust",       "in",
    "digital",      "30",      "5,000",    "supply",      "chains",
    "for",          "2030",    "growth",   "and/or",      "ports",
    "security",     "line",    "with",     "domestic",    "laws",
    "progress",     "1.5",     "region",   "energy",      "by",
    "young",        "don't",   "well",     "as",          "日本と東南アジア",
    "ประเทศไทยและ", "é",
};

static const char *const ends[] = {".", ",", ";", ":", " -", "!", "...", "。"};

static const char *const things[] = {
    "[shall - JPN / should - ASEAN]",
    "[may] [will]",
    "[on agreed terms]",
    "[for [three / five - JPN] years - ASEAN]",
    "[]",
    "[ / - JPN]",
    "[to be inserted]",
    "*Recalling*",
    "**firm *and* strong**",
    "[paragraph 1](#a1)",
    "[paragraph 2](#a2)",
    "[the site](https://asean.org \"ASEAN\")",
    "<https://asean.org>",
    "![map](map.png)",
    "[^1]",
    "`code`",
    "<b>raw</b>",
    "<!-- note JPN: to be checked -->",
    "<!-- a comment -->",
    "[",
    "]",
    "[open *and",
    "and* shut]",
    "\\[escaped\\]",
    "[a \\- JPN]",
    "\\\nnext",
    "[Agreed ad ref]",
    "*a* **b**",
    "*a*b",
    "_",
    "1)",
    "|",
    "x<sup>2</sup>",
    "<br>",
    "<u>under",
    "line</u>",
    "~~struck",
    "out~~",
    "<sub>1</sub>",
    "<del>*went*</del>",
    "\\~~~",
    "[1][2]",
    "[30][60] days",
    "[Art. 5]",
    "[ ]",
    "[x]",
    "[sic]",
    "\"[t]he\"",
    "\"",
};

/* Words in a cell that could leave it. */
static const char *const cell_things[] = {
    "[shall - JPN / should - ASEAN]",
    "a\\|b",
    "`x\\|y`",
    "`x",
    "*x",
    "y*",
    "**1,000**",
    "[",
    "]",
    "[paragraph 1](#a1)",
    "[^1]",
    "\\\\\\|",
    "\\",
    "<b>",
    "<!-- note JPN: a\\|b -->",
    "# 1. #",
    "&#124; &amp;",
    "[x](https://a.org/a\\|b \"a\\|b\")",
    "- 1",
    "[a] [b]",
    "[Agreed ad ref]",
};

guint generate_number(Generator *generator, guint n)
{
  generator->seed = generator->seed * 1664525u + 1013904223u;
  return (generator->seed >> 8) % n;
}

static const char *word(Generator *generator)
{
  return words[generate_number(generator, G_N_ELEMENTS(words))];
}

static const char *thing(Generator *generator)
{
  return things[generate_number(generator, G_N_ELEMENTS(things))];
}

static const char *end(Generator *generator)
{
  return ends[generate_number(generator, G_N_ELEMENTS(ends))];
}

char *generate_prose(Generator *generator, guint count)
{
  GString *text = g_string_new("Leaders");
  for (guint i = 0; i < count; i++) {
    guint kind = generate_number(generator, 12);
    g_string_append_printf(text, "%s %s", kind < 2 ? end(generator) : "", word(generator));
    if (generate_number(generator, 3) == 0)
      g_string_append_printf(text, "ing%u", generate_number(generator, 40));
  }
  g_string_append_c(text, '.');
  return g_string_free(text, FALSE);
}

char *generate_edit(Generator *generator, const char *prose, guint one_in)
{
  g_auto(GStrv) parts = g_strsplit(prose, " ", -1);
  GString *text = g_string_new(NULL);
  for (guint i = 0; parts[i]; i++) {
    gboolean edit = generate_number(generator, one_in) == 0;
    if (i > 0)
      g_string_append_c(text, ' ');
    g_string_append(text, edit ? word(generator) : parts[i]);
    if (edit)
      g_string_append_printf(text, "%u", generate_number(generator, 1000));
  }
  return g_string_free(text, FALSE);
}

/* A line of words and things. */
static char *line(Generator *generator)
{
  GString *text = g_string_new(word(generator));
  for (guint i = generate_number(generator, 24); i > 0; i--) {
    guint kind = generate_number(generator, 10);
    if (kind == 0)
      g_string_append(text, end(generator));
    g_string_append_printf(text, " %s", kind < 2 ? thing(generator) : word(generator));
  }
  return g_string_free(text, FALSE);
}

static char *list(Generator *generator)
{
  GString *text = g_string_new(NULL);
  static const char *const markers[] = {"- ", "- ", "1. ", "1. ", "0. ", "3. "};
  const char *marker = markers[generate_number(generator, G_N_ELEMENTS(markers))];
  gboolean loose = generate_number(generator, 4) == 0;
  for (guint i = 1 + generate_number(generator, 4); i > 0; i--) {
    g_autofree char *item = line(generator);
    g_string_append_printf(text, "%s%s%s", marker, item, i > 1 ? "\n" : "");
    if (generate_number(generator, 4) == 0) {
      g_autofree char *below = line(generator);
      g_string_append_printf(text, "%s   - %s%s", i > 1 ? "" : "\n", below, i > 1 ? "\n" : "");
    }
    if (loose && i > 1)
      g_string_append(text, "\n");
  }
  return g_string_free(text, FALSE);
}

/* Lines of which most begin with labels. */
static char *labelled_lines(Generator *generator)
{
  static const char *const labels[][5] = {
      {"(a)", "(b)", "(c)", "(d)", "(e)"},
      {"(i)", "(ii)", "(iii)", "(iv)", "(v)"},
      {"(1)", "(2)", "(2 bis)", "(3)", "(4)"},
      {"a)", "b)", "c)", "d)", "e)"},
      {"1.2", "1.3", "1.3.1", "1.4", "2.1"},
      {"Article 5", "Article 6", "Article 7:", "Art. 8 (2)", "Art. 9"},
      {"第三条", "第四条", "第五条", "第六条", "第七条"},
      {"ข้อ ๕", "ข้อ ๖", "ข้อ ๗", "ข้อ ๘", "ข้อ ๙"},
      {"（一）", "（二）", "（三）", "（四）", "（五）"},
  };
  static const char *const breaks[] = {"\n",   "\n",   ";\n",    ".\n",      "; and\n", "  \n",
                                       "\\\n", "\n\\", "<br>\n", "<br>\n\\", "<br>",    "\\\n\\"};
  guint outer = generate_number(generator, G_N_ELEMENTS(labels));
  guint inner = generate_number(generator, G_N_ELEMENTS(labels)), at[2] = {0, 0};
  GString *text = g_string_new(generate_number(generator, 2) ? "We agree:\n" : "");
  for (guint i = 1 + generate_number(generator, 8); i > 0; i--) {
    g_autofree char *words_of_item = line(generator);
    guint level = generate_number(generator, 3) == 0, set = level ? inner : outer;
    const char *label = generate_number(generator, 8) ? labels[set][at[level]] : "";
    at[level] = (at[level] + (generate_number(generator, 9) > 0)) % 5;
    at[1] = level ? at[1] : 0;
    gboolean empty = *label && generate_number(generator, 16) == 0;
    g_string_append_printf(text, "%s%s%s", label, *label && !empty ? " " : "",
                           empty ? "" : words_of_item);
    if (i > 1)
      g_string_append(text, breaks[generate_number(generator, G_N_ELEMENTS(breaks))]);
  }
  return g_string_free(text, FALSE);
}

static void add_cells(Generator *generator, GString *text, guint count)
{
  gboolean bars = generate_number(generator, 3) > 0;
  g_string_append(text, bars ? "| " : "");
  for (guint i = 0; i < count; i++) {
    guint kind = generate_number(generator, 12);
    g_string_append(text, i > 0 ? " | " : "");
    if (kind > 0)
      g_string_append(text, word(generator));
    if (kind == 1)
      g_string_append_printf(text, " %s",
                             cell_things[generate_number(generator, G_N_ELEMENTS(cell_things))]);
    else if (kind < 5)
      g_string_append_printf(text, " %s", word(generator));
  }
  g_string_append(text, bars || count == 1 ? " |" : "");
}

static void add_delimiters(Generator *generator, GString *text, guint count)
{
  static const char *const marks[] = {"---", ":--", "--:", ":-:", "-"};
  for (guint i = 0; i < count; i++)
    g_string_append_printf(text, "|%s", marks[generate_number(generator, G_N_ELEMENTS(marks))]);
  g_string_append(text, "|");
}

/* A table, mostly well formed, with a line above and below it at times. */
static char *table(Generator *generator)
{
  GString *text = g_string_new(NULL);
  guint columns = 1 + generate_number(generator, 5);
  if (generate_number(generator, 6) == 0)
    g_string_append_printf(text, "%s:\n", word(generator));
  add_cells(generator, text, columns);
  g_string_append_c(text, '\n');
  add_delimiters(generator, text, columns + (generate_number(generator, 20) == 0));
  for (guint i = generate_number(generator, 6); i > 0; i--) {
    g_string_append_c(text, '\n');
    guint other = generate_number(generator, 8);
    add_cells(generator, text,
              other == 0   ? columns + 1
              : other == 1 ? MAX(columns, 2) - 1
                           : columns);
  }
  if (generate_number(generator, 6) == 0)
    g_string_append_printf(text, "\n%s", word(generator));
  return g_string_free(text, FALSE);
}

/* A table whose lines all begin with the same mark, or lack it at times. */
static char *nested_table(Generator *generator)
{
  static const char *const firsts[] = {"- ", "> ", "1. ", "- > "}, *const rests[] = {"  ", "> ",
                                                                                     "   ", "  > "};
  guint kind = generate_number(generator, G_N_ELEMENTS(firsts));
  g_autofree char *made = table(generator);
  g_auto(GStrv) lines = g_strsplit(made, "\n", -1);
  GString *text = g_string_new(NULL);
  for (guint i = 0; lines[i]; i++) {
    gboolean lacks = i > 0 && generate_number(generator, 20) == 0;
    g_string_append_printf(text, "%s%s%s",
                           i == 0  ? firsts[kind]
                           : lacks ? ""
                                   : rests[kind],
                           lines[i], lines[i + 1] ? "\n" : "");
  }
  return g_string_free(text, FALSE);
}

char *generate_table(Generator *generator)
{
  return generate_number(generator, 3) == 0 ? nested_table(generator) : table(generator);
}

/* A paragraph with a marker. */
static char *clause(Generator *generator, const char *text)
{
  static const char *const kinds[] = {"op", "pp", "item", "chapeau", "annex"};
  const char *kind = kinds[generate_number(generator, G_N_ELEMENTS(kinds))];
  guint id = generate_number(generator, 9);
  const char *frozen = generate_number(generator, 6) == 0 ? " no=3" : "";
  return g_strdup_printf("<!-- %s a%u%s -->\n%s", kind, id, frozen, text);
}

/* The text of a footnote, perhaps with blocks below it. */
static char *footnote(Generator *generator, const char *text)
{
  static const char *const below[] = {"", "\n\n    Second.", "\n\n    - a\n    - b",
                                      "\n\n        x", "\n[^a-2]: tight"};
  guint label = generate_number(generator, 3);
  return g_strdup_printf("[^%u]: %s%s", label, text,
                         below[generate_number(generator, G_N_ELEMENTS(below))]);
}

static char *block(Generator *generator)
{
  g_autofree char *text = line(generator);
  switch (generate_number(generator, 19)) {
  case 0: return g_strdup_printf("%.*s %s", 1 + (int)generate_number(generator, 4), "####", text);
  case 1:
  case 2: return list(generator);
  case 3: return g_strdup_printf("> %s", text);
  case 4: return g_strdup_printf("```%s\n%s\n```", generate_number(generator, 2) ? "" : "c", text);
  case 5: return generate_table(generator);
  case 6: return g_strdup("***");
  case 7: return g_strdup_printf("<!-- note JPN: %s -->", word(generator));
  case 8:
  case 9:
  case 10: return clause(generator, text);
  case 11: return g_strdup_printf("> 1. %s\n> 2. %s", text, word(generator));
  case 12: return footnote(generator, text);
  case 13:
  case 14: return labelled_lines(generator);
  default: return g_steal_pointer(&text);
  }
}

GPtrArray *generate_blocks(Generator *generator)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 1 + generate_number(generator, 8); i > 0; i--)
    g_ptr_array_add(blocks, block(generator));
  return blocks;
}

char *generate_front_matter(Generator *generator)
{
  static const char *const lines[] = {"date: 2031-07-04",
                                      "# a comment",
                                      "tags:\n- one\n- two",
                                      "\"a b\": 'c: d'",
                                      "text: |\n  more\n\n  words",
                                      "list: [\n]",
                                      "日付:\t[",
                                      "empty:   ",
                                      "key: not: yaml",
                                      "words"};
  if (generate_number(generator, 8) != 0)
    return g_strdup("");
  GString *text = g_string_new("---\n");
  const char *end = generate_number(generator, 4) == 0 ? "\r\n" : "\n";
  for (guint i = generate_number(generator, 5); i > 0; i--)
    g_string_append_printf(text, "%s%s", lines[generate_number(generator, G_N_ELEMENTS(lines))],
                           end);
  return g_string_free(g_string_append(text, "---\n"), FALSE);
}

/* One edit at one place of a block's Markdown. */
static char *edit_once(Generator *generator, const char *text)
{
  g_auto(GStrv) parts = g_strsplit(text, " ", -1);
  guint count = g_strv_length(parts), at = generate_number(generator, MAX(count, 1));
  guint kind = generate_number(generator, 9), other = generate_number(generator, MAX(count, 1));
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < count; i++) {
    const char *part = parts[i];
    if (i > 0 && !(i == at && kind == 7))
      g_string_append_c(out, ' ');
    if (i != at)
      g_string_append(out, part);
    else if (kind == 0)
      g_string_append(out, word(generator));
    else if (kind == 1)
      g_string_append_printf(out, "%s %s", part, word(generator));
    else if (kind == 2)
      g_string_append_printf(out, "*%s*", part);
    else if (kind == 3)
      g_string_append_printf(out, "[%s - JPN / %s]", part, word(generator));
    else if (kind == 4)
      g_string_append_printf(out, "%s %s", part, thing(generator));
    else if (kind == 5)
      g_string_append_printf(out, "%s\n\n", part);
    else if (kind == 6)
      g_string_append(out, parts[other]);
    else if (kind == 7)
      g_string_append_printf(out, "%s%s", end(generator), part);
  }
  return g_string_free(out, FALSE);
}

static char *edited(Generator *generator, const char *text)
{
  char *now = edit_once(generator, text);
  for (guint i = generate_number(generator, 4); i > 0; i--) {
    char *next = edit_once(generator, now);
    g_free(now);
    now = next;
  }
  return now;
}

static void join_two(Generator *generator, GPtrArray *blocks)
{
  if (blocks->len < 2)
    return;
  guint at = generate_number(generator, blocks->len - 1);
  const char *between = generate_number(generator, 2) ? " " : "\n";
  char *joined = g_strconcat(blocks->pdata[at], between, blocks->pdata[at + 1], NULL);
  g_free(blocks->pdata[at]);
  blocks->pdata[at] = joined;
  g_ptr_array_remove_index(blocks, at + 1);
}

static void move_one(Generator *generator, GPtrArray *blocks)
{
  if (blocks->len == 0)
    return;
  gpointer moved = g_ptr_array_steal_index(blocks, generate_number(generator, blocks->len));
  g_ptr_array_insert(blocks, (int)generate_number(generator, blocks->len + 1), moved);
}

GPtrArray *generate_version(Generator *generator, const GPtrArray *blocks)
{
  GPtrArray *version = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < blocks->len; i++) {
    guint chance = generate_number(generator, 10);
    if (chance < 4)
      g_ptr_array_add(version, edited(generator, blocks->pdata[i]));
    else if (chance > 4)
      g_ptr_array_add(version, g_strdup(blocks->pdata[i]));
    if (chance == 9)
      g_ptr_array_add(version, block(generator));
  }
  if (generate_number(generator, 4) == 0)
    join_two(generator, version);
  if (generate_number(generator, 3) == 0)
    move_one(generator, version);
  return version;
}

char *join_blocks(const GPtrArray *blocks)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < blocks->len; i++)
    g_string_append_printf(text, "%s%s\n", i > 0 ? "\n" : "", (char *)blocks->pdata[i]);
  return g_string_free(text, FALSE);
}

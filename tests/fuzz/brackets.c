/* Square brackets: bytes choose words of a small language of brackets, positions, markers and
 * blocks. The canonical form is a fixed point, and every letter is kept: none is lost, none added.
 */
#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/markdown/markdown_read.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

/* Nothing here may change its letters on the way: no aliases, no entities, no numbered clauses that
 * others refer to by words. */
static const char *const pieces[] = {
    "[",
    "]",
    " ",
    " / ",
    "/",
    " - ",
    "-",
    "\n",
    "\n\n",
    "shall",
    "should",
    "a",
    "The Leaders",
    "public-private",
    "and/or",
    "JPN",
    "ASEAN",
    "USA",
    "EU",
    ", ",
    "; ",
    ";",
    ".",
    ":",
    "JPN: ",
    " retain",
    " delete",
    " - JPN",
    " - JPN, USA retain; EU delete",
    " - XYZ",
    "[shall - JPN / should - ASEAN]",
    "[may] [shall]",
    "][",
    "[Agreed ad ref]",
    "[... to be inserted ...]",
    "[Provision on trade to be inserted here at a later date.]",
    "\\[",
    "\\]",
    "\\/",
    "\\-",
    "\\",
    "(",
    ")",
    "](#one)",
    "](http://example.org)",
    "![",
    "[^a]",
    "]: ",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "<",
    ">",
    "&",
    "!",
    "|",
    "| a | b |\n|---|---|\n",
    "- ",
    "\n- ",
    "\n  ",
    "\n    ",
    "\n1. ",
    "\n> ",
    "\n# ",
    "\n## ",
    "\n---\n",
    "\n===\n",
    "  \n",
    "\\\n",
    "\t",
    "<!-- op one -->\n",
    "<!-- pp two from=topic/name -->\n",
    "<!-- note JPN: words -->\n",
    "<!-- words -->",
    "<b>",
    "\xc2\xa0",     /* no-break space */
    "\xe6\x97\xa5", /* a letter of Japanese */
    "\xe2\x80\x93", /* en dash */
    "\xef\xbc\xbb", /* wide [ */
    "\xe0\xb8\x81", /* a letter of Thai */
    "'",
    "\"",
    "+",
    "=",
    "~",
    "#",
};

static GHashTable *registry(void)
{
  static char names[][2][6] = {{"jpn", "JPN"}, {"asean", "ASEAN"}, {"usa", "USA"}, {"eu", "EU"}};
  static GHashTable *parties;
  if (parties)
    return parties;
  parties = g_hash_table_new(g_str_hash, g_str_equal);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    g_hash_table_insert(parties, names[i][0], names[i][1]);
  return parties;
}

static GString *build(const guint8 *data, size_t size)
{
  GString *text = g_string_new(NULL);
  for (size_t i = 0; i < size && i < 2000; i++)
    g_string_append(text, pieces[data[i] % G_N_ELEMENTS(pieces)]);
  return text;
}

/* The length of a tag at p that the canonical form writes for a break in a heading, or for ~~. */
static gsize tag_length(const char *p)
{
  static const char *const tags[] = {"<br>", "<s>", "</s>"};
  for (gsize i = 0; i < G_N_ELEMENTS(tags); i++)
    if (g_str_has_prefix(p, tags[i]))
      return strlen(tags[i]);
  return 0;
}

/* How often each letter stands in a text, also as &#65;; letters beyond ASCII share what their
 * value gives. */
static void count_letters(const char *text, guint counts[256])
{
  memset(counts, 0, 256 * sizeof counts[0]);
  for (const char *p = text; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    gsize tag = tag_length(p);
    if (tag > 0) {
      p += tag - 1;
      continue;
    }
    if (p[0] == '&' && p[1] == '#' && g_ascii_isdigit(p[2]))
      c = (gunichar)g_ascii_strtoull(p + 2, NULL, 10);
    if (g_unichar_isalpha(c))
      counts[c % 256]++;
  }
}

static void fail(const char *what, const GString *text, const GString *once, const GString *twice)
{
  g_printerr("--- %s\n--- text\n%s\n--- once\n%s", what, text->str, once->str);
  if (twice)
    g_printerr("--- twice\n%s", twice->str);
  g_printerr("---\n");
  abort();
}

/* Where a link is defined apart from it, its address is written as often as it is used. */
static void check_letters(const GString *text, const GString *once)
{
  if (strstr(text->str, "]:"))
    return;
  guint before[256], after[256];
  count_letters(text->str, before);
  count_letters(once->str, after);
  if (memcmp(before, after, sizeof before) != 0)
    fail("letters were lost or added", text, once, NULL);
}

static gboolean same_hashes(const AdrefNode *first, const AdrefNode *second)
{
  g_autofree char *text = adref_text_hash(first), *text_again = adref_text_hash(second);
  gboolean same = strcmp(text, text_again) == 0;
  const AdrefNode *a = first->first, *b = second->first;
  for (; same && a && b; a = a->next, b = b->next) {
    g_autofree char *hash = adref_clause_hash(a), *again = adref_clause_hash(b);
    same = strcmp(hash, again) == 0;
  }
  return same && !a && !b;
}

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
  AdrefMarkdownReadOptions how = {.parties = registry()};
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = adref_problems_new();
  g_autoptr(GString) text = build(data, size);
  g_autoptr(AdrefNode) first = adref_markdown_read(text->str, text->len, &how, problems, &error);
  if (!first) /* too many quotes in each other */
    return 0;
  g_autoptr(GString) once = adref_canonical(first);
  g_autoptr(AdrefNode) second = adref_markdown_read(once->str, once->len, &how, NULL, &error);
  g_assert_no_error(error);
  g_autoptr(GString) twice = adref_canonical(second);
  if (strcmp(once->str, twice->str) != 0)
    fail("the canonical form is not a fixed point", text, once, twice);
  if (!same_hashes(first, second))
    fail("another hash", text, once, twice);
  check_letters(text, once);
  return 0;
}

/* A statement of about so many bytes, always the same one: text BYTES [COLUMNS]. A paragraph is one
 * line, as adref writes it, or is wrapped at so many columns, as people do. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const words[] = {
    "the",      "Leaders",      "of",      "cooperation", "and",         "maritime",
    "safety",   "their",        "shared",  "commitment",  "to",          "people",
    "training", "trust",        "in",      "digital",     "transition",  "resilience",
    "supply",   "chains",       "for",     "sustainable", "growth",      "exchange",
    "of",       "expertise",    "between", "ports",       "information", "security",
    "in",       "line",         "with",    "their",       "domestic",    "laws",
    "the",      "progress",     "made",    "since",       "1973",        "towards",
    "an",       "open",         "region",  "energy",      "efficiency",  "by",
    "2030",     "young",        "public",  "partnership", "as",          "well",
    "as",       "universities",
};

static const char *const brackets[] = {
    " [shall - JPN / should - ASEAN]",
    " [voluntary - JPN, USA retain; ASEAN delete]",
    " [may] [will]",
    " [on mutually agreed terms]",
    " [for [three / five - JPN] years - ASEAN]",
};

typedef struct {
  GString *text;
  guint32 seed;
  guint clause;
} Writer;

/* The generator of Numerical Recipes: the same numbers everywhere. */
static guint pick(Writer *writer, guint n)
{
  writer->seed = writer->seed * 1664525u + 1013904223u;
  return (writer->seed >> 8) % n;
}

static void put_words(Writer *writer, guint count)
{
  for (guint i = 0; i < count; i++) {
    g_string_append_c(writer->text, ' ');
    g_string_append(writer->text, words[pick(writer, G_N_ELEMENTS(words))]);
    if (i + 1 < count && pick(writer, 12) == 0)
      g_string_append_c(writer->text, ',');
  }
}

static void put_sentence(Writer *writer)
{
  g_string_append(writer->text, "The Ministers welcomed");
  put_words(writer, 8 + pick(writer, 12));
  guint kind = pick(writer, 20);
  if (kind < 3)
    g_string_append(writer->text, brackets[pick(writer, G_N_ELEMENTS(brackets))]);
  else if (kind == 3)
    g_string_append_printf(writer->text, " [paragraph 0](#clause-%u)",
                           pick(writer, writer->clause) + 1);
  else if (kind == 4)
    g_string_append(writer->text, " *ad referendum*");
  put_words(writer, 4 + pick(writer, 8));
  g_string_append(writer->text, ".");
}

static void put_list(Writer *writer)
{
  g_string_append(writer->text, "\n");
  for (guint i = pick(writer, 4) + 2; i > 0; i--) {
    g_string_append(writer->text, "\n1. ");
    put_sentence(writer);
  }
}

static void put_clause(Writer *writer)
{
  if (writer->clause++ % 20 == 0)
    g_string_append_printf(writer->text, "## Section %u\n\n", writer->clause / 20 + 1);
  g_string_append_printf(writer->text, "<!-- op clause-%u -->\n", writer->clause);
  for (guint i = pick(writer, 5) + 2; i > 0; i--) {
    put_sentence(writer);
    g_string_append_c(writer->text, i > 1 ? ' ' : '\n');
  }
  if (pick(writer, 8) == 0)
    put_list(writer);
  g_string_append(writer->text, "\n");
}

/* Breaks lines at the last space before the column. No comment or heading is that long. */
static void wrap(GString *text, gsize columns)
{
  gsize start = 0, space = 0;
  for (gsize i = 0; i < text->len; i++) {
    if (text->str[i] == ' ')
      space = i;
    if (text->str[i] == '\n')
      start = i + 1;
    if (i - start >= columns && space > start) {
      text->str[space] = '\n';
      start = space + 1;
    }
  }
}

int main(int argc, char **argv)
{
  gsize size = argc >= 2 ? strtoul(argv[1], NULL, 10) : 0;
  if (size == 0 || argc > 3) {
    fputs("usage: text BYTES [COLUMNS]\n", stderr);
    return 2;
  }
  Writer writer = {.text = g_string_new("# Joint Statement\n\n"), .seed = 1973};
  while (writer.text->len < size)
    put_clause(&writer);
  if (argc == 3)
    wrap(writer.text, strtoul(argv[2], NULL, 10));
  gsize put = fwrite(writer.text->str, 1, writer.text->len, stdout);
  gboolean done = put == writer.text->len && fflush(stdout) == 0;
  g_string_free(writer.text, TRUE);
  return done ? 0 : 1;
}

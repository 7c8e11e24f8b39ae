/* Two versions of a long text, always the same ones: redline PARAGRAPHS OLD NEW writes both files.
 *
 * The new version has 20 % of the paragraphs edited (about one word in eight), 3 % dropped, 3 %
 * added and 1 % moved. A paragraph is one line of about 380 bytes. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>

enum {
  MIN_WORDS = 40,
  MORE_WORDS = 36,
  VOCABULARY = 4000,
  EDITED = 20, /* per cent */
  DROPPED = 3,
  ADDED = 3,
  MOVED = 1,
  FAR = 50 /* how far a paragraph moves at most */
};

static const char *const common[] = {"the", "of",   "and", "to",  "in", "their", "for",   "on",
                                     "a",   "with", "as",  "our", "by", "that",  "shall", "will"};

static const char *const syllables[] = {
    "co", "op", "er",   "a",  "tion", "mar", "i",    "time", "se",   "cur", "ity",   "dev",
    "el", "op", "ment", "re", "gion", "al",  "part", "ner",  "ship", "pro", "gress", "tra"};

typedef struct {
  guint32 seed;
  char *words[VOCABULARY];
} Writer;

/* The generator of Numerical Recipes: the same numbers everywhere. */
static guint pick(Writer *writer, guint n)
{
  writer->seed = writer->seed * 1664525u + 1013904223u;
  return (writer->seed >> 8) % n;
}

static void make_words(Writer *writer)
{
  for (guint i = 0; i < VOCABULARY; i++) {
    GString *word = g_string_new(NULL);
    for (guint s = 2 + pick(writer, 3); s > 0; s--)
      g_string_append(word, syllables[pick(writer, G_N_ELEMENTS(syllables))]);
    writer->words[i] = g_string_free(word, FALSE);
  }
}

/* Common words are common, rare ones rare. */
static const char *pick_word(Writer *writer)
{
  if (pick(writer, 5) < 2)
    return common[pick(writer, G_N_ELEMENTS(common))];
  guint limit = pick(writer, 3) == 0 ? VOCABULARY : VOCABULARY / 10;
  return writer->words[pick(writer, limit)];
}

static void put_stop(Writer *writer, GString *text, gboolean last)
{
  guint stop = pick(writer, 12);
  if (last || stop == 0)
    g_string_append_c(text, '.');
  else if (stop == 1)
    g_string_append_c(text, ',');
}

static char *paragraph(Writer *writer)
{
  GString *text = g_string_new("The Leaders");
  for (guint i = MIN_WORDS + pick(writer, MORE_WORDS); i > 0; i--) {
    g_string_append_c(text, ' ');
    g_string_append(text, pick_word(writer));
    put_stop(writer, text, i == 1);
  }
  return g_string_free(text, FALSE);
}

/* One word in eight replaced, left out, or followed by another one. */
static char *edited(Writer *writer, const char *paragraph)
{
  g_auto(GStrv) words = g_strsplit(paragraph, " ", -1);
  GString *text = g_string_new(words[0]);
  for (guint i = 1; words[i]; i++) {
    guint edit = pick(writer, 24);
    if (edit != 0)
      g_string_append_printf(text, " %s", edit == 1 ? pick_word(writer) : words[i]);
    if (edit == 2)
      g_string_append_printf(text, " %s", pick_word(writer));
  }
  return g_string_free(text, FALSE);
}

static void move_some(Writer *writer, GPtrArray *paragraphs)
{
  for (guint i = paragraphs->len * MOVED / 100; i > 0; i--) {
    guint from = pick(writer, paragraphs->len), by = 1 + pick(writer, FAR);
    gpointer moved = g_ptr_array_steal_index(paragraphs, from);
    g_ptr_array_insert(paragraphs, (int)MIN(from + by, paragraphs->len), moved);
  }
}

static GPtrArray *old_version(Writer *writer, guint count)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < count; i++)
    g_ptr_array_add(paragraphs, paragraph(writer));
  return paragraphs;
}

static GPtrArray *new_version(Writer *writer, const GPtrArray *old)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < old->len; i++) {
    guint chance = pick(writer, 100);
    if (chance < EDITED)
      g_ptr_array_add(paragraphs, edited(writer, old->pdata[i]));
    else if (chance >= EDITED + DROPPED)
      g_ptr_array_add(paragraphs, g_strdup(old->pdata[i]));
    if (chance >= 100 - ADDED)
      g_ptr_array_add(paragraphs, paragraph(writer));
  }
  move_some(writer, paragraphs);
  return paragraphs;
}

static gboolean put(const GPtrArray *paragraphs, const char *path)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < paragraphs->len; i++)
    g_string_append_printf(text, "%s%s\n", i > 0 ? "\n" : "", (char *)paragraphs->pdata[i]);
  return g_file_set_contents(path, text->str, (gssize)text->len, NULL);
}

int main(int argc, char **argv)
{
  gsize count = argc == 4 ? strtoul(argv[1], NULL, 10) : 0;
  if (count == 0 || count > 1000000) {
    fputs("usage: redline PARAGRAPHS OLD NEW\n", stderr);
    return 2;
  }
  Writer writer = {.seed = 2023};
  make_words(&writer);
  g_autoptr(GPtrArray) old = old_version(&writer, (guint)count);
  g_autoptr(GPtrArray) new = new_version(&writer, old);
  gboolean done = put(old, argv[2]) && put(new, argv[3]);
  for (guint i = 0; i < VOCABULARY; i++)
    g_free(writer.words[i]);
  return done ? 0 : 1;
}

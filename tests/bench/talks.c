/* The history of a negotiation as a stream for git fast-import, always the same one:
 * talks PARAGRAPHS WORDS VERSIONS. Each version changes one word of one paragraph of
 * statements/big, each hundredth is a draft. The text has so many paragraphs of about so many
 * words. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const vocabulary[] = {
    "cooperation", "maritime",   "safety",   "commitment", "people",     "training", "trust",
    "digital",     "transition", "supply",   "chains",     "growth",     "exchange", "expertise",
    "ports",       "security",   "domestic", "laws",       "progress",   "open",     "region",
    "energy",      "efficiency", "young",    "public",     "partnership"};

enum {
  START = 1672531200, /* 1 January 2023 */
  STEP = 600,
  DRAFT = 100
};

typedef struct {
  guint32 seed;
  guint paragraphs, words;
  GPtrArray *texts; /* of GPtrArray: the words of each paragraph */
  GString *text;
} Talks;

/* The generator of Numerical Recipes: the same numbers everywhere. */
static guint pick(Talks *talks, guint n)
{
  talks->seed = talks->seed * 1664525u + 1013904223u;
  return (talks->seed >> 8) % n;
}

static gpointer pick_word(Talks *talks)
{
  return (gpointer)(guintptr)vocabulary[pick(talks, G_N_ELEMENTS(vocabulary))];
}

static void make_words(Talks *talks)
{
  talks->texts = g_ptr_array_new();
  for (guint i = 0; i < talks->paragraphs; i++) {
    GPtrArray *words = g_ptr_array_new();
    for (guint j = 0; j < talks->words; j++)
      g_ptr_array_add(words, pick_word(talks));
    g_ptr_array_add(talks->texts, words);
  }
}

static void write_text(Talks *talks)
{
  g_string_assign(talks->text, "# Joint Statement\n");
  for (guint i = 0; i < talks->texts->len; i++) {
    const GPtrArray *words = talks->texts->pdata[i];
    if (i % 20 == 0)
      g_string_append_printf(talks->text, "\n## Section %u\n", i / 20 + 1);
    g_string_append_printf(talks->text, "\n<!-- op clause-%u -->\nThe Leaders welcomed", i + 1);
    for (guint j = 0; j < words->len; j++) {
      g_string_append_c(talks->text, ' ');
      g_string_append(talks->text, words->pdata[j]);
    }
    g_string_append(talks->text, ".\n");
  }
}

static void put_data(const char *text, gsize length)
{
  printf("data %" G_GSIZE_FORMAT "\n", length);
  fwrite(text, 1, length, stdout);
  putchar('\n');
}

static void put_file(const char *path, const char *text)
{
  printf("M 100644 inline %s\n", path);
  put_data(text, strlen(text));
}

static void put_library(void)
{
  put_file("templates/parties.yaml", "parties:\n  JPN: {short: Japan, long: Japan}\n"
                                     "  THA: {short: Thailand, long: Thailand}\n");
  put_file("templates/outlines/plain.yaml", "summary: Plain\ntitle: Joint Statement\nclauses:\n"
                                            "  - heading: Words\n");
  put_file("statements/big/statement.yaml", "outline: plain\nparties: [JPN, THA]\n");
}

static void put_version(Talks *talks, guint version)
{
  static const char *const parties[] = {"JPN", "THA"};
  guint clause = pick(talks, talks->paragraphs);
  GPtrArray *words = talks->texts->pdata[clause];
  words->pdata[pick(talks, words->len)] = pick_word(talks);
  write_text(talks);
  const char *party = parties[pick(talks, 2)];
  g_autofree char *message = g_strdup_printf(
      "big: op clause-%u\n\nStatement: big\nParty: %s\nAction: save\nClause: clause-%u\n",
      clause + 1, party, clause + 1);
  guint time = START + version * STEP;
  printf("commit refs/heads/main\nmark :%u\n", version);
  printf("author %s <%s@example.org> %u +0900\n", party, party, time);
  printf("committer %s <%s@example.org> %u +0900\n", party, party, time);
  put_data(message, strlen(message));
  if (version == 1)
    put_library();
  printf("M 100644 inline statements/big/en.md\n");
  put_data(talks->text->str, talks->text->len);
  if (version % DRAFT == 0)
    printf("tag big/rev%u\nfrom :%u\ntagger JPN <JPN@example.org> %u +0900\ndata 6\nDraft\n\n",
           version / DRAFT, version, time);
}

int main(int argc, char **argv)
{
  if (argc != 4) {
    fputs("usage: talks PARAGRAPHS WORDS VERSIONS\n", stderr);
    return 2;
  }
  Talks talks = {.paragraphs = (guint)atoi(argv[1]),
                 .words = (guint)atoi(argv[2]),
                 .text = g_string_new(NULL)};
  guint versions = (guint)atoi(argv[3]);
  make_words(&talks);
  for (guint version = 1; version <= versions; version++)
    put_version(&talks, version);
  return ferror(stdout) ? 1 : 0;
}

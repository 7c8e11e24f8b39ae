#include "clause/markdown/emphasis_check.h"

#include <string.h>

#include "base/byte_scan.h"
#include "base/error.h"

/* Words between two runs of asterisks. */
typedef struct {
  const char *mark; /* the first run */
  gsize run;        /* its length */
  const char *words, *end;
  gunichar before, after;         /* the letters outside */
  gboolean opens_bad, closes_bad; /* punctuation keeps the run from opening or closing */
} Pair;

typedef struct {
  GPtrArray *problems;
  const char *text, *end; /* the source */
  const char *at;         /* the start of a line in it, */
  guint line;             /* and its number */
  guint count;
} EmphasisCheck;

static gboolean is_punctuation(gunichar c)
{
  GUnicodeType type = g_unichar_type(c);
  return (c < 0x80 && g_ascii_ispunct((char)c)) ||
         (type >= G_UNICODE_CONNECT_PUNCTUATION && type <= G_UNICODE_OPEN_PUNCTUATION);
}

/* Whether a letter of a script that may be written without spaces stands outside. */
static gboolean is_joined_letter(gunichar c)
{
  return c >= 0x80 && !g_unichar_isspace(c) && !is_punctuation(c);
}

static gunichar char_before(const char *text, const char *at)
{
  return at > text ? g_utf8_get_char(g_utf8_prev_char(at)) : 0;
}

static gboolean read_pair(const char *text, const char *mark, Pair *pair)
{
  *pair = (Pair){.mark = mark, .run = strspn(mark, "*")};
  pair->words = mark + pair->run;
  pair->end = strchr(pair->words, '*');
  if (!pair->end || strspn(pair->end, "*") != pair->run)
    return FALSE;
  pair->before = char_before(text, mark);
  pair->after = g_utf8_get_char(pair->end + pair->run);
  gunichar first = g_utf8_get_char(pair->words), last = char_before(text, pair->end);
  pair->opens_bad = is_punctuation(first) && is_joined_letter(pair->before);
  pair->closes_bad = is_punctuation(last) && is_joined_letter(pair->after);
  return !g_unichar_isspace(first) && !g_unichar_isspace(last) &&
         (pair->opens_bad || pair->closes_bad);
}

/* --- messages --- */

/* The words, without their middle if they are long. */
static char *shorten(const char *words, gsize length)
{
  enum {
    MOST = 40,
    KEPT = 12
  };
  glong count = g_utf8_strlen(words, (gssize)length);
  if (count <= MOST)
    return g_strndup(words, length);
  g_autofree char *first = g_utf8_substring(words, 0, KEPT);
  g_autofree char *last = g_utf8_substring(words, count - KEPT, count);
  return g_strconcat(first, "\342\200\246", last, NULL);
}

static gboolean is_quoted(const Pair *pair, const char *inner, const char *inner_end)
{
  GUnicodeType first = g_unichar_type(g_utf8_get_char(pair->words));
  GUnicodeType last = g_unichar_type(g_utf8_get_char(inner_end));
  gboolean opens = first == G_UNICODE_OPEN_PUNCTUATION || first == G_UNICODE_INITIAL_PUNCTUATION;
  gboolean closes = last == G_UNICODE_CLOSE_PUNCTUATION || last == G_UNICODE_FINAL_PUNCTUATION;
  return opens && closes && inner < inner_end;
}

/* 「**重要なこと**」, else the letters outside as references. */
static char *better_spelling(const Pair *pair)
{
  const char *inner = g_utf8_next_char(pair->words), *inner_end = g_utf8_prev_char(pair->end);
  g_autofree char *run = g_strnfill(pair->run, '*');
  if (is_quoted(pair, inner, inner_end)) {
    g_autofree char *words = shorten(inner, (gsize)(inner_end - inner));
    return g_strdup_printf("%.*s%s%s%s%.*s", (int)(inner - pair->words), pair->words, run, words,
                           run, (int)(pair->end - inner_end), inner_end);
  }
  g_autofree char *words = shorten(pair->words, (gsize)(pair->end - pair->words));
  g_autofree char *before = pair->opens_bad ? g_strdup_printf("&#%u;", pair->before) : g_strdup("");
  g_autofree char *after = pair->closes_bad ? g_strdup_printf("&#%u;", pair->after) : g_strdup("");
  return g_strconcat(before, run, words, run, after, NULL);
}

static char *spelling(const Pair *pair)
{
  g_autofree char *run = g_strnfill(pair->run, '*');
  g_autofree char *words = shorten(pair->words, (gsize)(pair->end - pair->words));
  char before[7] = "", after[7] = "";
  if (pair->opens_bad)
    before[g_unichar_to_utf8(pair->before, before)] = '\0';
  if (pair->closes_bad)
    after[g_unichar_to_utf8(pair->after, after)] = '\0';
  return g_strconcat(before, run, words, run, after, NULL);
}

/* --- places --- */

static void go_to_line(EmphasisCheck *self, guint line)
{
  for (const char *newline; self->line < line; self->line++) {
    newline = memchr(self->at, '\n', (gsize)(self->end - self->at));
    if (!newline)
      return;
    self->at = newline + 1;
  }
}

/* The asterisks and the first words of a pair in the source, or NULL. */
static const char *find_in_source(const EmphasisCheck *self, const AdrefNode *node,
                                  const Pair *pair)
{
  enum {
    NEARBY = 4000
  };
  gsize left = (gsize)(self->end - self->at), window = MIN(left, 8 * node->length + NEARBY);
  gsize length = strcspn(pair->words, " *");
  g_autofree char *words = g_strndup(pair->words, length);
  const char *first = NULL;
  for (guint escaped = 0; escaped < 2; escaped++) {
    GString *needle = g_string_new(NULL);
    for (gsize i = 0; i < pair->run; i++)
      g_string_append(needle, escaped ? "\\*" : "*");
    g_string_append(needle, words);
    const char *found = g_strstr_len(self->at, (gssize)window, needle->str);
    g_string_free(needle, TRUE);
    if (found && (!first || found < first))
      first = found;
  }
  return first;
}

static void report(EmphasisCheck *self, const AdrefNode *node, const Pair *pair)
{
  g_autofree char *typed = spelling(pair), *better = better_spelling(pair);
  go_to_line(self, node->line);
  const char *found = find_in_source(self, node, pair), *start = self->at;
  guint line = node->line;
  for (const char *p = start; found && p < found; p++)
    if (*p == '\n') {
      line++;
      start = p + 1;
    }
  guint column =
      found ? (guint)adref_byte_scan_count_characters(start, (gsize)(found - start)) + 1 : 1;
  self->count++;
  adref_problem_hint(self->problems, line, column,
                     "\"%s\" is no emphasis, since letters stand beside the asterisks and "
                     "punctuation inside of them; \"%s\" is",
                     typed, better);
}

static void check_text(EmphasisCheck *self, const AdrefNode *node)
{
  Pair pair;
  for (const char *p = node->text; (p = strchr(p, '*')) && self->count < ADREF_EMPHASIS_HINTS;) {
    if (read_pair(node->text, p, &pair)) {
      report(self, node, &pair);
      p = pair.end + pair.run;
    } else {
      p = pair.words;
    }
  }
}

void adref_emphasis_check(const AdrefNode *document, const char *text, gsize length,
                          GPtrArray *problems)
{
  EmphasisCheck check = {problems, text, text + length, text, 1, 0};
  AdrefWalk walk = adref_walk(document);
  while (problems && adref_walk_next(&walk) && check.count < ADREF_EMPHASIS_HINTS)
    if (walk.entering && walk.node->type == ADREF_TEXT)
      check_text(&check, walk.node);
}

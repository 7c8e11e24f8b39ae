#include "exchange/paragraphs/divided_words.h"

#include <string.h>

#include "exchange/paragraphs/eastern_items.h"

enum {
  LONGEST = 120 /* bytes of a part of a word that is looked at */
};

struct AdrefDividedWords {
  GHashTable *known;      /* a set of words in small letters; also "co-operation" */
  gboolean divides_words; /* one was found that the text has whole elsewhere */
};

/* The start of the letters, and hyphens between them, with which `length` bytes end. */
static gsize last_word(const char *text, gsize length)
{
  const char *end = text + length, *at = end;
  while (at > text && end - at < LONGEST) {
    const char *before = g_utf8_prev_char(at);
    if (*before != '-' && !g_unichar_isalpha(g_utf8_get_char(before)))
      break;
    at = before;
  }
  return (gsize)(at - text);
}

static gsize first_word(const char *text)
{
  const char *at = text;
  while (*at && at - text < LONGEST && (*at == '-' || g_unichar_isalpha(g_utf8_get_char(at))))
    at = g_utf8_next_char(at);
  return (gsize)(at - text);
}

static void add_word(AdrefDividedWords *self, const char *word, gsize length)
{
  char *small = g_utf8_strdown(word, (gssize)length);
  g_hash_table_add(self->known, small);
}

/* Adds "well-known", "well" and "known". */
static void add_words(AdrefDividedWords *self, const char *word, gsize length)
{
  add_word(self, word, length);
  const char *end = word + length, *hyphen = memchr(word, '-', length);
  for (const char *at = word; hyphen; at = hyphen + 1, hyphen = NULL) {
    hyphen = memchr(at, '-', (gsize)(end - at));
    add_word(self, at, (gsize)((hyphen ? hyphen : end) - at));
    if (!hyphen)
      break;
  }
}

/* Words that join two halves of which the first one has a hyphen. */
static gboolean is_joining(const char *words)
{
  static const char *const joining[] = {"and", "or", "to",  "nor",  "und", "oder", "bis",
                                        "et",  "ou", "à",   "y",    "o",   "e",    "a",
                                        "en",  "of", "dan", "atau", "và",  "hoặc"};
  gsize length = strcspn(words, " ,;.");
  for (gsize i = 0; i < G_N_ELEMENTS(joining); i++)
    if (strlen(joining[i]) == length && strncmp(joining[i], words, length) == 0)
      return TRUE;
  return FALSE;
}

gboolean adref_divided_words_may_divide(const char *before, gsize length, const char *words)
{
  return length >= 2 && before[length - 1] == '-' && g_ascii_isalpha(before[length - 2]) &&
         g_unichar_islower(g_utf8_get_char(words)) && !is_joining(words);
}

static gboolean is_divided(const char *line, const char *below)
{
  gsize length = strlen(line);
  return below && length > 0 && line[length - 1] == '-' &&
         adref_divided_words_may_divide(line, length, below + adref_eastern_indent(below));
}

/* The words of a line without those that its end, or that of the line before, divides. */
static void add_line(AdrefDividedWords *self, const char *line, gsize from, gsize end)
{
  for (const char *at = line + from; at < line + end;) {
    gsize length = MIN(first_word(at), (gsize)(line + end - at));
    if (length > 0)
      add_words(self, at, length);
    at += length > 0 ? length : (gsize)(g_utf8_next_char(at) - at);
  }
}

static gboolean knows(const AdrefDividedWords *self, const char *one, gsize length,
                      const char *sign, const char *other, gsize other_length)
{
  g_autofree char *word =
      g_strdup_printf("%.*s%s%.*s", (int)length, one, sign, (int)other_length, other);
  g_autofree char *small = g_utf8_strdown(word, -1);
  return g_hash_table_contains(self->known, small);
}

AdrefDividedWords *adref_divided_words_new(char *const *lines)
{
  AdrefDividedWords *self = g_new0(AdrefDividedWords, 1);
  self->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  gboolean any = FALSE;
  for (guint i = 0; lines[i] && !any; i++)
    any = is_divided(lines[i], lines[i + 1]);
  for (guint i = 0; any && lines[i]; i++) {
    gsize indent = adref_eastern_indent(lines[i]), length = strlen(lines[i]);
    gsize from = i > 0 && is_divided(lines[i - 1], lines[i]) ? first_word(lines[i] + indent) : 0;
    gsize end = is_divided(lines[i], lines[i + 1]) ? last_word(lines[i], length) : length;
    add_line(self, lines[i], MIN(indent + from, end), end);
  }
  for (guint i = 0; any && lines[i] && !self->divides_words; i++) {
    if (!is_divided(lines[i], lines[i + 1]))
      continue;
    gsize end = strlen(lines[i]) - 1, from = last_word(lines[i], end);
    const char *below = lines[i + 1] + adref_eastern_indent(lines[i + 1]);
    self->divides_words = knows(self, lines[i] + from, end - from, "", below, first_word(below));
  }
  return self;
}

void adref_divided_words_free(AdrefDividedWords *self)
{
  if (!self)
    return;
  g_hash_table_unref(self->known);
  g_free(self);
}

static gboolean is_one_of(const char *part, gsize length, const char *const *words)
{
  for (; *words; words++)
    if (strlen(*words) == length && g_ascii_strncasecmp(part, *words, length) == 0)
      return TRUE;
  return FALSE;
}

/* Parts of words behind which a hyphen is often written, also those of numbers. */
static const char *const prefixes[] = {
    "co",    "non",   "re",    "pre",     "post",   "anti",   "counter", "self",   "inter",
    "multi", "semi",  "sub",   "socio",   "geo",    "macro",  "micro",   "vice",   "pro",
    "ultra", "trans", "intra", "extra",   "under",  "over",   "long",    "short",  "high",
    "low",   "well",  "cross", "mid",     "half",   "all",    "follow",  "twenty", "thirty",
    "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "one",     "two",    "three",
    "four",  "five",  "six",   "seven",   "eight",  "nine",   "ten",     NULL};

/* Those before which one is. */
static const char *const suffixes[] = {
    "based",   "making",   "makers",    "maker",    "free",    "led",        "driven",
    "term",    "wide",     "level",     "related",  "owned",   "year",       "month",
    "day",     "week",     "up",        "off",      "out",     "in",         "to",
    "by",      "oriented", "effective", "friendly", "neutral", "generation", "time",
    "sharing", "sized",    "third",     "thirds",   "half",    "fifth",      "fifths",
    "round",   "range",    "scale",     "profit",   "being",   "border",     "sector",
    "party",   "state",    "general",   "chief",    "elect",   "win",        NULL};

gboolean adref_divided_words_join(const AdrefDividedWords *self, const char *before, gsize length,
                                  const char *behind)
{
  if (length < 2 || before[length - 1] != '-')
    return FALSE;
  gsize end = length - 1, from = last_word(before, end), word = first_word(behind);
  const char *part = before + from;
  gsize size = end - from;
  if (size == 0 || word == 0 || knows(self, part, size, "-", behind, word))
    return FALSE;
  if (knows(self, part, size, "", behind, word))
    return TRUE;
  return self->divides_words && !memchr(part, '-', size) && !knows(self, part, size, "", "", 0) &&
         !knows(self, behind, word, "", "", 0) && !is_one_of(part, size, prefixes) &&
         !is_one_of(behind, word, suffixes);
}

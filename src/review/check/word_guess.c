#include "review/check/word_guess.h"

#include <string.h>

/* A word that is tried: `letters` with one slip mended. */
typedef struct {
  AdrefDictionary *dictionary;
  const AdrefKnownWords *known;
  const gunichar *word;
  glong length;
  char *best;
  guint cost;
} Guess;

/* How unlikely a slip is; those that were seldom made come last. */
enum {
  COST_DOUBLED = 10, /* a letter stands once where two belong, or twice where one does */
  COST_EXCHANGED = 11,
  COST_LOST = 14,
  COST_OTHER = 16,
  COST_MORE = 18,
  COST_FIRST = 12,     /* more: the first letter is another one */
  COST_UNEXPECTED = 9, /* more: the word is none of the field or the text */
  COST_NONE = 1000
};

static void try_word(Guess *self, const gunichar *letters, glong length, guint cost)
{
  char buffer[(ADREF_WORD_GUESS_LONGEST + 2) * 6];
  char *end = buffer;
  for (glong i = 0; i < length; i++)
    end += g_unichar_to_utf8(letters[i], end);
  *end = '\0';
  if (length < 2 || cost >= self->cost || !adref_dictionary_has(self->dictionary, buffer))
    return;
  g_autofree char *folded = g_utf8_strdown(buffer, -1);
  if (!adref_known_words_has(self->known, folded))
    cost += COST_UNEXPECTED;
  if (letters[0] != self->word[0])
    cost += COST_FIRST;
  if (cost >= self->cost)
    return;
  self->cost = cost;
  g_free(self->best);
  self->best = g_strdup(buffer);
}

static void try_less_and_exchanged(Guess *self)
{
  gunichar made[ADREF_WORD_GUESS_LONGEST + 1];
  const gunichar *word = self->word;
  for (glong i = 0; i < self->length; i++) {
    memcpy(made, word, (gsize)i * sizeof *made);
    memcpy(made + i, word + i + 1, (gsize)(self->length - i - 1) * sizeof *made);
    gboolean doubled = i > 0 && word[i] == word[i - 1];
    try_word(self, made, self->length - 1, doubled ? COST_DOUBLED : COST_MORE);
  }
  for (glong i = 0; i + 1 < self->length; i++) {
    memcpy(made, word, (gsize)self->length * sizeof *made);
    made[i] = word[i + 1];
    made[i + 1] = word[i];
    if (word[i] != word[i + 1])
      try_word(self, made, self->length, COST_EXCHANGED);
  }
}

static void try_more(Guess *self)
{
  gunichar made[ADREF_WORD_GUESS_LONGEST + 1];
  for (glong i = 0; i <= self->length; i++) {
    memcpy(made, self->word, (gsize)i * sizeof *made);
    memcpy(made + i + 1, self->word + i, (gsize)(self->length - i) * sizeof *made);
    for (gunichar letter = 'a'; letter <= 'z'; letter++) {
      made[i] = letter;
      gboolean doubled = i > 0 && letter == self->word[i - 1];
      try_word(self, made, self->length + 1, doubled ? COST_DOUBLED : COST_LOST);
    }
  }
}

static void try_other(Guess *self)
{
  gunichar made[ADREF_WORD_GUESS_LONGEST + 1];
  memcpy(made, self->word, (gsize)self->length * sizeof *made);
  for (glong i = 0; i < self->length; i++) {
    gboolean is_upper = g_unichar_isupper(self->word[i]);
    for (gunichar letter = 'a'; letter <= 'z'; letter++) {
      made[i] = is_upper ? g_unichar_toupper(letter) : letter;
      if (made[i] != self->word[i])
        try_word(self, made, self->length, COST_OTHER);
    }
    made[i] = self->word[i];
  }
}

char *adref_word_guess(AdrefDictionary *dictionary, const AdrefKnownWords *known, const char *word)
{
  glong length;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast(word, -1, &length);
  if (length < 2 || length > ADREF_WORD_GUESS_LONGEST - 1)
    return NULL;
  Guess self = {dictionary, known, characters, length, NULL, COST_NONE};
  try_less_and_exchanged(&self);
  try_more(&self);
  try_other(&self);
  return self.best;
}

char *adref_word_guess_repeated(AdrefDictionary *dictionary, const char *word)
{
  gsize length = strlen(word);
  for (gsize size = 2; size <= 5 && 2 * size < length; size++)
    for (gsize at = 0; at + 2 * size <= length; at++) {
      if (strncmp(word + at, word + at + size, size) != 0)
        continue;
      g_autofree char *once = g_strdup_printf("%.*s%s", (int)at, word, word + at + size);
      if (g_utf8_validate(once, -1, NULL) && adref_dictionary_has(dictionary, once))
        return g_steal_pointer(&once);
    }
  return NULL;
}

char *adref_word_guess_joined(AdrefDictionary *dictionary, const AdrefKnownWords *function,
                              const char *word, gboolean any)
{
  enum {
    SHORTEST_CONTENT = 4
  };
  gsize length = strlen(word);
  for (const char *at = g_utf8_next_char(word); *at; at = g_utf8_next_char(at)) {
    gsize left = (gsize)(at - word), right = length - left;
    if (left < 2 || right < 2)
      continue;
    g_autofree char *first = g_strndup(word, left), *folded = g_utf8_strdown(first, -1);
    gboolean joins = (right >= SHORTEST_CONTENT && adref_known_words_has(function, folded)) ||
                     (left >= SHORTEST_CONTENT && adref_known_words_has(function, at));
    if (!joins && (!any || left < SHORTEST_CONTENT || right < SHORTEST_CONTENT))
      continue;
    if (adref_dictionary_has(dictionary, at) && adref_dictionary_has(dictionary, first))
      return g_strconcat(first, " ", at, NULL);
  }
  return NULL;
}

/* --- words that are made of others --- */

static const char *const prefixes[] = {
    "agri",  "agro",   "anti",   "astro",   "audio", "auto",  "bio",  "chemo",  "counter", "crypto",
    "cyber", "demo",   "eco",    "electro", "ethno", "extra", "geo",  "hetero", "homo",    "hydro",
    "hyper", "infra",  "inter",  "intra",   "macro", "mega",  "meta", "micro",  "mini",    "mono",
    "multi", "nano",   "narco",  "neuro",   "non",   "over",  "para", "photo",  "pluri",   "poly",
    "post",  "proto",  "pseudo", "quasi",   "semi",  "socio", "sub",  "super",  "supra",   "techno",
    "tele",  "thermo", "trans",  "tri",     "ultra", "under", "uni"};

/* An ending, and that of the word from which it is made. */
static const char *const endings[][2] = {
    {"atory", "ate"},    {"ative", "ate"},    {"ator", "ate"},     {"ators", "ate"},
    {"ation", "ate"},    {"ionary", "ion"},   {"tive", "tion"},    {"ally", "al"},
    {"ality", "al"},     {"alise", "al"},     {"alize", "al"},     {"alised", "al"},
    {"alized", "al"},    {"alising", "al"},   {"alizing", "al"},   {"alisation", "al"},
    {"alization", "al"}, {"isation", "ise"},  {"ization", "ize"},  {"isations", "ise"},
    {"izations", "ize"}, {"ability", "able"}, {"ibility", "ible"}, {"arians", "arian"},
    {"isms", "ism"},     {"ists", "ist"},     {"nesses", "ness"},  {"holders", "holder"},
};

static gboolean has_with(AdrefDictionary *dictionary, const char *word, gsize length,
                         const char *ending)
{
  g_autofree char *made = g_strdup_printf("%.*s%s", (int)length, word, ending);
  return adref_dictionary_has(dictionary, made);
}

/* Two common words in one, "powerplant": neither is short, and neither is long. */
static gboolean is_compound(AdrefDictionary *dictionary, const char *word)
{
  enum {
    SHORTEST = 4,
    LONGEST = 7
  };
  gsize length = strlen(word);
  for (gsize left = SHORTEST; left <= LONGEST && left + SHORTEST <= length; left++)
    if (length - left <= LONGEST && (word[left] & 0xC0) != 0x80 &&
        has_with(dictionary, word, left, "") && adref_dictionary_has(dictionary, word + left))
      return TRUE;
  return FALSE;
}

gboolean adref_word_is_derived(AdrefDictionary *dictionary, const char *word)
{
  enum {
    SHORTEST_REST = 4
  };
  for (guint i = 0; i < G_N_ELEMENTS(prefixes); i++) {
    gsize length = strlen(prefixes[i]);
    if (g_str_has_prefix(word, prefixes[i]) && strlen(word) >= length + SHORTEST_REST &&
        adref_dictionary_has(dictionary, word + length))
      return TRUE;
  }
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
    if (g_str_has_suffix(word, endings[i][0]) && strlen(word) > strlen(endings[i][0]) + 3 &&
        has_with(dictionary, word, strlen(word) - strlen(endings[i][0]), endings[i][1]))
      return TRUE;
  return is_compound(dictionary, word);
}

#include "review/check/check_sentences.h"

#include <string.h>

#include "language/language_tag.h"

enum {
  MAX_SHARE = 90,  /* per cent of the letters that are expected, in a clause that lost a sentence */
  MIN_LETTERS = 80 /* of the source: in a shorter clause the length says little */
};

gboolean adref_sentence_count_is_vain(const char *language)
{
  static const char *const languages[] = {"th", "lo", "km", "my"};
  for (gsize i = 0; i < G_N_ELEMENTS(languages); i++)
    if (adref_language_tag_matches(language, languages[i]))
      return TRUE;
  return FALSE;
}

static gboolean is_wide_end(gunichar c)
{
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF0E || c == 0xFF61 || c == 0x0964 ||
         c == 0x06D4;
}

static gboolean is_closing(gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 ||
         c == 0x00BB || c == 0x300D || c == 0x300F || c == 0xFF09;
}

/* Whether the letters before a point are an abbreviation: one letter, or "No", "Art", "Mr". */
static gboolean is_abbreviation(const char *words, const char *point)
{
  static const char *const short_words[] = {"No", "Nos",  "Art",   "Mr", "Ms", "Mrs", "Dr",  "St",
                                            "vs", "para", "paras", "op", "cf", "Nr",  "Abs", "núm"};
  const char *start = point;
  while (start > words && (g_ascii_isalpha(start[-1]) || (start[-1] & 0x80)))
    start--;
  gsize length = (gsize)(point - start);
  for (gsize i = 0; i < G_N_ELEMENTS(short_words); i++)
    if (strlen(short_words[i]) == length && strncmp(start, short_words[i], length) == 0)
      return TRUE;
  return g_utf8_strlen(start, (gssize)length) == 1;
}

/* Whether a sentence ends with the sign at `at`, behind which `next` stands. */
static gboolean ends_sentence(const char *words, const char *at, const char *next)
{
  gunichar c = g_utf8_get_char(at);
  if (is_wide_end(c))
    return TRUE;
  if ((c != '.' && c != '!' && c != '?') || (c == '.' && is_abbreviation(words, at)))
    return FALSE;
  while (*next && is_closing(g_utf8_get_char(next)))
    next = g_utf8_next_char(next);
  const char *letter = next;
  while (*letter == ' ')
    letter++;
  gunichar first = g_utf8_get_char(letter);
  return !*next || *next == '\n' || (letter > next && (!g_unichar_islower(first)));
}

void adref_sentence_count(AdrefSentenceCount *count, guint side, const char *words)
{
  for (const char *at = words; *at;) {
    const char *next = g_utf8_next_char(at);
    count->characters[side] += g_unichar_isalnum(g_utf8_get_char(at)) ? 1 : 0;
    count->sentences[side] += ends_sentence(words, at, next) ? 1 : 0;
    at = next;
  }
}

gboolean adref_sentence_is_lost(const AdrefSentenceCount *clause, const gsize all[2])
{
  gsize expected = clause->characters[0] * all[1] / MAX(all[0], 1);
  return clause->sentences[1] < clause->sentences[0] && clause->characters[0] >= MIN_LETTERS &&
         clause->characters[1] * 100 < expected * MAX_SHARE;
}

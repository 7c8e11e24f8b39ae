#include "exchange/language_guess.h"

#include <string.h>

enum {
  READ = 20000 /* bytes that are enough to know a language */
};

/* The scripts that belong to one language of statements, by their characters. */
static const struct {
  gunichar first, last;
  const char *language;
} scripts[] = {{0x3040, 0x30FF, "ja"}, {0xAC00, 0xD7AF, "ko"}, {0x0E00, 0x0E7F, "th"},
               {0x0E80, 0x0EFF, "lo"}, {0x1780, 0x17FF, "km"}, {0x1000, 0x109F, "my"},
               {0x0600, 0x06FF, "ar"}, {0x0400, 0x04FF, "ru"}, {0x0900, 0x097F, "hi"},
               {0x4E00, 0x9FFF, "zh"}};

/* Words between spaces that only one of these languages has so often. */
static const struct {
  const char *language;
  const char *words;
} common[] = {
    {"en", " the of and to in that for with our "},
    {"fr", " les des et dans du une est pour que aux "},
    {"es", " los las y en el una para con del que "},
    {"pt", " os as e em uma para com não dos das "},
    {"de", " der die und des den das mit für auf von "},
    {"nl", " de het een van en voor dat met op zijn "},
    {"id", " dan yang di untuk dengan dari dalam ini pada kami "},
    {"vi", " và của các trong cho với được những về là "},
};

static const char *by_script(const char *text, gsize length)
{
  guint counts[G_N_ELEMENTS(scripts)] = {0}, letters = 0;
  const char *end = text + MIN(length, READ);
  for (const char *at = text; at < end; at = g_utf8_next_char(at)) {
    gunichar letter = g_utf8_get_char(at);
    letters += g_unichar_isalpha(letter) != FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(scripts); i++)
      counts[i] += letter >= scripts[i].first && letter <= scripts[i].last;
  }
  /* Japanese has many Chinese characters, but Chinese has no kana. */
  for (gsize i = 0; i < G_N_ELEMENTS(scripts); i++)
    if (counts[i] * (i == 0 ? 20 : 3) > letters)
      return scripts[i].language;
  return NULL;
}

static void count_word(guint *counts, const char *word)
{
  g_autofree char *spaced = g_strdup_printf(" %s ", word);
  for (gsize i = 0; i < G_N_ELEMENTS(common); i++)
    counts[i] += strstr(common[i].words, spaced) != NULL;
}

const char *adref_language_guess(const char *text, gsize length)
{
  const char *script = by_script(text, length);
  if (script)
    return script;
  g_autofree char *start =
      g_utf8_substring(text, 0, g_utf8_strlen(text, (gssize)MIN(length, READ)));
  g_auto(GStrv) words = g_strsplit_set(start, " \n\t", -1);
  guint counts[G_N_ELEMENTS(common)] = {0};
  for (char **word = words; *word; word++)
    count_word(counts, *word);
  gsize best = 0;
  for (gsize i = 1; i < G_N_ELEMENTS(common); i++)
    best = counts[i] > counts[best] ? i : best;
  return common[best].language;
}

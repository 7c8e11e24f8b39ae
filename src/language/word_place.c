#include "language/word_place.h"

#include <string.h>

static gboolean is_latin(gunichar c)
{
  return (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)) && g_unichar_isalpha(c);
}

static gboolean is_arabic(gunichar c)
{
  return c >= 0x620 && c < 0x670;
}

/* Whether letters that stand before a word in Arabic are particles: "and the". */
static gboolean are_particles(const char *letters, gsize length)
{
  static const char *const particles[] = {"و", "ف", "ل", "ب", "ك", "ال", "وال", "بال", "فال", "لل"};
  for (gsize i = 0; i < G_N_ELEMENTS(particles); i++)
    if (strlen(particles[i]) == length && strncmp(particles[i], letters, length) == 0)
      return TRUE;
  return length == 0;
}

gboolean adref_word_place_begins(const char *text, const char *at)
{
  gunichar first = g_utf8_get_char(at);
  const char *start = at;
  enum {
    LONGEST_PARTICLE = 3 /* letters; one more is no particle */
  };
  if (is_latin(first))
    return at == text || !is_latin(g_utf8_get_char(g_utf8_prev_char(at)));
  for (guint n = 0; n <= LONGEST_PARTICLE && is_arabic(first) && start > text &&
                    is_arabic(g_utf8_get_char(g_utf8_prev_char(start)));
       n++)
    start = g_utf8_prev_char(start);
  return are_particles(start, (gsize)(at - start));
}

gboolean adref_word_place_ends(const char *end)
{
  gunichar last = g_utf8_get_char(g_utf8_prev_char(end)), next = g_utf8_get_char(end);
  return !(is_latin(last) && is_latin(next)) && !(is_arabic(last) && is_arabic(next));
}

guint adref_word_place_take(char *text, const char *words)
{
  guint count = 0;
  for (const char *word = words; word && *word;) {
    gsize end = strcspn(word, "|");
    gboolean is_stem = end > 1 && word[end - 1] == '*';
    gsize length = is_stem ? end - 1 : end;
    for (char *at = text; (at = strchr(at, word[0]));) {
      gboolean stands = strncmp(at, word, length) == 0 && adref_word_place_begins(text, at) &&
                        (is_stem || adref_word_place_ends(at + length));
      if (stands)
        memset(at, '\t', length);
      count += stands ? 1 : 0;
      at = stands ? at + length : at + 1;
    }
    word += end + (word[end] == '|' ? 1 : 0);
  }
  return count;
}

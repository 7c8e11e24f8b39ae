#include "language/word_place.h"

#include <string.h>

/* Letters of Latin, Greek and Cyrillic, whose words have spaces between them. */
static gboolean is_spaced(gunichar c)
{
  return (c < 0x530 || (c >= 0x1E00 && c < 0x2000)) && g_unichar_isalpha(c);
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
  if (is_spaced(first))
    return at == text || !is_spaced(g_utf8_get_char(g_utf8_prev_char(at)));
  for (guint n = 0; n <= LONGEST_PARTICLE && is_arabic(first) && start > text &&
                    is_arabic(g_utf8_get_char(g_utf8_prev_char(start)));
       n++)
    start = g_utf8_prev_char(start);
  return are_particles(start, (gsize)(at - start));
}

gboolean adref_word_place_ends(const char *end)
{
  gunichar last = g_utf8_get_char(g_utf8_prev_char(end)), next = g_utf8_get_char(end);
  return !(is_spaced(last) && is_spaced(next)) && !(is_arabic(last) && is_arabic(next));
}

/* A word of a list that is divided by "|". */
typedef struct {
  const char *letters;
  gsize length;
  gboolean is_stem;
} ListedWord;

/* Reads the word at a place of a list, and moves behind it; FALSE: the list has ended. */
static gboolean next_word(const char **list, ListedWord *word)
{
  if (!*list || !**list)
    return FALSE;
  gsize end = strcspn(*list, "|");
  gboolean is_stem = end > 1 && (*list)[end - 1] == '*';
  *word = (ListedWord){*list, is_stem ? end - 1 : end, is_stem};
  *list += end + ((*list)[end] == '|' ? 1 : 0);
  return TRUE;
}

/* The first place at or behind `from` where a word stands; NULL: none. */
static char *find_word(char *text, char *from, const ListedWord *word)
{
  const char *end = from + strlen(from);
  for (char *at = from; (at = memmem(at, (gsize)(end - at), word->letters, word->length)); at++)
    if (adref_word_place_begins(text, at) &&
        (word->is_stem || adref_word_place_ends(at + word->length)))
      return at;
  return NULL;
}

guint adref_word_place_take(char *text, const char *words)
{
  guint count = 0;
  ListedWord word;
  while (next_word(&words, &word))
    for (char *at = text; (at = find_word(text, at, &word)); at += word.length) {
      memset(at, '\t', word.length);
      count++;
    }
  return count;
}

gboolean adref_word_place_has(const char *text, const char *words)
{
  ListedWord word;
  char *all = (char *)(guintptr)text;
  while (next_word(&words, &word))
    if (find_word(all, all, &word))
      return TRUE;
  return FALSE;
}

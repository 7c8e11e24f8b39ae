#include "merge/join/shared_words.h"

#include <string.h>

/* Whether words of the script of a letter have no spaces between them. */
static gboolean has_no_spaces(gunichar letter)
{
  switch (g_unichar_get_script(letter)) {
  case G_UNICODE_SCRIPT_HAN:
  case G_UNICODE_SCRIPT_HIRAGANA:
  case G_UNICODE_SCRIPT_KATAKANA:
  case G_UNICODE_SCRIPT_THAI:
  case G_UNICODE_SCRIPT_LAO:
  case G_UNICODE_SCRIPT_KHMER:
  case G_UNICODE_SCRIPT_MYANMAR: return TRUE;
  default: return FALSE;
  }
}

static void add(GArray *words, const char *from, const char *to)
{
  guint32 hash = 2166136261u; /* FNV-1a: equal for equal words */
  for (const char *at = from; at < to; at++)
    hash = (hash ^ (guint8)*at) * 16777619u;
  g_array_append_val(words, hash);
}

static gint compare(gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
  return x < y ? -1 : x > y;
}

GArray *adref_shared_words_new(const AdrefNode *node)
{
  GArray *words = g_array_new(FALSE, FALSE, sizeof(guint32));
  g_autofree char *text = adref_node_words(node);
  const char *begin = text;
  for (const char *at = text; *at;) {
    const char *next = g_utf8_next_char(at);
    gunichar letter = g_utf8_get_char(at);
    if (letter == ' ') {
      if (at > begin)
        add(words, begin, at);
      begin = next;
    } else if (has_no_spaces(letter)) {
      if (at > begin)
        add(words, begin, at);
      add(words, at, *next && *next != ' ' ? g_utf8_next_char(next) : next);
      begin = next;
    }
    at = next;
  }
  if (*begin)
    add(words, begin, begin + strlen(begin));
  g_array_sort(words, compare);
  return words;
}

guint adref_shared_words_percent(const GArray *a, const GArray *b)
{
  guint common = 0, longest = MAX(a->len, b->len);
  for (guint i = 0, j = 0; i < a->len && j < b->len;) {
    guint32 x = g_array_index(a, guint32, i), y = g_array_index(b, guint32, j);
    common += x == y ? 1 : 0;
    i += x <= y ? 1 : 0;
    j += y <= x ? 1 : 0;
  }
  return longest > 0 ? (guint)((guint64)common * 100 / longest) : 0;
}

guint adref_shared_words_of_nodes(const AdrefNode *a, const AdrefNode *b)
{
  g_autoptr(GArray) first = adref_shared_words_new(a), second = adref_shared_words_new(b);
  return adref_shared_words_percent(first, second);
}

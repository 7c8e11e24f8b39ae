#include "review/search/folded_words.h"

#include <string.h>

/* Marks that stand on letters of another kind are letters, or make other letters. */
static gboolean is_accent(gunichar c)
{
  return (c >= 0x300 && c <= 0x36f) || (c >= 0x483 && c <= 0x487) || (c >= 0x591 && c <= 0x5bd) ||
         (c >= 0x64b && c <= 0x65f) || c == 0x670 || c == 0x640;
}

/* Characters that nobody sees: soft hyphen, joiners, direction controls, variation selectors. */
static gboolean is_unseen(gunichar c)
{
  return c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xfeff || (c >= 0xfe00 && c <= 0xfe0f);
}

static void put(GString *folded, GArray *offsets, const char *bytes, gsize length, gsize from)
{
  guint32 offset = (guint32)from;
  g_string_append_len(folded, bytes, (gssize)length);
  for (gsize i = 0; offsets && i < length; i++)
    g_array_append_val(offsets, offset);
}

static void put_space(GString *folded, GArray *offsets, gsize from)
{
  if (folded->len == 0 || folded->str[folded->len - 1] != ' ')
    put(folded, offsets, " ", 1, from);
}

/* Marks, and the narrow sound marks of Japanese, which stand alone. */
static gboolean joins(gunichar c)
{
  return g_unichar_ismark(c) || c == 0xff9e || c == 0xff9f;
}

/* A character with the marks behind it that it may be composed with: "e" and U+0301. */
static gsize cluster_length(const char *text, gsize length)
{
  const char *end = text + length, *at = g_utf8_next_char(text);
  while (at < end && (guint8)*at >= 0x80 && joins(g_utf8_get_char(at)))
    at = g_utf8_next_char(at);
  return (gsize)(at - text);
}

/* Whether the script of a character is written without spaces between words: there a space, also
 * that of a line break, does not count. */
static gboolean is_spaceless(gunichar c)
{
  return (c >= 0xe00 && c <= 0xeff) || (c >= 0x1000 && c <= 0x109f) ||
         (c >= 0x1780 && c <= 0x17ff) || (c >= 0x3000 && c <= 0x9fff) ||
         (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff);
}

/* Removes the space at the end between two characters of such scripts. */
static void drop_space(GString *folded, GArray *offsets, const char *next)
{
  const char *end = folded->str + folded->len;
  if (folded->len < 2 || end[-1] != ' ' || !is_spaceless(g_utf8_get_char(next)) ||
      !is_spaceless(g_utf8_get_char(g_utf8_prev_char(end - 1))))
    return;
  g_string_truncate(folded, folded->len - 1);
  if (offsets)
    g_array_set_size(offsets, (guint)folded->len);
}

static void put_cluster(GString *folded, GArray *offsets, const char *text, gsize length,
                        gsize from)
{
  g_autofree char *apart = g_utf8_normalize(text, (gssize)length, G_NORMALIZE_ALL);
  g_autofree char *lower = g_utf8_casefold(apart, -1);
  g_autoptr(GString) kept = g_string_new(NULL);
  for (const char *p = lower; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (g_unichar_isspace(c))
      put_space(folded, offsets, from);
    else if (!is_accent(c) && !is_unseen(c))
      g_string_append_unichar(kept, c);
  }
  /* kana with their marks stay one letter */
  g_autofree char *joined = g_utf8_normalize(kept->str, -1, G_NORMALIZE_ALL_COMPOSE);
  drop_space(folded, offsets, joined);
  put(folded, offsets, joined, strlen(joined), from);
}

void adref_folded_words_append(GString *folded, GArray *offsets, const char *text, gsize length)
{
  for (gsize at = 0, size; at < length; at += size) {
    char c = text[at];
    gboolean alone = (guint8)c < 0x80 && (at + 1 >= length || (guint8)text[at + 1] < 0x80);
    size = alone ? 1 : cluster_length(text + at, length - at);
    if (alone && g_ascii_isspace(c))
      put_space(folded, offsets, at);
    else if (alone)
      put(folded, offsets, (char[]){g_ascii_tolower(c)}, 1, at);
    else
      put_cluster(folded, offsets, text + at, size, at);
  }
}

char *adref_folded_words_pattern(const char *pattern)
{
  GString *folded = g_string_new(NULL);
  for (const char *p = pattern; *p;) {
    const char *plain = p;
    while (*p && *p != '\\')
      p++;
    adref_folded_words_append(folded, NULL, plain, (gsize)(p - plain));
    const char *escape = p;
    if (*p == '\\')
      p = p[1] ? g_utf8_next_char(p + 1) : p + 1;
    g_string_append_len(folded, escape, p - escape);
  }
  return g_string_free(folded, FALSE);
}

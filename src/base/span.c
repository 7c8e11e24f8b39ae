#include "base/span.h"

#include <string.h>

static const guint64 ones = G_GUINT64_CONSTANT(0x0101010101010101);

static guint64 load(const char *at)
{
  guint64 eight;
  memcpy(&eight, at, sizeof eight);
  return eight;
}

gsize adref_span(const guint8 stops[256], const char *text, gsize length)
{
  const guchar *p = (const guchar *)text, *end = p + length;
  while (end - p >= 8 && !(stops[p[0]] | stops[p[1]] | stops[p[2]] | stops[p[3]] | stops[p[4]] |
                           stops[p[5]] | stops[p[6]] | stops[p[7]]))
    p += 8;
  while (p < end && !stops[*p])
    p++;
  return (gsize)(p - (const guchar *)text);
}

gsize adref_span_ascii(const char *text, gsize length)
{
  gsize at = 0;
  for (; at + 8 <= length; at += 8)
    if (load(text + at) & G_GUINT64_CONSTANT(0x8080808080808080))
      return at;
  while (at < length && (guchar)text[at] < 0x80)
    at++;
  return at;
}

gsize adref_span_characters(const char *text, gsize length)
{
  gsize characters = 0, at = 0;
  for (; at + 8 <= length; at += 8) {
    guint64 eight = load(text + at), continuing = (eight >> 7) & ~(eight >> 6) & ones;
    characters += 8 - (gsize)__builtin_popcountll(continuing);
  }
  for (; at < length; at++)
    characters += ((guchar)text[at] & 0xC0) != 0x80;
  return characters;
}

gboolean adref_span_has_twice(const char *text, gsize length, char letter)
{
  guint64 letters = ones * (guchar)letter;
  gsize at = 0;
  for (; at + 9 <= length; at += 8) {
    guint64 both = (load(text + at) ^ letters) | (load(text + at + 1) ^ letters);
    if ((both - ones) & ~both & (ones << 7)) /* a byte of it is 0 */
      return TRUE;
  }
  for (; at + 2 <= length; at++)
    if (text[at] == letter && text[at + 1] == letter)
      return TRUE;
  return FALSE;
}

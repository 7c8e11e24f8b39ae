#include "base/byte_scan.h"

#include <string.h>

static const guint64 ones = G_GUINT64_CONSTANT(0x0101010101010101);
static const guint64 high = G_GUINT64_CONSTANT(0x8080808080808080);

static guint64 load(const char *at)
{
  guint64 eight;
  memcpy(&eight, at, sizeof eight);
  return eight;
}

gsize adref_byte_scan_until(const guint8 stops[256], const char *text, gsize length)
{
  const guchar *p = (const guchar *)text, *end = p + length;
  while (end - p >= 8 && !(stops[p[0]] | stops[p[1]] | stops[p[2]] | stops[p[3]] | stops[p[4]] |
                           stops[p[5]] | stops[p[6]] | stops[p[7]]))
    p += 8;
  while (p < end && !stops[*p])
    p++;
  return (gsize)(p - (const guchar *)text);
}

/* The first of eight bytes whose high bit is set in `stops`. */
static gsize first_stop(guint64 stops)
{
  return (gsize)__builtin_ctzll(GUINT64_TO_LE(stops)) / 8;
}

gsize adref_byte_scan_ascii(const char *text, gsize length)
{
  gsize at = 0;
  for (; at + 32 <= length; at += 32)
    if ((load(text + at) | load(text + at + 8) | load(text + at + 16) | load(text + at + 24)) &
        high)
      break;
  for (; at + 8 <= length; at += 8)
    if (load(text + at) & high)
      return at + first_stop(load(text + at) & high);
  while (at < length && (guchar)text[at] < 0x80)
    at++;
  return at;
}

/* Words are short, so eight bytes are tested at once, without a branch for each byte. */

/* The high bit of each byte that is at least `least`; the bytes are below 0x80. */
static guint64 not_below(guint64 eight, guint8 least)
{
  return eight + ones * (guint8)(0x80 - least);
}

static guint64 high_bits_nonalnum(guint64 eight)
{
  guint64 plain = eight & ~high, lower = plain | ones * 0x20;
  guint64 letters = not_below(lower, 'a') & ~not_below(lower, 'z' + 1);
  guint64 digits = not_below(plain, '0') & ~not_below(plain, '9' + 1);
  return (~(letters | digits) | eight) & high;
}

static guint64 high_bits_space(guint64 eight)
{
  guint64 spaces = eight ^ ones * ' ';
  return (((spaces - ones) & ~spaces) | eight) & high;
}

static guint64 high_bits_unprintable(guint64 eight)
{
  guint64 plain = eight & ~high;
  return (eight | ~not_below(plain, ' ') | not_below(plain, 0x7F)) & high;
}

/* The last bytes of a text, fewer than eight, followed by spaces. */
static guint64 load_rest(const char *at, gsize length)
{
  guint64 eight = ones * ' ';
  memcpy(&eight, at, length);
  return eight;
}

gsize adref_byte_scan_alnum(const char *text, gsize length)
{
  gsize at = 0;
  for (; at + 8 <= length; at += 8) {
    guint64 stops = high_bits_nonalnum(load(text + at));
    if (stops)
      return at + first_stop(stops);
  }
  return at + first_stop(high_bits_nonalnum(load_rest(text + at, length - at)));
}

gsize adref_byte_scan_printable(const char *text, gsize length)
{
  gsize at = 0;
  for (; at + 8 <= length; at += 8) {
    guint64 stops = high_bits_unprintable(load(text + at));
    if (stops)
      return at + first_stop(stops);
  }
  guint64 stops = high_bits_unprintable(load_rest(text + at, length - at));
  return stops ? at + first_stop(stops) : length;
}

gsize adref_byte_scan_ascii_nonspace(const char *text, gsize length)
{
  gsize at = 0;
  for (; at + 8 <= length; at += 8) {
    guint64 stops = high_bits_space(load(text + at));
    if (stops)
      return at + first_stop(stops);
  }
  return at + first_stop(high_bits_space(load_rest(text + at, length - at)));
}

gsize adref_byte_scan_count_characters(const char *text, gsize length)
{
  gsize characters = 0, at = 0;
  for (; at + 8 <= length; at += 8) {
    guint64 eight = load(text + at), continuing = (eight >> 7) & ~(eight >> 6) & ones;
    characters += 8 - (gsize)((continuing * ones) >> 56); /* the sum of its bytes */
  }
  for (; at < length; at++)
    characters += ((guchar)text[at] & 0xC0) != 0x80;
  return characters;
}

/* Sixteen bytes at a time: one register of most processors. */
typedef guint8 Vector16 __attribute__((vector_size(16)));

static Vector16 load_sixteen(const char *at)
{
  Vector16 sixteen;
  memcpy(&sixteen, at, sizeof sixteen);
  return sixteen;
}

static gboolean is_nonzero(Vector16 sixteen)
{
  guint64 halves[2];
  memcpy(halves, &sixteen, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

gsize adref_byte_scan_until_three(const char letters[3], const char *text, gsize length)
{
  gsize at = 0;
  for (; at + 16 <= length; at += 16) {
    Vector16 here = load_sixteen(text + at);
    if (is_nonzero((Vector16)(here == (guint8)letters[0]) | (Vector16)(here == (guint8)letters[1]) |
                   (Vector16)(here == (guint8)letters[2])))
      break;
  }
  while (at < length && text[at] != letters[0] && text[at] != letters[1] && text[at] != letters[2])
    at++;
  return at;
}

gboolean adref_byte_scan_has_double(const char *text, gsize length, char letter)
{
  gsize at = 0;
  for (; at + 17 <= length; at += 16) {
    Vector16 here = load_sixteen(text + at), next = load_sixteen(text + at + 1);
    if (is_nonzero((Vector16)(here == (guint8)letter) & (Vector16)(next == (guint8)letter)))
      return TRUE;
  }
  for (; at + 2 <= length; at++)
    if (text[at] == letter && text[at + 1] == letter)
      return TRUE;
  return FALSE;
}

const char *adref_byte_scan_pair(const char *from, const char *end, const char *pair)
{
  for (; from < end && (from = memchr(from, pair[0], (gsize)(end - from))); from++)
    if (from + 1 < end && from[1] == pair[1])
      return from;
  return NULL;
}

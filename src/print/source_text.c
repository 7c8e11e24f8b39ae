#include "print/source_text.h"

#include <string.h>

/* The first byte of a line; when there is no such line, the end. */
static const char *start_of(const AdrefSourceText *source_text, guint line)
{
  const char *at = source_text->bytes, *end = at + source_text->length;
  for (; line > 1 && at < end; line--) {
    const char *newline = memchr(at, '\n', (gsize)(end - at));
    at = newline ? newline + 1 : end;
  }
  return at;
}

/* Skips some characters of a line. */
static const char *skip(const char *at, const char *end, guint characters)
{
  for (; characters > 0 && at < end && *at != '\n'; characters--)
    at = g_utf8_next_char(at);
  return at;
}

static void count(const char *start, const char *found, guint *line, guint *column)
{
  const char *last = start;
  *line = 1;
  for (const char *at = start; (at = memchr(at, '\n', (gsize)(found - at)));) {
    last = ++at;
    ++*line;
  }
  *column = (guint)g_utf8_strlen(last, found - last) + 1;
}

gboolean adref_source_text_find(const AdrefSourceText *source_text, gunichar character, guint *line,
                                guint *column)
{
  char letter[8];
  gsize size = (gsize)g_unichar_to_utf8(character, letter);
  if (!source_text->bytes)
    return FALSE;
  const char *start = source_text->bytes, *end = start + source_text->length;
  const char *from = skip(start_of(source_text, *line), end, *column > 0 ? *column - 1 : 0);
  const char *found = memmem(from, (gsize)(end - from), letter, size);
  if (!found)
    found = memmem(start, source_text->length, letter, size);
  if (found)
    count(start, found, line, column);
  return found != NULL;
}

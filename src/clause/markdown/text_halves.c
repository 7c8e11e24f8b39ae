#include "clause/markdown/text_halves.h"

#include <string.h>

static gboolean has_definition(const char *text, gsize length)
{
  const char *end = text + length, *p = text;
  while (p < end && (p = memchr(p, ']', (gsize)(end - p))))
    if (++p < end && *p == ':')
      return TRUE;
  return FALSE;
}

static gboolean begins_with(const char *p, const char *end, const char *word)
{
  gsize length = strlen(word);
  return (gsize)(end - p) >= length && memcmp(p, word, length) == 0;
}

/* Whether a line is one comment. */
static gboolean is_comment(const char *line, const char *end)
{
  if (!begins_with(line, end, "<!-- "))
    return FALSE;
  const char *close = memmem(line, (gsize)(end - line), "-->", 3);
  return close && close + 3 == end;
}

static gboolean may_open_block(const char *line, const char *end)
{
  while (line < end && (*line == ' ' || *line == '\t'))
    line++;
  return begins_with(line, end, "<") || begins_with(line, end, "```") ||
         begins_with(line, end, "~~~");
}

gsize adref_text_halves_find(const char *text, gsize length, guint *lines)
{
  *lines = 0;
  if (length < ADREF_TEXT_HALVES_MIN || memchr(text, '\r', length) || has_definition(text, length))
    return 0;
  const char *end = text + length, *middle = text + length / 2;
  gboolean behind_empty = FALSE;
  for (const char *line = text; line < end; (*lines)++) {
    const char *newline = memchr(line, '\n', (gsize)(end - line));
    const char *line_end = newline ? newline : end;
    gboolean comment = is_comment(line, line_end);
    if (comment && behind_empty && line > middle)
      return (gsize)(line - text);
    if (!comment && may_open_block(line, line_end))
      return 0;
    behind_empty = line == line_end;
    line = line_end + 1;
  }
  return 0;
}

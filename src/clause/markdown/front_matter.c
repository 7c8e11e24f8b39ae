#include "clause/markdown/front_matter.h"

#include <string.h>

/* A line without its line end, which is "\n", "\r\n" or "\r". */
typedef struct {
  const char *at, *end;
  const char *next; /* the line behind it */
} Line;

static Line line_at(const char *at, const char *stop)
{
  Line line = {.at = at, .end = at};
  while (line.end < stop && *line.end != '\n' && *line.end != '\r')
    line.end++;
  line.next = line.end;
  if (line.next < stop)
    line.next += *line.next == '\r' && line.next + 1 < stop && line.next[1] == '\n' ? 2 : 1;
  return line;
}

static gboolean is_space(char c)
{
  return c == ' ' || c == '\t';
}

static gboolean is_blank(const char *at, const char *end)
{
  while (at < end && is_space(*at))
    at++;
  return at == end;
}

/* Whether white space or the end of the line is at `at`. */
static gboolean is_apart(const char *at, const char *end)
{
  return at == end || is_space(*at);
}

static gboolean is_delimiter(const Line *line)
{
  return line->end - line->at >= 3 && memcmp(line->at, "---", 3) == 0 &&
         is_blank(line->at + 3, line->end);
}

/* The colon behind words in quotation marks; NULL: none. */
static const char *quoted_key_end(const Line *line)
{
  for (const char *at = line->at + 1; at < line->end; at++) {
    if (*at == '\\' && *line->at == '"')
      at++;
    else if (*at == *line->at)
      return at + 1 < line->end && at[1] == ':' && is_apart(at + 2, line->end) ? at + 1 : NULL;
  }
  return NULL;
}

/* The colon behind characters without white space; NULL: none. */
static const char *plain_key_end(const Line *line)
{
  if (line->at == line->end || strchr("!&*?|>%@`{}[],#:", *line->at))
    return NULL;
  for (const char *at = line->at; at < line->end && !is_space(*at); at++)
    if (*at == ':' && is_apart(at + 1, line->end))
      return at;
  return NULL;
}

/* Whether what stands behind the colon of a key can be a value. */
static gboolean is_value(const char *at, const char *end)
{
  while (at < end && is_space(*at))
    at++;
  if (at == end || strchr("\"'[{|>&*!#", *at))
    return TRUE;
  if (strchr("%@`", *at) || (*at == '-' && is_apart(at + 1, end)))
    return FALSE;
  for (; at < end; at++) {
    if (*at == ':' && is_apart(at + 1, end))
      return FALSE;
    if (is_space(*at) && at + 1 < end && at[1] == '#')
      return TRUE;
  }
  return TRUE;
}

static gboolean is_key(const Line *line)
{
  gboolean quoted = *line->at == '"' || *line->at == '\'';
  const char *colon = quoted ? quoted_key_end(line) : plain_key_end(line);
  return colon && is_value(colon + 1, line->end);
}

/* Whether a line that has no key may stand below one. */
static gboolean goes_on(const Line *line)
{
  gboolean closes = *line->at == ']' || *line->at == '}';
  return *line->at == ' ' || (*line->at == '-' && is_apart(line->at + 1, line->end)) ||
         (closes && is_blank(line->at + 1, line->end));
}

static gsize mark_length(const char *text, gsize length)
{
  return length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

gsize adref_front_matter_length(const char *text, gsize length)
{
  const char *stop = text + length;
  Line line = line_at(text + mark_length(text, length), stop);
  if (!is_delimiter(&line) || line.next == stop)
    return 0;
  line = line_at(line.next, stop);
  if (is_blank(line.at, line.end))
    return 0;
  for (gboolean has_key = FALSE;; line = line_at(line.next, stop)) {
    if (is_delimiter(&line))
      return has_key ? (gsize)(line.next - text) : 0;
    gboolean free = is_blank(line.at, line.end) || *line.at == '#';
    if (!free && is_key(&line))
      has_key = TRUE;
    else if (!free && !(has_key && goes_on(&line)))
      return 0;
    if (line.next == stop)
      return 0;
  }
}

const char *adref_front_matter_lines(const char *block, gsize length, gsize *size)
{
  const char *stop = block + length, *start = line_at(block, stop).next;
  Line line = line_at(start, stop);
  while (!is_delimiter(&line) && line.next < stop)
    line = line_at(line.next, stop);
  *size = (gsize)(line.at - start);
  return start;
}

GString *adref_front_matter_blank(const char *text, gsize length, gsize front)
{
  GString *rest = g_string_sized_new(length + 1);
  for (const char *at = text; at < text + front; at = line_at(at, text + front).next)
    g_string_append_c(rest, '\n');
  return g_string_append_len(rest, text + front, (gssize)(length - front));
}

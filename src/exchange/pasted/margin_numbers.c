#include "exchange/pasted/margin_numbers.h"

#include <string.h>

#include "base/error.h"
#include "exchange/pasted/plain_wrap.h"

enum {
  STEP = 5,         /* lines from one number to the next */
  FEWEST_STEPS = 2, /* numbers, where only each fifth line has one */
  FEWEST_LINES = 5, /* lines, where each has one */
  MOST_LINES = 12,  /* of a text from one number to the next, with empty ones */
  MOST_DIGITS = 4
};

typedef struct {
  guint number;  /* 0: the line has none */
  gsize end;     /* behind its digits */
  gsize indent;  /* of the words behind it, or of the line */
  gboolean bare; /* nothing else stands in the line */
} MarginLine;

static MarginLine read_line(const char *line)
{
  MarginLine read = {.indent = strspn(line, " \t\f\r")};
  gsize digits = strspn(line + read.indent, "0123456789");
  read.end = read.indent + digits;
  gsize space = strspn(line + read.end, " \t\f\r");
  if (digits == 0 || digits > MOST_DIGITS || (space == 0 && line[read.end]))
    return read;
  read.number = (guint)g_ascii_strtoull(line + read.indent, NULL, 10);
  read.bare = line[read.end + space] == '\0';
  read.indent = read.end + space;
  return read;
}

static gboolean is_empty(const char *line)
{
  return !line[strspn(line, " \t\f\r")];
}

/* Whether each line has its number, and a sentence, or nothing, stands behind some: numbers of
 * paragraphs stand at their starts. A page may begin anew. */
static gboolean is_each_line(char *const *lines)
{
  guint count = 0, inside = 0, last = 0;
  const char *before = NULL;
  for (; *lines; lines++) {
    if (is_empty(*lines))
      continue;
    MarginLine line = read_line(*lines);
    if (line.number == 0 || (line.number != last + 1 && line.number != 1))
      return FALSE;
    gunichar first = line.bare ? 0 : g_utf8_get_char(*lines + line.indent);
    inside += line.bare ||
              (before && !adref_plain_wrap_ends_sentence(before) && g_unichar_islower(first));
    before = *lines;
    last = line.number;
    count++;
  }
  return count >= FEWEST_LINES && inside * 4 >= count;
}

/* Whether the number of a line may be one of each fifth line, with room behind it. */
static gboolean is_step(const MarginLine *line)
{
  return line->number > 0 && line->indent >= line->end + 2 &&
         (line->number % STEP == 0 || line->number == 1);
}

/* Whether the numbers go up by five, each a few lines behind the one before; `column` becomes that
 * where words begin behind them. A page may begin anew. */
static gboolean are_steps(char *const *lines, gsize *column)
{
  guint steps = 0, last = 0, at = 0;
  for (guint i = 0; lines[i]; i++) {
    MarginLine line = read_line(lines[i]);
    if (!is_step(&line))
      continue;
    gboolean first = last == 0 || line.number <= STEP;
    gboolean follows = line.number == last + STEP || (last == 1 && line.number == STEP);
    if (!first && (!follows || i - at > MOST_LINES))
      return FALSE;
    *column = MIN(*column, line.indent);
    last = line.number;
    at = i;
    steps += line.number % STEP == 0 ? 1 : 0;
  }
  return steps >= FEWEST_STEPS;
}

/* Whether each fifth line has its number, left of where all words begin. */
static gboolean is_each_fifth(char *const *lines)
{
  gsize column = G_MAXSIZE;
  if (!are_steps(lines, &column))
    return FALSE;
  for (; *lines; lines++) {
    MarginLine line = read_line(*lines);
    gsize indent = is_step(&line) ? line.indent : strspn(*lines, " \t\f\r");
    if (!is_empty(*lines) && indent < column)
      return FALSE;
  }
  return TRUE;
}

char *adref_margin_numbers_clear(const char *text, gsize length, GPtrArray *problems)
{
  g_autofree char *source = g_strndup(text, length);
  g_auto(GStrv) lines = g_strsplit(source, "\n", -1);
  gboolean each = is_each_line(lines);
  if (!each && !is_each_fifth(lines))
    return NULL;
  guint first = 0, last = 0, place = 0;
  for (guint i = 0; lines[i]; i++) {
    MarginLine line = read_line(lines[i]);
    if (line.number == 0 || (!each && !is_step(&line)))
      continue;
    memset(lines[i], ' ', line.end);
    first = first > 0 ? first : line.number;
    place = place > 0 ? place : i + 1;
    last = line.number;
  }
  adref_problem_hint(problems, place, 1, "numbers of lines in the margin, %u to %u, are left out",
                     first, last);
  return g_strjoinv("\n", lines);
}

#include "exchange/paragraphs/head_lines.h"

#include <string.h>

#include "exchange/paragraphs/opening_words.h"

enum {
  MOST_LINES = 8,   /* of the paragraph, up to the date */
  LONGEST = 100,    /* characters of a line of the title */
  LONGEST_DATE = 80 /* and of that of place and date */
};

static gboolean is_empty(const char *line)
{
  return !line[strspn(line, " \t\r")];
}

/* The words of a line without the marks of bold and italics around them. Caller frees. */
static char *words_of(const char *line)
{
  char *words = g_strdup(line + strspn(line, " \t*_"));
  gsize length = strlen(words);
  while (length > 0 && strchr(" \t\r*_\\", words[length - 1]))
    words[--length] = '\0';
  return words;
}

/* Whether a short line ends as no sentence and no part of one does, and begins none; it may begin
 * with a number where it is a date. */
static gboolean is_head(const char *line, glong longest, gboolean is_date)
{
  g_autofree char *words = words_of(line);
  gsize length = strlen(words);
  gunichar end = length > 0 ? g_utf8_get_char(g_utf8_prev_char(words + length)) : 0;
  gboolean mark = *line == '#' || *line == '>' || *line == '<' || *line == ':' ||
                  (*line && strchr("-*+", *line) && line[1] == ' ');
  return end != 0 && !mark && !g_utf8_strchr(".:;,!?。：；，、؟؛،", -1, end) &&
         g_utf8_strlen(words, -1) <= longest && !strpbrk(words, "|\t") &&
         !adref_opening_is(ADREF_OPENING_OPEN_END, words) &&
         !adref_opening_is(ADREF_OPENING_ADOPTED, words) &&
         !adref_opening_is(ADREF_OPENING_WE, words) &&
         (is_date || adref_opening_number_length(words) == 0);
}

static gboolean is_date(const char *line)
{
  g_autofree char *words = words_of(line);
  return is_head(line, LONGEST_DATE, TRUE) && adref_opening_is(ADREF_OPENING_DATE, words) &&
         !adref_opening_is(ADREF_OPENING_IN_FORCE, words) &&
         !adref_opening_is(ADREF_OPENING_PARTICIPLE, words);
}

gboolean adref_head_line_begins(char *const *lines, guint first, guint at)
{
  guint begin = at, above = first;
  while (begin > first && at - begin <= MOST_LINES && !is_empty(lines[begin - 1]) &&
         *lines[begin - 1] != '#')
    begin--;
  while (above < begin && (is_empty(lines[above]) || *lines[above] == '#'))
    above++;
  if (begin == at || above < begin || is_empty(lines[at]))
    return FALSE;
  guint date = is_date(lines[at]) ? at : at - 1;
  if (date == begin || !is_date(lines[date]))
    return FALSE;
  for (guint i = begin; i < date; i++)
    if (!is_head(lines[i], LONGEST, FALSE) || is_date(lines[i]))
      return FALSE;
  return TRUE;
}

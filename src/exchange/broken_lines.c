#include "exchange/broken_lines.h"

#include <string.h>

#include "base/pattern.h"

enum {
  LONG_LINE = 120,  /* characters: no editor of plain text breaks lines there */
  BROKEN_LINE = 40, /* characters that a line has at least which an editor has broken */
  FULL_LINE = 60    /* and one that had no room for a dash */
};

static glong line_length(const char *line)
{
  return g_utf8_strlen(line, -1);
}

static gboolean is_broken(const char *line, glong least)
{
  const char *end = line + strlen(line);
  return line_length(line) >= least && line_length(line) <= LONG_LINE &&
         !strchr(".;:,!?", end[-1]) && !g_str_has_suffix(line, "。") &&
         !g_str_has_suffix(line, "；") && !g_str_has_suffix(line, "、");
}

gboolean adref_broken_line_is(const char *line)
{
  return is_broken(line, BROKEN_LINE);
}

gboolean adref_broken_line_is_full(const char *line)
{
  return is_broken(line, FULL_LINE);
}

gboolean adref_broken_lines_are_none(char **lines)
{
  guint longs = 0, broken = 0;
  for (char **line = lines; *line; line++) {
    gboolean goes_on = **line && line[1] && *line[1];
    longs += line_length(*line) > LONG_LINE;
    broken += goes_on && is_broken(*line, BROKEN_LINE);
  }
  return longs > 0 && longs >= broken;
}

gboolean adref_broken_line_figure(const char *words)
{
  static AdrefPattern *pattern = NULL;
  static gsize once = 0;
  if (g_once_init_enter(&once)) {
    pattern = adref_pattern_new("^[0-9]{1,3}(?:[.,][0-9]{1,3})* \\p{Ll}|"
                                "^[0-9]{1,2} \\p{Lu}\\p{L}{2,11}\\.?,? [12][0-9]{3}(?![0-9])",
                                FALSE, NULL);
    g_once_init_leave(&once, 1);
  }
  return g_ascii_isdigit(*words) && adref_pattern_find(pattern, words, strlen(words), 0, NULL,
                                                       NULL) == ADREF_PATTERN_MATCH_YES;
}

gboolean adref_broken_line_bare_figure(const char *words)
{
  gsize length = 0;
  while (g_ascii_isdigit(words[length]) ||
         (length > 0 && (words[length] == '.' || words[length] == ',') &&
          g_ascii_isdigit(words[length + 1])))
    length++;
  return length > 0 && words[length] && strchr(" ],", words[length]);
}

/* Words that join two halves of which the first one has a hyphen. */
static gboolean is_joining(const char *words)
{
  static const char *const joining[] = {"and", "or", "to",  "nor",  "und", "oder", "bis",
                                        "et",  "ou", "à",   "y",    "o",   "e",    "a",
                                        "en",  "of", "dan", "atau", "và",  "hoặc"};
  gsize length = strcspn(words, " ,;.");
  for (gsize i = 0; i < G_N_ELEMENTS(joining); i++)
    if (strlen(joining[i]) == length && strncmp(joining[i], words, length) == 0)
      return TRUE;
  return FALSE;
}

gboolean adref_broken_line_divides(const char *before, gsize length, const char *words)
{
  return length >= 2 && before[length - 1] == '-' && g_ascii_isalpha(before[length - 2]) &&
         g_unichar_islower(g_utf8_get_char(words)) && !is_joining(words);
}

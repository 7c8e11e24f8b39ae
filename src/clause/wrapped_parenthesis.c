#include "clause/wrapped_parenthesis.h"

#include <string.h>

enum {
  MAX_DIGITS = 9 /* of a list's number, as in CommonMark */
};

/* The paragraph around a line. */
typedef struct {
  guint open;       /* parentheses that are not closed */
  gboolean is_text; /* its words are read by CommonMark */
  char fence;       /* of the code that the line stands in; '\0': in none */
} Paragraph;

/* The words of a line, without the marks of quotes and the spaces before them. */
static const char *words_of(const char *line, const char *end)
{
  while (line < end && strchr(" \t>", *line))
    line++;
  return line;
}

/* The digits of "1) " at the start of a line; 0: it begins otherwise. */
static gsize label_digits(const char *words, const char *end)
{
  gsize digits = 0;
  while (words + digits < end && g_ascii_isdigit(words[digits]))
    digits++;
  const char *mark = words + digits;
  gboolean is_label = digits > 0 && digits <= MAX_DIGITS && mark < end && *mark == ')' &&
                      (mark + 1 == end || strchr(" \t\n", mark[1]));
  return is_label ? digits : 0;
}

/* Whether a paragraph begins with the line whatever stands above. */
static gboolean begins(const char *words, const char *end)
{
  gsize digits = strspn(words, "0123456789");
  const char *mark = words + digits;
  return words < end &&
         (*words == '#' || *words == '|' ||
          (mark + 1 < end && strchr(" \t", mark[1]) && strchr(digits > 0 ? ".)" : "-+*", *mark)));
}

static void count(Paragraph *paragraph, const char *words, const char *end)
{
  for (const char *p = words; p < end; p++) {
    if (*p == '\\')
      p++;
    else if (*p == '(')
      paragraph->open++;
    else if (*p == ')' && paragraph->open > 0)
      paragraph->open--;
  }
}

/* Code, HTML and empty lines end the paragraph. TRUE: the line has words. */
static gboolean enter(Paragraph *paragraph, const char *words, const char *end)
{
  gboolean is_fence = end - words >= 3 && (*words == '`' || *words == '~') && words[1] == *words &&
                      words[2] == *words;
  if (is_fence && (!paragraph->fence || paragraph->fence == *words))
    paragraph->fence = paragraph->fence ? '\0' : *words;
  if (words == end || is_fence || paragraph->fence) {
    paragraph->open = 0;
    paragraph->is_text = TRUE;
    return FALSE;
  }
  if (paragraph->is_text && *words == '<')
    paragraph->is_text = FALSE;
  return paragraph->is_text;
}

/* Whether the next line begins with the next number. */
static gboolean goes_on(const char *words, const char *line_end, const char *stop)
{
  const char *next = line_end < stop ? line_end + 1 : stop;
  const char *end = memchr(next, '\n', (gsize)(stop - next));
  end = end ? end : stop;
  next = words_of(next, end);
  return label_digits(next, end) > 0 &&
         g_ascii_strtoull(next, NULL, 10) == g_ascii_strtoull(words, NULL, 10) + 1;
}

static gboolean has_label(const char *text, const char *stop)
{
  for (const char *line = text; line < stop;) {
    const char *words = words_of(line, stop);
    if (label_digits(words, stop) > 0)
      return TRUE;
    line = memchr(words, '\n', (gsize)(stop - words));
    line = line ? line + 1 : stop;
  }
  return FALSE;
}

GArray *adref_wrapped_parentheses_find(const char *text, gsize length)
{
  const char *stop = text + length, *end;
  GArray *found = NULL;
  Paragraph paragraph = {.is_text = TRUE};
  if (!has_label(text, stop))
    return NULL;
  for (const char *line = text; line < stop; line = end + 1) {
    end = memchr(line, '\n', (gsize)(stop - line));
    end = end ? end : stop;
    const char *words = words_of(line, end);
    if (!enter(&paragraph, words, end))
      continue;
    gsize digits = paragraph.open > 0 ? label_digits(words, end) : 0;
    if (digits > 0 && !goes_on(words, end, stop)) {
      gsize offset = (gsize)(words + digits - text);
      found = found ? found : g_array_new(FALSE, FALSE, sizeof offset);
      g_array_append_val(found, offset);
    } else if (begins(words, end)) {
      paragraph.open = 0;
    }
    count(&paragraph, words, end);
  }
  return found;
}

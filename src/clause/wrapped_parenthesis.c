#include "clause/wrapped_parenthesis.h"

#include <string.h>

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

static gboolean is_label(const char *words, const char *end, char digit)
{
  return end - words > 3 && words[0] == digit && words[1] == ')' && strchr(" \t", words[2]);
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

static gboolean goes_on(const char *text, const char *line_end)
{
  const char *next = line_end < text ? line_end + 1 : text;
  const char *end = memchr(next, '\n', (gsize)(text - next));
  const char *words = words_of(next, end ? end : text);
  return is_label(words, end ? end : text, '2');
}

GArray *adref_wrapped_parentheses_find(const char *text, gsize length)
{
  const char *stop = text + length, *end;
  GArray *found = NULL;
  Paragraph paragraph = {.is_text = TRUE};
  if (!memmem(text, length, "1) ", 3) && !memmem(text, length, "1)\t", 3))
    return NULL;
  for (const char *line = text; line < stop; line = end + 1) {
    end = memchr(line, '\n', (gsize)(stop - line));
    end = end ? end : stop;
    const char *words = words_of(line, end);
    if (!enter(&paragraph, words, end))
      continue;
    gboolean closes = paragraph.open > 0 && is_label(words, end, '1') && !goes_on(stop, end);
    if (closes) {
      gsize offset = (gsize)(words + 1 - text);
      found = found ? found : g_array_new(FALSE, FALSE, sizeof offset);
      g_array_append_val(found, offset);
    } else if (begins(words, end)) {
      paragraph.open = 0;
    }
    count(&paragraph, words, end);
  }
  return found;
}

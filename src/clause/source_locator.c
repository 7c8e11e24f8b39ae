#include "clause/source_locator.h"

#include <string.h>

#include "base/byte_scan.h"

void adref_source_locator_init(AdrefSourceLocator *locator, const AdrefPreprocessed *source)
{
  *locator = (AdrefSourceLocator){.source = source, .column = 1};
}

static void find_lines(AdrefSourceLocator *locator)
{
  const AdrefPreprocessed *source = locator->source;
  locator->lines = g_array_new(FALSE, FALSE, sizeof(gsize));
  gsize start = 0;
  g_array_append_val(locator->lines, start);
  const char *end = source->text + source->length, *p = source->text;
  while (p < end && (p = memchr(p, '\n', (gsize)(end - p)))) {
    start = (gsize)(++p - source->text);
    g_array_append_val(locator->lines, start);
  }
}

void adref_source_locator_clear(AdrefSourceLocator *locator)
{
  g_clear_pointer(&locator->lines, g_array_unref);
}

static gboolean has_line(AdrefSourceLocator *locator, guint line)
{
  if (!locator->lines)
    find_lines(locator);
  return line > 0 && line <= locator->lines->len;
}

static gsize line_start(const AdrefSourceLocator *locator, guint line)
{
  return g_array_index(locator->lines, gsize, line - 1);
}

static gsize line_end(const AdrefSourceLocator *locator, guint line)
{
  return line < locator->lines->len ? line_start(locator, line + 1) - 1 : locator->source->length;
}

/* The number of bytes before the words in a continuation line of a paragraph. */
static gsize prefix_length(const char *line, gsize length, guint quotes)
{
  gsize i = 0;
  for (;;) {
    while (i < length && (line[i] == ' ' || line[i] == '\t'))
      i++;
    if (quotes == 0 || i >= length || line[i] != '>')
      return i;
    quotes--;
    i++;
  }
}

static guint count_columns(const AdrefSourceLocator *locator, const char *from, const char *to)
{
  guint columns = (guint)adref_byte_scan_count_characters(from, (gsize)(to - from));
  if (locator->source->sentinels[0][0])
    for (const char *p = from; p < to; p++) {
      AdrefSentinel sentinel = adref_preprocessed_sentinel(locator->source, p);
      columns += sentinel < ADREF_SENTINEL_DEFINITION;
      columns -= sentinel == ADREF_SENTINEL_FOOTNOTE ? ADREF_FOOTNOTE_BULLET - 1 : 0;
    }
  return columns;
}

static void note_missing(AdrefSourceLocator *locator, char letter)
{
  gsize count = strlen(locator->missing);
  if (count + 1 >= sizeof locator->missing)
    return;
  locator->missing[count] = letter;
  locator->missing[count + 1] = '\0';
}

guint adref_source_locator_find_column(AdrefSourceLocator *locator, const AdrefSourceLine *line,
                                       guint column, char sought)
{
  if (!has_line(locator, line->line))
    return 0;
  gsize start = line_start(locator, line->line), end = line_end(locator, line->line);
  const char *text = locator->source->text + start;
  if (line->line != locator->line) {
    locator->line = line->line;
    locator->byte = 0;
    locator->column = 1;
    locator->missing[0] = '\0';
  }
  if (strchr(locator->missing, sought))
    return 0;
  gsize at = column > 0 ? column - 1 : 0;
  if (line->cell > 0)
    at = line->cell - 1 + column - MIN(column, line->column);
  else if (line->continues)
    at = column - MIN(column, line->column) + prefix_length(text, end - start, line->quotes);
  at = MAX(at, locator->byte);
  const char *found = at < end - start ? memchr(text + at, sought, end - start - at) : NULL;
  if (!found) {
    note_missing(locator, sought);
    return 0;
  }
  gsize offset = (gsize)(found - text);
  guint answer = locator->column + count_columns(locator, text + locator->byte, found);
  locator->byte = offset + 1;
  locator->column = answer + 1;
  return answer;
}

guint adref_source_locator_number(AdrefSourceLocator *locator, guint line, guint column)
{
  guint number = 0;
  if (!has_line(locator, line) || column == 0)
    return 0;
  gsize at = line_start(locator, line) + column - 1, end = line_end(locator, line);
  for (; at < end && g_ascii_isdigit(locator->source->text[at]); at++)
    number = number * 10 + (guint)(locator->source->text[at] - '0');
  return number;
}

const char *adref_source_locator_line(AdrefSourceLocator *locator, guint line, gsize *length)
{
  if (!has_line(locator, line))
    return NULL;
  *length = line_end(locator, line) - line_start(locator, line);
  return locator->source->text + line_start(locator, line);
}

void adref_source_locator_lines(AdrefSourceLocator *locator, const AdrefSourceLine *first,
                                guint last, GArray *margins, GArray *starts, GArray *ends)
{
  for (guint line = first->line; line <= last && has_line(locator, line); line++) {
    gsize margin = line_start(locator, line), end = line_end(locator, line);
    gsize prefix = line == first->line && first->column > 0
                       ? first->column - 1
                       : prefix_length(locator->source->text + margin, end - margin, first->quotes);
    gsize start = MIN(margin + prefix, end);
    g_array_append_val(margins, margin);
    g_array_append_val(starts, start);
    g_array_append_val(ends, end);
  }
}

void adref_source_locator_pass_break(AdrefSourceLocator *locator, cmark_node *line_break,
                                     guint *line, guint *uncounted)
{
  cmark_node *before = cmark_node_previous(line_break);
  guint behind = before ? (guint)cmark_node_get_end_line(before) + *uncounted : 0;
  guint own = MAX(*line, behind);
  *line = own + 1;
  if (cmark_node_get_type(line_break) != CMARK_NODE_LINEBREAK || !has_line(locator, own))
    return;
  gsize end = line_end(locator, own);
  gboolean slash = end > line_start(locator, own) && locator->source->text[end - 1] == '\\';
  *uncounted += slash ? 1 : 0;
}

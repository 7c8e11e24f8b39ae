#include "clause/markdown/table_row.h"

#include <string.h>

static gboolean is_space(char c)
{
  return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

AdrefTableRow adref_table_row(const char *line, gsize length)
{
  AdrefTableRow row = {line, line + length};
  while (row.at < row.end && is_space(row.at[0]))
    row.at++;
  while (row.at < row.end && is_space(row.end[-1]))
    row.end--;
  if (row.at < row.end && row.at[0] == '|')
    row.at++;
  return row;
}

/* The "|" at which a cell ends, or the end of the line. */
static const char *find_bar(const char *at, const char *end, gboolean *escaped)
{
  const char *bar = at;
  while ((bar = memchr(bar, '|', (gsize)(end - bar))) && bar > at && bar[-1] == '\\') {
    *escaped = TRUE;
    bar++;
  }
  return bar ? bar : end;
}

gboolean adref_table_row_next(AdrefTableRow *row, AdrefRowCell *cell)
{
  if (row->at >= row->end)
    return FALSE;
  cell->escaped = FALSE;
  const char *start = row->at, *bar = find_bar(start, row->end, &cell->escaped), *end = bar;
  row->at = bar < row->end ? bar + 1 : bar;
  while (start < end && is_space(start[0]))
    start++;
  while (start < end && is_space(end[-1]))
    end--;
  cell->text = start;
  cell->length = (gsize)(end - start);
  return TRUE;
}

guint adref_table_row_count(const char *line, gsize length)
{
  guint count = 0;
  AdrefTableRow row = adref_table_row(line, length);
  for (AdrefRowCell cell; adref_table_row_next(&row, &cell); count++)
    ;
  return count;
}

gboolean adref_table_row_has_bar(const char *line, gsize length)
{
  gboolean escaped;
  const char *end = line + length;
  AdrefTableRow row = adref_table_row(line, length);
  return length > 0 && row.at < row.end && find_bar(line, end, &escaped) < end;
}

static gboolean is_delimiter_cell(const AdrefRowCell *cell)
{
  const char *p = cell->text, *end = p + cell->length;
  if (p < end && p[0] == ':')
    p++;
  if (p < end && end[-1] == ':')
    end--;
  if (p == end)
    return FALSE;
  for (; p < end; p++)
    if (*p != '-')
      return FALSE;
  return TRUE;
}

gboolean adref_table_row_is_delimiter(const char *line, gsize length, guint *columns)
{
  *columns = 0;
  AdrefTableRow row = adref_table_row(line, length);
  for (AdrefRowCell cell; adref_table_row_next(&row, &cell); (*columns)++)
    if (!is_delimiter_cell(&cell))
      return FALSE;
  return *columns > 0;
}

static char alignment_of(const AdrefRowCell *cell)
{
  gboolean left = cell->text[0] == ':', right = cell->text[cell->length - 1] == ':';
  return left && right ? 'c' : left ? 'l' : right ? 'r' : '-';
}

char *adref_table_row_new_delimiter(guint columns)
{
  GString *row = g_string_new("|");
  for (guint i = 0; i < columns; i++)
    g_string_append(row, "---|");
  return g_string_free(row, FALSE);
}

char *adref_table_row_alignments(const char *line, gsize length)
{
  GString *alignments = g_string_new(NULL);
  AdrefTableRow row = adref_table_row(line, length);
  for (AdrefRowCell cell; adref_table_row_next(&row, &cell);)
    g_string_append_c(alignments, alignment_of(&cell));
  return g_string_free(alignments, FALSE);
}

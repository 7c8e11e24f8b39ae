#include "view/pipe_table.h"

#include <string.h>

static const AdrefNode *row_end(const AdrefNode *node)
{
  while (node && node->type != ADREF_ROW_BREAK)
    node = node->next;
  return node;
}

gboolean adref_pipe_table_is_delimiter(const AdrefNode *text)
{
  if (text->type != ADREF_TEXT || !memchr(text->text, '-', text->length))
    return FALSE;
  return strspn(text->text, "|-: ") == text->length;
}

static guint count_bars(const AdrefNode *row, const AdrefNode *end)
{
  guint bars = 0;
  for (const AdrefNode *node = row; node != end; node = node->next)
    if (node->type == ADREF_TEXT)
      for (gsize i = 0; i < node->length; i++)
        bars += node->text[i] == '|';
  return bars;
}

static gboolean ends_with_bar(const AdrefNode *text)
{
  if (text->type != ADREF_TEXT)
    return FALSE;
  gsize length = text->length;
  while (length > 0 && text->text[length - 1] == ' ')
    length--;
  return length > 0 && text->text[length - 1] == '|';
}

/* The number of columns of the row from `row` to before `end`, or 0. */
static guint row_columns(const AdrefNode *row, const AdrefNode *end)
{
  if (row == end)
    return 0;
  const AdrefNode *last = end ? end->prev : row->parent->last;
  if (row->type != ADREF_TEXT || row->text[strspn(row->text, " ")] != '|' || !ends_with_bar(last))
    return 0;
  guint bars = count_bars(row, end);
  return bars > 1 ? bars - 1 : 0;
}

guint adref_pipe_table_columns(const AdrefNode *paragraph)
{
  const AdrefNode *row = paragraph->first, *end = row_end(row);
  if (!end || !end->next || end->next->type != ADREF_TEXT ||
      !adref_pipe_table_is_delimiter(end->next))
    return 0;
  guint columns = row_columns(row, end);
  while (columns > 0 && end) {
    row = end->next;
    end = row_end(row);
    if (!row)
      break;
    if (row_columns(row, end) != columns)
      columns = 0;
  }
  return columns;
}

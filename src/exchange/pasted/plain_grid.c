#include "exchange/pasted/plain_grid.h"

#include <string.h>

enum {
  MAX_COLUMNS = 100
};

/* What is known of a column. */
typedef struct {
  GString *words;    /* of the row that is read */
  gboolean is_left;  /* a cell has spaces behind its words alone */
  gboolean is_right; /* or before them alone */
} Column;

typedef struct {
  Column columns[MAX_COLUMNS];
  guint count;
} Grid;

static const char *without_indent(const char *line)
{
  return line + strspn(line, " ");
}

/* "+---+====+", and how many columns it has; 0: another line. */
static guint columns_of(const char *line)
{
  guint count = 0;
  for (line = without_indent(line); *line == '+' && line[1]; count++) {
    gsize length = strspn(line + 1, "-=");
    if (length == 0)
      return 0;
    line += 1 + length;
  }
  return strcmp(line, "+") == 0 && count <= MAX_COLUMNS ? count : 0;
}

/* "a \| b" has one cell. */
static const char *end_of_cell(const char *at)
{
  while (*at && *at != '|')
    at += *at == '\\' && at[1] ? 2 : 1;
  return at;
}

static void add_words(Column *column, const char *from, const char *to)
{
  gsize before = strspn(from, " ");
  if (from + before >= to)
    return;
  const char *end = to;
  while (end[-1] == ' ')
    end--;
  gsize behind = (gsize)(to - end);
  column->is_left = column->is_left || (before <= 1 && behind > 1);
  column->is_right = column->is_right || (before > 1 && behind <= 1);
  if (column->words->len > 0)
    g_string_append_c(column->words, ' ');
  g_string_append_len(column->words, from + before, end - from - (gssize)before);
}

/* Whether the line has a cell for each column. */
static gboolean add_line(Grid *grid, const char *line)
{
  const char *at = without_indent(line);
  if (*at != '|')
    return FALSE;
  for (guint i = 0; i < grid->count; i++) {
    const char *end = end_of_cell(at + 1);
    if (*end != '|')
      return FALSE;
    add_words(&grid->columns[i], at + 1, end);
    at = end;
  }
  return at[1] == '\0';
}

static char *take_row(Grid *grid)
{
  GString *row = g_string_new("|");
  for (guint i = 0; i < grid->count; i++) {
    g_string_append_printf(row, " %s |", grid->columns[i].words->str);
    g_string_truncate(grid->columns[i].words, 0);
  }
  return g_string_free(row, FALSE);
}

static char *delimiter(const Grid *grid)
{
  GString *row = g_string_new("|");
  for (guint i = 0; i < grid->count; i++) {
    const Column *column = &grid->columns[i];
    g_string_append(row, column->is_right && !column->is_left ? "---:|" : "---|");
  }
  return g_string_free(row, FALSE);
}

/* Up to the last line of signs; what stands behind is no row of the table. */
static guint read_rows(Grid *grid, char **lines, GPtrArray *rows)
{
  guint end = 0;
  gboolean open = FALSE;
  for (guint n = 1; lines[n]; n++) {
    if (columns_of(lines[n]) == grid->count && open) {
      g_ptr_array_add(rows, take_row(grid));
      open = FALSE;
      end = n + 1;
    } else if (add_line(grid, lines[n])) {
      open = TRUE;
    } else {
      break;
    }
  }
  return end;
}

guint adref_plain_grid_read(char **lines, GPtrArray *rows)
{
  Grid grid = {.count = columns_of(lines[0])};
  if (grid.count == 0)
    return 0;
  for (guint i = 0; i < grid.count; i++)
    grid.columns[i].words = g_string_new(NULL);
  guint n = read_rows(&grid, lines, rows);
  if (rows->len < 2)
    n = 0;
  else
    g_ptr_array_insert(rows, 1, delimiter(&grid));
  for (guint i = 0; i < grid.count; i++)
    g_string_free(grid.columns[i].words, TRUE);
  return n;
}

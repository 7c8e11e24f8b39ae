#include "exchange/pasted/plain_columns.h"

#include <string.h>

#include "clause/markdown/table_row.h"
#include "exchange/paragraphs/opening_words.h"

enum {
  MOST_COLUMNS = 40,
  SHORTEST_FRAME = 10, /* dashes above and below a table whose rows have several lines */
  MOST_HEAD_LINES = 10,
  MOST_LINES = 2000, /* of such a table */
  FEWEST_LINES = 3   /* of a table without a line of dashes */
};

/* A cell of a line, with its place on the screen. */
typedef struct {
  const char *text;
  gsize length;
  guint start, end; /* columns of the screen */
} ColumnCell;

typedef struct {
  ColumnCell cells[MOST_COLUMNS];
  guint count;
} ColumnLine;

static gboolean is_gap(const char *at, gboolean is_rule)
{
  return *at == '\t' || (at[0] == ' ' && (is_rule || at[1] == ' ' || at[1] == '\t'));
}

static const char *skip_space(const char *at, guint *column)
{
  for (; *at == ' ' || *at == '\t'; at++)
    *column = *at == '\t' ? (*column / 8 + 1) * 8 : *column + 1;
  return at;
}

/* Divides a line; FALSE: it has too many cells. One space stands between the dashes of columns. */
static gboolean read_line(const char *line, ColumnLine *out)
{
  guint column = 0;
  gboolean is_rule = line[strspn(line, "-= \t\r")] == '\0';
  const char *at = skip_space(line, &column);
  for (out->count = 0; *at; at = skip_space(at, &column)) {
    if (out->count == MOST_COLUMNS)
      return FALSE;
    ColumnCell *cell = &out->cells[out->count++];
    cell->text = at;
    cell->start = column;
    for (; *at && !is_gap(at, is_rule); at = g_utf8_next_char(at))
      column += g_unichar_iswide(g_utf8_get_char(at)) ? 2 : 1;
    cell->length = (gsize)(at - cell->text);
    cell->end = column;
  }
  return TRUE;
}

static gboolean is_rule(const ColumnLine *line)
{
  for (guint i = 0; i < line->count; i++)
    if (strspn(line->cells[i].text, "-=") < line->cells[i].length || line->cells[i].length < 2)
      return FALSE;
  return line->count > 1;
}

static gboolean is_below(const ColumnCell *cell, const ColumnCell *head)
{
  return cell->start == head->start || cell->end == head->end;
}

/* "1,200,000", "7.5 %". */
static gboolean is_figure(const ColumnCell *cell)
{
  return strspn(cell->text, "0123456789.,%+- ") >= cell->length;
}

/* A figure that a typist set a little beside its column. */
static gboolean is_figure_near(const ColumnCell *cell, const ColumnCell *head)
{
  return is_figure(cell) && !is_figure(head) && cell->start < head->end && cell->end > head->start;
}

/* Whether all cells stand below those of the first line; a figure may stand near it. */
static gboolean is_row(const ColumnLine *line, const ColumnLine *head, gboolean is_near)
{
  if (line->count != head->count)
    return FALSE;
  for (guint i = 0; i < line->count; i++)
    if (!is_below(&line->cells[i], &head->cells[i]) &&
        !(is_near && is_figure_near(&line->cells[i], &head->cells[i])))
      return FALSE;
  return TRUE;
}

/* The columns that the dashes cover; a row may lack cells there. *cells are those of the row. */
static gboolean is_row_of_rule(const ColumnLine *line, const ColumnLine *rule,
                               const ColumnCell **cells)
{
  guint column = 0;
  memset(cells, 0, sizeof(*cells) * rule->count);
  for (guint i = 0; i < line->count; i++) {
    const ColumnCell *cell = &line->cells[i];
    while (column < rule->count && rule->cells[column].end <= cell->start)
      column++;
    if (column == rule->count || cell->end <= rule->cells[column].start ||
        (column + 1 < rule->count && cell->end > rule->cells[column + 1].start))
      return FALSE;
    cells[column++] = cell;
  }
  return line->count > 0;
}

static void add_cell(GString *row, const ColumnCell *cell)
{
  g_string_append(row, "| ");
  for (gsize i = 0; cell && i < cell->length; i++) {
    if (cell->text[i] == '|')
      g_string_append_c(row, '\\');
    g_string_append_c(row, cell->text[i]);
  }
  g_string_append_c(row, ' ');
}

static char *row_of(const ColumnCell *const *cells, guint count)
{
  GString *row = g_string_new(NULL);
  for (guint i = 0; i < count; i++)
    add_cell(row, cells[i]);
  g_string_append_c(row, '|');
  return g_string_free(row, FALSE);
}

static char *row_of_line(const ColumnLine *line)
{
  const ColumnCell *cells[MOST_COLUMNS];
  for (guint i = 0; i < line->count; i++)
    cells[i] = &line->cells[i];
  return row_of(cells, line->count);
}

/* "1.  One": an item, and no row. */
static gboolean is_item(const ColumnLine *line)
{
  g_autofree char *words = g_strndup(line->cells[0].text, line->cells[0].length);
  g_autofree char *item = g_strconcat(words, " x", NULL);
  return line->count == 2 &&
         (adref_opening_number_length(item) == strlen(words) + 1 || g_utf8_strlen(words, -1) == 1);
}

static guint read_ruled(char *const *lines, const ColumnLine *rule, GPtrArray *rows)
{
  guint n = 2;
  const ColumnCell *cells[MOST_COLUMNS];
  ColumnLine line;
  if (!read_line(lines[0], &line) || !is_row_of_rule(&line, rule, cells))
    return 0;
  g_ptr_array_add(rows, row_of(cells, rule->count));
  g_ptr_array_add(rows, adref_table_row_new_delimiter(rule->count));
  for (; lines[n] && read_line(lines[n], &line) && !is_rule(&line) &&
         is_row_of_rule(&line, rule, cells);
       n++)
    g_ptr_array_add(rows, row_of(cells, rule->count));
  return n;
}

static guint count_rows(char *const *lines, const ColumnLine *head, gboolean is_near)
{
  guint n = 1;
  ColumnLine line;
  while (lines[n] && read_line(lines[n], &line) && is_row(&line, head, is_near) && !is_item(&line))
    n++;
  return n;
}

static gboolean is_empty(const char *line)
{
  return !line || !line[strspn(line, " \t\r")];
}

/* Figures may stand near their columns where all lines up to an empty one are rows. */
static guint read_unruled(char *const *lines, const ColumnLine *head, GPtrArray *rows)
{
  ColumnLine line;
  guint near = count_rows(lines, head, TRUE);
  guint n = is_empty(lines[near]) ? near : count_rows(lines, head, FALSE);
  if (n < FEWEST_LINES)
    return 0;
  g_ptr_array_add(rows, row_of_line(head));
  g_ptr_array_add(rows, adref_table_row_new_delimiter(head->count));
  for (guint i = 1; i < n; i++) {
    read_line(lines[i], &line);
    g_ptr_array_add(rows, row_of_line(&line));
  }
  return n;
}

/* --- tables in a frame of two lines of dashes, with an empty line between their rows --- */

static gboolean is_frame(const char *line)
{
  const char *dashes = line + strspn(line, " ");
  gsize length = strspn(dashes, "-");
  return length >= SHORTEST_FRAME && is_empty(dashes + length);
}

/* Adds the words of a line that stand in a column to those of the lines before. */
static void add_slice(GString *cell, const char *line, guint from, guint to)
{
  guint column = 0;
  const char *start = line;
  while (*start && column < from) {
    column += g_unichar_iswide(g_utf8_get_char(start)) ? 2 : 1;
    start = g_utf8_next_char(start);
  }
  const char *end = start;
  while (*end && column < to) {
    column += g_unichar_iswide(g_utf8_get_char(end)) ? 2 : 1;
    end = g_utf8_next_char(end);
  }
  g_autofree char *words = g_strstrip(g_strndup(start, (gsize)(end - start)));
  g_string_append_printf(cell, "%s%s", cell->len > 0 && *words ? " " : "", words);
}

/* The row that lines from `from` to `to` are. */
static char *row_of_lines(char *const *lines, guint from, guint to, const ColumnLine *rule)
{
  GString *row = g_string_new(NULL);
  for (guint i = 0; i < rule->count; i++) {
    g_autoptr(GString) cell = g_string_new(NULL);
    guint end = i + 1 < rule->count ? rule->cells[i + 1].start : G_MAXUINT;
    for (guint line = from; line < to; line++)
      add_slice(cell, lines[line], i > 0 ? rule->cells[i].start : 0, end);
    ColumnCell whole = {.text = cell->str, .length = cell->len};
    add_cell(row, &whole);
  }
  g_string_append_c(row, '|');
  return g_string_free(row, FALSE);
}

/* The line of dashes below the heads; 0: there is none. */
static guint find_rule(char *const *lines, ColumnLine *rule)
{
  for (guint i = 1; i <= MOST_HEAD_LINES && !is_empty(lines[i]); i++)
    if (read_line(lines[i], rule) && is_rule(rule))
      return i > 1 ? i : 0;
  return 0;
}

/* The line of dashes at the end; 0: there is none. */
static guint find_end(char *const *lines, guint from)
{
  for (guint i = from; lines[i] && i < MOST_LINES; i++)
    if (is_frame(lines[i]))
      return i;
  return 0;
}

static guint read_framed(char *const *lines, GPtrArray *rows)
{
  ColumnLine rule;
  guint heads = is_frame(lines[0]) ? find_rule(lines, &rule) : 0;
  guint end = heads > 0 ? find_end(lines, heads + 1) : 0;
  if (end == 0)
    return 0;
  g_ptr_array_add(rows, row_of_lines(lines, 1, heads, &rule));
  g_ptr_array_add(rows, adref_table_row_new_delimiter(rule.count));
  for (guint from = heads + 1, to; from < end; from = to) {
    for (to = from; to < end && !is_empty(lines[to]);)
      to++;
    if (to > from)
      g_ptr_array_add(rows, row_of_lines(lines, from, to, &rule));
    else
      to++;
  }
  return end + 1;
}

guint adref_plain_columns_read(char *const *lines, GPtrArray *rows, gboolean *has_rule)
{
  ColumnLine head, below;
  guint framed = lines[0] && lines[1] ? read_framed(lines, rows) : 0;
  *has_rule = framed > 0;
  if (framed > 0)
    return framed;
  if (!lines[0] || !lines[1] || !read_line(lines[0], &head) || head.count < 2 || is_rule(&head))
    return 0;
  if (!read_line(lines[1], &below))
    return 0;
  *has_rule = is_rule(&below);
  if (*has_rule)
    return read_ruled(lines, &below, rows);
  return is_item(&head) ? 0 : read_unruled(lines, &head, rows);
}

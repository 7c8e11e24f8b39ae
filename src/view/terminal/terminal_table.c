/* Tables in a terminal. The renderer passes each cell twice: while it walks over the table the
 * cells are only measured; at the end of the table, when the widths of its columns are known, each
 * cell is rendered by itself. A table that has too many columns for the window becomes a list of
 * rows, with the words of the head before each cell. */
#include <string.h>

#include "view/table_columns.h"
#include "view/terminal/terminal_columns.h"
#include "view/terminal/terminal_private.h"

enum {
  MIN_COLUMN = 6, /* columns of a terminal that a cell needs */
  BORDER = 3      /* between two cells: " | " */
};

struct AdrefTerminalTable {
  AdrefTerminalWrap *wrap; /* of the lines around the table */
  AdrefTerminalWrap *measuring;
  GString *measured;
  const AdrefNode *node;
  GPtrArray *rows; /* of const AdrefNode */
  GArray *widths;  /* of guint: by column, that of its longest line */
  guint column;    /* of the next cell */
  AdrefTableColumns columns;
  guint notes; /* of the terminal, before the table */
};

static void set_wrap(AdrefTerminal *out, AdrefTerminalWrap *wrap)
{
  out->wrap = out->marks.wrap = out->layout.wrap = wrap;
}

static void enter_table(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  AdrefTerminalTable *table = g_new0(AdrefTerminalTable, 1);
  *table = (AdrefTerminalTable){.wrap = out->wrap,
                                .measured = g_string_new(NULL),
                                .node = node,
                                .rows = g_ptr_array_new(),
                                .widths = g_array_new(FALSE, TRUE, sizeof(guint)),
                                .notes = out->notes->len};
  adref_terminal_layout_mark(&out->layout, NULL, 0);
  table->measuring = adref_terminal_wrap_new(table->measured, 0, FALSE, NULL);
  out->table = table;
}

static void table_free(AdrefTerminalTable *table)
{
  adref_terminal_wrap_free(table->measuring);
  g_string_free(table->measured, TRUE);
  g_ptr_array_unref(table->rows);
  g_array_unref(table->widths);
  g_free(table);
}

static void enter_row(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  if (!out->table)
    return;
  g_ptr_array_add(out->table->rows, (gpointer)(guintptr)node);
  out->table->column = 0;
  out->table->columns = adref_table_columns(out->table->node, node, out->renderer.options->side);
}

static void enter_cell(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  out->bold += adref_table_row_is_head(node->parent) ? 1 : 0;
  if (!out->table)
    return;
  set_wrap(out, out->table->measuring);
  g_string_truncate(out->table->measured, 0);
  adref_terminal_wrap_begin(out->wrap, 0, 0, NULL);
}

static void leave_cell(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  AdrefTerminalTable *table = out->table;
  out->bold -= adref_table_row_is_head(node->parent) ? 1 : 0;
  if (!table)
    return;
  adref_terminal_marks_close(&out->marks);
  guint width = adref_terminal_wrap_end(out->wrap);
  set_wrap(out, table->wrap);
  char alignment;
  table->column += adref_table_columns_next(&table->columns, node, &alignment);
  if (table->column >= table->widths->len)
    g_array_set_size(table->widths, table->column + 1);
  guint *widest = &g_array_index(table->widths, guint, table->column++);
  *widest = MAX(*widest, width);
}

/* --- writing --- */

/* The lines of a cell, of this width; 0: one line. The caller frees the result. */
static GString *cell_lines(AdrefTerminal *out, const AdrefNode *cell, guint width)
{
  GString *lines = g_string_new(NULL);
  AdrefTerminalWrap *outer = out->wrap;
  AdrefTerminalWrap *wrap =
      adref_terminal_wrap_new(lines, width, out->color, out->renderer.options->language);
  set_wrap(out, wrap);
  adref_terminal_wrap_begin(wrap, 0, 0, NULL);
  adref_terminal_put(out, cell);
  adref_terminal_marks_close(&out->marks);
  adref_terminal_wrap_end(wrap);
  set_wrap(out, outer);
  adref_terminal_wrap_free(wrap);
  return lines;
}

/* The widest that a column may be so that all columns fit into `room`; 0: they do not fit. */
static guint find_limit(GArray *widths, guint room)
{
  guint limit = 0, columns = widths->len;
  g_autoptr(GArray) left = g_array_copy(widths);
  while (columns > 0) {
    guint share = room / columns, kept = 0;
    limit = share;
    for (guint i = 0; i < columns; i++) {
      guint width = g_array_index(left, guint, i);
      if (width <= share)
        room -= width;
      else
        g_array_index(left, guint, kept++) = width;
    }
    if (kept == columns)
      break;
    columns = kept;
    limit = G_MAXUINT;
  }
  return limit;
}

/* Makes the columns so narrow that they fit between the start of the lines and the edge of the
 * window. FALSE: they cannot fit. */
static gboolean fit(const AdrefTerminal *out, AdrefTerminalTable *table)
{
  guint columns = table->widths->len, window = out->layout.width;
  guint taken = adref_terminal_layout_column(&out->layout) + columns * BORDER + 1;
  for (guint i = 0; i < columns; i++)
    g_array_index(table->widths, guint, i) = MAX(g_array_index(table->widths, guint, i), 1);
  if (window == 0)
    return TRUE;
  guint limit = window > taken ? find_limit(table->widths, window - taken) : 0;
  if (limit < MIN_COLUMN)
    return FALSE;
  for (guint i = 0; i < columns; i++)
    g_array_index(table->widths, guint, i) = MIN(g_array_index(table->widths, guint, i), limit);
  return TRUE;
}

static void put_indent(AdrefTerminal *out)
{
  for (guint i = adref_terminal_layout_column(&out->layout); i > 0; i--)
    g_string_append_c(out->layout.text, ' ');
}

/* The parts of a border: its start, line, crossing and end. Without colour the output may be a file
 * or a message, so only ASCII is used. */
typedef enum {
  BORDER_TOP,
  BORDER_HEAD,
  BORDER_ROW,
  BORDER_BOTTOM
} Border;

static void put_border(AdrefTerminal *out, const AdrefTerminalTable *table, Border border)
{
  static const char *const parts[][4] = {
      [BORDER_TOP] = {"┌", "─", "┬", "┐"},
      [BORDER_HEAD] = {"╞", "═", "╪", "╡"},
      [BORDER_ROW] = {"├", "─", "┼", "┤"},
      [BORDER_BOTTOM] = {"└", "─", "┴", "┘"},
  };
  static const char *const plain[] = {"+", "-", "+", "+"}, *const head[] = {"+", "=", "+", "+"};
  const char *const *part = out->color ? parts[border] : border == BORDER_HEAD ? head : plain;
  put_indent(out);
  g_string_append(out->layout.text, part[0]);
  for (guint i = 0; i < table->widths->len; i++) {
    g_string_append(out->layout.text, i > 0 ? part[2] : "");
    for (guint n = g_array_index(table->widths, guint, i) + 2; n > 0; n--)
      g_string_append(out->layout.text, part[1]);
  }
  g_string_append(out->layout.text, part[3]);
  g_string_append_c(out->layout.text, '\n');
}

static void put_spaces(GString *text, guint count)
{
  for (; count > 0; count--)
    g_string_append_c(text, ' ');
}

/* One line of a cell, and the white beside it. */
static void put_line(AdrefTerminal *out, const char *line, gsize length, guint width,
                     char alignment)
{
  GString *text = out->layout.text;
  guint cells = adref_terminal_columns_of_line(line, length), white = width - MIN(width, cells);
  guint before = alignment == 'r' ? white : alignment == 'c' ? white / 2 : 0;
  put_spaces(text, before);
  g_string_append_len(text, line, (gssize)length);
  put_spaces(text, white - before);
}

static gboolean is_shown(const AdrefTerminal *out, const AdrefNode *node)
{
  AdrefViewSide side = out->renderer.options->side;
  return !(side == ADREF_VIEW_SIDE_OLD && node->mark == ADREF_INSERTED) &&
         !(side == ADREF_VIEW_SIDE_NEW && node->mark == ADREF_DELETED);
}

typedef struct {
  GString *lines; /* NULL: an empty column */
  const char *at;
  char alignment;
} Cell;

static void cell_clear(gpointer data)
{
  if (((Cell *)data)->lines)
    g_string_free(((Cell *)data)->lines, TRUE);
}

static void add_empty_columns(GArray *cells, guint count)
{
  Cell empty = {NULL, "", '-'};
  for (; count > 0; count--)
    g_array_append_val(cells, empty);
}

static GArray *row_cells(AdrefTerminal *out, const AdrefTerminalTable *table, const AdrefNode *row)
{
  GArray *cells = g_array_new(FALSE, FALSE, sizeof(Cell));
  g_array_set_clear_func(cells, cell_clear);
  AdrefTableColumns columns = adref_table_columns(table->node, row, out->renderer.options->side);
  for (const AdrefNode *node = row->first; node; node = node->next) {
    if (!is_shown(out, node))
      continue;
    Cell cell = {0};
    add_empty_columns(cells, adref_table_columns_next(&columns, node, &cell.alignment));
    guint width = out->layout.width > 0 ? g_array_index(table->widths, guint, cells->len) : 0;
    cell.lines = cell_lines(out, node, width);
    cell.at = cell.lines->str;
    g_array_append_val(cells, cell);
  }
  return cells;
}

/* Writes one line of each cell; FALSE: no cell has another one. */
static gboolean put_row_line(AdrefTerminal *out, const AdrefTerminalTable *table, GArray *cells)
{
  const char *bar = out->color ? "│" : "|";
  gboolean more = FALSE;
  put_indent(out);
  for (guint i = 0; i < table->widths->len; i++) {
    Cell *cell = i < cells->len ? &g_array_index(cells, Cell, i) : NULL;
    gsize length = cell ? strcspn(cell->at, "\n") : 0;
    g_string_append_printf(out->layout.text, "%s ", bar);
    put_line(out, cell ? cell->at : "", length, g_array_index(table->widths, guint, i),
             cell ? cell->alignment : '-');
    g_string_append_c(out->layout.text, ' ');
    if (!cell)
      continue;
    cell->at += length + (cell->at[length] == '\n');
    more = more || *cell->at;
  }
  g_string_append_printf(out->layout.text, "%s\n", bar);
  return more;
}

static void put_row(AdrefTerminal *out, const AdrefTerminalTable *table, GArray *cells)
{
  while (put_row_line(out, table, cells))
    ;
}

/* The marks of a redline may make a line longer than its column; then the column becomes wider. */
static void widen(AdrefTerminalTable *table, const GArray *cells)
{
  for (guint i = 0; i < cells->len; i++) {
    guint *width = &g_array_index(table->widths, guint, i);
    for (const char *line = g_array_index(cells, Cell, i).at; *line;) {
      gsize length = strcspn(line, "\n");
      *width = MAX(*width, adref_terminal_columns_of_line(line, length));
      line += length + (line[length] == '\n');
    }
  }
}

static void row_free(gpointer cells)
{
  g_array_unref(cells);
}

static void put_table(AdrefTerminal *out, AdrefTerminalTable *table)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(row_free);
  for (guint i = 0; i < table->rows->len; i++)
    g_ptr_array_add(rows, row_cells(out, table, table->rows->pdata[i]));
  for (guint i = 0; i < rows->len; i++)
    widen(table, rows->pdata[i]);
  put_border(out, table, BORDER_TOP);
  for (guint i = 0; i < rows->len; i++) {
    gboolean is_last = i + 1 == rows->len;
    put_row(out, table, rows->pdata[i]);
    put_border(out, table,
               is_last                                          ? BORDER_BOTTOM
               : adref_table_row_is_head(table->rows->pdata[i]) ? BORDER_HEAD
                                                                : BORDER_ROW);
  }
}

/* --- a list of rows --- */

static void put_record_line(AdrefTerminal *out, const AdrefNode *head, const AdrefNode *cell)
{
  adref_terminal_wrap_begin(out->wrap, adref_terminal_layout_column(&out->layout) + 2, 2, NULL);
  g_autofree char *words = head ? adref_node_words(head) : NULL;
  if (words && *words) {
    adref_terminal_wrap_string(out->wrap, words, ADREF_TERMINAL_STYLE_BOLD);
    adref_terminal_wrap_string(out->wrap, ": ", 0);
  }
  adref_terminal_put(out, cell);
  adref_terminal_marks_close(&out->marks);
  adref_terminal_wrap_end(out->wrap);
}

static void put_records(AdrefTerminal *out, const AdrefTerminalTable *table)
{
  const AdrefNode *head = table->rows->len > 1 ? table->rows->pdata[0] : NULL;
  for (guint i = head ? 1 : 0; i < table->rows->len; i++) {
    const AdrefNode *row = table->rows->pdata[i], *above = head ? head->first : NULL;
    if (i > (head ? 1 : 0))
      g_string_append_c(out->layout.text, '\n');
    for (const AdrefNode *cell = row->first; cell; cell = cell->next) {
      if (is_shown(out, cell) && cell->first)
        put_record_line(out, above, cell);
      above = above ? above->next : NULL;
    }
  }
}

static void leave_table(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  AdrefTerminalTable *table = out->table;
  out->table = NULL;
  g_ptr_array_set_size(out->notes, (int)table->notes);
  if (adref_terminal_layout_needs_gap(node))
    adref_terminal_layout_gap(&out->layout);
  out->layout.is_tied = FALSE;
  if (fit(out, table))
    put_table(out, table);
  else
    put_records(out, table);
  table_free(table);
}

void adref_terminal_tables(AdrefRendererTable *table)
{
  table->nodes[ADREF_TABLE].enter = enter_table;
  table->nodes[ADREF_TABLE].leave = leave_table;
  table->nodes[ADREF_TABLE_ROW].enter = enter_row;
  table->nodes[ADREF_TABLE_CELL].enter = enter_cell;
  table->nodes[ADREF_TABLE_CELL].leave = leave_cell;
}

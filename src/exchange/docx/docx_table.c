#include "exchange/docx/docx_table.h"

#include <string.h>

static const char alignments[] = "lcr-";

/* How many cells of a column are set in each of these ways. */
typedef struct {
  guint cells[4];
} Column;

void adref_docx_table_init(AdrefDocxTable *self, gboolean says_left)
{
  *self = (AdrefDocxTable){.head_columns = g_array_new(FALSE, TRUE, sizeof(Column)),
                           .body_columns = g_array_new(FALSE, TRUE, sizeof(Column)),
                           .says_left = says_left};
}

void adref_docx_table_clear(AdrefDocxTable *self)
{
  g_array_unref(self->head_columns);
  g_array_unref(self->body_columns);
}

gboolean adref_docx_table_holds(const AdrefDocxTable *self, const AdrefDocxParagraph *place)
{
  return self->node && self->number == place->table;
}

void adref_docx_table_begin(AdrefDocxTable *self, AdrefNode *node, guint number)
{
  node->as.table.alignments = g_strdup("-");
  self->node = node;
  self->number = number;
  g_array_set_size(self->head_columns, 0);
  g_array_set_size(self->body_columns, 0);
}

/* That most files say "left" where nobody has chosen it means nothing. */
static void note_alignment(const AdrefDocxTable *self, const AdrefDocxParagraph *place)
{
  GArray *columns = place->is_head ? self->head_columns : self->body_columns;
  gboolean is_usual = place->alignment == 'l' && !self->says_left;
  char alignment = is_usual ? '-' : place->alignment;
  if (columns->len <= place->column)
    g_array_set_size(columns, place->column + 1);
  Column *column = &g_array_index(columns, Column, place->column);
  column->cells[strchr(alignments, alignment) - alignments]++;
}

/* The alignment that most cells of a column have: a new row may have none. '?': there is none. */
static char most_frequent(const GArray *columns, gsize column)
{
  guint most = 0;
  char alignment = '?';
  for (guint i = 0; column < columns->len && alignments[i]; i++) {
    guint cells = g_array_index(columns, Column, column).cells[i];
    alignment = cells > most ? alignments[i] : alignment;
    most = MAX(most, cells);
  }
  return alignment;
}

static char alignment_of_column(const AdrefDocxTable *self, gsize column)
{
  char alignment = most_frequent(self->body_columns, column);
  if (alignment == '?')
    alignment = most_frequent(self->head_columns, column);
  return alignment == '?' ? '-' : alignment;
}

static void add_row(AdrefDocxTable *self, guint row)
{
  adref_node_append(self->node, adref_node_new(ADREF_TABLE_ROW));
  self->row = row;
  self->column = 0;
}

AdrefNode *adref_docx_table_cell(AdrefDocxTable *self, const AdrefDocxParagraph *place)
{
  if (!self->node->last || self->row != place->row)
    add_row(self, place->row);
  note_alignment(self, place);
  AdrefNode *row = self->node->last;
  gboolean goes_on = self->column == place->column + 1 && row->last;
  for (; self->column <= place->column; self->column++)
    adref_node_append(row, adref_node_new(ADREF_TABLE_CELL));
  if (goes_on && row->last->first)
    adref_node_append(row->last, adref_node_new(ADREF_LINE_BREAK));
  return row->last;
}

static gboolean has_cells(const AdrefDocxTable *self, gsize column)
{
  return most_frequent(self->body_columns, column) != '?' ||
         most_frequent(self->head_columns, column) != '?';
}

static void drop_cells(const guint8 *absent, guint count, AdrefNode *row)
{
  AdrefNode *cell = row->first;
  for (guint i = 0; i < count && cell; i++) {
    AdrefNode *next = cell->next;
    if (absent[i])
      adref_node_free(cell);
    cell = next;
  }
}

static void drop_entries(const guint8 *absent, guint count, GArray *columns)
{
  guint kept = 0;
  for (guint i = 0; i < columns->len && i < count; i++)
    if (!absent[i])
      g_array_index(columns, Column, kept++) = g_array_index(columns, Column, i);
  g_array_set_size(columns, kept);
}

/* Takes out the columns in which no row has a cell: the other reading has them. */
static void drop_absent_columns(AdrefDocxTable *self, AdrefNode *table)
{
  guint count = MAX(self->head_columns->len, self->body_columns->len);
  g_autofree guint8 *absent = g_malloc0(count + 1);
  gboolean is_any = FALSE;
  for (guint i = 0; i < count; i++) {
    absent[i] = !has_cells(self, i);
    is_any |= absent[i];
  }
  if (!is_any)
    return;
  for (AdrefNode *row = table->first; row; row = row->next)
    drop_cells(absent, count, row);
  drop_entries(absent, count, self->head_columns);
  drop_entries(absent, count, self->body_columns);
}

void adref_docx_table_close(AdrefDocxTable *self)
{
  AdrefNode *table = g_steal_pointer(&self->node);
  gsize columns = 1;
  if (!table)
    return;
  drop_absent_columns(self, table);
  for (const AdrefNode *row = table->first; row; row = row->next)
    columns = MAX(columns, adref_node_count_children(row));
  for (AdrefNode *row = table->first; row; row = row->next)
    for (gsize cells = adref_node_count_children(row); cells < columns; cells++)
      adref_node_append(row, adref_node_new(ADREF_TABLE_CELL));
  g_free(table->as.table.alignments);
  table->as.table.alignments = g_strnfill(columns, '-');
  for (gsize i = 0; i < columns; i++)
    table->as.table.alignments[i] = alignment_of_column(self, i);
}

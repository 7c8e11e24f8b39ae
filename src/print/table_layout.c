#include "print/table_layout.h"

#include "print/page_flow_private.h"

enum {
  GUTTER = 12, /* between columns */
};

/* White between the text of a row and its rules. */
static float rule_gap(float leading)
{
  return leading * 0.21F;
}

struct AdrefTableLayout {
  guint columns;
  AdrefTextAlign *aligns; /* by column */
  GPtrArray *rows;        /* of GPtrArray of AdrefStyledText */
};

typedef struct {
  float whole, least, width;
} Column;

static void styled_text_free(gpointer styled_text)
{
  adref_styled_text_free(styled_text);
}

static void row_free(gpointer row)
{
  g_ptr_array_unref(row);
}

AdrefTableLayout *adref_table_layout_new(guint columns)
{
  AdrefTableLayout *table = g_new0(AdrefTableLayout, 1);
  table->columns = columns;
  table->aligns = g_new(AdrefTextAlign, MAX(columns, 1));
  for (guint c = 0; c < columns; c++)
    table->aligns[c] = ADREF_TEXT_ALIGN_START;
  table->rows = g_ptr_array_new_with_free_func(row_free);
  return table;
}

void adref_table_layout_free(AdrefTableLayout *table)
{
  if (!table)
    return;
  g_ptr_array_unref(table->rows);
  g_free(table->aligns);
  g_free(table);
}

void adref_table_layout_align(AdrefTableLayout *table, guint column, AdrefTextAlign align)
{
  if (column < table->columns)
    table->aligns[column] = align;
}

void adref_table_layout_add_row(AdrefTableLayout *table)
{
  g_ptr_array_add(table->rows, g_ptr_array_new_with_free_func(styled_text_free));
}

AdrefStyledText *adref_table_layout_add_cell(AdrefTableLayout *table)
{
  GPtrArray *row = table->rows->pdata[table->rows->len - 1];
  if (row->len == table->columns)
    return NULL;
  AdrefStyledText *cell = adref_styled_text_new();
  g_ptr_array_add(row, cell);
  return cell;
}

/* Removes spaces before a "|" of the source. */
static void strip(AdrefStyledText *cell)
{
  GString *text = cell->text;
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate(text, text->len - 1);
  GArray *spans = cell->spans;
  while (spans->len > 0 && g_array_index(spans, AdrefTextSpan, spans->len - 1).start >= text->len)
    g_array_set_size(spans, spans->len - 1);
}

static void measure(const AdrefTableLayout *table, AdrefPageFlow *flow, Column *columns)
{
  for (guint r = 0; r < table->rows->len; r++) {
    const GPtrArray *row = table->rows->pdata[r];
    for (guint c = 0; c < row->len; c++) {
      float whole, least;
      strip(row->pdata[c]);
      adref_line_breaker_widths(flow->breaker, row->pdata[c], &whole, &least);
      columns[c].whole = MAX(columns[c].whole, whole + 0.5F);
      columns[c].least = MAX(columns[c].least, least + 0.5F);
    }
  }
}

/* Each column gets the width of its longest cell. When the sum is too wide, each column gets the
 * width of its longest word, at most an equal share, and the rest is divided in proportion to what
 * is missing. */
static void distribute_width(Column *columns, guint count, float width)
{
  float whole = 0, least = 0;
  for (guint c = 0; c < count; c++) {
    columns[c].least = MIN(columns[c].least, width / (float)count);
    whole += columns[c].whole;
    least += columns[c].least;
  }
  for (guint c = 0; c < count; c++) {
    const Column *column = &columns[c];
    if (whole <= width)
      columns[c].width = column->whole + (width - whole) / (float)count;
    else
      columns[c].width =
          column->least + (width - least) * (column->whole - column->least) / (whole - least);
  }
}

static void set_row(const AdrefTableLayout *table, AdrefPageFlow *flow, guint r,
                    const Column *columns, guint parent, float x, float leading)
{
  const GPtrArray *row = table->rows->pdata[r];
  guint element = adref_page_flow_add_element(flow, "TR", parent);
  g_autofree AdrefTableCell *cells = g_new0(AdrefTableCell, MAX(row->len, 1));
  for (guint c = 0; c < row->len; c++) {
    cells[c] = (AdrefTableCell){row->pdata[c],
                                adref_page_flow_add_element(flow, r == 0 ? "TH" : "TD", element), x,
                                columns[c].width, table->aligns[c]};
    x += columns[c].width + GUTTER;
  }
  adref_page_flow_add_row(flow, cells, row->len, rule_gap(leading), leading, r == 0);
}

void adref_table_layout_set(AdrefTableLayout *table, AdrefPageFlow *flow, guint parent, float x,
                            float width, float gap, float leading)
{
  g_autofree Column *columns = g_new0(Column, MAX(table->columns, 1));
  measure(table, flow, columns);
  distribute_width(columns, table->columns, MAX(width - GUTTER * (float)(table->columns - 1), 1));
  adref_page_flow_begin_table_header(flow);
  adref_page_flow_add_rule(flow, x, width, gap, 0.9F);
  flow->break_before = ADREF_PAGE_BREAK_AVOID;
  for (guint r = 0; r < table->rows->len; r++) {
    set_row(table, flow, r, columns, parent, x, leading);
    adref_page_flow_add_rule(flow, x, width, rule_gap(leading),
                             r + 1 == table->rows->len ? 0.9F : 0.35F);
    if (r > 0)
      continue;
    flow->break_before = ADREF_PAGE_BREAK_AVOID;
    adref_page_flow_end_table_header(flow);
  }
  adref_page_flow_end_table(flow);
}

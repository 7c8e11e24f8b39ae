#include "print/table_layout.h"

enum {
  GUTTER = 12, /* between columns */
};

/* White between words and a rule. */
static float rule_gap(float leading)
{
  return leading * 0.21F;
}

struct AdrefGrid {
  guint columns;
  GPtrArray *rows; /* of GPtrArray of AdrefPassage */
};

typedef struct {
  float whole, least, width;
} Column;

static void passage_free(gpointer passage)
{
  adref_passage_free(passage);
}

static void row_free(gpointer row)
{
  g_ptr_array_unref(row);
}

AdrefGrid *adref_grid_new(guint columns)
{
  AdrefGrid *grid = g_new0(AdrefGrid, 1);
  grid->columns = columns;
  grid->rows = g_ptr_array_new_with_free_func(row_free);
  return grid;
}

void adref_grid_free(AdrefGrid *grid)
{
  if (!grid)
    return;
  g_ptr_array_unref(grid->rows);
  g_free(grid);
}

void adref_grid_row(AdrefGrid *grid)
{
  g_ptr_array_add(grid->rows, g_ptr_array_new_with_free_func(passage_free));
}

AdrefPassage *adref_grid_cell(AdrefGrid *grid)
{
  GPtrArray *row = grid->rows->pdata[grid->rows->len - 1];
  if (row->len == grid->columns)
    return NULL;
  AdrefPassage *cell = adref_passage_new();
  g_ptr_array_add(row, cell);
  return cell;
}

/* Spaces beside the bars are not words. */
static void strip(AdrefPassage *cell)
{
  GString *text = cell->text;
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate(text, text->len - 1);
  GArray *spans = cell->spans;
  while (spans->len > 0 && g_array_index(spans, AdrefSpan, spans->len - 1).start >= text->len)
    g_array_set_size(spans, spans->len - 1);
}

static void measure(const AdrefGrid *grid, AdrefFlow *flow, Column *columns)
{
  for (guint r = 0; r < grid->rows->len; r++) {
    const GPtrArray *row = grid->rows->pdata[r];
    for (guint c = 0; c < row->len; c++) {
      float whole, least;
      strip(row->pdata[c]);
      adref_setter_widths(flow->setter, row->pdata[c], &whole, &least);
      columns[c].whole = MAX(columns[c].whole, whole + 0.5F);
      columns[c].least = MAX(columns[c].least, least + 0.5F);
    }
  }
}

/* As wide as the words want; where that is too much, each keeps its longest word, up to its share,
 * and they divide what is left by what they want. */
static void share(Column *columns, guint count, float width)
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

static void set_row(const AdrefGrid *grid, AdrefFlow *flow, guint r, const Column *columns,
                    guint parent, float x, float leading)
{
  const GPtrArray *row = grid->rows->pdata[r];
  guint element = adref_flow_element(flow, "TR", parent);
  g_autofree AdrefCell *cells = g_new0(AdrefCell, MAX(row->len, 1));
  for (guint c = 0; c < row->len; c++) {
    cells[c] = (AdrefCell){row->pdata[c], adref_flow_element(flow, r == 0 ? "TH" : "TD", element),
                           x, columns[c].width};
    x += columns[c].width + GUTTER;
  }
  adref_flow_row(flow, cells, row->len, rule_gap(leading), leading, r == 0);
}

void adref_grid_set(AdrefGrid *grid, AdrefFlow *flow, guint parent, float x, float width, float gap,
                    float leading)
{
  g_autofree Column *columns = g_new0(Column, MAX(grid->columns, 1));
  measure(grid, flow, columns);
  share(columns, grid->columns, MAX(width - GUTTER * (float)(grid->columns - 1), 1));
  adref_flow_heads(flow);
  adref_flow_rule(flow, x, width, gap, 0.9F);
  flow->keep = ADREF_KEEP;
  for (guint r = 0; r < grid->rows->len; r++) {
    set_row(grid, flow, r, columns, parent, x, leading);
    adref_flow_rule(flow, x, width, rule_gap(leading), r + 1 == grid->rows->len ? 0.9F : 0.35F);
    if (r > 0)
      continue;
    flow->keep = ADREF_KEEP;
    adref_flow_heads_done(flow);
  }
  adref_flow_heads_end(flow);
}

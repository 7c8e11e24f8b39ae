#include "print/table_layout.h"

#include "print/page_flow_private.h"

enum {
  GUTTER = 12,    /* between columns */
  SHORT_HEAD = 8, /* characters of Han in a cell of the head that stays in one line */
};

/* White between the text of a row and its rules. */
static float rule_gap(float leading)
{
  return leading * 0.21F;
}

typedef struct {
  gboolean is_head;
  GPtrArray *cells; /* of AdrefStyledText */
  GArray *aligns;   /* of AdrefTextAlign, by cell */
} Row;

struct AdrefTableLayout {
  guint columns;
  GArray *rows; /* of Row */
};

typedef struct {
  float whole, least, width;
  float head; /* width of the longest cell of the head that is short enough to stay in one line */
} Column;

static void styled_text_free(gpointer styled_text)
{
  adref_styled_text_free(styled_text);
}

static void row_clear(gpointer data)
{
  Row *row = data;
  g_ptr_array_unref(row->cells);
  g_array_unref(row->aligns);
}

AdrefTableLayout *adref_table_layout_new(guint columns)
{
  AdrefTableLayout *table = g_new0(AdrefTableLayout, 1);
  table->columns = columns;
  table->rows = g_array_new(FALSE, FALSE, sizeof(Row));
  g_array_set_clear_func(table->rows, row_clear);
  return table;
}

void adref_table_layout_free(AdrefTableLayout *table)
{
  if (!table)
    return;
  g_array_unref(table->rows);
  g_free(table);
}

static Row *row_at(const AdrefTableLayout *table, guint at)
{
  return &g_array_index(table->rows, Row, at);
}

void adref_table_layout_add_row(AdrefTableLayout *table, gboolean is_head)
{
  Row row = {is_head, g_ptr_array_new_with_free_func(styled_text_free),
             g_array_new(FALSE, FALSE, sizeof(AdrefTextAlign))};
  g_array_append_val(table->rows, row);
}

AdrefStyledText *adref_table_layout_add_cell(AdrefTableLayout *table, AdrefTextAlign align)
{
  Row *row = row_at(table, table->rows->len - 1);
  if (row->cells->len == table->columns)
    return NULL;
  AdrefStyledText *cell = adref_styled_text_new();
  g_ptr_array_add(row->cells, cell);
  g_array_append_val(row->aligns, align);
  return cell;
}

/* Returns the width of the longest words of all columns. */
static float measure(const AdrefTableLayout *table, AdrefPageFlow *flow, Column *columns)
{
  float sum = 0;
  for (guint c = 0; c < table->columns; c++)
    columns[c] = (Column){0};
  for (guint r = 0; r < table->rows->len; r++) {
    const GPtrArray *cells = row_at(table, r)->cells;
    for (guint c = 0; c < cells->len; c++) {
      float whole, least;
      adref_line_breaker_widths(flow->breaker, cells->pdata[c], &whole, &least);
      columns[c].whole = MAX(columns[c].whole, whole + 0.5F);
      columns[c].least = MAX(columns[c].least, least + 0.5F);
      if (row_at(table, r)->is_head && whole <= SHORT_HEAD * flow->geometry.size)
        columns[c].head = MAX(columns[c].head, whole + 0.5F);
    }
  }
  for (guint c = 0; c < table->columns; c++)
    sum += columns[c].least;
  return sum;
}

static void scale_cell(AdrefPageFlow *flow, const AdrefStyledText *cell, float scale)
{
  for (guint i = 0; i < cell->spans->len; i++) {
    AdrefTextSpan *span = &g_array_index(cell->spans, AdrefTextSpan, i);
    AdrefTextStyle style = g_array_index(flow->breaker->styles, AdrefTextStyle, span->style);
    style.face.size *= scale;
    style.rise *= scale;
    span->style = adref_page_flow_style(flow, &style);
  }
}

static void scale_cells(const AdrefTableLayout *table, AdrefPageFlow *flow, float scale)
{
  for (guint r = 0; r < table->rows->len; r++) {
    const GPtrArray *cells = row_at(table, r)->cells;
    for (guint c = 0; c < cells->len; c++)
      scale_cell(flow, cells->pdata[c], scale);
  }
}

/* The width that a column may have at most so that all fit: narrow columns keep the width of their
 * longest word, the others share the rest. */
static float find_limit(const Column *columns, guint count, float width)
{
  enum {
    ROUNDS = 8
  };
  float limit = width / (float)count;
  for (guint round = 0; round < ROUNDS; round++) {
    float rest = width;
    guint wide = 0;
    for (guint c = 0; c < count; c++) {
      rest -= columns[c].least <= limit ? columns[c].least : 0;
      wide += columns[c].least > limit ? 1 : 0;
    }
    if (wide == 0)
      break;
    limit = MAX(limit, rest / (float)wide);
  }
  return limit;
}

/* Keeps short cells of the head in one line, where all of them fit: words of Chinese, Japanese and
 * Thai could be divided anywhere. */
static void keep_heads(Column *columns, guint count, float width)
{
  float sum = 0;
  for (guint c = 0; c < count; c++)
    sum += MAX(columns[c].least, columns[c].head);
  for (guint c = 0; c < count && sum <= width; c++)
    columns[c].least = MAX(columns[c].least, columns[c].head);
}

/* Columns that need less than their share of the width, and leave the others room for their longest
 * words, get what their longest cell needs: a short name is not divided beside a long remark. */
static void keep_narrow(Column *columns, guint count, float width)
{
  enum {
    ROUNDS = 8
  };
  float rest = width, least = 0;
  guint wide = count;
  for (guint c = 0; c < count; c++)
    least += columns[c].least;
  for (guint round = 0; round < ROUNDS && wide > 0; round++) {
    float share = rest / (float)wide;
    for (guint c = 0; c < count; c++) {
      Column *column = &columns[c];
      float others = least - column->least;
      if (column->width > 0 || column->whole > share || rest - column->whole < others)
        continue;
      column->width = column->least = column->whole;
      rest -= column->whole;
      least = others;
      wide--;
    }
  }
}

/* Each column gets the width of its longest cell. When the sum is too wide, narrow columns get it,
 * the others the width of their longest word, and the rest is divided in proportion to what is
 * missing. When that is too wide as well, the longest words are divided. */
static void distribute_width(Column *columns, guint count, float width)
{
  float whole = 0, least = 0, limit = find_limit(columns, count, width);
  for (guint c = 0; c < count; c++) {
    columns[c].least = MIN(columns[c].least, limit);
    whole += columns[c].whole;
  }
  if (whole > width)
    keep_narrow(columns, count, width);
  for (guint c = 0; c < count; c++)
    least += columns[c].least;
  for (guint c = 0; c < count; c++) {
    const Column *column = &columns[c];
    if (whole <= width)
      columns[c].width = column->whole + (width - whole) / (float)count;
    else
      columns[c].width =
          column->least + (width - least) * (column->whole - column->least) / (whole - least);
  }
}

/* Where a table stands, and how large it is set. */
typedef struct {
  guint parent; /* element */
  float x, width, gutter, leading;
} Place;

static void set_row(const AdrefTableLayout *table, AdrefPageFlow *flow, guint r,
                    const Column *columns, const Place *place)
{
  const Row *row = row_at(table, r);
  guint element = adref_page_flow_add_element(flow, "TR", place->parent), count = row->cells->len;
  g_autofree AdrefTableCell *cells = g_new0(AdrefTableCell, MAX(count, 1));
  float x = place->x;
  for (guint c = 0; c < count; c++) {
    cells[c] =
        (AdrefTableCell){row->cells->pdata[c],
                         adref_page_flow_add_element(flow, row->is_head ? "TH" : "TD", element), x,
                         columns[c].width, g_array_index(row->aligns, AdrefTextAlign, c)};
    x += columns[c].width + place->gutter;
  }
  adref_page_flow_add_row(flow, cells, count, rule_gap(place->leading), place->leading,
                          row->is_head);
}

static gboolean is_last_of_head(const AdrefTableLayout *table, guint r)
{
  return row_at(table, r)->is_head && (r + 1 == table->rows->len || !row_at(table, r + 1)->is_head);
}

/* The last row does not stand alone on a page. */
static void set_rows(const AdrefTableLayout *table, AdrefPageFlow *flow, const Column *columns,
                     const Place *place)
{
  for (guint r = 0; r < table->rows->len; r++) {
    gboolean is_last = r + 1 == table->rows->len;
    set_row(table, flow, r, columns, place);
    adref_page_flow_add_rule(flow, place->x, place->width, rule_gap(place->leading),
                             is_last ? 0.9F : 0.35F);
    if (row_at(table, r)->is_head || r + 2 == table->rows->len)
      flow->break_before = ADREF_PAGE_BREAK_AVOID;
    if (is_last_of_head(table, r))
      adref_page_flow_end_table_header(flow);
  }
}

/* In narrow columns words of Japanese and Korean are divided between phrases only, as in headings:
 * elsewhere their lines may end at any letter. */
static void keep_phrases(const AdrefTableLayout *table)
{
  for (guint r = 0; r < table->rows->len; r++) {
    const GPtrArray *cells = row_at(table, r)->cells;
    for (guint c = 0; c < cells->len; c++)
      ((AdrefStyledText *)cells->pdata[c])->is_heading = TRUE;
  }
}

/* Makes the letters so small that no word is divided, but not too small to read. FALSE: words are
 * divided all the same. */
static gboolean fit(const AdrefTableLayout *table, AdrefPageFlow *flow, Column *columns,
                    Place *place)
{
  float gaps = (float)(MAX(table->columns, 1) - 1), size = flow->geometry.size;
  if (flow->breaker->has_phrases)
    keep_phrases(table);
  place->gutter = MIN(GUTTER, place->width / 4 / (gaps + 1));
  float room = place->width - place->gutter * gaps, least = measure(table, flow, columns);
  if (least > room && size > ADREF_TABLE_LAYOUT_SMALLEST) {
    float scale = MAX(room / least * 0.99F, ADREF_TABLE_LAYOUT_SMALLEST / size);
    scale_cells(table, flow, scale);
    place->leading *= scale;
    least = measure(table, flow, columns);
  }
  keep_heads(columns, table->columns, room);
  distribute_width(columns, table->columns, room);
  return least <= room;
}

gboolean adref_table_layout_set(AdrefTableLayout *table, AdrefPageFlow *flow, guint parent, float x,
                                float width, float gap, float leading)
{
  g_autofree Column *columns = g_new0(Column, MAX(table->columns, 1));
  Place place = {parent, x, width, 0, leading};
  gboolean fits = fit(table, flow, columns, &place);
  adref_page_flow_begin_table_header(flow);
  adref_page_flow_add_rule(flow, x, width, gap, 0.9F);
  flow->break_before = ADREF_PAGE_BREAK_AVOID;
  set_rows(table, flow, columns, &place);
  adref_page_flow_end_table(flow);
  return fits;
}

#include "print/parallel_columns.h"

#include "print/page_flow_private.h"

enum {
  PARTS = ADREF_PARALLEL_COLUMNS_ACROSS + 1,
  MAX_COLUMNS = ADREF_PARALLEL_COLUMNS_MAX,
  WHOLE = 3 /* a row that needs at most 1/WHOLE of a page is not divided */
};

typedef struct {
  GArray *boxes;                   /* of AdrefLineBox, not placed yet */
  guint element;                   /* TD or TH, the element of the part */
  guint first_bookmark, bookmarks; /* of this part: their pages are not known yet */
} ColumnsPart;

typedef struct {
  ColumnsPart parts[PARTS];
  gboolean keeps_next, is_head;
} ColumnsRow;

struct AdrefParallelColumns {
  AdrefPageFlow *flow;
  guint count; /* of columns */
  AdrefPageGeometry geometry[MAX_COLUMNS];
  AdrefLineBreaker *breakers[MAX_COLUMNS];
  const char *const *titles; /* of many columns; NULL: those of the writer's options */
  const char *language;      /* of the second column, when it differs; or NULL */
  guint table;
  GPtrArray *rows; /* collected rows: all but the last must stay with the next row */
  AdrefParallelColumnsPart open;
  gboolean is_open; /* the boxes of `open` are being collected */
};

static AdrefLineBox *box_in(const ColumnsPart *part, guint at)
{
  return &g_array_index(part->boxes, AdrefLineBox, at);
}

static void row_free(gpointer data)
{
  ColumnsRow *row = data;
  for (guint i = 0; i < PARTS; i++)
    g_array_unref(row->parts[i].boxes);
  g_free(row);
}

static float gutter_of(guint count)
{
  return count > 2 ? ADREF_PARALLEL_COLUMNS_MANY_GUTTER : ADREF_PARALLEL_COLUMNS_GUTTER;
}

float adref_parallel_columns_width(const AdrefPageGeometry *geometry, guint count)
{
  return (geometry->measure - (float)(count - 1) * gutter_of(count)) / (float)count;
}

float adref_parallel_columns_start(const AdrefPageGeometry *geometry, guint count, guint at)
{
  return (float)at * (adref_parallel_columns_width(geometry, count) + gutter_of(count));
}

static void add_rule(GArray *rules, float top, float bottom)
{
  AdrefColumnRule rule = {top, bottom};
  if (bottom > top + 0.01F)
    g_array_append_val(rules, rule);
}

/* How far from the start of the lines the words of a box end. */
static float reach_of(const AdrefPageFlow *flow, const AdrefLineBox *box)
{
  float reach = 0;
  for (guint s = box->first_segment; s < box->first_segment + box->segments; s++) {
    const AdrefLineSegment *segment = &g_array_index(flow->segments, AdrefLineSegment, s);
    const AdrefLineBreaker *breaker = flow->breakers[segment->side];
    for (guint i = segment->first; i < segment->first + segment->pieces; i++) {
      const AdrefLinePiece *piece = &g_array_index(breaker->pieces, AdrefLinePiece, i);
      float end =
          flow->breakers[0]->is_rtl ? segment->width - piece->x : piece->x + piece->shape->width;
      reach = MAX(reach, segment->x + end);
    }
  }
  return reach;
}

GArray *adref_parallel_columns_rules(const AdrefPageFlow *flow, const AdrefPageContent *content,
                                     float x)
{
  enum {
    AWAY = 2 /* points that words stay away from a rule */
  };
  GArray *rules = g_array_new(FALSE, FALSE, sizeof(AdrefColumnRule));
  float top = content->divider_top;
  for (guint i = content->first; i < content->first + content->boxes; i++) {
    const AdrefLineBox *box = &g_array_index(flow->boxes, AdrefLineBox, i);
    if (box->column > 0 || box->y + box->below <= content->divider_top ||
        reach_of(flow, box) < x - AWAY)
      continue;
    add_rule(rules, top, MIN(box->y - box->above, content->divider_bottom));
    top = MAX(top, box->y + box->below);
  }
  add_rule(rules, top, content->divider_bottom);
  return rules;
}

static float column_width(const AdrefParallelColumns *columns)
{
  return adref_parallel_columns_width(&columns->geometry[0], columns->count);
}

static AdrefParallelColumns *new_columns(AdrefPageFlow *flow, guint count)
{
  AdrefParallelColumns *columns = g_new0(AdrefParallelColumns, 1);
  columns->flow = flow;
  columns->count = count;
  columns->rows = g_ptr_array_new_with_free_func(row_free);
  columns->table = adref_page_flow_add_element(flow, "Table", 0);
  return columns;
}

AdrefParallelColumns *adref_parallel_columns_new(AdrefPageFlow *flow,
                                                 const AdrefPageGeometry *geometry,
                                                 const char *language)
{
  AdrefParallelColumns *columns = new_columns(flow, ADREF_PAGE_FLOW_SIDES);
  for (guint i = 0; i < columns->count; i++) {
    columns->geometry[i] = geometry[i];
    columns->breakers[i] = flow->breakers[i] ? flow->breakers[i] : flow->breakers[0];
  }
  columns->language = flow->breakers[1] ? language : NULL;
  return columns;
}

AdrefParallelColumns *adref_parallel_columns_new_many(AdrefPageFlow *flow,
                                                      const AdrefPageGeometry *geometry,
                                                      guint count, const char *const *titles)
{
  AdrefParallelColumns *columns = new_columns(flow, count);
  for (guint i = 0; i < count; i++) {
    columns->geometry[i] = *geometry;
    columns->breakers[i] = flow->breakers[0];
  }
  columns->titles = titles;
  return columns;
}

static ColumnsRow *last_row(const AdrefParallelColumns *columns)
{
  return columns->rows->pdata[columns->rows->len - 1];
}

/* Moves the boxes of a part into its column. Mirrors them when the column is read in the other
 * direction than the page. */
static void move_boxes(AdrefParallelColumns *columns, const ColumnsPart *part)
{
  AdrefPageFlow *flow = columns->flow;
  float width = column_width(columns),
        x = adref_parallel_columns_start(&columns->geometry[0], columns->count, columns->open);
  gboolean is_mirrored = columns->breakers[columns->open]->is_rtl != flow->breakers[0]->is_rtl;
  for (guint i = 0; i < part->boxes->len; i++) {
    AdrefLineBox *box = box_in(part, i);
    box->column = columns->open + 1;
    for (guint s = box->first_segment; s < box->first_segment + box->segments; s++) {
      AdrefLineSegment *segment = &g_array_index(flow->segments, AdrefLineSegment, s);
      segment->x = x + (is_mirrored ? width - segment->x - segment->width : segment->x);
    }
    for (guint b = box->first_rect; b < box->first_rect + box->rects; b++) {
      AdrefFilledRect *rect = &g_array_index(flow->rects, AdrefFilledRect, b);
      rect->x = x + (is_mirrored ? width - rect->x - rect->width : rect->x);
    }
  }
}

static void close_part(AdrefParallelColumns *columns)
{
  AdrefPageFlow *flow = columns->flow;
  if (!columns->is_open)
    return;
  ColumnsRow *row = last_row(columns);
  ColumnsPart *part = &row->parts[columns->open];
  part->bookmarks = flow->bookmarks->len - part->first_bookmark;
  row->keeps_next |= flow->break_before == ADREF_PAGE_BREAK_AVOID &&
                     columns->open != ADREF_PARALLEL_COLUMNS_ACROSS;
  flow->break_before = ADREF_PAGE_BREAK_ALLOWED;
  if (columns->open != ADREF_PARALLEL_COLUMNS_ACROSS)
    move_boxes(columns, part);
  columns->is_open = FALSE;
  flow->column = NULL;
  flow->geometry = columns->geometry[0];
  flow->breaker = flow->breakers[0];
}

guint adref_parallel_columns_begin_part(AdrefParallelColumns *columns,
                                        AdrefParallelColumnsPart part)
{
  AdrefPageFlow *flow = columns->flow;
  close_part(columns);
  ColumnsRow *row = last_row(columns);
  guint column = part == ADREF_PARALLEL_COLUMNS_ACROSS ? 0 : part;
  columns->open = part;
  columns->is_open = TRUE;
  flow->breaker = columns->breakers[column];
  flow->geometry = columns->geometry[column];
  if (part != ADREF_PARALLEL_COLUMNS_ACROSS)
    flow->geometry.measure = column_width(columns);
  flow->column = row->parts[part].boxes;
  row->parts[part].first_bookmark = flow->bookmarks->len;
  return row->parts[part].element;
}

void adref_parallel_columns_keep_row(AdrefParallelColumns *columns)
{
  last_row(columns)->keeps_next = TRUE;
}

guint adref_parallel_columns_cell(const AdrefParallelColumns *columns,
                                  AdrefParallelColumnsPart part)
{
  return last_row(columns)->parts[part].element;
}

gboolean adref_parallel_columns_is_empty(const AdrefParallelColumns *columns,
                                         AdrefParallelColumnsPart part)
{
  return last_row(columns)->parts[part].boxes->len == 0;
}

/* --- heights --- */

/* The height of some boxes of a part, without the gap above the first. */
static float height_of(const ColumnsPart *part, guint from, guint to)
{
  float height = 0;
  for (guint i = from; i < to; i++) {
    const AdrefLineBox *box = box_in(part, i);
    height += (i > from ? box->gap : 0) + box->above + box->below;
  }
  return height;
}

static float gap_of(const ColumnsRow *row)
{
  float gap = 0;
  for (guint i = 0; i < PARTS; i++)
    if (row->parts[i].boxes->len > 0)
      gap = MAX(gap, box_in(&row->parts[i], 0)->gap);
  return gap;
}

/* How much lower a cell begins than the other, so that their first base lines are level. */
static float drop_of(const ColumnsRow *row, guint column)
{
  float above = 0;
  for (guint i = 0; i < MAX_COLUMNS; i++)
    if (row->parts[i].boxes->len > 0)
      above = MAX(above, box_in(&row->parts[i], 0)->above);
  return row->parts[column].boxes->len > 0 ? above - box_in(&row->parts[column], 0)->above : 0;
}

/* The first box above which the page may end. */
static guint first_unit(const ColumnsPart *part)
{
  guint end = MIN(part->boxes->len, 1);
  while (end < part->boxes->len && box_in(part, end)->break_before == ADREF_PAGE_BREAK_AVOID)
    end++;
  return end;
}

/* The height of a row, or of that part of it that must stand on the page where the row begins. */
static float row_height(const ColumnsRow *row, gboolean is_whole)
{
  const ColumnsPart *across = &row->parts[ADREF_PARALLEL_COLUMNS_ACROSS];
  float height = 0;
  for (guint i = 0; i < MAX_COLUMNS; i++) {
    const ColumnsPart *part = &row->parts[i];
    guint end = is_whole ? part->boxes->len : first_unit(part);
    height = MAX(height, drop_of(row, i) + height_of(part, 0, end));
  }
  return height_of(across, 0, across->boxes->len) + height;
}

static float page_height(const AdrefParallelColumns *columns)
{
  const AdrefPageGeometry *geometry = &columns->geometry[0];
  return geometry->height - geometry->top - geometry->bottom;
}

static float least_height(const AdrefParallelColumns *columns, const ColumnsRow *row)
{
  float whole = row_height(row, TRUE);
  return whole <= page_height(columns) / WHOLE ? whole : row_height(row, FALSE);
}

/* --- pages --- */

/* The end of the boxes of a part, from `from`, that fit into the room: it is a place where the page
 * may end; on a fresh page it may be any place. */
static guint fit(const ColumnsPart *part, guint from, float room, gboolean is_fresh)
{
  float height = 0;
  guint end = from;
  for (; end < part->boxes->len; end++) {
    const AdrefLineBox *box = box_in(part, end);
    height += (end > from ? box->gap : 0) + box->above + box->below;
    if (height > room)
      break;
  }
  if (end == part->boxes->len)
    return end;
  guint allowed = end;
  while (allowed > from && box_in(part, allowed)->break_before == ADREF_PAGE_BREAK_AVOID)
    allowed--;
  if (allowed > from || !is_fresh)
    return allowed;
  return MAX(end, from + 1);
}

/* A bookmark holds the index of its box in the part, and then its index in the flow. */
static void resolve_bookmarks(AdrefPageFlow *flow, ColumnsPart *part, guint box)
{
  for (; part->bookmarks > 0; part->first_bookmark++, part->bookmarks--) {
    AdrefBookmark *bookmark = &g_array_index(flow->bookmarks, AdrefBookmark, part->first_bookmark);
    if (bookmark->page != box)
      return;
    bookmark->page = MAX(flow->boxes->len, 1) - 1;
  }
}

static void put_boxes(AdrefPageFlow *flow, ColumnsPart *part, guint from, guint to, float top)
{
  for (guint i = from; i < to; i++) {
    AdrefLineBox box = *box_in(part, i);
    box.y = top + (i > from ? box.gap : 0) + box.above;
    box.break_before = ADREF_PAGE_BREAK_ALLOWED;
    top = box.y + box.below;
    adref_page_flow_put_box(flow, &box);
    resolve_bookmarks(flow, part, i);
  }
}

static guint copy_into(AdrefParallelColumns *columns, GHashTable *copies, guint element,
                       guint parent)
{
  AdrefPageFlow *flow = columns->flow;
  AdrefStructElement old = g_array_index(flow->elements, AdrefStructElement, element);
  guint copy = adref_page_flow_add_element(flow, old.tag, parent);
  adref_page_flow_set_numbered(flow, copy, old.is_numbered);
  adref_page_flow_set_language(flow, copy, old.language);
  g_hash_table_insert(copies, GUINT_TO_POINTER(element), GUINT_TO_POINTER(copy));
  for (guint at = element + 1; adref_page_flow_is_cell(flow, at, element); at++)
    copy_into(columns, copies, at, copy);
  return copy;
}

/* A row that continues on the next page needs new elements: a copy of the element in copies of its
 * parents, up to the table. A row is copied with all its cells. */
static guint copy_element(AdrefParallelColumns *columns, GHashTable *copies, guint element)
{
  if (element == columns->table)
    return element;
  if (!g_hash_table_contains(copies, GUINT_TO_POINTER(element))) {
    guint parent = g_array_index(columns->flow->elements, AdrefStructElement, element).parent;
    parent = copy_element(columns, copies, parent);
    if (!g_hash_table_contains(copies, GUINT_TO_POINTER(element)))
      return copy_into(columns, copies, element, parent);
  }
  return GPOINTER_TO_UINT(g_hash_table_lookup(copies, GUINT_TO_POINTER(element)));
}

static void copy_elements(AdrefParallelColumns *columns, const ColumnsRow *row, const guint *from)
{
  g_autoptr(GHashTable) copies = g_hash_table_new(NULL, NULL);
  for (guint c = 0; c < columns->count; c++)
    for (guint i = from[c]; i < row->parts[c].boxes->len; i++) {
      const AdrefLineBox *box = box_in(&row->parts[c], i);
      for (guint s = box->first_segment; s < box->first_segment + box->segments; s++) {
        AdrefLineSegment *segment = &g_array_index(columns->flow->segments, AdrefLineSegment, s);
        segment->element = copy_element(columns, copies, segment->element) & G_MAXINT;
      }
    }
}

static void mark_divider(const AdrefParallelColumns *columns, float top)
{
  AdrefPageFlow *flow = columns->flow;
  flow->content.columns = columns->count;
  flow->content.titles = columns->titles;
  if (!(flow->content.divider_bottom > 0))
    flow->content.divider_top = top;
  flow->content.divider_bottom = flow->bottom;
}

static float put_across(AdrefParallelColumns *columns, ColumnsRow *row, float top)
{
  ColumnsPart *across = &row->parts[ADREF_PARALLEL_COLUMNS_ACROSS];
  put_boxes(columns->flow, across, 0, across->boxes->len, top);
  return top + height_of(across, 0, across->boxes->len);
}

static void end_page(AdrefParallelColumns *columns)
{
  adref_page_flow_end_page(columns->flow);
  columns->flow->geometry = columns->geometry[0];
}

/* Whether boxes of a row stand on a page already. */
static gboolean has_begun(const AdrefParallelColumns *columns, const guint *at)
{
  guint sum = 0;
  for (guint c = 0; c < columns->count; c++)
    sum += at[c];
  return sum > 0;
}

/* Puts as much of a row on the page as fits; FALSE: boxes are left. */
static gboolean put_cells(AdrefParallelColumns *columns, ColumnsRow *row, guint *at, float top,
                          gboolean is_fresh)
{
  float floor = columns->geometry[0].height - columns->geometry[0].bottom;
  gboolean is_done = TRUE, is_start = !has_begun(columns, at);
  for (guint c = 0; c < columns->count; c++) {
    ColumnsPart *part = &row->parts[c];
    float from = top + (is_start ? drop_of(row, c) : 0);
    guint end = fit(part, at[c], floor - from + 0.01F, is_fresh);
    put_boxes(columns->flow, part, at[c], end, from);
    at[c] = end;
    is_done &= end == part->boxes->len;
  }
  return is_done;
}

static void put_row(AdrefParallelColumns *columns, ColumnsRow *row)
{
  AdrefPageFlow *flow = columns->flow;
  guint at[MAX_COLUMNS] = {0};
  float top = adref_page_flow_next_top(flow, gap_of(row));
  gboolean is_fresh = adref_page_flow_is_empty(flow);
  float below = put_across(columns, row, top);
  flow->content.has_titles |= row->is_head;
  while (!put_cells(columns, row, at, below, is_fresh)) {
    mark_divider(columns, top);
    end_page(columns);
    if (has_begun(columns, at))
      copy_elements(columns, row, at);
    top = below = columns->geometry[0].top;
    is_fresh = TRUE;
  }
  mark_divider(columns, top);
}

static gboolean begins_page(const ColumnsRow *row)
{
  for (guint i = 0; i < PARTS; i++)
    if (row->parts[i].boxes->len > 0 &&
        box_in(&row->parts[i], 0)->break_before == ADREF_PAGE_BREAK_FORCED)
      return TRUE;
  return FALSE;
}

/* Places the collected rows. They begin a new page when this page has no room for all of them. */
static void put_rows(AdrefParallelColumns *columns)
{
  AdrefPageFlow *flow = columns->flow;
  GPtrArray *rows = columns->rows;
  if (rows->len == 0)
    return;
  const ColumnsRow *first = rows->pdata[0];
  float bottom = adref_page_flow_next_top(flow, gap_of(first));
  for (guint i = 0; i < rows->len; i++) {
    const ColumnsRow *row = rows->pdata[i];
    bottom += i > 0 ? gap_of(row) : 0;
    bottom += i + 1 < rows->len ? row_height(row, TRUE) : least_height(columns, row);
  }
  float floor = columns->geometry[0].height - columns->geometry[0].bottom;
  if (!adref_page_flow_is_empty(flow) && (bottom > floor || begins_page(first)))
    end_page(columns);
  for (guint i = 0; i < rows->len; i++)
    put_row(columns, rows->pdata[i]);
  g_ptr_array_set_size(rows, 0);
}

static void end_row(AdrefParallelColumns *columns)
{
  close_part(columns);
  if (columns->rows->len > 0 && !last_row(columns)->keeps_next)
    put_rows(columns);
  if (columns->rows->len == 0)
    adref_page_flow_emit_pages(columns->flow);
}

/* The elements of a row, in reading order. What stands across the columns belongs to the first
 * cell. */
static void add_elements(AdrefParallelColumns *columns, ColumnsRow *row)
{
  AdrefPageFlow *flow = columns->flow;
  guint element = adref_page_flow_add_element(flow, "TR", columns->table);
  for (guint i = 0; i < columns->count; i++)
    row->parts[i].element = adref_page_flow_add_element(flow, row->is_head ? "TH" : "TD", element);
  row->parts[ADREF_PARALLEL_COLUMNS_ACROSS].element = row->parts[0].element;
  if (columns->language)
    adref_page_flow_set_language(flow, row->parts[1].element, columns->language);
}

void adref_parallel_columns_begin_row(AdrefParallelColumns *columns, gboolean is_head)
{
  end_row(columns);
  ColumnsRow *row = g_new0(ColumnsRow, 1);
  for (guint i = 0; i < PARTS; i++)
    row->parts[i].boxes = g_array_new(FALSE, FALSE, sizeof(AdrefLineBox));
  row->is_head = is_head;
  add_elements(columns, row);
  g_ptr_array_add(columns->rows, row);
}

void adref_parallel_columns_end(AdrefParallelColumns *columns)
{
  close_part(columns);
  put_rows(columns);
}

void adref_parallel_columns_free(AdrefParallelColumns *columns)
{
  if (!columns)
    return;
  g_ptr_array_unref(columns->rows);
  g_free(columns);
}

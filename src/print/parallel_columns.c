#include "print/parallel_columns.h"

enum {
  PARTS = ADREF_SPREAD_ACROSS + 1,
  COLUMNS = 2,
  WHOLE = 3 /* a row that is no higher than this part of a page is not divided */
};

typedef struct {
  GArray *boxes;                   /* of AdrefBox, without their places */
  guint element;                   /* TD or TH, in which they stand */
  guint first_bookmark, bookmarks; /* that wait for a place on a page */
} Part;

typedef struct {
  Part parts[PARTS];
  gboolean keeps_next;
} Row;

struct AdrefSpread {
  AdrefFlow *flow;
  AdrefMeasures measures[COLUMNS];
  AdrefSetter *setters[COLUMNS];
  const char *other; /* language of the second column, or NULL */
  guint table;
  GPtrArray *rows; /* those that wait: all but the last stay with the next one */
  AdrefSpreadPart open;
  gboolean is_open; /* a part is collected */
};

static AdrefBox *box_in(const Part *part, guint at)
{
  return &g_array_index(part->boxes, AdrefBox, at);
}

static void row_free(gpointer data)
{
  Row *row = data;
  for (guint i = 0; i < PARTS; i++)
    g_array_unref(row->parts[i].boxes);
  g_free(row);
}

static float column_width(const AdrefSpread *spread)
{
  return (spread->measures[0].measure - ADREF_SPREAD_GUTTER) / COLUMNS;
}

AdrefSpread *adref_spread_new(AdrefFlow *flow, const AdrefMeasures *measures,
                              AdrefSetter *const *setters, const char *other)
{
  AdrefSpread *spread = g_new0(AdrefSpread, 1);
  spread->flow = flow;
  for (guint i = 0; i < COLUMNS; i++) {
    spread->measures[i] = measures[i];
    spread->setters[i] = setters[i];
  }
  spread->other = other;
  spread->rows = g_ptr_array_new_with_free_func(row_free);
  spread->table = adref_flow_element(flow, "Table", 0);
  return spread;
}

static Row *last_row(const AdrefSpread *spread)
{
  return spread->rows->pdata[spread->rows->len - 1];
}

/* What was collected stands in its column, mirrored where it is read the other way than the page.
 */
static void move_boxes(AdrefSpread *spread, const Part *part)
{
  AdrefFlow *flow = spread->flow;
  float width = column_width(spread), x = (float)spread->open * (width + ADREF_SPREAD_GUTTER);
  gboolean is_mirrored = spread->setters[spread->open]->is_rtl != flow->setters[0]->is_rtl;
  for (guint i = 0; i < part->boxes->len; i++) {
    AdrefBox *box = box_in(part, i);
    box->column = spread->open + 1;
    for (guint s = box->first_segment; s < box->first_segment + box->segments; s++) {
      AdrefSegment *segment = &g_array_index(flow->segments, AdrefSegment, s);
      segment->x = x + (is_mirrored ? width - segment->x - segment->width : segment->x);
    }
    for (guint b = box->first_blot; b < box->first_blot + box->blots; b++) {
      AdrefBlot *blot = &g_array_index(flow->blots, AdrefBlot, b);
      blot->x = x + (is_mirrored ? width - blot->x - blot->width : blot->x);
    }
  }
}

static void close_part(AdrefSpread *spread)
{
  AdrefFlow *flow = spread->flow;
  if (!spread->is_open)
    return;
  Row *row = last_row(spread);
  Part *part = &row->parts[spread->open];
  part->bookmarks = flow->bookmarks->len - part->first_bookmark;
  row->keeps_next |= flow->keep == ADREF_KEEP && spread->open != ADREF_SPREAD_ACROSS;
  flow->keep = ADREF_KEEP_NOT;
  if (spread->open != ADREF_SPREAD_ACROSS)
    move_boxes(spread, part);
  spread->is_open = FALSE;
  flow->column = NULL;
  flow->measures = spread->measures[0];
  flow->setter = flow->setters[0];
}

guint adref_spread_part(AdrefSpread *spread, AdrefSpreadPart part)
{
  AdrefFlow *flow = spread->flow;
  close_part(spread);
  Row *row = last_row(spread);
  guint column = part == ADREF_SPREAD_RIGHT ? 1 : 0;
  spread->open = part;
  spread->is_open = TRUE;
  flow->setter = spread->setters[column];
  flow->measures = spread->measures[column];
  if (part != ADREF_SPREAD_ACROSS)
    flow->measures.measure = column_width(spread);
  flow->column = row->parts[part].boxes;
  row->parts[part].first_bookmark = flow->bookmarks->len;
  return row->parts[part].element;
}

guint adref_spread_cell(const AdrefSpread *spread, AdrefSpreadPart part)
{
  return last_row(spread)->parts[part].element;
}

gboolean adref_spread_is_empty(const AdrefSpread *spread, AdrefSpreadPart part)
{
  return last_row(spread)->parts[part].boxes->len == 0;
}

/* --- heights --- */

/* Of some boxes of a part, without the gap above the first. */
static float height_of(const Part *part, guint from, guint to)
{
  float height = 0;
  for (guint i = from; i < to; i++) {
    const AdrefBox *box = box_in(part, i);
    height += (i > from ? box->gap : 0) + box->above + box->below;
  }
  return height;
}

static float gap_of(const Row *row)
{
  float gap = 0;
  for (guint i = 0; i < PARTS; i++)
    if (row->parts[i].boxes->len > 0)
      gap = MAX(gap, box_in(&row->parts[i], 0)->gap);
  return gap;
}

/* By how much a cell begins lower than the other, so that their first lines stand on one. */
static float drop_of(const Row *row, guint column)
{
  float above = 0;
  for (guint i = 0; i < COLUMNS; i++)
    if (row->parts[i].boxes->len > 0)
      above = MAX(above, box_in(&row->parts[i], 0)->above);
  return row->parts[column].boxes->len > 0 ? above - box_in(&row->parts[column], 0)->above : 0;
}

/* The first box before which a page may end. */
static guint first_unit(const Part *part)
{
  guint end = MIN(part->boxes->len, 1);
  while (end < part->boxes->len && box_in(part, end)->keep == ADREF_KEEP)
    end++;
  return end;
}

/* Of a row, or of what of it must stand on the page on which it begins. */
static float row_height(const Row *row, gboolean is_whole)
{
  const Part *across = &row->parts[ADREF_SPREAD_ACROSS];
  float height = 0;
  for (guint i = 0; i < COLUMNS; i++) {
    const Part *part = &row->parts[i];
    guint end = is_whole ? part->boxes->len : first_unit(part);
    height = MAX(height, drop_of(row, i) + height_of(part, 0, end));
  }
  return height_of(across, 0, across->boxes->len) + height;
}

static float page_height(const AdrefSpread *spread)
{
  const AdrefMeasures *measures = &spread->measures[0];
  return measures->height - measures->top - measures->bottom;
}

static float least_height(const AdrefSpread *spread, const Row *row)
{
  float whole = row_height(row, TRUE);
  return whole <= page_height(spread) / WHOLE ? whole : row_height(row, FALSE);
}

/* --- pages --- */

/* How many boxes of a part, from one on, a page takes in that room: up to a place where it may end,
 * on a fresh page as many as there is room for. */
static guint take(const Part *part, guint from, float room, gboolean is_fresh)
{
  float height = 0;
  guint end = from;
  for (; end < part->boxes->len; end++) {
    const AdrefBox *box = box_in(part, end);
    height += (end > from ? box->gap : 0) + box->above + box->below;
    if (height > room)
      break;
  }
  if (end == part->boxes->len)
    return end;
  guint allowed = end;
  while (allowed > from && box_in(part, allowed)->keep == ADREF_KEEP)
    allowed--;
  if (allowed > from || !is_fresh)
    return allowed;
  return MAX(end, from + 1);
}

/* Bookmarks know which box of their part they stand before, and then which of the flow. */
static void resolve_bookmarks(AdrefFlow *flow, Part *part, guint box)
{
  for (; part->bookmarks > 0; part->first_bookmark++, part->bookmarks--) {
    AdrefBookmark *bookmark = &g_array_index(flow->bookmarks, AdrefBookmark, part->first_bookmark);
    if (bookmark->page != box)
      return;
    bookmark->page = MAX(flow->boxes->len, 1) - 1;
  }
}

static void put_boxes(AdrefFlow *flow, Part *part, guint from, guint to, float top)
{
  for (guint i = from; i < to; i++) {
    AdrefBox box = *box_in(part, i);
    box.y = top + (i > from ? box.gap : 0) + box.above;
    box.keep = ADREF_KEEP_NOT;
    top = box.y + box.below;
    adref_flow_put(flow, &box);
    resolve_bookmarks(flow, part, i);
  }
}

static guint copy_into(AdrefSpread *spread, GHashTable *copies, guint element, guint parent)
{
  AdrefFlow *flow = spread->flow;
  AdrefElement old = g_array_index(flow->elements, AdrefElement, element);
  guint copy = adref_flow_element(flow, old.tag, parent);
  g_array_index(flow->elements, AdrefElement, copy).is_numbered = old.is_numbered;
  adref_flow_language(flow, copy, old.language);
  g_hash_table_insert(copies, GUINT_TO_POINTER(element), GUINT_TO_POINTER(copy));
  for (guint at = element + 1; adref_flow_is_cell(flow, at, element); at++)
    copy_into(spread, copies, at, copy);
  return copy;
}

/* An element in which words go on over the page: a new one of its kind, in new ones up to the
 * table. A row comes with all its cells. */
static guint copy_element(AdrefSpread *spread, GHashTable *copies, guint element)
{
  if (element == spread->table)
    return element;
  if (!g_hash_table_contains(copies, GUINT_TO_POINTER(element))) {
    guint parent = g_array_index(spread->flow->elements, AdrefElement, element).parent;
    parent = copy_element(spread, copies, parent);
    if (!g_hash_table_contains(copies, GUINT_TO_POINTER(element)))
      return copy_into(spread, copies, element, parent);
  }
  return GPOINTER_TO_UINT(g_hash_table_lookup(copies, GUINT_TO_POINTER(element)));
}

static void copy_elements(AdrefSpread *spread, const Row *row, const guint *from)
{
  g_autoptr(GHashTable) copies = g_hash_table_new(NULL, NULL);
  for (guint c = 0; c < COLUMNS; c++)
    for (guint i = from[c]; i < row->parts[c].boxes->len; i++) {
      const AdrefBox *box = box_in(&row->parts[c], i);
      for (guint s = box->first_segment; s < box->first_segment + box->segments; s++) {
        AdrefSegment *segment = &g_array_index(spread->flow->segments, AdrefSegment, s);
        segment->element = copy_element(spread, copies, segment->element) & G_MAXINT;
      }
    }
}

static void mark_divider(AdrefFlow *flow, float top)
{
  if (!(flow->leaf.divider_bottom > 0))
    flow->leaf.divider_top = top;
  flow->leaf.divider_bottom = flow->bottom;
}

static float put_across(AdrefSpread *spread, Row *row, float top)
{
  Part *across = &row->parts[ADREF_SPREAD_ACROSS];
  put_boxes(spread->flow, across, 0, across->boxes->len, top);
  return top + height_of(across, 0, across->boxes->len);
}

static void end_page(AdrefSpread *spread)
{
  adref_flow_end_page(spread->flow);
  spread->flow->measures = spread->measures[0];
}

/* Puts as much of a row on the page as it takes; FALSE: something is left. */
static gboolean put_cells(AdrefSpread *spread, Row *row, guint *at, float top, gboolean is_fresh)
{
  float floor = spread->measures[0].height - spread->measures[0].bottom;
  gboolean is_done = TRUE, is_start = at[0] + at[1] == 0;
  for (guint c = 0; c < COLUMNS; c++) {
    Part *part = &row->parts[c];
    float from = top + (is_start ? drop_of(row, c) : 0);
    guint end = take(part, at[c], floor - from + 0.01F, is_fresh);
    put_boxes(spread->flow, part, at[c], end, from);
    at[c] = end;
    is_done &= end == part->boxes->len;
  }
  return is_done;
}

static void put_row(AdrefSpread *spread, Row *row)
{
  AdrefFlow *flow = spread->flow;
  guint at[COLUMNS] = {0, 0};
  float top = adref_flow_next_top(flow, gap_of(row));
  gboolean is_fresh = adref_flow_is_empty(flow);
  float below = put_across(spread, row, top);
  while (!put_cells(spread, row, at, below, is_fresh)) {
    mark_divider(flow, top);
    end_page(spread);
    if (at[0] + at[1] > 0)
      copy_elements(spread, row, at);
    top = below = spread->measures[0].top;
    is_fresh = TRUE;
  }
  mark_divider(flow, top);
}

static gboolean begins_page(const Row *row)
{
  for (guint i = 0; i < PARTS; i++)
    if (row->parts[i].boxes->len > 0 && box_in(&row->parts[i], 0)->keep == ADREF_NEW_PAGE)
      return TRUE;
  return FALSE;
}

/* Rows that stay together begin a page when this one has no room for them. */
static void put_rows(AdrefSpread *spread)
{
  AdrefFlow *flow = spread->flow;
  GPtrArray *rows = spread->rows;
  if (rows->len == 0)
    return;
  const Row *first = rows->pdata[0];
  float bottom = adref_flow_next_top(flow, gap_of(first));
  for (guint i = 0; i < rows->len; i++) {
    const Row *row = rows->pdata[i];
    bottom += i > 0 ? gap_of(row) : 0;
    bottom += i + 1 < rows->len ? row_height(row, TRUE) : least_height(spread, row);
  }
  float floor = spread->measures[0].height - spread->measures[0].bottom;
  if (!adref_flow_is_empty(flow) && (bottom > floor || begins_page(first)))
    end_page(spread);
  for (guint i = 0; i < rows->len; i++)
    put_row(spread, rows->pdata[i]);
  g_ptr_array_set_size(rows, 0);
}

static void end_row(AdrefSpread *spread)
{
  close_part(spread);
  if (spread->rows->len > 0 && !last_row(spread)->keeps_next)
    put_rows(spread);
  if (spread->rows->len == 0)
    adref_flow_settle(spread->flow);
}

/* The elements of a row, in the order of reading: what stands across it is in its first cell. */
static void add_elements(AdrefSpread *spread, Row *row, gboolean is_head)
{
  AdrefFlow *flow = spread->flow;
  guint element = adref_flow_element(flow, "TR", spread->table);
  for (guint i = 0; i < COLUMNS; i++)
    row->parts[i].element = adref_flow_element(flow, is_head ? "TH" : "TD", element);
  row->parts[ADREF_SPREAD_ACROSS].element = row->parts[0].element;
  adref_flow_language(flow, row->parts[1].element, spread->other);
}

void adref_spread_row(AdrefSpread *spread, gboolean is_head)
{
  end_row(spread);
  Row *row = g_new0(Row, 1);
  for (guint i = 0; i < PARTS; i++)
    row->parts[i].boxes = g_array_new(FALSE, FALSE, sizeof(AdrefBox));
  add_elements(spread, row, is_head);
  g_ptr_array_add(spread->rows, row);
}

void adref_spread_end(AdrefSpread *spread)
{
  close_part(spread);
  put_rows(spread);
}

void adref_spread_free(AdrefSpread *spread)
{
  if (!spread)
    return;
  g_ptr_array_unref(spread->rows);
  g_free(spread);
}

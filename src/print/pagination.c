#include "print/page_flow_private.h"
#include "print/page_footnotes.h"

static AdrefLineBox *box_at(const AdrefPageFlow *flow, guint at)
{
  return &g_array_index(flow->boxes, AdrefLineBox, at);
}

static AdrefMarginNote *note_at(const AdrefPageFlow *flow, guint at)
{
  return &g_array_index(flow->margin_notes, AdrefMarginNote, at);
}

/* Boxes on pages */

/* Ends the page above box `end`. */
static void end_page(AdrefPageFlow *flow, guint end)
{
  flow->content.first = flow->page_first;
  flow->content.boxes = end - flow->page_first;
  adref_page_footnotes_place(flow, end);
  g_array_append_val(flow->contents, flow->content);
  flow->content = (AdrefPageContent){0};
  flow->page_first = end;
  flow->bottom = 0;
  flow->notes_height = 0;
  for (guint i = end; i < flow->boxes->len; i++)
    for (guint n = 0; n < box_at(flow, i)->notes; n++)
      flow->notes_height +=
          note_at(flow, box_at(flow, i)->first_note + n)->height + flow->geometry.small;
}

/* The height of the table header above the first box of a page; 0 for none, and when it would take
 * 30 % of each page or more. */
static float header_height(const AdrefPageFlow *flow, const AdrefLineBox *box)
{
  static const float most = 0.3F;
  const AdrefPageGeometry *geometry = &flow->geometry;
  if (box->table_header == 0)
    return 0;
  const AdrefTableHeader *header =
      &g_array_index(flow->table_headers, AdrefTableHeader, box->table_header - 1);
  float height = 0;
  for (guint i = 0; i < header->boxes; i++) {
    const AdrefLineBox *row = &g_array_index(flow->header_boxes, AdrefLineBox, header->first + i);
    height += (i > 0 ? row->gap : 0) + row->above + row->below;
  }
  return height < most * (geometry->height - geometry->top - geometry->bottom) ? height : 0;
}

/* Places a box below the boxes of the page; FALSE: there is no room. */
static gboolean place(AdrefPageFlow *flow, guint at)
{
  AdrefLineBox *box = box_at(flow, at);
  const AdrefPageGeometry *geometry = &flow->geometry;
  gboolean is_first = at == flow->page_first;
  float header = is_first ? header_height(flow, box) : 0;
  float top = is_first ? geometry->top + header : flow->bottom;
  if (!is_first || header > 0)
    top += box->gap;
  if (is_first)
    flow->content.table_header = header > 0 ? box->table_header : 0;
  box->y = top + box->above;
  float bottom = box->y + box->below;
  if (!is_first &&
      (bottom > geometry->height - geometry->bottom || !adref_page_footnotes_fit(flow, at, bottom)))
    return FALSE;
  flow->bottom = bottom;
  return TRUE;
}

/* The last box at or before `at` above which the page may end; `at` itself when there is none. */
static guint find_break(const AdrefPageFlow *flow, guint at)
{
  guint from = at;
  while (from > flow->page_first && box_at(flow, from)->break_before == ADREF_PAGE_BREAK_AVOID)
    from--;
  return from > flow->page_first ? from : at;
}

static void place_again(AdrefPageFlow *flow, guint from, guint to)
{
  for (guint i = from; i <= to; i++)
    if (!place(flow, i)) {
      end_page(flow, i);
      place(flow, i);
    }
}

void adref_page_flow_end_page(AdrefPageFlow *flow)
{
  end_page(flow, flow->boxes->len);
}

gboolean adref_page_flow_is_empty(const AdrefPageFlow *flow)
{
  return flow->boxes->len == flow->page_first;
}

float adref_page_flow_next_top(const AdrefPageFlow *flow, float gap)
{
  return adref_page_flow_is_empty(flow) ? flow->geometry.top : flow->bottom + gap;
}

void adref_page_flow_put_box(AdrefPageFlow *flow, const AdrefLineBox *box)
{
  g_array_append_vals(flow->boxes, box, 1);
  flow->bottom = MAX(flow->bottom, box->y + box->below);
}

static void copy_header_box(AdrefPageFlow *flow, const AdrefLineBox *box)
{
  g_array_append_vals(flow->header_boxes, box, 1);
  g_array_index(flow->table_headers, AdrefTableHeader, flow->table_headers->len - 1).boxes++;
}

void adref_page_flow_add_box(AdrefPageFlow *flow, AdrefLineBox *box)
{
  guint at = flow->boxes->len;
  box->target = flow->target;
  box->first_note = flow->next_margin_note;
  box->notes = flow->margin_notes->len - flow->next_margin_note;
  box->footnote_end = flow->footnotes_called;
  box->table_header = flow->open_table_header;
  flow->targets = MAX(flow->targets, flow->target);
  flow->target = 0;
  flow->next_margin_note = flow->margin_notes->len;
  if (flow->column) {
    g_array_append_vals(flow->column, box, 1);
    return;
  }
  if (flow->is_in_table_header)
    copy_header_box(flow, box);
  g_array_append_vals(flow->boxes, box, 1);
  if (box->break_before == ADREF_PAGE_BREAK_FORCED && at > flow->page_first)
    end_page(flow, at);
  if (place(flow, at))
    return;
  guint from = find_break(flow, at);
  end_page(flow, from);
  place_again(flow, from, at);
}

/* A full page */

/* Margin notes stand level with their lines, do not overlap, and end above the bottom margin. */
static void place_margin_notes(AdrefPageFlow *flow, const AdrefPageContent *content)
{
  float free_from = flow->geometry.top, floor = flow->geometry.height - flow->geometry.bottom;
  float gap = flow->geometry.small;
  g_autoptr(GPtrArray) margin_notes = g_ptr_array_new();
  for (guint i = content->first; i < content->first + content->boxes; i++) {
    const AdrefLineBox *box = box_at(flow, i);
    for (guint n = box->first_note; n < box->first_note + box->notes; n++) {
      AdrefMarginNote *note = note_at(flow, n);
      note->y = MAX(free_from, box->y - box->above);
      free_from = note->y + note->height + gap;
      g_ptr_array_add(margin_notes, note);
    }
  }
  for (guint n = margin_notes->len; n > 0; n--) {
    AdrefMarginNote *note = margin_notes->pdata[n - 1];
    note->y = MIN(note->y, floor - note->height);
    floor = note->y - gap;
  }
}

/* A bookmark holds the index of its box until the page of that box is known. */
static void resolve_bookmarks(AdrefPageFlow *flow, const AdrefPageContent *content, guint page)
{
  for (guint *i = &flow->next_bookmark; *i < flow->bookmarks->len; (*i)++) {
    AdrefBookmark *bookmark = &g_array_index(flow->bookmarks, AdrefBookmark, *i);
    guint at = bookmark->page;
    if (at >= content->first + content->boxes)
      break;
    bookmark->page = page;
    bookmark->y = box_at(flow, at)->y - box_at(flow, at)->above;
  }
}

static void mark_element(AdrefPageFlow *flow, const AdrefLineSegment *segment, guint page)
{
  const AdrefLineBreaker *breaker = flow->breakers[segment->side];
  if (adref_line_breaker_is_blank(breaker, segment->first, segment->pieces))
    return;
  for (guint at = segment->element;;
       at = g_array_index(flow->elements, AdrefStructElement, at).parent) {
    AdrefStructElement *element = &g_array_index(flow->elements, AdrefStructElement, at);
    element->first_page = element->is_drawn ? element->first_page : page;
    element->last_page = page;
    element->is_drawn = TRUE;
    if (at == 0)
      break;
  }
  AdrefStructElement *own = &g_array_index(flow->elements, AdrefStructElement, segment->element);
  for (guint i = 0; i < segment->pieces && !own->has_link; i++) {
    guint style = g_array_index(breaker->pieces, AdrefLinePiece, segment->first + i).style;
    own->has_link = g_array_index(breaker->styles, AdrefTextStyle, style).link > 0;
  }
}

static void mark_box(AdrefPageFlow *flow, const AdrefLineBox *box, guint page)
{
  for (guint s = 0; s < box->segments; s++)
    mark_element(flow, &g_array_index(flow->segments, AdrefLineSegment, box->first_segment + s),
                 page);
}

static void mark_elements(AdrefPageFlow *flow, const AdrefPageContent *content, guint page)
{
  for (guint i = content->first; i < content->first + content->boxes; i++)
    mark_box(flow, box_at(flow, i), page);
  for (guint i = content->first_footnote; i < content->first_footnote + content->footnotes; i++)
    mark_box(flow, &g_array_index(flow->footnote_boxes, AdrefLineBox, i), page);
}

static void finish_page(AdrefPageFlow *flow, const AdrefPageContent *content)
{
  guint page = flow->pages++;
  place_margin_notes(flow, content);
  if (flow->total == 0) {
    resolve_bookmarks(flow, content, page);
    mark_elements(flow, content, page);
  }
  if (flow->on_page)
    flow->on_page(flow->on_page_data, content, page);
}

/* Forgetting pages */

enum {
  RUNS = 3
};

/* Boxes that must be kept although the pages before them are finished. */
typedef struct {
  AdrefLineBox *first;
  guint boxes;
} BoxRun;

/* The first segment, rectangle and piece that a kept box refers to. */
typedef struct {
  guint segments, rects, pieces[ADREF_PAGE_FLOW_SIDES];
} Kept;

static BoxRun run_from(const GArray *boxes, guint from)
{
  return (BoxRun){from < boxes->len ? &g_array_index(boxes, AdrefLineBox, from) : NULL,
                  boxes->len - from};
}

static BoxRun kept_notes(const AdrefPageFlow *flow)
{
  guint note = flow->next_margin_note;
  for (guint i = 0; i < flow->boxes->len; i++)
    if (box_at(flow, i)->notes > 0)
      note = MIN(note, box_at(flow, i)->first_note);
  return run_from(flow->note_boxes, note < flow->margin_notes->len ? note_at(flow, note)->first
                                                                   : flow->note_boxes->len);
}

static BoxRun kept_headers(const AdrefPageFlow *flow)
{
  guint from =
      flow->open_table_header || flow->is_in_table_header ? flow->table_headers->len : G_MAXUINT;
  for (guint i = 0; i < flow->boxes->len; i++)
    if (box_at(flow, i)->table_header > 0)
      from = MIN(from, box_at(flow, i)->table_header);
  return run_from(flow->header_boxes,
                  from < G_MAXUINT
                      ? g_array_index(flow->table_headers, AdrefTableHeader, from - 1).first
                      : flow->header_boxes->len);
}

/* Table headers are needed on later pages: what they refer to is copied to the end of the
 * arrays. */
static void copy_header_content(AdrefPageFlow *flow, BoxRun headers)
{
  for (guint at = 0; at < headers.boxes; at++) {
    AdrefLineBox *box = headers.first + at;
    guint first_segment = box->first_segment, first_rect = box->first_rect;
    box->first_segment = flow->segments->len;
    box->first_rect = flow->rects->len;
    for (guint i = 0; i < box->segments; i++) {
      AdrefLineSegment segment = g_array_index(flow->segments, AdrefLineSegment, first_segment + i);
      GArray *pieces = flow->breakers[segment.side]->pieces;
      guint first = segment.first;
      segment.first = pieces->len;
      for (guint p = 0; p < segment.pieces; p++) {
        AdrefLinePiece piece = g_array_index(pieces, AdrefLinePiece, first + p);
        g_array_append_val(pieces, piece);
      }
      g_array_append_val(flow->segments, segment);
    }
    for (guint i = 0; i < box->rects; i++) {
      AdrefFilledRect rect = g_array_index(flow->rects, AdrefFilledRect, first_rect + i);
      g_array_append_val(flow->rects, rect);
    }
  }
}

static Kept find_kept(const AdrefPageFlow *flow, const BoxRun *runs)
{
  Kept kept = {.segments = flow->segments->len, .rects = flow->rects->len};
  for (guint r = 0; r < RUNS; r++)
    for (guint i = 0; i < runs[r].boxes; i++) {
      kept.segments = MIN(kept.segments, runs[r].first[i].first_segment);
      kept.rects = MIN(kept.rects, runs[r].first[i].first_rect);
    }
  for (guint i = 0; i < ADREF_PAGE_FLOW_SIDES; i++)
    kept.pieces[i] = flow->breakers[i] ? flow->breakers[i]->pieces->len : 0;
  for (guint i = kept.segments; i < flow->segments->len; i++) {
    const AdrefLineSegment *segment = &g_array_index(flow->segments, AdrefLineSegment, i);
    kept.pieces[segment->side] = MIN(kept.pieces[segment->side], segment->first);
  }
  return kept;
}

static void move_to_front(AdrefPageFlow *flow, const BoxRun *runs, const Kept *kept)
{
  for (guint r = 0; r < RUNS; r++)
    for (guint i = 0; i < runs[r].boxes; i++) {
      runs[r].first[i].first_segment -= kept->segments;
      runs[r].first[i].first_rect -= kept->rects;
    }
  g_array_remove_range(flow->segments, 0, kept->segments);
  g_array_remove_range(flow->rects, 0, kept->rects);
  for (guint i = 0; i < flow->segments->len; i++) {
    AdrefLineSegment *segment = &g_array_index(flow->segments, AdrefLineSegment, i);
    segment->first -= kept->pieces[segment->side];
  }
  for (guint i = 0; i < ADREF_PAGE_FLOW_SIDES; i++)
    if (flow->breakers[i])
      g_array_remove_range(flow->breakers[i]->pieces, 0, kept->pieces[i]);
}

static void forget_pages(AdrefPageFlow *flow)
{
  g_array_set_size(flow->contents, 0);
  g_array_remove_range(flow->boxes, 0, flow->page_first);
  for (guint i = flow->next_bookmark; i < flow->bookmarks->len; i++)
    g_array_index(flow->bookmarks, AdrefBookmark, i).page -= flow->page_first;
  flow->page_first = 0;
  BoxRun headers = kept_headers(flow);
  BoxRun runs[RUNS] = {run_from(flow->boxes, 0), kept_notes(flow),
                       run_from(flow->footnote_boxes, flow->next_footnote)};
  copy_header_content(flow, headers);
  Kept kept = find_kept(flow, runs);
  move_to_front(flow, runs, &kept);
  for (guint i = 0; i < headers.boxes; i++) {
    headers.first[i].first_segment -= kept.segments;
    headers.first[i].first_rect -= kept.rects;
  }
}

void adref_page_flow_emit_pages(AdrefPageFlow *flow)
{
  guint from = flow->on_page ? 0 : flow->pages;
  if (flow->column || flow->contents->len == from)
    return;
  for (guint i = from; i < flow->contents->len; i++)
    finish_page(flow, &g_array_index(flow->contents, AdrefPageContent, i));
  if (flow->on_page)
    forget_pages(flow);
}

/* The end and the second pass */

/* Margin notes behind the last paragraph of the text get a box of their own. */
static void attach_last_margin_note(AdrefPageFlow *flow)
{
  if (flow->next_margin_note == flow->margin_notes->len)
    return;
  AdrefLineBox box = {.first_segment = flow->segments->len,
                      .first_rect = flow->rects->len,
                      .break_before = ADREF_PAGE_BREAK_AVOID};
  adref_page_flow_add_box(flow, &box);
}

void adref_page_flow_end(AdrefPageFlow *flow)
{
  attach_last_margin_note(flow);
  flow->footnotes_called = flow->footnote_boxes->len;
  end_page(flow, flow->boxes->len);
  while (adref_page_footnotes_are_pending(flow))
    end_page(flow, flow->boxes->len);
  adref_page_flow_emit_pages(flow);
  for (guint i = flow->next_bookmark; i < flow->bookmarks->len; i++)
    g_array_index(flow->bookmarks, AdrefBookmark, i).page = flow->pages - 1;
  flow->total = flow->pages;
}

gboolean adref_page_flow_is_first_pass(const AdrefPageFlow *flow)
{
  return flow->total == 0;
}

void adref_page_flow_rewind(AdrefPageFlow *flow)
{
  GArray *arrays[] = {flow->segments,       flow->rects,         flow->boxes,
                      flow->margin_notes,   flow->contents,      flow->note_boxes,
                      flow->footnote_boxes, flow->footnote_ends, flow->header_boxes,
                      flow->table_headers};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_set_size(arrays[i], 0);
  for (guint i = 0; i < ADREF_PAGE_FLOW_SIDES; i++)
    if (flow->breakers[i])
      g_array_set_size(flow->breakers[i]->pieces, 0);
  flow->pages = flow->page_first = flow->next_margin_note = flow->footnotes_called =
      flow->next_footnote = 0;
  flow->target = flow->open_table_header = 0; /* clear pending targets before the second pass */
  flow->bottom = flow->notes_height = 0;
  flow->break_before = ADREF_PAGE_BREAK_ALLOWED;
  flow->content = (AdrefPageContent){0};
  flow->next_element = 1; /* element 0 is the document */
  flow->next_link = 0;
}

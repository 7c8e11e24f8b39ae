#include "print/page_footnotes.h"

static AdrefBox *box_at(const AdrefFlow *flow, guint at)
{
  return &g_array_index(flow->boxes, AdrefBox, at);
}

static AdrefAside *aside_at(const AdrefFlow *flow, guint at)
{
  return &g_array_index(flow->asides, AdrefAside, at);
}

/* Boxes on pages */

/* The page ends above a box. */
static void end_page(AdrefFlow *flow, guint end)
{
  flow->leaf.first = flow->page_first;
  flow->leaf.boxes = end - flow->page_first;
  adref_foot_take(flow, end);
  g_array_append_val(flow->leaves, flow->leaf);
  flow->leaf = (AdrefLeaf){0};
  flow->page_first = end;
  flow->bottom = 0;
  flow->beside = 0;
  for (guint i = end; i < flow->boxes->len; i++)
    for (guint n = 0; n < box_at(flow, i)->notes; n++)
      flow->beside +=
          aside_at(flow, box_at(flow, i)->first_note + n)->height + flow->measures.small;
}

/* The room for heads above the first box of a page; 0 for none, and where they would take much of
 * each page. */
static float room_for_heads(const AdrefFlow *flow, const AdrefBox *box)
{
  static const float most = 0.3F;
  const AdrefMeasures *measures = &flow->measures;
  if (box->heads == 0)
    return 0;
  const AdrefHeads *heads = &g_array_index(flow->heads, AdrefHeads, box->heads - 1);
  float room = 0;
  for (guint i = 0; i < heads->boxes; i++) {
    const AdrefBox *head = &g_array_index(flow->head_boxes, AdrefBox, heads->first + i);
    room += (i > 0 ? head->gap : 0) + head->above + head->below;
  }
  return room < most * (measures->height - measures->top - measures->bottom) ? room : 0;
}

/* Puts a box below what is on the page; FALSE: there is no room. */
static gboolean place(AdrefFlow *flow, guint at)
{
  AdrefBox *box = box_at(flow, at);
  const AdrefMeasures *measures = &flow->measures;
  gboolean is_first = at == flow->page_first;
  float heads = is_first ? room_for_heads(flow, box) : 0;
  float top = is_first ? measures->top + heads : flow->bottom;
  if (!is_first || heads > 0)
    top += box->gap;
  if (is_first)
    flow->leaf.heads = heads > 0 ? box->heads : 0;
  box->y = top + box->above;
  float bottom = box->y + box->below;
  if (!is_first &&
      (bottom > measures->height - measures->bottom || !adref_foot_fits(flow, at, bottom)))
    return FALSE;
  flow->bottom = bottom;
  return TRUE;
}

/* The last box at or before `at` above which the page may end; the first one of the page when there
 * is none. */
static guint find_break(const AdrefFlow *flow, guint at)
{
  guint from = at;
  while (from > flow->page_first && box_at(flow, from)->keep == ADREF_KEEP)
    from--;
  return from > flow->page_first ? from : at;
}

static void place_again(AdrefFlow *flow, guint from, guint to)
{
  for (guint i = from; i <= to; i++)
    if (!place(flow, i)) {
      end_page(flow, i);
      place(flow, i);
    }
}

void adref_flow_end_page(AdrefFlow *flow)
{
  end_page(flow, flow->boxes->len);
}

gboolean adref_flow_is_empty(const AdrefFlow *flow)
{
  return flow->boxes->len == flow->page_first;
}

float adref_flow_next_top(const AdrefFlow *flow, float gap)
{
  return adref_flow_is_empty(flow) ? flow->measures.top : flow->bottom + gap;
}

void adref_flow_put(AdrefFlow *flow, const AdrefBox *box)
{
  g_array_append_vals(flow->boxes, box, 1);
  flow->bottom = MAX(flow->bottom, box->y + box->below);
}

static void copy_head(AdrefFlow *flow, const AdrefBox *box)
{
  g_array_append_vals(flow->head_boxes, box, 1);
  g_array_index(flow->heads, AdrefHeads, flow->heads->len - 1).boxes++;
}

void adref_flow_box(AdrefFlow *flow, AdrefBox *box)
{
  guint at = flow->boxes->len;
  box->target = flow->target;
  box->first_note = flow->asides_due;
  box->notes = flow->asides->len - flow->asides_due;
  box->foot_end = flow->foots_due;
  box->heads = flow->in_heads;
  flow->targets = MAX(flow->targets, flow->target);
  flow->target = 0;
  flow->asides_due = flow->asides->len;
  if (flow->column) {
    g_array_append_vals(flow->column, box, 1);
    return;
  }
  if (flow->heads_due)
    copy_head(flow, box);
  g_array_append_vals(flow->boxes, box, 1);
  if (box->keep == ADREF_NEW_PAGE && at > flow->page_first)
    end_page(flow, at);
  if (place(flow, at))
    return;
  guint from = find_break(flow, at);
  end_page(flow, from);
  place_again(flow, from, at);
}

/* A page that is full */

/* Notes stand beside their lines, below one another, and above the foot of the page. */
static void place_asides(AdrefFlow *flow, const AdrefLeaf *leaf)
{
  float free_from = flow->measures.top, floor = flow->measures.height - flow->measures.bottom;
  float gap = flow->measures.small;
  g_autoptr(GPtrArray) asides = g_ptr_array_new();
  for (guint i = leaf->first; i < leaf->first + leaf->boxes; i++) {
    const AdrefBox *box = box_at(flow, i);
    for (guint n = box->first_note; n < box->first_note + box->notes; n++) {
      AdrefAside *aside = aside_at(flow, n);
      aside->y = MAX(free_from, box->y - box->above);
      free_from = aside->y + aside->height + gap;
      g_ptr_array_add(asides, aside);
    }
  }
  for (guint n = asides->len; n > 0; n--) {
    AdrefAside *aside = asides->pdata[n - 1];
    aside->y = MIN(aside->y, floor - aside->height);
    floor = aside->y - gap;
  }
}

/* Bookmarks hold their box until its page is known. */
static void resolve_bookmarks(AdrefFlow *flow, const AdrefLeaf *leaf, guint page)
{
  for (guint *i = &flow->bookmarks_due; *i < flow->bookmarks->len; (*i)++) {
    AdrefBookmark *bookmark = &g_array_index(flow->bookmarks, AdrefBookmark, *i);
    guint at = bookmark->page;
    if (at >= leaf->first + leaf->boxes)
      break;
    bookmark->page = page;
    bookmark->y = box_at(flow, at)->y - box_at(flow, at)->above;
  }
}

static void mark_element(AdrefFlow *flow, const AdrefSegment *segment, guint page)
{
  const AdrefSetter *setter = flow->setters[segment->side];
  if (adref_setter_is_blank(setter, segment->first, segment->pieces))
    return;
  for (guint at = segment->element;; at = g_array_index(flow->elements, AdrefElement, at).parent) {
    AdrefElement *element = &g_array_index(flow->elements, AdrefElement, at);
    element->first_page = element->is_drawn ? element->first_page : page;
    element->last_page = page;
    element->is_drawn = TRUE;
    if (at == 0)
      break;
  }
  AdrefElement *own = &g_array_index(flow->elements, AdrefElement, segment->element);
  for (guint i = 0; i < segment->pieces && !own->has_link; i++) {
    guint look = g_array_index(setter->pieces, AdrefPiece, segment->first + i).look;
    own->has_link = g_array_index(setter->looks, AdrefLook, look).link > 0;
  }
}

static void mark_box(AdrefFlow *flow, const AdrefBox *box, guint page)
{
  for (guint s = 0; s < box->segments; s++)
    mark_element(flow, &g_array_index(flow->segments, AdrefSegment, box->first_segment + s), page);
}

static void mark_elements(AdrefFlow *flow, const AdrefLeaf *leaf, guint page)
{
  for (guint i = leaf->first; i < leaf->first + leaf->boxes; i++)
    mark_box(flow, box_at(flow, i), page);
  for (guint i = leaf->first_foot; i < leaf->first_foot + leaf->foots; i++)
    mark_box(flow, &g_array_index(flow->foot_boxes, AdrefBox, i), page);
}

static void finish_page(AdrefFlow *flow, const AdrefLeaf *leaf)
{
  guint page = flow->pages++;
  place_asides(flow, leaf);
  if (flow->total == 0) {
    resolve_bookmarks(flow, leaf, page);
    mark_elements(flow, leaf, page);
  }
  if (flow->take)
    flow->take(flow->data, leaf, page);
}

/* Forgetting pages */

enum {
  RUNS = 3
};

/* Boxes that are still wanted, though pages have been taken. */
typedef struct {
  AdrefBox *first;
  guint boxes;
} Run;

/* From where on what boxes refer to is still wanted. */
typedef struct {
  guint segments, blots, pieces[ADREF_FLOW_SIDES];
} Kept;

static Run run_from(const GArray *boxes, guint from)
{
  return (Run){from < boxes->len ? &g_array_index(boxes, AdrefBox, from) : NULL, boxes->len - from};
}

static Run wanted_notes(const AdrefFlow *flow)
{
  guint aside = flow->asides_due;
  for (guint i = 0; i < flow->boxes->len; i++)
    if (box_at(flow, i)->notes > 0)
      aside = MIN(aside, box_at(flow, i)->first_note);
  return run_from(flow->note_boxes,
                  aside < flow->asides->len ? aside_at(flow, aside)->first : flow->note_boxes->len);
}

static Run wanted_heads(const AdrefFlow *flow)
{
  guint from = flow->in_heads || flow->heads_due ? flow->heads->len : G_MAXUINT;
  for (guint i = 0; i < flow->boxes->len; i++)
    if (box_at(flow, i)->heads > 0)
      from = MIN(from, box_at(flow, i)->heads);
  return run_from(flow->head_boxes, from < G_MAXUINT
                                        ? g_array_index(flow->heads, AdrefHeads, from - 1).first
                                        : flow->head_boxes->len);
}

/* Heads are wanted long after the page on which they stand: what they refer to is put behind all
 * else. */
static void carry(AdrefFlow *flow, Run heads)
{
  for (guint at = 0; at < heads.boxes; at++) {
    AdrefBox *box = heads.first + at;
    guint first_segment = box->first_segment, first_blot = box->first_blot;
    box->first_segment = flow->segments->len;
    box->first_blot = flow->blots->len;
    for (guint i = 0; i < box->segments; i++) {
      AdrefSegment segment = g_array_index(flow->segments, AdrefSegment, first_segment + i);
      GArray *pieces = flow->setters[segment.side]->pieces;
      guint first = segment.first;
      segment.first = pieces->len;
      for (guint p = 0; p < segment.pieces; p++) {
        AdrefPiece piece = g_array_index(pieces, AdrefPiece, first + p);
        g_array_append_val(pieces, piece);
      }
      g_array_append_val(flow->segments, segment);
    }
    for (guint i = 0; i < box->blots; i++) {
      AdrefBlot blot = g_array_index(flow->blots, AdrefBlot, first_blot + i);
      g_array_append_val(flow->blots, blot);
    }
  }
}

static Kept find_kept(const AdrefFlow *flow, const Run *runs)
{
  Kept kept = {.segments = flow->segments->len, .blots = flow->blots->len};
  for (guint r = 0; r < RUNS; r++)
    for (guint i = 0; i < runs[r].boxes; i++) {
      kept.segments = MIN(kept.segments, runs[r].first[i].first_segment);
      kept.blots = MIN(kept.blots, runs[r].first[i].first_blot);
    }
  for (guint i = 0; i < ADREF_FLOW_SIDES; i++)
    kept.pieces[i] = flow->setters[i] ? flow->setters[i]->pieces->len : 0;
  for (guint i = kept.segments; i < flow->segments->len; i++) {
    const AdrefSegment *segment = &g_array_index(flow->segments, AdrefSegment, i);
    kept.pieces[segment->side] = MIN(kept.pieces[segment->side], segment->first);
  }
  return kept;
}

static void move_to_front(AdrefFlow *flow, const Run *runs, const Kept *kept)
{
  for (guint r = 0; r < RUNS; r++)
    for (guint i = 0; i < runs[r].boxes; i++) {
      runs[r].first[i].first_segment -= kept->segments;
      runs[r].first[i].first_blot -= kept->blots;
    }
  g_array_remove_range(flow->segments, 0, kept->segments);
  g_array_remove_range(flow->blots, 0, kept->blots);
  for (guint i = 0; i < flow->segments->len; i++) {
    AdrefSegment *segment = &g_array_index(flow->segments, AdrefSegment, i);
    segment->first -= kept->pieces[segment->side];
  }
  for (guint i = 0; i < ADREF_FLOW_SIDES; i++)
    if (flow->setters[i])
      g_array_remove_range(flow->setters[i]->pieces, 0, kept->pieces[i]);
}

static void forget_pages(AdrefFlow *flow)
{
  g_array_set_size(flow->leaves, 0);
  g_array_remove_range(flow->boxes, 0, flow->page_first);
  for (guint i = flow->bookmarks_due; i < flow->bookmarks->len; i++)
    g_array_index(flow->bookmarks, AdrefBookmark, i).page -= flow->page_first;
  flow->page_first = 0;
  Run heads = wanted_heads(flow);
  Run runs[RUNS] = {run_from(flow->boxes, 0), wanted_notes(flow),
                    run_from(flow->foot_boxes, flow->foot_first)};
  carry(flow, heads);
  Kept kept = find_kept(flow, runs);
  move_to_front(flow, runs, &kept);
  for (guint i = 0; i < heads.boxes; i++) {
    heads.first[i].first_segment -= kept.segments;
    heads.first[i].first_blot -= kept.blots;
  }
}

void adref_flow_settle(AdrefFlow *flow)
{
  guint from = flow->take ? 0 : flow->pages;
  if (flow->column || flow->leaves->len == from)
    return;
  for (guint i = from; i < flow->leaves->len; i++)
    finish_page(flow, &g_array_index(flow->leaves, AdrefLeaf, i));
  if (flow->take)
    forget_pages(flow);
}

/* The whole text */

/* A note behind the last paragraph of all. */
static void hang_last(AdrefFlow *flow)
{
  if (flow->asides_due == flow->asides->len)
    return;
  AdrefBox box = {
      .first_segment = flow->segments->len, .first_blot = flow->blots->len, .keep = ADREF_KEEP};
  adref_flow_box(flow, &box);
}

void adref_flow_end(AdrefFlow *flow)
{
  hang_last(flow);
  flow->foots_due = flow->foot_boxes->len;
  end_page(flow, flow->boxes->len);
  while (adref_foot_waits(flow))
    end_page(flow, flow->boxes->len);
  adref_flow_settle(flow);
  for (guint i = flow->bookmarks_due; i < flow->bookmarks->len; i++)
    g_array_index(flow->bookmarks, AdrefBookmark, i).page = flow->pages - 1;
  flow->total = flow->pages;
}

void adref_flow_rewind(AdrefFlow *flow)
{
  GArray *arrays[] = {flow->segments,   flow->blots,      flow->boxes,      flow->asides,
                      flow->leaves,     flow->note_boxes, flow->foot_boxes, flow->foots,
                      flow->head_boxes, flow->heads};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_set_size(arrays[i], 0);
  for (guint i = 0; i < ADREF_FLOW_SIDES; i++)
    if (flow->setters[i])
      g_array_set_size(flow->setters[i]->pieces, 0);
  flow->pages = flow->page_first = flow->asides_due = flow->foots_due = flow->foot_first = 0;
  flow->target = flow->in_heads = 0; /* the end of a text may leave them waiting */
  flow->bottom = flow->beside = 0;
  flow->keep = ADREF_KEEP_NOT;
  flow->leaf = (AdrefLeaf){0};
  flow->next_element = 1; /* the document is there */
  flow->next_link = 0;
}

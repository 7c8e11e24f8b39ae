#include "print/page_footnotes.h"

#include "print/page_flow_private.h"

enum {
  MIN_LINES = 2 /* of a footnote, on the page on which it is called */
};

static AdrefLineBox *line_at(const AdrefPageFlow *flow, guint at)
{
  return &g_array_index(flow->footnote_boxes, AdrefLineBox, at);
}

static float height_of(const AdrefLineBox *line)
{
  return line->gap + line->above + line->below;
}

static float floor_of(const AdrefPageFlow *flow)
{
  return flow->geometry.height - flow->geometry.bottom;
}

/* Whether the lines fit into the room, together with the white and the rule above them. */
static gboolean has_room(const AdrefPageFlow *flow, guint from, guint to, float room)
{
  float height = to > from ? flow->geometry.small * 1.6F : 0;
  for (guint i = from; i < to && height <= room; i++)
    height += height_of(line_at(flow, i));
  return to == from || height <= room;
}

static guint next_note(const AdrefPageFlow *flow, guint line, guint end)
{
  do
    line++;
  while (line < end && !line_at(flow, line)->is_first);
  return line;
}

/* The line up to which footnotes must stand on the page of a box that calls lines `first` to `end`.
 * The last footnote may continue on the next page; so may an earlier one that is longer than half a
 * page, because otherwise no page would have room for the box. */
static guint min_end_of(const AdrefPageFlow *flow, guint first, guint end)
{
  guint note = first, next;
  float half = (floor_of(flow) - flow->geometry.top) / 2;
  while ((next = next_note(flow, note, end)) < end && has_room(flow, note, next, half))
    note = next;
  return next - note <= MIN_LINES + 1 ? next : note + MIN_LINES;
}

gboolean adref_page_footnotes_fit(const AdrefPageFlow *flow, guint at, float bottom)
{
  const AdrefLineBox *box = &g_array_index(flow->boxes, AdrefLineBox, at);
  float room = floor_of(flow) - bottom;
  if (box->footnote_end <= flow->next_footnote ||
      has_room(flow, flow->next_footnote, box->footnote_end, room))
    return TRUE;
  guint before = at > flow->page_first ? box[-1].footnote_end : flow->next_footnote;
  return box->footnote_end > before &&
         has_room(flow, flow->next_footnote, min_end_of(flow, before, box->footnote_end), room);
}

/* How many lines fit below the boxes of the page; at least one when the page has no boxes. */
static guint count_fitting(const AdrefPageFlow *flow, guint wanted, float bottom, gboolean is_empty)
{
  guint from = flow->next_footnote, end = from;
  while (end < wanted && has_room(flow, end, end + 1, floor_of(flow) - bottom)) {
    bottom += height_of(line_at(flow, end));
    end++;
  }
  return is_empty && wanted > from ? MAX(end - from, 1) : end - from;
}

void adref_page_footnotes_place(AdrefPageFlow *flow, guint end)
{
  gboolean is_empty = end == flow->page_first;
  const AdrefLineBox *last = is_empty ? NULL : &g_array_index(flow->boxes, AdrefLineBox, end - 1);
  guint wanted = last ? last->footnote_end : flow->footnotes_called;
  float bottom = last ? last->y + last->below : flow->geometry.top;
  guint count = count_fitting(flow, wanted, bottom, is_empty);
  float y = floor_of(flow);
  for (guint i = flow->next_footnote + count; i > flow->next_footnote; i--) {
    AdrefLineBox *line = line_at(flow, i - 1);
    line->y = y - line->below;
    y -= height_of(line);
  }
  flow->content.first_footnote = flow->next_footnote;
  flow->content.footnotes = count;
  flow->next_footnote += count;
}

gboolean adref_page_footnotes_are_pending(const AdrefPageFlow *flow)
{
  return flow->next_footnote < flow->footnotes_called;
}

guint adref_page_flow_next_footnote(const AdrefPageFlow *flow)
{
  return flow->footnote_ends->len + 1;
}

/* The footnote's own lines must not receive the target, margin notes, calls and break that are
 * pending for the next box of the text. */
guint adref_page_flow_add_footnote(AdrefPageFlow *flow, const AdrefStyledText *styled_text,
                                   const AdrefBlockFormat *block)
{
  GArray *column = flow->column;
  guint target = flow->target, next_margin_note = flow->next_margin_note,
        footnotes_called = flow->footnotes_called;
  AdrefPageBreak break_before = flow->break_before;
  flow->column = flow->footnote_boxes;
  flow->next_margin_note = flow->margin_notes->len;
  adref_page_flow_add_block(flow, styled_text, block);
  flow->column = column;
  flow->target = target;
  flow->next_margin_note = next_margin_note;
  flow->footnotes_called = footnotes_called;
  flow->break_before = break_before;
  g_array_append_val(flow->footnote_ends, flow->footnote_boxes->len);
  return flow->footnote_ends->len;
}

void adref_page_flow_nest_footnote(AdrefPageFlow *flow, guint footnote, guint other)
{
  guint *end = &g_array_index(flow->footnote_ends, guint, footnote - 1);
  *end = MAX(*end, g_array_index(flow->footnote_ends, guint, other - 1));
}

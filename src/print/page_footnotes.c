#include "print/page_footnotes.h"

enum {
  MIN_LINES = 2 /* lines of a note that stand on the page on which it is called */
};

static AdrefLineBox *line_at(const AdrefPageFlow *flow, guint at)
{
  return &g_array_index(flow->foot_boxes, AdrefLineBox, at);
}

static float height_of(const AdrefLineBox *line)
{
  return line->gap + line->above + line->below;
}

static float floor_of(const AdrefPageFlow *flow)
{
  return flow->geometry.height - flow->geometry.bottom;
}

/* Whether lines fit into some room, with the white and the rule above them. */
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

/* The line up to which notes have to stand on the page of a box that calls them from `first` on to
 * `end`: they may go on overleaf in the last of them, and in an earlier one when that is so long
 * that the box would not find its page. */
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
  if (box->foot_end <= flow->foot_first || has_room(flow, flow->foot_first, box->foot_end, room))
    return TRUE;
  guint before = at > flow->page_first ? box[-1].foot_end : flow->foot_first;
  return box->foot_end > before &&
         has_room(flow, flow->foot_first, min_end_of(flow, before, box->foot_end), room);
}

/* How many lines fit below the boxes of the page; one at least where there are none. */
static guint count_fitting(const AdrefPageFlow *flow, guint wanted, float bottom, gboolean is_empty)
{
  guint from = flow->foot_first, end = from;
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
  guint wanted = last ? last->foot_end : flow->foots_due;
  float bottom = last ? last->y + last->below : flow->geometry.top;
  guint count = count_fitting(flow, wanted, bottom, is_empty);
  float y = floor_of(flow);
  for (guint i = flow->foot_first + count; i > flow->foot_first; i--) {
    AdrefLineBox *line = line_at(flow, i - 1);
    line->y = y - line->below;
    y -= height_of(line);
  }
  flow->content.first_foot = flow->foot_first;
  flow->content.foots = count;
  flow->foot_first += count;
}

gboolean adref_page_footnotes_are_pending(const AdrefPageFlow *flow)
{
  return flow->foot_first < flow->foots_due;
}

guint adref_page_flow_next_footnote(const AdrefPageFlow *flow)
{
  return flow->foots->len + 1;
}

/* What waits for the text's next box is kept from the lines of the note. */
guint adref_page_flow_add_footnote(AdrefPageFlow *flow, const AdrefStyledText *styled_text,
                                   const AdrefBlockFormat *block)
{
  GArray *column = flow->column;
  guint target = flow->target, margin_notes_due = flow->margin_notes_due,
        foots_due = flow->foots_due;
  AdrefPageBreak break_before = flow->break_before;
  flow->column = flow->foot_boxes;
  flow->margin_notes_due = flow->margin_notes->len;
  adref_page_flow_add_block(flow, styled_text, block);
  flow->column = column;
  flow->target = target;
  flow->margin_notes_due = margin_notes_due;
  flow->foots_due = foots_due;
  flow->break_before = break_before;
  g_array_append_val(flow->foots, flow->foot_boxes->len);
  return flow->foots->len;
}

void adref_page_flow_nest_footnote(AdrefPageFlow *flow, guint foot, guint other)
{
  guint *end = &g_array_index(flow->foots, guint, foot - 1);
  *end = MAX(*end, g_array_index(flow->foots, guint, other - 1));
}

#include "print/page_footnotes.h"

enum {
  LEAST = 2 /* lines of a note that stand on the page on which it is called */
};

static AdrefBox *line_at(const AdrefFlow *flow, guint at)
{
  return &g_array_index(flow->foot_boxes, AdrefBox, at);
}

static float height_of(const AdrefBox *line)
{
  return line->gap + line->above + line->below;
}

static float floor_of(const AdrefFlow *flow)
{
  return flow->measures.height - flow->measures.bottom;
}

/* Whether lines fit into some room, with the white and the rule above them. */
static gboolean has_room(const AdrefFlow *flow, guint from, guint to, float room)
{
  float height = to > from ? flow->measures.small * 1.6F : 0;
  for (guint i = from; i < to && height <= room; i++)
    height += height_of(line_at(flow, i));
  return to == from || height <= room;
}

static guint next_note(const AdrefFlow *flow, guint line, guint end)
{
  do
    line++;
  while (line < end && !line_at(flow, line)->is_first);
  return line;
}

/* The line up to which notes have to stand on the page of a box that calls them from `first` on to
 * `end`: they may go on overleaf in the last of them, and in an earlier one when that is so long
 * that the box would not find its page. */
static guint least_of(const AdrefFlow *flow, guint first, guint end)
{
  guint note = first, next;
  float half = (floor_of(flow) - flow->measures.top) / 2;
  while ((next = next_note(flow, note, end)) < end && has_room(flow, note, next, half))
    note = next;
  return next - note <= LEAST + 1 ? next : note + LEAST;
}

gboolean adref_foot_fits(const AdrefFlow *flow, guint at, float bottom)
{
  const AdrefBox *box = &g_array_index(flow->boxes, AdrefBox, at);
  float room = floor_of(flow) - bottom;
  if (box->foot_end <= flow->foot_first || has_room(flow, flow->foot_first, box->foot_end, room))
    return TRUE;
  guint before = at > flow->page_first ? box[-1].foot_end : flow->foot_first;
  return box->foot_end > before &&
         has_room(flow, flow->foot_first, least_of(flow, before, box->foot_end), room);
}

/* How many lines fit below the boxes of the page; one at least where there are none. */
static guint count_fitting(const AdrefFlow *flow, guint wanted, float bottom, gboolean is_empty)
{
  guint from = flow->foot_first, end = from;
  while (end < wanted && has_room(flow, end, end + 1, floor_of(flow) - bottom)) {
    bottom += height_of(line_at(flow, end));
    end++;
  }
  return is_empty && wanted > from ? MAX(end - from, 1) : end - from;
}

void adref_foot_take(AdrefFlow *flow, guint end)
{
  gboolean is_empty = end == flow->page_first;
  const AdrefBox *last = is_empty ? NULL : &g_array_index(flow->boxes, AdrefBox, end - 1);
  guint wanted = last ? last->foot_end : flow->foots_due;
  float bottom = last ? last->y + last->below : flow->measures.top;
  guint count = count_fitting(flow, wanted, bottom, is_empty);
  float y = floor_of(flow);
  for (guint i = flow->foot_first + count; i > flow->foot_first; i--) {
    AdrefBox *line = line_at(flow, i - 1);
    line->y = y - line->below;
    y -= height_of(line);
  }
  flow->leaf.first_foot = flow->foot_first;
  flow->leaf.foots = count;
  flow->foot_first += count;
}

gboolean adref_foot_waits(const AdrefFlow *flow)
{
  return flow->foot_first < flow->foots_due;
}

guint adref_flow_next_foot(const AdrefFlow *flow)
{
  return flow->foots->len + 1;
}

/* What waits for the text's next box is kept from the lines of the note. */
guint adref_flow_foot(AdrefFlow *flow, const AdrefPassage *passage, const AdrefBlock *block)
{
  GArray *column = flow->column;
  guint target = flow->target, asides_due = flow->asides_due, foots_due = flow->foots_due;
  AdrefKeep keep = flow->keep;
  flow->column = flow->foot_boxes;
  flow->asides_due = flow->asides->len;
  adref_flow_block(flow, passage, block);
  flow->column = column;
  flow->target = target;
  flow->asides_due = asides_due;
  flow->foots_due = foots_due;
  flow->keep = keep;
  g_array_append_val(flow->foots, flow->foot_boxes->len);
  return flow->foots->len;
}

void adref_flow_foot_with(AdrefFlow *flow, guint foot, guint other)
{
  guint *end = &g_array_index(flow->foots, guint, foot - 1);
  *end = MAX(*end, g_array_index(flow->foots, guint, other - 1));
}

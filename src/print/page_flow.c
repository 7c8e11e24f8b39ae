#include "print/page_flow.h"

#include "base/error.h"

static void clear_bookmark(gpointer data)
{
  g_free(((AdrefBookmark *)data)->words);
}

static void clear_link(gpointer data)
{
  g_free(((AdrefFlowLink *)data)->url);
}

AdrefFlow *adref_flow_new(AdrefSetter *setter, const AdrefMeasures *measures)
{
  AdrefFlow *flow = g_new0(AdrefFlow, 1);
  flow->setter = flow->setters[0] = setter;
  flow->measures = *measures;
  flow->elements = g_array_new(FALSE, FALSE, sizeof(AdrefElement));
  flow->segments = g_array_new(FALSE, FALSE, sizeof(AdrefSegment));
  flow->blots = g_array_new(FALSE, FALSE, sizeof(AdrefBlot));
  flow->boxes = g_array_new(FALSE, FALSE, sizeof(AdrefBox));
  flow->note_boxes = g_array_new(FALSE, FALSE, sizeof(AdrefBox));
  flow->asides = g_array_new(FALSE, FALSE, sizeof(AdrefAside));
  flow->leaves = g_array_new(FALSE, FALSE, sizeof(AdrefLeaf));
  flow->bookmarks = g_array_new(FALSE, FALSE, sizeof(AdrefBookmark));
  flow->links = g_array_new(FALSE, FALSE, sizeof(AdrefFlowLink));
  flow->lines = g_array_new(FALSE, FALSE, sizeof(AdrefLine));
  flow->foot_boxes = g_array_new(FALSE, FALSE, sizeof(AdrefBox));
  flow->foots = g_array_new(FALSE, FALSE, sizeof(guint));
  flow->head_boxes = g_array_new(FALSE, FALSE, sizeof(AdrefBox));
  flow->heads = g_array_new(FALSE, FALSE, sizeof(AdrefHeads));
  g_array_set_clear_func(flow->bookmarks, clear_bookmark);
  g_array_set_clear_func(flow->links, clear_link);
  adref_flow_element(flow, "Document", 0);
  return flow;
}

void adref_flow_free(AdrefFlow *flow)
{
  if (!flow)
    return;
  GArray *arrays[] = {flow->elements,   flow->segments,  flow->blots,      flow->boxes,
                      flow->note_boxes, flow->asides,    flow->leaves,     flow->lines,
                      flow->links,      flow->bookmarks, flow->foot_boxes, flow->foots,
                      flow->head_boxes, flow->heads};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_unref(arrays[i]);
  g_free(flow);
}

guint adref_flow_element(AdrefFlow *flow, const char *tag, guint parent)
{
  AdrefElement element = {.tag = tag, .parent = parent};
  if (flow->next_element == flow->elements->len)
    g_array_append_val(flow->elements, element);
  return flow->next_element++;
}

void adref_flow_language(AdrefFlow *flow, guint element, const char *language)
{
  g_array_index(flow->elements, AdrefElement, element).language = language;
}

gboolean adref_flow_is_cell(const AdrefFlow *flow, guint at, guint row)
{
  if (at >= flow->elements->len)
    return FALSE;
  const AdrefElement *element = &g_array_index(flow->elements, AdrefElement, at);
  return element->parent == row &&
         (strcmp(element->tag, "TH") == 0 || strcmp(element->tag, "TD") == 0);
}

static AdrefKeep take_keep(AdrefFlow *flow)
{
  AdrefKeep keep = flow->keep;
  flow->keep = ADREF_KEEP_NOT;
  return keep;
}

static guint side_of(const AdrefFlow *flow)
{
  return flow->setter == flow->setters[0] ? 0 : 1;
}

/* The first whose place is known: a summary repeats words of the text. */
static void note_missing(AdrefFlow *flow, const AdrefPassage *passage, gunichar missing, gsize byte)
{
  if (G_LIKELY(!missing) || flow->missing_line > 0)
    return;
  flow->missing = missing;
  flow->missing_side = side_of(flow);
  adref_passage_place(passage, byte, &flow->missing_line, &flow->missing_column,
                      &flow->is_missing_deleted);
}

static void set(AdrefFlow *flow, const AdrefPassage *passage, const AdrefMeasure *measure)
{
  gunichar missing = 0;
  gsize byte = 0;
  adref_setter_set(flow->setter, passage, measure, flow->lines, &missing, &byte);
  note_missing(flow, passage, missing, byte);
}

/* The notes that a line calls. */
static void call_foots(AdrefFlow *flow, const AdrefLine *line)
{
  for (guint i = line->first; i < line->first + line->pieces; i++) {
    guint look = g_array_index(flow->setter->pieces, AdrefPiece, i).look;
    guint foot = g_array_index(flow->setter->looks, AdrefLook, look).foot;
    if (foot > 0)
      flow->foots_due = MAX(flow->foots_due, g_array_index(flow->foots, guint, foot - 1));
  }
}

static void add_segment(AdrefFlow *flow, AdrefBox *box, const AdrefLine *line, guint element,
                        float x, float width)
{
  AdrefSegment segment = {.element = element & G_MAXINT,
                          .side = side_of(flow) & 1,
                          .x = x,
                          .width = width,
                          .spread = line->spread,
                          .first = line->first,
                          .pieces = line->pieces};
  g_array_append_val(flow->segments, segment);
  if (flow->foots->len > 0 && flow->column != flow->foot_boxes) /* a note calls what is not set */
    call_foots(flow, line);
  box->segments++;
  box->above = MAX(box->above, line->above);
  box->below = MAX(box->below, line->below);
}

static void add_blot(AdrefFlow *flow, AdrefBox *box, AdrefBlot blot)
{
  g_array_append_val(flow->blots, blot);
  box->blots++;
}

static AdrefBox new_box(const AdrefFlow *flow)
{
  return (AdrefBox){.first_segment = flow->segments->len, .first_blot = flow->blots->len};
}

/* The label, set in one line of its own; its place in the lines. */
static AdrefLine set_label(AdrefFlow *flow, const AdrefBlock *block)
{
  AdrefMeasure measure = {MAX(block->label_width, 1), block->leading, ADREF_ALIGN_START};
  float whole, least;
  adref_setter_widths(flow->setter, block->label, &whole, &least);
  measure.width = MAX(measure.width, whole + 1);
  g_array_set_size(flow->lines, 0);
  set(flow, block->label, &measure);
  return g_array_index(flow->lines, AdrefLine, 0);
}

/* Two lines stay together at the start and at the end of a paragraph. */
static AdrefKeep keep_of(guint line, guint lines)
{
  return line == 1 || line + 1 == lines ? ADREF_KEEP : ADREF_KEEP_NOT;
}

static void add_tint(AdrefFlow *flow, AdrefBox *box, const AdrefBlock *block)
{
  if (block->tint)
    add_blot(flow, box,
             (AdrefBlot){block->x - 6, 0, block->width + 12, box->above + box->below, block->tint});
  if (block->bar)
    add_blot(flow, box, (AdrefBlot){block->bar_x, 0, 1.4F, box->above + box->below, block->bar});
}

void adref_flow_block(AdrefFlow *flow, const AdrefPassage *passage, const AdrefBlock *block)
{
  AdrefMeasure measure = {block->width, block->leading, block->align};
  AdrefLine label = {0};
  adref_flow_settle(flow);
  if (block->label)
    label = set_label(flow, block);
  g_array_set_size(flow->lines, 0);
  set(flow, passage, &measure);
  guint lines = flow->lines->len;
  for (guint i = 0; i < lines; i++) {
    AdrefBox box = new_box(flow);
    const AdrefLine *line = &g_array_index(flow->lines, AdrefLine, i);
    box.gap = i == 0 ? block->gap : 0;
    box.is_first = i == 0;
    box.is_line = !block->is_uncounted;
    box.keep = i == 0 ? take_keep(flow) : keep_of(i, lines);
    if (i == 0 && block->label)
      add_segment(flow, &box, &label, block->label_element, block->label_x,
                  MAX(block->label_width, label.width));
    add_segment(flow, &box, line, block->element, block->x, block->width);
    add_tint(flow, &box, block);
    adref_flow_box(flow, &box);
  }
  if (block->keeps_next)
    flow->keep = ADREF_KEEP;
}

/* The lines of a cell, one behind the other in flow->lines. */
typedef struct {
  guint first, lines;
} CellLines;

static CellLines *set_cells(AdrefFlow *flow, const AdrefCell *cells, guint count, float leading,
                            guint *most)
{
  CellLines *set_lines = g_new(CellLines, count);
  g_array_set_size(flow->lines, 0);
  *most = 0;
  for (guint i = 0; i < count; i++) {
    AdrefMeasure measure = {cells[i].width, leading, ADREF_ALIGN_START};
    set_lines[i].first = flow->lines->len;
    set(flow, cells[i].passage, &measure);
    set_lines[i].lines = flow->lines->len - set_lines[i].first;
    *most = MAX(*most, set_lines[i].lines);
  }
  return set_lines;
}

void adref_flow_row(AdrefFlow *flow, const AdrefCell *cells, guint count, float gap, float leading,
                    gboolean keeps_next)
{
  guint most;
  adref_flow_settle(flow);
  g_autofree CellLines *set_lines = set_cells(flow, cells, count, leading, &most);
  for (guint at = 0; at < most; at++) {
    AdrefBox box = new_box(flow);
    box.gap = at == 0 ? gap : 0;
    box.is_first = at == 0;
    box.is_line = TRUE;
    box.keep = at == 0 ? take_keep(flow) : ADREF_KEEP;
    for (guint i = 0; i < count; i++)
      if (at < set_lines[i].lines)
        add_segment(flow, &box, &g_array_index(flow->lines, AdrefLine, set_lines[i].first + at),
                    cells[i].element, cells[i].x, cells[i].width);
    adref_flow_box(flow, &box);
  }
  if (keeps_next)
    flow->keep = ADREF_KEEP;
}

void adref_flow_heads(AdrefFlow *flow)
{
  AdrefHeads heads = {flow->head_boxes->len, 0};
  if (flow->column)
    return;
  g_array_append_val(flow->heads, heads);
  flow->heads_due = TRUE;
}

void adref_flow_heads_done(AdrefFlow *flow)
{
  flow->in_heads = flow->heads_due ? flow->heads->len : 0;
  flow->heads_due = FALSE;
}

void adref_flow_heads_end(AdrefFlow *flow)
{
  flow->in_heads = 0;
}

/* A fine rule is lighter. */
void adref_flow_rule(AdrefFlow *flow, float x, float width, float gap, float thick)
{
  static const float FINE = 0.5F;
  AdrefBox box = new_box(flow);
  box.gap = gap;
  box.above = thick;
  box.keep = ADREF_KEEP;
  add_blot(flow, &box, (AdrefBlot){x, 0, width, thick, thick < FINE ? 0x8A8A8A : 0x1A1A1A});
  AdrefKeep keep = take_keep(flow);
  if (keep == ADREF_NEW_PAGE || flow->boxes->len == 0)
    box.keep = keep;
  adref_flow_box(flow, &box);
  if (keep == ADREF_KEEP)
    flow->keep = ADREF_KEEP;
}

void adref_flow_new_page(AdrefFlow *flow)
{
  flow->keep = ADREF_NEW_PAGE;
}

void adref_flow_target(AdrefFlow *flow, guint clause)
{
  flow->target = clause + 1;
}

/* The first box of the last paragraph, or of what the page has of it. */
static AdrefBox *last_paragraph(const AdrefFlow *flow)
{
  guint at = flow->boxes->len - 1;
  while (at > flow->page_first && !g_array_index(flow->boxes, AdrefBox, at).is_first)
    at--;
  return &g_array_index(flow->boxes, AdrefBox, at);
}

static void hang_aside(AdrefFlow *flow, guint at)
{
  if (flow->boxes->len == flow->page_first || flow->asides_due < at)
    return;
  AdrefBox *box = last_paragraph(flow);
  if (box->notes > 0 && box->first_note + box->notes != at)
    return;
  box->first_note = box->notes > 0 ? box->first_note : at;
  box->notes++;
  flow->asides_due = at + 1;
}

gboolean adref_flow_aside(AdrefFlow *flow, const AdrefPassage *passage, guint element,
                          float leading)
{
  AdrefMeasure measure = {flow->measures.notes, leading, ADREF_ALIGN_START};
  AdrefAside aside = {flow->note_boxes->len, 0, 0, 0};
  g_array_set_size(flow->lines, 0);
  set(flow, passage, &measure);
  for (guint i = 0; i < flow->lines->len; i++) {
    AdrefBox box = new_box(flow);
    const AdrefLine *line = &g_array_index(flow->lines, AdrefLine, i);
    add_segment(flow, &box, line, element, flow->measures.measure + flow->measures.aside,
                measure.width);
    aside.height += box.above + box.below;
    aside.boxes++;
    g_array_append_val(flow->note_boxes, box);
  }
  float room = flow->measures.height - flow->measures.top - flow->measures.bottom;
  if (flow->beside + aside.height > room)
    return FALSE;
  flow->beside += aside.height + flow->measures.small;
  g_array_append_val(flow->asides, aside);
  hang_aside(flow, flow->asides->len - 1);
  return TRUE;
}

void adref_flow_bookmark(AdrefFlow *flow, guint level, char *words)
{
  guint box = flow->column ? flow->column->len : flow->boxes->len;
  AdrefBookmark bookmark = {.page = box, .level = level, .words = words};
  if (flow->total == 0)
    g_array_append_val(flow->bookmarks, bookmark);
  else
    clear_bookmark(&bookmark);
}

guint adref_flow_link(AdrefFlow *flow, char *url, guint target)
{
  AdrefFlowLink link = {url, target};
  if (flow->next_link == flow->links->len)
    g_array_append_val(flow->links, link);
  else
    clear_link(&link);
  return ++flow->next_link;
}

gboolean adref_flow_check(const AdrefFlow *flow, const AdrefManuscript *manuscripts, GError **error)
{
  gunichar c = flow->missing;
  if (!c)
    return TRUE;
  const AdrefManuscript *manuscript = &manuscripts[flow->missing_side];
  AdrefPlace place = {manuscript->name, flow->missing_line, flow->missing_column};
  if (!adref_manuscript_find(manuscript, c, &place.line, &place.column)) {
    place.column = 0;
    if (place.line == 0 && manuscript->bytes)
      place.file = NULL;
  }
  adref_face_missing(error, place, c);
  return FALSE;
}

#include "print/page_flow_private.h"

#include <string.h>

#include "base/error.h"

static void clear_bookmark(gpointer data)
{
  g_free(((AdrefBookmark *)data)->words);
}

static void clear_link(gpointer data)
{
  g_free(((AdrefPageFlowLink *)data)->url);
}

AdrefPageFlow *adref_page_flow_new(AdrefLineBreaker *breaker, AdrefLineBreaker *second,
                                   const AdrefPageGeometry *geometry)
{
  AdrefPageFlow *flow = g_new0(AdrefPageFlow, 1);
  flow->breaker = flow->breakers[0] = breaker;
  flow->breakers[1] = second;
  flow->geometry = *geometry;
  flow->elements = g_array_new(FALSE, FALSE, sizeof(AdrefStructElement));
  flow->segments = g_array_new(FALSE, FALSE, sizeof(AdrefLineSegment));
  flow->rects = g_array_new(FALSE, FALSE, sizeof(AdrefFilledRect));
  flow->boxes = g_array_new(FALSE, FALSE, sizeof(AdrefLineBox));
  flow->note_boxes = g_array_new(FALSE, FALSE, sizeof(AdrefLineBox));
  flow->margin_notes = g_array_new(FALSE, FALSE, sizeof(AdrefMarginNote));
  flow->contents = g_array_new(FALSE, FALSE, sizeof(AdrefPageContent));
  flow->bookmarks = g_array_new(FALSE, FALSE, sizeof(AdrefBookmark));
  flow->links = g_array_new(FALSE, FALSE, sizeof(AdrefPageFlowLink));
  flow->lines = g_array_new(FALSE, FALSE, sizeof(AdrefTextLine));
  flow->footnote_boxes = g_array_new(FALSE, FALSE, sizeof(AdrefLineBox));
  flow->footnote_ends = g_array_new(FALSE, FALSE, sizeof(guint));
  flow->header_boxes = g_array_new(FALSE, FALSE, sizeof(AdrefLineBox));
  flow->table_headers = g_array_new(FALSE, FALSE, sizeof(AdrefTableHeader));
  g_array_set_clear_func(flow->bookmarks, clear_bookmark);
  g_array_set_clear_func(flow->links, clear_link);
  adref_page_flow_add_element(flow, "Document", 0);
  return flow;
}

void adref_page_flow_free(AdrefPageFlow *flow)
{
  if (!flow)
    return;
  GArray *arrays[] = {flow->elements,     flow->segments,       flow->rects,
                      flow->boxes,        flow->note_boxes,     flow->margin_notes,
                      flow->contents,     flow->lines,          flow->links,
                      flow->bookmarks,    flow->footnote_boxes, flow->footnote_ends,
                      flow->header_boxes, flow->table_headers};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_unref(arrays[i]);
  g_free(flow);
}

void adref_page_flow_on_page(AdrefPageFlow *flow, AdrefPageFlowCallback callback, gpointer data)
{
  flow->on_page = callback;
  flow->on_page_data = data;
}

const AdrefPageGeometry *adref_page_flow_geometry(const AdrefPageFlow *flow)
{
  return &flow->geometry;
}

AdrefLineBreaker *adref_page_flow_line_breaker(const AdrefPageFlow *flow)
{
  return flow->breaker;
}

guint adref_page_flow_style(AdrefPageFlow *flow, const AdrefTextStyle *style)
{
  return adref_line_breaker_style(flow->breaker, style);
}

gboolean adref_page_flow_is_in_column(const AdrefPageFlow *flow)
{
  return flow->column != NULL;
}

guint adref_page_flow_add_element(AdrefPageFlow *flow, const char *tag, guint parent)
{
  AdrefStructElement element = {.tag = tag, .parent = parent};
  if (flow->next_element == flow->elements->len)
    g_array_append_val(flow->elements, element);
  return flow->next_element++;
}

void adref_page_flow_set_language(AdrefPageFlow *flow, guint element, const char *language)
{
  g_array_index(flow->elements, AdrefStructElement, element).language = language;
}

void adref_page_flow_set_numbered(AdrefPageFlow *flow, guint element, gboolean is_numbered)
{
  g_array_index(flow->elements, AdrefStructElement, element).is_numbered = is_numbered;
}

gboolean adref_page_flow_is_cell(const AdrefPageFlow *flow, guint at, guint row)
{
  if (at >= flow->elements->len)
    return FALSE;
  const AdrefStructElement *element = &g_array_index(flow->elements, AdrefStructElement, at);
  return element->parent == row &&
         (strcmp(element->tag, "TH") == 0 || strcmp(element->tag, "TD") == 0);
}

static AdrefPageBreak take_break_before(AdrefPageFlow *flow)
{
  AdrefPageBreak break_before = flow->break_before;
  flow->break_before = ADREF_PAGE_BREAK_ALLOWED;
  return break_before;
}

static guint side_of(const AdrefPageFlow *flow)
{
  return flow->breaker == flow->breakers[0] ? 0 : 1;
}

/* Keeps the first missing character whose place is known, a letter rather than a sign that is
 * boxed: a summary repeats words of the text. */
static void note_missing(AdrefPageFlow *flow, const AdrefStyledText *styled_text, gunichar missing,
                         gsize byte)
{
  gboolean is_better = flow->missing_line == 0 || (adref_font_face_is_boxed(flow->missing) &&
                                                   !adref_font_face_is_boxed(missing));
  if (G_LIKELY(!missing) || !is_better)
    return;
  flow->missing = missing;
  flow->missing_side = side_of(flow);
  adref_styled_text_place(styled_text, byte, &flow->missing_line, &flow->missing_column,
                          &flow->is_missing_deleted);
}

static void set(AdrefPageFlow *flow, const AdrefStyledText *styled_text,
                const AdrefLineMeasure *measure)
{
  gunichar missing = 0;
  gsize byte = 0;
  adref_line_breaker_break(flow->breaker, styled_text, measure, flow->lines, &missing, &byte);
  note_missing(flow, styled_text, missing, byte);
}

/* The footnotes that a line calls. */
static void call_footnotes(AdrefPageFlow *flow, const AdrefTextLine *line)
{
  for (guint i = line->first; i < line->first + line->pieces; i++) {
    guint style = g_array_index(flow->breaker->pieces, AdrefLinePiece, i).style;
    guint footnote = g_array_index(flow->breaker->styles, AdrefTextStyle, style).footnote;
    if (footnote > 0)
      flow->footnotes_called =
          MAX(flow->footnotes_called, g_array_index(flow->footnote_ends, guint, footnote - 1));
  }
}

static void add_segment(AdrefPageFlow *flow, AdrefLineBox *box, const AdrefTextLine *line,
                        guint element, float x, float width)
{
  AdrefLineSegment segment = {.element = element & G_MAXINT,
                              .side = side_of(flow) & 1,
                              .x = x,
                              .width = width,
                              .letter_spacing = line->letter_spacing,
                              .first = line->first,
                              .pieces = line->pieces};
  g_array_append_val(flow->segments, segment);
  if (flow->footnote_ends->len > 0 &&
      flow->column != flow->footnote_boxes) /* a footnote calls others later */
    call_footnotes(flow, line);
  box->segments++;
  box->above = MAX(box->above, line->above);
  box->below = MAX(box->below, line->below);
}

static void add_rect(AdrefPageFlow *flow, AdrefLineBox *box, AdrefFilledRect rect)
{
  g_array_append_val(flow->rects, rect);
  box->rects++;
}

static AdrefLineBox new_box(const AdrefPageFlow *flow)
{
  return (AdrefLineBox){.first_segment = flow->segments->len, .first_rect = flow->rects->len};
}

/* Sets the label in one line. The copy stays valid when flow->lines is reused. */
static AdrefTextLine set_label(AdrefPageFlow *flow, const AdrefBlockFormat *block)
{
  AdrefLineMeasure measure = {MAX(block->label_width, 1), block->leading, ADREF_TEXT_ALIGN_START};
  float whole, least;
  adref_line_breaker_widths(flow->breaker, block->label, &whole, &least);
  measure.width = MAX(measure.width, whole + 1);
  g_array_set_size(flow->lines, 0);
  set(flow, block->label, &measure);
  return g_array_index(flow->lines, AdrefTextLine, 0);
}

/* The first two and the last two lines of a paragraph stay together. */
static AdrefPageBreak break_before_of(guint line, guint lines)
{
  return line == 1 || line + 1 == lines ? ADREF_PAGE_BREAK_AVOID : ADREF_PAGE_BREAK_ALLOWED;
}

static void add_tint(AdrefPageFlow *flow, AdrefLineBox *box, const AdrefBlockFormat *block)
{
  if (block->tint)
    add_rect(flow, box,
             (AdrefFilledRect){block->x - 6, 0, block->width + 12, box->above + box->below,
                               block->tint});
  if (block->bar)
    add_rect(flow, box,
             (AdrefFilledRect){block->bar_x, 0, 1.4F, box->above + box->below, block->bar});
}

static gboolean is_full(const AdrefPageFlow *flow)
{
  return flow->pages >= ADREF_PAGE_FLOW_MAX_PAGES;
}

void adref_page_flow_add_block(AdrefPageFlow *flow, const AdrefStyledText *styled_text,
                               const AdrefBlockFormat *block)
{
  AdrefLineMeasure measure = {block->width, block->leading, block->align};
  AdrefTextLine label = {0};
  adref_page_flow_emit_pages(flow);
  if (is_full(flow))
    return;
  if (block->label)
    label = set_label(flow, block);
  g_array_set_size(flow->lines, 0);
  set(flow, styled_text, &measure);
  guint lines = flow->lines->len;
  for (guint i = 0; i < lines; i++) {
    AdrefLineBox box = new_box(flow);
    const AdrefTextLine *line = &g_array_index(flow->lines, AdrefTextLine, i);
    box.gap = i == 0 ? block->gap : 0;
    box.is_first = i == 0;
    box.is_line = !block->is_uncounted;
    box.break_before = i == 0 ? take_break_before(flow) : break_before_of(i, lines);
    if (i == 0 && block->label)
      add_segment(flow, &box, &label, block->label_element, block->label_x,
                  MAX(block->label_width, label.width));
    add_segment(flow, &box, line, block->element, block->x, block->width);
    add_tint(flow, &box, block);
    adref_page_flow_add_box(flow, &box);
  }
  if (block->keeps_next)
    flow->break_before = ADREF_PAGE_BREAK_AVOID;
}

/* The lines of a cell, in flow->lines. */
typedef struct {
  guint first, lines;
} CellLines;

static CellLines *set_cells(AdrefPageFlow *flow, const AdrefTableCell *cells, guint count,
                            float leading, guint *most)
{
  CellLines *set_lines = g_new(CellLines, count);
  g_array_set_size(flow->lines, 0);
  *most = 0;
  for (guint i = 0; i < count; i++) {
    AdrefLineMeasure measure = {cells[i].width, leading, cells[i].align};
    set_lines[i].first = flow->lines->len;
    set(flow, cells[i].styled_text, &measure);
    set_lines[i].lines = flow->lines->len - set_lines[i].first;
    *most = MAX(*most, set_lines[i].lines);
  }
  return set_lines;
}

void adref_page_flow_add_row(AdrefPageFlow *flow, const AdrefTableCell *cells, guint count,
                             float gap, float leading, gboolean keeps_next)
{
  guint most;
  adref_page_flow_emit_pages(flow);
  if (is_full(flow))
    return;
  g_autofree CellLines *set_lines = set_cells(flow, cells, count, leading, &most);
  for (guint at = 0; at < most; at++) {
    AdrefLineBox box = new_box(flow);
    box.gap = at == 0 ? gap : 0;
    box.is_first = at == 0;
    box.is_line = TRUE;
    box.break_before = at == 0 ? take_break_before(flow) : ADREF_PAGE_BREAK_AVOID;
    for (guint i = 0; i < count; i++)
      if (at < set_lines[i].lines)
        add_segment(flow, &box, &g_array_index(flow->lines, AdrefTextLine, set_lines[i].first + at),
                    cells[i].element, cells[i].x, cells[i].width);
    adref_page_flow_add_box(flow, &box);
  }
  if (keeps_next)
    flow->break_before = ADREF_PAGE_BREAK_AVOID;
}

void adref_page_flow_begin_table_header(AdrefPageFlow *flow)
{
  AdrefTableHeader header = {flow->header_boxes->len, 0};
  if (flow->column)
    return;
  g_array_append_val(flow->table_headers, header);
  flow->is_in_table_header = TRUE;
}

void adref_page_flow_end_table_header(AdrefPageFlow *flow)
{
  flow->open_table_header = flow->is_in_table_header ? flow->table_headers->len : 0;
  flow->is_in_table_header = FALSE;
}

void adref_page_flow_end_table(AdrefPageFlow *flow)
{
  flow->open_table_header = 0;
}

/* A thin rule is drawn in a lighter colour. */
void adref_page_flow_add_rule(AdrefPageFlow *flow, float x, float width, float gap, float thick)
{
  static const float FINE = 0.5F;
  AdrefLineBox box = new_box(flow);
  box.gap = gap;
  box.above = thick;
  box.break_before = ADREF_PAGE_BREAK_AVOID;
  add_rect(flow, &box, (AdrefFilledRect){x, 0, width, thick, thick < FINE ? 0x8A8A8A : 0x1A1A1A});
  AdrefPageBreak break_before = take_break_before(flow);
  if (break_before == ADREF_PAGE_BREAK_FORCED || flow->boxes->len == 0)
    box.break_before = break_before;
  adref_page_flow_add_box(flow, &box);
  if (break_before == ADREF_PAGE_BREAK_AVOID)
    flow->break_before = ADREF_PAGE_BREAK_AVOID;
}

void adref_page_flow_keep_next(AdrefPageFlow *flow)
{
  flow->break_before = ADREF_PAGE_BREAK_AVOID;
}

void adref_page_flow_new_page(AdrefPageFlow *flow)
{
  flow->break_before = ADREF_PAGE_BREAK_FORCED;
}

void adref_page_flow_set_target(AdrefPageFlow *flow, guint clause)
{
  flow->target = clause + 1;
}

/* The first box of the last paragraph, or of its part on this page. */
static AdrefLineBox *last_paragraph(const AdrefPageFlow *flow)
{
  guint at = flow->boxes->len - 1;
  while (at > flow->page_first && !g_array_index(flow->boxes, AdrefLineBox, at).is_first)
    at--;
  return &g_array_index(flow->boxes, AdrefLineBox, at);
}

static void attach_margin_note(AdrefPageFlow *flow, guint at)
{
  if (flow->boxes->len == flow->page_first || flow->next_margin_note < at)
    return;
  AdrefLineBox *box = last_paragraph(flow);
  if (box->notes > 0 && box->first_note + box->notes != at)
    return;
  box->first_note = box->notes > 0 ? box->first_note : at;
  box->notes++;
  flow->next_margin_note = at + 1;
}

gboolean adref_page_flow_add_margin_note(AdrefPageFlow *flow, const AdrefStyledText *styled_text,
                                         guint element, float leading)
{
  AdrefLineMeasure measure = {flow->geometry.notes, leading, ADREF_TEXT_ALIGN_START};
  AdrefMarginNote note = {flow->note_boxes->len, 0, 0, 0};
  g_array_set_size(flow->lines, 0);
  set(flow, styled_text, &measure);
  for (guint i = 0; i < flow->lines->len; i++) {
    AdrefLineBox box = new_box(flow);
    const AdrefTextLine *line = &g_array_index(flow->lines, AdrefTextLine, i);
    add_segment(flow, &box, line, element, flow->geometry.measure + flow->geometry.note_gap,
                measure.width);
    note.height += box.above + box.below;
    note.boxes++;
    g_array_append_val(flow->note_boxes, box);
  }
  float room = flow->geometry.height - flow->geometry.top - flow->geometry.bottom;
  if (flow->notes_height + note.height > room)
    return FALSE;
  flow->notes_height += note.height + flow->geometry.small;
  g_array_append_val(flow->margin_notes, note);
  attach_margin_note(flow, flow->margin_notes->len - 1);
  return TRUE;
}

void adref_page_flow_add_bookmark(AdrefPageFlow *flow, guint level, char *words)
{
  guint box = flow->column ? flow->column->len : flow->boxes->len;
  AdrefBookmark bookmark = {.page = box, .level = level, .words = words};
  if (flow->total == 0)
    g_array_append_val(flow->bookmarks, bookmark);
  else
    clear_bookmark(&bookmark);
}

guint adref_page_flow_add_link(AdrefPageFlow *flow, char *url, guint target)
{
  AdrefPageFlowLink link = {url, target};
  if (flow->next_link == flow->links->len)
    g_array_append_val(flow->links, link);
  else
    clear_link(&link);
  return ++flow->next_link;
}

gboolean adref_page_flow_link_has_url(const AdrefPageFlow *flow, guint link)
{
  return g_array_index(flow->links, AdrefPageFlowLink, link - 1).url != NULL;
}

static gboolean check_pages(const AdrefPageFlow *flow, const AdrefSourceText *source_texts,
                            GError **error)
{
  if (!is_full(flow))
    return TRUE;
  adref_error(error, ADREF_ERROR_INPUT,
              "%s: it has %d pages or more; a PDF has fewer; export some of the clauses with "
              "--clauses, or HTML",
              source_texts[0].name, ADREF_PAGE_FLOW_MAX_PAGES);
  return FALSE;
}

/* A box stands for the sign. */
static void warn(GPtrArray *problems, AdrefLocation place, gunichar c)
{
  char letter[8] = "";
  letter[g_unichar_to_utf8(c, letter)] = '\0';
  const char *package = adref_font_face_package(c);
  adref_problem(problems, place.line, place.column,
                "no installed font has \"%s\" (U+%04X), so the page has a box; a clean view is "
                "refused with it%s%s",
                letter, c, package ? "; a font is in the package " : "", package ? package : "");
}

gboolean adref_page_flow_check(const AdrefPageFlow *flow, const AdrefSourceText *source_texts,
                               gboolean is_redline, gboolean is_strict, GPtrArray *problems,
                               GError **error)
{
  gunichar c = flow->missing;
  gboolean is_boxed = !is_strict && c && adref_font_face_is_boxed(c);
  if (!c)
    return check_pages(flow, source_texts, error);
  guint side = !is_redline ? flow->missing_side : flow->is_missing_deleted ? 0 : 1;
  const AdrefSourceText *source_text = &source_texts[side];
  AdrefLocation place = {source_text->name, flow->missing_line, flow->missing_column};
  if (!adref_source_text_find(source_text, c, &place.line, &place.column)) {
    place.column = 0;
    if (place.line == 0 && source_text->bytes)
      place.file = NULL;
  }
  if (is_boxed) {
    if (!flow->is_missing_deleted)
      warn(problems, place, c);
    return check_pages(flow, source_texts, error);
  }
  adref_font_face_missing(error, place, c);
  return FALSE;
}

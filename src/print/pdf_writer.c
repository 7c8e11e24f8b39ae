#include "print/pdf_writer.h"

#include "base/error.h"
#include "print/header_footer.h"
#include "print/page_flow_private.h"
#include "print/page_painter.h"
#include "print/pango.h"
#include "print/parallel_columns.h"
#include "print/pdf_artifact.h"
#include "print/pdf_postprocess.h"
#include "print/pdf_tagging.h"

enum {
  PAGE_SIZE = 7000, /* estimated bytes of a full page of prose in the file, with its tags */
  FONTS_SIZE = 200000
};

/* The state of the second pass. */
typedef struct {
  AdrefPageFlow *flow;
  const AdrefPdfWriterOptions *options;
  AdrefPagePainter *painter,
      *painters[ADREF_PAGE_FLOW_SIDES]; /* the current one, and one for each line breaker */
  cairo_t *cairo;
  cairo_surface_t *surface;
  AdrefPdfContent *content;
  AdrefPdfTagging tagging;
  GArray *segments;      /* of Placed: those of the page */
  GArray *link_targets;  /* of gboolean, by clause number: a link leads to the clause */
  GPtrArray *link_texts; /* of char *: the text of each link that was drawn */
} Writer;

typedef struct {
  guint element, order;
  float y;
  const AdrefLineSegment *segment;
  gboolean has_pictures; /* it, or another one of its element on the page */
} Placed;

static cairo_status_t append(void *data, const unsigned char *bytes, unsigned int length)
{
  adref_pdf_postprocess_add(data, (const char *)bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Makes the painter of a side the current one. */
static AdrefPagePainter *select_painter(Writer *writer, guint side)
{
  if (writer->painter == writer->painters[side])
    return writer->painter;
  writer->painter = writer->painters[side];
  adref_page_painter_resume(writer->painter);
  return writer->painter;
}

static float left_of(const Writer *writer, float x, float width)
{
  const AdrefPageGeometry *geometry = &writer->flow->geometry;
  return writer->flow->breakers[0]->is_rtl ? geometry->width - geometry->start - x - width
                                           : geometry->start + x;
}

static guint link_of(const Writer *writer, const AdrefLineSegment *segment, guint piece)
{
  const AdrefLineBreaker *breaker = writer->flow->breakers[segment->side];
  guint style = g_array_index(breaker->pieces, AdrefLinePiece, piece).style;
  return g_array_index(breaker->styles, AdrefTextStyle, style).link;
}

/* The text and the address of a link, for readers who do not see the page. */
static void describe_link(Writer *writer, const AdrefLineSegment *segment, guint from, guint to)
{
  const AdrefLineBreaker *breaker = writer->flow->breakers[segment->side];
  const AdrefPageFlowLink *link =
      &g_array_index(writer->flow->links, AdrefPageFlowLink, link_of(writer, segment, from) - 1);
  GString *words = g_string_new(NULL);
  for (guint i = from; i < to; i++) {
    const AdrefLinePiece *piece = &g_array_index(breaker->pieces, AdrefLinePiece, i);
    g_string_append(words, piece->shape->text);
    g_string_append(words, piece->spaces > 0 && i + 1 < to ? " " : "");
  }
  if (link->url)
    g_string_append_printf(words, " (%s)", link->url);
  g_ptr_array_add(writer->link_texts, g_string_free(words, FALSE));
}

static void print_segment(Writer *writer, const Placed *placed, guint page)
{
  const AdrefLineSegment *segment = placed->segment;
  float x = left_of(writer, segment->x, segment->width);
  gboolean leaves = adref_pdf_tagging_has_leaves(&writer->tagging, placed->element);
  select_painter(writer, segment->side);
  gboolean is_untagged = adref_pdf_tagging_is_untagged(&writer->tagging, placed->element, page);
  adref_pdf_tagging_enter(&writer->tagging, placed->element);
  if (is_untagged)
    adref_pdf_content_leave_tags(writer->content);
  for (guint from = segment->first, end = from + segment->pieces, to; from < end; from = to) {
    guint link = link_of(writer, segment, from);
    for (to = from + 1; to < end && link_of(writer, segment, to) == link; to++)
      continue;
    if (leaves)
      adref_pdf_tagging_begin_leaf(&writer->tagging, link);
    if (leaves && link > 0)
      describe_link(writer, segment, from, to);
    adref_page_painter_set_direct(writer->painter,
                                  is_untagged || placed->has_pictures || (leaves && link > 0));
    adref_page_painter_draw_pieces(writer->painter, from, to - from, x, placed->y,
                                   segment->letter_spacing);
    if (link > 0)
      adref_pdf_tagging_end_leaf(&writer->tagging);
  }
  adref_page_painter_set_direct(writer->painter, TRUE);
}

static void place_segments(Writer *writer, const AdrefLineBox *box, float y)
{
  for (guint i = 0; i < box->segments; i++) {
    const AdrefLineSegment *segment =
        &g_array_index(writer->flow->segments, AdrefLineSegment, box->first_segment + i);
    Placed placed = {segment->element, writer->segments->len, y, segment, FALSE};
    if (!adref_line_breaker_is_blank(writer->flow->breakers[segment->side], segment->first,
                                     segment->pieces))
      g_array_append_val(writer->segments, placed);
  }
}

static void place_margin_notes(Writer *writer, const AdrefLineBox *box)
{
  for (guint n = 0; n < box->notes; n++) {
    const AdrefMarginNote *note =
        &g_array_index(writer->flow->margin_notes, AdrefMarginNote, box->first_note + n);
    float y = note->y;
    for (guint i = 0; i < note->boxes; i++) {
      const AdrefLineBox *line =
          &g_array_index(writer->flow->note_boxes, AdrefLineBox, note->first + i);
      place_segments(writer, line, y + line->above);
      y += line->above + line->below;
    }
  }
}

static void place_footnotes(Writer *writer, const AdrefPageContent *content)
{
  for (guint i = content->first_footnote; i < content->first_footnote + content->footnotes; i++) {
    const AdrefLineBox *line = &g_array_index(writer->flow->footnote_boxes, AdrefLineBox, i);
    place_segments(writer, line, line->y);
  }
}

static int by_element(gconstpointer a, gconstpointer b)
{
  const Placed *x = a, *y = b;
  if (x->element != y->element)
    return x->element < y->element ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

/* Cairo draws all words of an element with pictures itself: it puts images between them. */
static void find_pictures(Writer *writer)
{
  guint last = G_MAXUINT;
  for (guint i = 0; i < writer->segments->len; i++) {
    const Placed *placed = &g_array_index(writer->segments, Placed, i);
    const AdrefLineSegment *segment = placed->segment;
    if (placed->element == last ||
        !adref_page_painter_has_pictures(writer->painters[segment->side], segment->first,
                                         segment->pieces))
      continue;
    last = placed->element;
    for (guint k = 0; k < writer->segments->len; k++) {
      Placed *other = &g_array_index(writer->segments, Placed, k);
      other->has_pictures |= other->element == last;
    }
  }
}

static void print_rects(Writer *writer, const AdrefLineBox *box, float y)
{
  for (guint i = 0; i < box->rects; i++) {
    const AdrefFilledRect *rect =
        &g_array_index(writer->flow->rects, AdrefFilledRect, box->first_rect + i);
    float x = left_of(writer, rect->x, rect->width);
    adref_page_painter_fill_rect(writer->painter, x, y - box->above + rect->y, rect->width,
                                 rect->height, rect->color);
  }
}

/* Without tags: a screen reader has read the header with the table's first page. */
static void print_untagged(Writer *writer, const AdrefLineBox *box, float y)
{
  print_rects(writer, box, y);
  for (guint i = 0; i < box->segments; i++) {
    const AdrefLineSegment *segment =
        &g_array_index(writer->flow->segments, AdrefLineSegment, box->first_segment + i);
    adref_page_painter_draw_pieces(select_painter(writer, segment->side), segment->first,
                                   segment->pieces, left_of(writer, segment->x, segment->width), y,
                                   segment->letter_spacing);
  }
  select_painter(writer, 0);
}

/* The header of a table that continues from the page before. */
static void print_table_header(Writer *writer, const AdrefPageContent *content)
{
  const AdrefPageFlow *flow = writer->flow;
  const AdrefTableHeader *header =
      &g_array_index(flow->table_headers, AdrefTableHeader, content->table_header - 1);
  float y = flow->geometry.top;
  for (guint i = 0; i < header->boxes; i++) {
    const AdrefLineBox *box = &g_array_index(flow->header_boxes, AdrefLineBox, header->first + i);
    y += (i > 0 ? box->gap : 0) + box->above;
    print_untagged(writer, box, y);
    y += box->below;
  }
}

static void mark_target(Writer *writer, const AdrefLineBox *box)
{
  if (box->target == 0 || !g_array_index(writer->link_targets, gboolean, box->target - 1))
    return;
  g_autofree char *attributes =
      g_strdup_printf("name='c%u' x=%d y=%d", box->target - 1, (int)writer->flow->geometry.start,
                      (int)(box->y - box->above) - 4);
  cairo_tag_begin(writer->cairo, CAIRO_TAG_DEST, attributes);
  cairo_tag_end(writer->cairo, CAIRO_TAG_DEST);
}

static void count_lines(Writer *writer, const AdrefPageContent *content)
{
  guint numbers[ADREF_PARALLEL_COLUMNS_MAX + 1] = {0}; /* across the page, and in each column */
  for (guint i = content->first; i < content->first + content->boxes; i++) {
    const AdrefLineBox *box = &g_array_index(writer->flow->boxes, AdrefLineBox, i);
    if (writer->options->line_numbering == ADREF_LINE_NUMBERING_PARAGRAPH && box->is_first)
      numbers[box->column] = 0;
    if (box->is_line)
      adref_header_footer_line_number(writer->painter, &writer->flow->geometry,
                                      ++numbers[box->column], box->column == 2, box->y);
  }
}

/* The rules between columns, and their titles on pages where the columns continue: the first page
 * has the titles in its text. */
static void print_columns(Writer *writer, const AdrefPageContent *content)
{
  const AdrefPdfWriterOptions *options = writer->options;
  const AdrefPageGeometry *geometry = &writer->flow->geometry;
  const char *const *titles = content->titles ? content->titles : options->column_titles;
  adref_header_footer_column_rules(writer->painter, writer->flow, content);
  gboolean goes_on = !content->has_titles && content->divider_top <= geometry->top;
  for (guint i = 0; i < content->columns && goes_on; i++)
    if (titles[i])
      adref_header_footer_column_title(
          select_painter(writer, !content->titles && writer->painters[i] ? i : 0), geometry,
          titles[i], i, content->columns, writer->flow->breakers[0]->is_rtl);
  select_painter(writer, 0);
}

/* The rule between the text and its footnotes. */
static void print_footnote_rule(Writer *writer, const AdrefPageContent *content)
{
  const AdrefPageGeometry *geometry = &writer->flow->geometry;
  const AdrefLineBox *line =
      &g_array_index(writer->flow->footnote_boxes, AdrefLineBox, content->first_footnote);
  float width = geometry->measure * 0.28F;
  adref_page_painter_fill_rect(writer->painter, left_of(writer, 0, width),
                               line->y - line->above - line->gap - geometry->small * 0.5F, width,
                               0.5F, 0x1A1A1A);
}

static void print_page(Writer *writer, const AdrefPageContent *content, guint page)
{
  adref_pdf_content_begin_page(writer->content);
  select_painter(writer, 0);
  adref_header_footer_print(writer->painter, writer->flow, writer->options, page);
  if (content->divider_bottom > 0)
    print_columns(writer, content);
  if (content->table_header > 0)
    print_table_header(writer, content);
  if (content->footnotes > 0)
    print_footnote_rule(writer, content);
  if (writer->options->line_numbering != ADREF_LINE_NUMBERING_NONE)
    count_lines(writer, content);
  g_array_set_size(writer->segments, 0);
  for (guint i = 0; i < content->boxes; i++) {
    const AdrefLineBox *box = &g_array_index(writer->flow->boxes, AdrefLineBox, content->first + i);
    mark_target(writer, box);
    print_rects(writer, box, box->y);
    place_segments(writer, box, box->y);
    place_margin_notes(writer, box);
  }
  place_footnotes(writer, content);
  if (writer->tagging.open->len > 0)
    adref_page_painter_fill_rect(select_painter(writer, 0), 0, 0, ADREF_PDF_SEPARATOR_WIDTH,
                                 ADREF_PDF_SEPARATOR_HEIGHT, 0xFFFFFF);
  adref_pdf_content_begin_tags(writer->content);
  g_array_sort(writer->segments, by_element);
  find_pictures(writer);
  for (guint i = 0; i < writer->segments->len; i++)
    print_segment(writer, &g_array_index(writer->segments, Placed, i), page);
  adref_pdf_tagging_end_leaf(&writer->tagging);
}

static void take_page(gpointer data, const AdrefPageContent *content, guint page)
{
  Writer *writer = data;
  const AdrefPdfWriterOptions *options = writer->options;
  guint pages = writer->flow->total;
  print_page(writer, content, page);
  if (page + 1 == pages)
    adref_pdf_tagging_end(&writer->tagging);
  adref_pdf_content_end_page(writer->content);
  cairo_show_page(writer->cairo);
  if (options->progress)
    options->progress(options->data, page + 1, pages);
}

/* The bookmarks as an outline. `above` holds the last bookmark of each level. */
static void print_bookmarks(Writer *writer)
{
  int above[8] = {CAIRO_PDF_OUTLINE_ROOT};
  for (guint i = 0; i < writer->flow->bookmarks->len; i++) {
    const AdrefBookmark *mark = &g_array_index(writer->flow->bookmarks, AdrefBookmark, i);
    guint level = CLAMP(mark->level, 1, G_N_ELEMENTS(above) - 1);
    g_autofree char *attributes = g_strdup_printf(
        "page=%u pos=[%d %d]", mark->page + 1, (int)writer->flow->geometry.start, (int)mark->y - 4);
    int id = cairo_pdf_surface_add_outline(writer->surface, above[level - 1], mark->words,
                                           attributes, CAIRO_PDF_OUTLINE_FLAG_OPEN);
    for (guint l = level; l < G_N_ELEMENTS(above); l++)
      above[l] = id;
  }
}

static void set_metadata(const Writer *writer)
{
  const AdrefPdfWriterOptions *options = writer->options;
  cairo_surface_t *surface = writer->surface;
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, options->title);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "adref " ADREF_VERSION);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                 options->date ? options->date : "");
}

static void find_link_targets(Writer *writer)
{
  guint targets = writer->flow->targets;
  g_array_set_size(writer->link_targets, targets);
  for (guint i = 0; i < writer->flow->links->len; i++) {
    const AdrefPageFlowLink *link = &g_array_index(writer->flow->links, AdrefPageFlowLink, i);
    if (!link->url && link->target < targets)
      g_array_index(writer->link_targets, gboolean, link->target) = TRUE;
  }
}

static gboolean finish(Writer *writer, GError **error)
{
  cairo_status_t status = cairo_status(writer->cairo);
  cairo_destroy(writer->cairo);
  cairo_surface_finish(writer->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status(writer->surface);
  if (status != CAIRO_STATUS_SUCCESS)
    adref_error(error, ADREF_ERROR_SYSTEM, "the pages cannot be drawn: %s",
                cairo_status_to_string(status));
  return status == CAIRO_STATUS_SUCCESS;
}

/* Characters of header and footer that no font has. */
static gboolean check_painters(const Writer *writer, GError **error)
{
  gunichar missing = 0;
  for (guint i = 0; i < ADREF_PAGE_FLOW_SIDES && !missing; i++)
    missing = writer->painters[i] ? adref_page_painter_missing(writer->painters[i]) : 0;
  if (!missing || (!writer->options->is_strict && adref_font_face_is_boxed(missing)))
    return TRUE;
  adref_font_face_missing(error, (AdrefLocation){.file = NULL}, missing);
  return FALSE;
}

static AdrefPdfProperties properties_of(const Writer *writer)
{
  const AdrefPdfWriterOptions *options = writer->options;
  return (AdrefPdfProperties){.title = options->title,
                              .language = options->language,
                              .creator = "adref " ADREF_VERSION,
                              .date = options->date,
                              .is_rtl = writer->flow->breakers[0]->is_rtl,
                              .file = options->file,
                              .bytes = options->bytes,
                              .length = options->length,
                              .links = writer->link_texts,
                              .tags = writer->tagging.tags};
}

/* The first page on which another element stands in each element. */
static void find_inner_elements(Writer *writer)
{
  const GArray *elements = writer->flow->elements;
  GArray *inner = writer->tagging.inner;
  g_array_set_size(inner, elements->len);
  for (guint i = 0; i < elements->len; i++)
    g_array_index(inner, guint, i) = G_MAXUINT;
  for (guint i = 1; i < elements->len; i++) {
    const AdrefStructElement *element = &g_array_index(elements, AdrefStructElement, i);
    guint *first = &g_array_index(inner, guint, element->parent);
    if (element->is_drawn)
      *first = MIN(*first, element->first_page);
  }
}

static void fill_again(Writer *writer, AdrefPdfWriterFill fill, gconstpointer text)
{
  AdrefPageFlow *flow = writer->flow;
  adref_page_flow_on_page(flow, take_page, writer);
  adref_page_flow_rewind(flow);
  fill(text, flow);
}

GString *adref_pdf_writer_print(AdrefPageFlow *flow, const AdrefPdfWriterOptions *options,
                                AdrefPdfWriterFill fill, gconstpointer text, GError **error)
{
  const AdrefPageGeometry *geometry = &flow->geometry;
  Writer writer = {.flow = flow,
                   .options = options,
                   .tagging = {.flow = flow,
                               .language = options->language,
                               .open = g_array_new(FALSE, FALSE, sizeof(guint)),
                               .inner = g_array_new(FALSE, FALSE, sizeof(guint)),
                               .tags = g_array_new(FALSE, FALSE, sizeof(AdrefPdfTagAttributes))},
                   .segments = g_array_new(FALSE, FALSE, sizeof(Placed)),
                   .link_targets = g_array_new(FALSE, TRUE, sizeof(gboolean)),
                   .link_texts = g_ptr_array_new_with_free_func(g_free)};
  AdrefPdfProperties properties = properties_of(&writer);
  g_autoptr(AdrefPdfPostprocess) postprocess =
      adref_pdf_postprocess_new(&properties, (gsize)flow->total * PAGE_SIZE + FONTS_SIZE);
  writer.surface = cairo_pdf_surface_create_for_stream(append, postprocess, (double)geometry->width,
                                                       (double)geometry->height);
  cairo_pdf_surface_restrict_to_version(writer.surface, CAIRO_PDF_VERSION_1_5);
  writer.cairo = writer.tagging.cairo = cairo_create(writer.surface);
  writer.content = writer.tagging.content = properties.content =
      adref_pdf_content_new(writer.cairo, (double)geometry->width, (double)geometry->height);
  for (guint i = 0; i < ADREF_PAGE_FLOW_SIDES; i++)
    writer.painters[i] =
        flow->breakers[i] ? adref_page_painter_new(flow->breakers[i], writer.cairo, writer.content)
                          : NULL;
  writer.painter = writer.painters[0];
  set_metadata(&writer);
  find_link_targets(&writer);
  find_inner_elements(&writer);
  fill_again(&writer, fill, text);
  print_bookmarks(&writer);
  gboolean done = finish(&writer, error) && check_painters(&writer, error);
  for (guint i = 0; i < ADREF_PAGE_FLOW_SIDES; i++)
    adref_page_painter_free(writer.painters[i]);
  cairo_surface_destroy(writer.surface);
  g_array_unref(writer.tagging.open);
  g_array_unref(writer.tagging.inner);
  g_array_unref(writer.segments);
  g_array_unref(writer.link_targets);
  GString *file_bytes = done ? adref_pdf_postprocess_end(postprocess, error) : NULL;
  adref_pdf_content_free(writer.content);
  g_ptr_array_unref(writer.link_texts);
  g_array_unref(writer.tagging.tags);
  return file_bytes;
}

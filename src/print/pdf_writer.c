#include "print/pdf_writer.h"

#include "base/error.h"
#include "print/header_footer.h"
#include "print/page_painter.h"
#include "print/pango.h"
#include "print/pdf_artifact.h"
#include "print/pdf_postprocess.h"
#include "print/pdf_tagging.h"

enum {
  PAGE_SIZE = 7000, /* bytes of a full page of prose in a file, with its share of the tags */
  FONTS_SIZE = 200000
};

/* Pages while they are printed. */
typedef struct {
  AdrefFlow *flow;
  const AdrefImprint *imprint;
  AdrefPen *pen, *pens[ADREF_FLOW_SIDES]; /* the one that writes, and one for each setter */
  cairo_t *cairo;
  cairo_surface_t *surface;
  AdrefTagging tagging;
  GArray *segments;     /* of Placed: of the page */
  GArray *wanted;       /* of gboolean: clauses that links lead to */
  GPtrArray *described; /* of char *: the words of each link that was printed */
  gboolean has_columns; /* a page before this one has them */
} Press;

typedef struct {
  guint element, order;
  float y;
  const AdrefSegment *segment;
} Placed;

static cairo_status_t append(void *data, const unsigned char *bytes, unsigned int length)
{
  adref_bindery_add(data, (const char *)bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The pen for the words of a side. */
static AdrefPen *take_pen(Press *press, guint side)
{
  if (press->pen == press->pens[side])
    return press->pen;
  press->pen = press->pens[side];
  adref_pen_resume(press->pen);
  return press->pen;
}

static float left_of(const Press *press, float x, float width)
{
  const AdrefMeasures *measures = &press->flow->measures;
  return press->flow->setters[0]->is_rtl ? measures->width - measures->start - x - width
                                         : measures->start + x;
}

static guint link_of(const Press *press, const AdrefSegment *segment, guint piece)
{
  const AdrefSetter *setter = press->flow->setters[segment->side];
  guint look = g_array_index(setter->pieces, AdrefPiece, piece).look;
  return g_array_index(setter->looks, AdrefLook, look).link;
}

/* For those who do not see where a link stands: its words, and the address it leads to. */
static void describe_link(Press *press, const AdrefSegment *segment, guint from, guint to)
{
  const AdrefSetter *setter = press->flow->setters[segment->side];
  const AdrefFlowLink *link =
      &g_array_index(press->flow->links, AdrefFlowLink, link_of(press, segment, from) - 1);
  GString *words = g_string_new(NULL);
  for (guint i = from; i < to; i++) {
    const AdrefPiece *piece = &g_array_index(setter->pieces, AdrefPiece, i);
    g_string_append(words, piece->shape->text);
    g_string_append(words, piece->spaces > 0 && i + 1 < to ? " " : "");
  }
  if (link->url)
    g_string_append_printf(words, " (%s)", link->url);
  g_ptr_array_add(press->described, g_string_free(words, FALSE));
}

static void print_segment(Press *press, const Placed *placed)
{
  const AdrefSegment *segment = placed->segment;
  float x = left_of(press, segment->x, segment->width);
  gboolean leaves = adref_tagging_has_leaves(&press->tagging, placed->element);
  take_pen(press, segment->side);
  adref_tagging_enter(&press->tagging, placed->element);
  for (guint from = segment->first, end = from + segment->pieces, to; from < end; from = to) {
    guint link = link_of(press, segment, from);
    for (to = from + 1; to < end && link_of(press, segment, to) == link; to++)
      continue;
    if (leaves)
      adref_tagging_begin_leaf(&press->tagging, link);
    if (leaves && link > 0)
      describe_link(press, segment, from, to);
    adref_pen_write(press->pen, from, to - from, x, placed->y, segment->spread);
    if (link > 0)
      adref_tagging_end_leaf(&press->tagging);
  }
}

static void place_segments(Press *press, const AdrefBox *box, float y)
{
  for (guint i = 0; i < box->segments; i++) {
    const AdrefSegment *segment =
        &g_array_index(press->flow->segments, AdrefSegment, box->first_segment + i);
    Placed placed = {segment->element, press->segments->len, y, segment};
    if (!adref_setter_is_blank(press->flow->setters[segment->side], segment->first,
                               segment->pieces))
      g_array_append_val(press->segments, placed);
  }
}

static void place_asides(Press *press, const AdrefBox *box)
{
  for (guint n = 0; n < box->notes; n++) {
    const AdrefAside *aside = &g_array_index(press->flow->asides, AdrefAside, box->first_note + n);
    float y = aside->y;
    for (guint i = 0; i < aside->boxes; i++) {
      const AdrefBox *line = &g_array_index(press->flow->note_boxes, AdrefBox, aside->first + i);
      place_segments(press, line, y + line->above);
      y += line->above + line->below;
    }
  }
}

static void place_foot(Press *press, const AdrefLeaf *leaf)
{
  for (guint i = leaf->first_foot; i < leaf->first_foot + leaf->foots; i++) {
    const AdrefBox *line = &g_array_index(press->flow->foot_boxes, AdrefBox, i);
    place_segments(press, line, line->y);
  }
}

static int by_element(gconstpointer a, gconstpointer b)
{
  const Placed *x = a, *y = b;
  if (x->element != y->element)
    return x->element < y->element ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

static void print_blots(Press *press, const AdrefBox *box, float y)
{
  for (guint i = 0; i < box->blots; i++) {
    const AdrefBlot *blot = &g_array_index(press->flow->blots, AdrefBlot, box->first_blot + i);
    float x = left_of(press, blot->x, blot->width);
    adref_pen_fill(press->pen, x, y - box->above + blot->y, blot->width, blot->height, blot->color);
  }
}

/* Without a tag: whoever has the table read out has heard its heads. */
static void print_untagged(Press *press, const AdrefBox *box, float y)
{
  print_blots(press, box, y);
  for (guint i = 0; i < box->segments; i++) {
    const AdrefSegment *segment =
        &g_array_index(press->flow->segments, AdrefSegment, box->first_segment + i);
    adref_pen_write(take_pen(press, segment->side), segment->first, segment->pieces,
                    left_of(press, segment->x, segment->width), y, segment->spread);
  }
  take_pen(press, 0);
}

/* The heads of a table that goes on, once more. */
static void print_heads(Press *press, const AdrefLeaf *leaf)
{
  const AdrefFlow *flow = press->flow;
  const AdrefHeads *heads = &g_array_index(flow->heads, AdrefHeads, leaf->heads - 1);
  float y = flow->measures.top;
  for (guint i = 0; i < heads->boxes; i++) {
    const AdrefBox *box = &g_array_index(flow->head_boxes, AdrefBox, heads->first + i);
    y += (i > 0 ? box->gap : 0) + box->above;
    print_untagged(press, box, y);
    y += box->below;
  }
}

static void mark_target(Press *press, const AdrefBox *box)
{
  if (box->target == 0 || !g_array_index(press->wanted, gboolean, box->target - 1))
    return;
  g_autofree char *attributes =
      g_strdup_printf("name='c%u' x=%d y=%d", box->target - 1, (int)press->flow->measures.start,
                      (int)(box->y - box->above) - 4);
  cairo_tag_begin(press->cairo, CAIRO_TAG_DEST, attributes);
  cairo_tag_end(press->cairo, CAIRO_TAG_DEST);
}

static void count_lines(Press *press, const AdrefLeaf *leaf)
{
  guint numbers[3] = {0, 0, 0}; /* across the page, and of two columns */
  for (guint i = leaf->first; i < leaf->first + leaf->boxes; i++) {
    const AdrefBox *box = &g_array_index(press->flow->boxes, AdrefBox, i);
    if (press->imprint->count == ADREF_COUNT_PARAGRAPH && box->is_first)
      numbers[box->column] = 0;
    if (box->is_line)
      adref_furniture_number(press->pen, &press->flow->measures, ++numbers[box->column],
                             box->column == 2, box->y);
  }
}

/* The rule between two columns, and above it what they are, where the page goes on with them: above
 * the first rows the text says so itself. */
static void print_columns(Press *press, const AdrefLeaf *leaf)
{
  const AdrefImprint *imprint = press->imprint;
  const AdrefMeasures *measures = &press->flow->measures;
  adref_furniture_divide(press->pen, measures, leaf);
  gboolean goes_on = press->has_columns && leaf->divider_top <= measures->top;
  for (guint i = 0; i < ADREF_FLOW_SIDES && goes_on; i++)
    if (imprint->heads[i])
      adref_furniture_head(take_pen(press, press->pens[i] ? i : 0), measures, imprint->heads[i], i,
                           press->flow->setters[0]->is_rtl);
  take_pen(press, 0);
  press->has_columns = TRUE;
}

/* Between the text and its notes. */
static void print_foot_rule(Press *press, const AdrefLeaf *leaf)
{
  const AdrefMeasures *measures = &press->flow->measures;
  const AdrefBox *line = &g_array_index(press->flow->foot_boxes, AdrefBox, leaf->first_foot);
  float width = measures->measure * 0.28F;
  adref_pen_fill(press->pen, left_of(press, 0, width),
                 line->y - line->above - line->gap - measures->small * 0.5F, width, 0.5F, 0x1A1A1A);
}

static void print_page(Press *press, const AdrefLeaf *leaf, guint page)
{
  take_pen(press, 0);
  adref_furniture_print(press->pen, press->flow, press->imprint, page);
  if (leaf->divider_bottom > 0)
    print_columns(press, leaf);
  if (leaf->heads > 0)
    print_heads(press, leaf);
  if (leaf->foots > 0)
    print_foot_rule(press, leaf);
  if (press->imprint->count != ADREF_COUNT_NOTHING)
    count_lines(press, leaf);
  g_array_set_size(press->segments, 0);
  for (guint i = 0; i < leaf->boxes; i++) {
    const AdrefBox *box = &g_array_index(press->flow->boxes, AdrefBox, leaf->first + i);
    mark_target(press, box);
    print_blots(press, box, box->y);
    place_segments(press, box, box->y);
    place_asides(press, box);
  }
  place_foot(press, leaf);
  if (press->tagging.open->len > 0)
    adref_pen_fill(take_pen(press, 0), 0, 0, ADREF_SEAM_WIDTH, ADREF_SEAM_HEIGHT, 0xFFFFFF);
  g_array_sort(press->segments, by_element);
  for (guint i = 0; i < press->segments->len; i++)
    print_segment(press, &g_array_index(press->segments, Placed, i));
  adref_tagging_end_leaf(&press->tagging);
}

static void take_page(gpointer data, const AdrefLeaf *leaf, guint page)
{
  Press *press = data;
  const AdrefImprint *imprint = press->imprint;
  guint pages = press->flow->total;
  print_page(press, leaf, page);
  if (page + 1 == pages)
    adref_tagging_end(&press->tagging);
  cairo_show_page(press->cairo);
  if (imprint->progress)
    imprint->progress(imprint->data, page + 1, pages);
}

/* The bookmark below which one of a level belongs, and the new one in its place. */
static void print_bookmarks(Press *press)
{
  int above[8] = {CAIRO_PDF_OUTLINE_ROOT};
  for (guint i = 0; i < press->flow->bookmarks->len; i++) {
    const AdrefBookmark *mark = &g_array_index(press->flow->bookmarks, AdrefBookmark, i);
    guint level = CLAMP(mark->level, 1, G_N_ELEMENTS(above) - 1);
    g_autofree char *attributes = g_strdup_printf(
        "page=%u pos=[%d %d]", mark->page + 1, (int)press->flow->measures.start, (int)mark->y - 4);
    int id = cairo_pdf_surface_add_outline(press->surface, above[level - 1], mark->words,
                                           attributes, CAIRO_PDF_OUTLINE_FLAG_OPEN);
    for (guint l = level; l < G_N_ELEMENTS(above); l++)
      above[l] = id;
  }
}

static void set_metadata(const Press *press)
{
  const AdrefImprint *imprint = press->imprint;
  cairo_surface_t *surface = press->surface;
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, imprint->title);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "adref " ADREF_VERSION);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                 imprint->date ? imprint->date : "");
}

static void find_wanted(Press *press)
{
  guint targets = press->flow->targets;
  g_array_set_size(press->wanted, targets);
  for (guint i = 0; i < press->flow->links->len; i++) {
    const AdrefFlowLink *link = &g_array_index(press->flow->links, AdrefFlowLink, i);
    if (!link->url && link->target < targets)
      g_array_index(press->wanted, gboolean, link->target) = TRUE;
  }
}

static gboolean finish(Press *press, GError **error)
{
  cairo_status_t status = cairo_status(press->cairo);
  cairo_destroy(press->cairo);
  cairo_surface_finish(press->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status(press->surface);
  if (status != CAIRO_STATUS_SUCCESS)
    adref_error(error, ADREF_ERROR_SYSTEM, "the pages cannot be drawn: %s",
                cairo_status_to_string(status));
  return status == CAIRO_STATUS_SUCCESS;
}

/* The words of headers and footers. */
static gboolean check_pens(const Press *press, GError **error)
{
  gunichar missing = 0;
  for (guint i = 0; i < ADREF_FLOW_SIDES && !missing; i++)
    missing = press->pens[i] ? adref_pen_missing(press->pens[i]) : 0;
  if (missing)
    adref_face_missing(error, (AdrefPlace){.file = NULL}, missing);
  return !missing;
}

static AdrefCovers covers_of(const Press *press)
{
  const AdrefImprint *imprint = press->imprint;
  return (AdrefCovers){.title = imprint->title,
                       .language = imprint->language,
                       .creator = "adref " ADREF_VERSION,
                       .date = imprint->date,
                       .is_rtl = press->flow->setters[0]->is_rtl,
                       .file = imprint->file,
                       .bytes = imprint->bytes,
                       .length = imprint->length,
                       .links = press->described,
                       .tags = press->tagging.tags};
}

static void fill_again(Press *press, AdrefFilling fill, gconstpointer text)
{
  AdrefFlow *flow = press->flow;
  flow->take = take_page;
  flow->data = press;
  adref_flow_rewind(flow);
  fill(text, flow);
}

GString *adref_press_print(AdrefFlow *flow, const AdrefImprint *imprint, AdrefFilling fill,
                           gconstpointer text, GError **error)
{
  const AdrefMeasures *measures = &flow->measures;
  Press press = {.flow = flow,
                 .imprint = imprint,
                 .tagging = {.flow = flow,
                             .language = imprint->language,
                             .open = g_array_new(FALSE, FALSE, sizeof(guint)),
                             .tags = g_array_new(FALSE, FALSE, sizeof(AdrefTagged))},
                 .segments = g_array_new(FALSE, FALSE, sizeof(Placed)),
                 .wanted = g_array_new(FALSE, TRUE, sizeof(gboolean)),
                 .described = g_ptr_array_new_with_free_func(g_free)};
  AdrefCovers covers = covers_of(&press);
  g_autoptr(AdrefBindery) bindery =
      adref_bindery_new(&covers, (gsize)flow->total * PAGE_SIZE + FONTS_SIZE);
  press.surface = cairo_pdf_surface_create_for_stream(append, bindery, (double)measures->width,
                                                      (double)measures->height);
  cairo_pdf_surface_restrict_to_version(press.surface, CAIRO_PDF_VERSION_1_5);
  press.cairo = press.tagging.cairo = cairo_create(press.surface);
  for (guint i = 0; i < ADREF_FLOW_SIDES; i++)
    press.pens[i] = flow->setters[i] ? adref_pen_new(flow->setters[i], press.cairo) : NULL;
  press.pen = press.pens[0];
  set_metadata(&press);
  find_wanted(&press);
  fill_again(&press, fill, text);
  print_bookmarks(&press);
  gboolean done = finish(&press, error) && check_pens(&press, error);
  for (guint i = 0; i < ADREF_FLOW_SIDES; i++)
    adref_pen_free(press.pens[i]);
  cairo_surface_destroy(press.surface);
  g_array_unref(press.tagging.open);
  g_array_unref(press.segments);
  g_array_unref(press.wanted);
  GString *bound = done ? adref_bindery_end(bindery, error) : NULL;
  g_ptr_array_unref(press.described);
  g_array_unref(press.tagging.tags);
  return bound;
}

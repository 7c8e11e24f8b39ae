#include "print/pdf_content.h"

#include <math.h>
#include <string.h>

#include "print/pango.h"
#include "print/pdf_cluster.h"
#include "print/pdf_text_writer.h"

enum {
  FIXED = 256,          /* Cairo's parts of a point */
  OTHER_COLOR = 1 << 24 /* none that a style has */
};

/* Where clusters are drawn for Cairo, each glyph on another row. Not on a whole point: Cairo leaves
 * out a space there. */
static const double row_x = 72.5, row_y = 72.5, row_step = 20;

typedef struct {
  const AdrefPdfFont *font; /* NULL: a rectangle */
  guint color;
  guint first, count;   /* clusters */
  guint first_place;    /* of the glyphs */
  AdrefPdfPlace origin; /* of the first glyph, from the left */
  cairo_rectangle_t rect;
} Operation;

/* The words of a tag. */
typedef struct {
  guint first, count;             /* operations */
  guint first_drawn, drawn_count; /* clusters that Cairo has drawn */
  gboolean is_cairos;             /* Cairo has drawn all words */
  gboolean has_pictures;          /* and images between them */
  gboolean is_outside;            /* they stand in no tag */
  guint color;                    /* of the last of them */
  guint first_color;
} Tag;

typedef struct {
  guint number; /* from 1 */
  guint color;  /* at the begin of the tags */
  GArray *tags, *operations, *places;
  GPtrArray *clusters, *drawn; /* of AdrefPdfCluster */
} Page;

struct AdrefPdfContent {
  cairo_t *cairo;
  double width, height;
  AdrefPdfClusters *clusters;
  GQueue pages; /* of Page: the last one is drawn, the first one is written */
  Page *page;   /* that is drawn */
  guint number;
  gboolean in_tags, has_tag;
  gboolean is_outside;         /* what is drawn stands in no tag */
  gboolean is_refused;         /* what was drawn is not what can be written */
  guint row, rows;             /* on which the next glyph is drawn; of a page */
  GArray *indexes;             /* of gulong: of one cluster */
  guint written;               /* tags of the page that is written */
  GString *out, *cairos_color; /* the colour that Cairo has set last in the stream, or "" */
  AdrefPdfTextWriter *writer;
};

static void free_page(gpointer data)
{
  Page *page = data;
  g_array_unref(page->tags);
  g_array_unref(page->operations);
  g_array_unref(page->places);
  g_ptr_array_unref(page->clusters);
  g_ptr_array_unref(page->drawn);
  g_free(page);
}

AdrefPdfContent *adref_pdf_content_new(cairo_t *cairo, double width, double height)
{
  AdrefPdfContent *content = g_new0(AdrefPdfContent, 1);
  content->cairo = cairo;
  content->width = width;
  content->height = height;
  content->rows = (guint)MAX(2, (height - 2 * row_y) / row_step);
  content->clusters = adref_pdf_clusters_new();
  g_queue_init(&content->pages);
  content->indexes = g_array_new(FALSE, FALSE, sizeof(gulong));
  content->out = g_string_new(NULL);
  content->cairos_color = g_string_new(NULL);
  content->writer = adref_pdf_text_writer_new(content->out);
  return content;
}

void adref_pdf_content_free(AdrefPdfContent *content)
{
  if (!content)
    return;
  g_queue_clear_full(&content->pages, free_page);
  adref_pdf_text_writer_free(content->writer);
  adref_pdf_clusters_free(content->clusters);
  g_array_unref(content->indexes);
  g_string_free(content->out, TRUE);
  g_string_free(content->cairos_color, TRUE);
  g_free(content);
}

void adref_pdf_content_begin_page(AdrefPdfContent *content)
{
  Page *page = g_new0(Page, 1);
  page->number = ++content->number;
  page->color = ADREF_PDF_NO_COLOR;
  page->tags = g_array_new(FALSE, TRUE, sizeof(Tag));
  page->operations = g_array_new(FALSE, FALSE, sizeof(Operation));
  page->places = g_array_new(FALSE, FALSE, sizeof(AdrefPdfPlace));
  page->clusters = g_ptr_array_new();
  page->drawn = g_ptr_array_new();
  g_queue_push_tail(&content->pages, page);
  content->page = page;
  content->in_tags = content->has_tag = FALSE;
}

void adref_pdf_content_begin_tags(AdrefPdfContent *content)
{
  content->in_tags = TRUE;
}

void adref_pdf_content_cut(AdrefPdfContent *content)
{
  content->has_tag = content->is_outside = FALSE;
}

void adref_pdf_content_leave_tags(AdrefPdfContent *content)
{
  adref_pdf_content_cut(content);
  content->is_outside = TRUE;
}

void adref_pdf_content_end_page(AdrefPdfContent *content)
{
  content->in_tags = content->has_tag = FALSE;
  content->page = NULL;
}

static Tag *open_tag(AdrefPdfContent *content)
{
  Page *page = content->page;
  const Tag *last =
      page->tags->len > 0 ? &g_array_index(page->tags, Tag, page->tags->len - 1) : NULL;
  if (!content->has_tag && !(content->is_outside && last && last->is_outside)) {
    Tag tag = {.first = page->operations->len,
               .first_drawn = page->drawn->len,
               .is_outside = content->is_outside};
    g_array_append_val(page->tags, tag);
  }
  content->has_tag = TRUE;
  return &g_array_index(page->tags, Tag, page->tags->len - 1);
}

void adref_pdf_content_drawn(AdrefPdfContent *content, guint color, gboolean is_picture)
{
  if (!content->in_tags) {
    content->page->color = is_picture ? content->page->color : color;
    return;
  }
  Tag *tag = open_tag(content);
  content->is_refused |= tag->count > 0;
  if (!tag->is_cairos)
    tag->first_color = color;
  tag->is_cairos = TRUE;
  tag->has_pictures |= is_picture;
  tag->color = color;
}

/* Draws each glyph on a row of its own, where nobody will see it: what Cairo writes for it is not
 * kept. */
static void draw_cluster(AdrefPdfContent *content, AdrefPdfCluster *cluster)
{
  g_autofree cairo_glyph_t *glyphs = g_new(cairo_glyph_t, cluster->count);
  cairo_text_cluster_t whole = {(int)cluster->length, (int)cluster->count};
  for (guint i = 0; i < cluster->count; i++) {
    content->row = (content->row + 1) % content->rows;
    glyphs[i] = (cairo_glyph_t){cluster->glyphs[i], row_x, row_y + content->row * row_step};
  }
  cairo_set_scaled_font(content->cairo, cluster->font->font);
  cairo_show_text_glyphs(content->cairo, cluster->text, (int)cluster->length, glyphs,
                         (int)cluster->count, &whole, 1, 0);
  cluster->page = content->page->number;
  for (guint i = 0; i < cluster->count && cluster->is_known; i++)
    cluster->codes[i].part->page = content->page->number;
}

static gboolean is_in_reach(const AdrefPdfContent *content, const AdrefPdfFont *font,
                            const cairo_glyph_t *glyph)
{
  return glyph->x >= -font->reach && glyph->x <= content->width + font->reach &&
         glyph->y >= -font->reach && glyph->y <= content->height + font->reach;
}

/* The glyphs of a cluster, in the order in which Cairo writes them; none when all are far outside
 * the page. */
static guint take_glyphs(AdrefPdfContent *content, const AdrefPdfFont *font,
                         const cairo_glyph_t *glyphs, guint count, gboolean is_backward)
{
  Page *page = content->page;
  gboolean is_visible = FALSE;
  for (guint i = 0; i < count && !is_visible; i++)
    is_visible = is_in_reach(content, font, &glyphs[i]);
  g_array_set_size(content->indexes, 0);
  for (guint i = 0; i < count && is_visible; i++) {
    const cairo_glyph_t *glyph = &glyphs[is_backward ? count - 1 - i : i];
    AdrefPdfPlace place = {glyph->x, glyph->y};
    g_array_append_val(content->indexes, glyph->index);
    g_array_append_val(page->places, place);
  }
  return content->indexes->len;
}

static guint add_clusters(AdrefPdfContent *content, AdrefPdfFont *font, const AdrefPdfWords *words)
{
  const cairo_glyph_t *glyphs = words->glyphs + (words->is_backward ? words->glyph_count : 0);
  const char *text = words->text;
  guint shown = 0;
  for (guint i = 0; i < words->count; i++) {
    guint count = (guint)words->clusters[i].num_glyphs,
          length = (guint)words->clusters[i].num_bytes;
    if (words->is_backward)
      glyphs -= count;
    guint taken = take_glyphs(content, font, glyphs, count, words->is_backward);
    AdrefPdfCluster *cluster = adref_pdf_clusters_find(
        content->clusters, font, (const gulong *)(const void *)content->indexes->data, taken, text,
        length);
    g_ptr_array_add(content->page->clusters, cluster);
    shown += taken;
    text += length;
    if (!words->is_backward)
      glyphs += count;
  }
  return shown;
}

/* Whether a rectangle, whole points around its edges, touches the paper. */
static gboolean is_on_paper(const AdrefPdfContent *content, const cairo_rectangle_t *rect)
{
  return ceil(rect->x + rect->width) > MAX(0, floor(rect->x)) &&
         ceil(rect->y + rect->height) > MAX(0, floor(rect->y)) &&
         floor(rect->x) < ceil(content->width) && floor(rect->y) < ceil(content->height);
}

/* Whether the ink of the words touches the paper: Cairo leaves out words whose does not. */
static gboolean are_on_paper(const AdrefPdfContent *content, const AdrefPdfWords *words)
{
  for (guint i = 0; i < words->glyph_count; i++) {
    const cairo_glyph_t *glyph = &words->glyphs[i];
    if (glyph->x > 0 && glyph->x < content->width && glyph->y > 0 && glyph->y < content->height)
      return TRUE;
  }
  cairo_text_extents_t ink;
  cairo_scaled_font_glyph_extents(words->font, words->glyphs, (int)words->glyph_count, &ink);
  cairo_rectangle_t rect = {words->glyphs[0].x + ink.x_bearing, words->glyphs[0].y + ink.y_bearing,
                            ink.width, ink.height};
  return is_on_paper(content, &rect);
}

/* Cairo leaves out a glyph without ink that is the only one and stands on a whole point. */
static gboolean is_left_out(const AdrefPdfContent *content, const Operation *operation)
{
  const AdrefPdfPlace *place =
      &g_array_index(content->page->places, AdrefPdfPlace, operation->first_place);
  if (fmod(rint(place->x * FIXED), FIXED) != 0 && fmod(rint(place->y * FIXED), FIXED) != 0)
    return FALSE;
  for (guint i = operation->first; i < content->page->clusters->len; i++) {
    const AdrefPdfCluster *cluster = content->page->clusters->pdata[i];
    if (cluster->count == 0)
      continue;
    cairo_glyph_t glyph = {cluster->glyphs[0], 0, 0};
    cairo_text_extents_t extents;
    cairo_scaled_font_glyph_extents(operation->font->font, &glyph, 1, &extents);
    return extents.width <= 0 || extents.height <= 0;
  }
  return TRUE;
}

void adref_pdf_content_show(AdrefPdfContent *content, const AdrefPdfWords *words, guint color)
{
  Page *page = content->page;
  AdrefPdfFont *font = adref_pdf_clusters_font(content->clusters, words->font);
  Operation operation = {
      .font = font, .color = color, .first = page->clusters->len, .first_place = page->places->len};
  guint shown = words->glyph_count > 0 && are_on_paper(content, words)
                    ? add_clusters(content, font, words)
                    : 0;
  if (shown == 0 || (shown == 1 && is_left_out(content, &operation))) {
    g_ptr_array_set_size(page->clusters, (int)operation.first);
    g_array_set_size(page->places, operation.first_place);
    return;
  }
  guint first = 0;
  while (first + 1 < words->glyph_count && !is_in_reach(content, font, &words->glyphs[first]))
    first++;
  operation.origin = (AdrefPdfPlace){words->glyphs[first].x, words->glyphs[first].y};
  operation.count = page->clusters->len - operation.first;
  Tag *tag = open_tag(content);
  for (guint i = operation.first; i < page->clusters->len; i++) {
    AdrefPdfCluster *cluster = page->clusters->pdata[i];
    if (!adref_pdf_cluster_is_new(cluster, page->number) &&
        (tag->drawn_count > 0 || cluster->count == 0))
      continue;
    draw_cluster(content, cluster);
    g_ptr_array_add(page->drawn, cluster);
    tag->drawn_count++;
  }
  g_array_append_val(page->operations, operation);
  tag->count++;
}

void adref_pdf_content_fill(AdrefPdfContent *content, const cairo_rectangle_t *rect, guint color)
{
  Operation operation = {.font = NULL, .color = color, .rect = *rect};
  if (rint(rect->width * FIXED) == 0 || rint(rect->height * FIXED) == 0 ||
      !is_on_paper(content, rect))
    return;
  g_array_append_val(content->page->operations, operation);
  open_tag(content)->count++;
}

/* Keeps the colour that Cairo has set last. */
static void follow_color(AdrefPdfContent *content, const char *drawn, gsize length)
{
  static const char set[] = " rg ";
  const char *last = g_strrstr_len(drawn, (gssize)length, set), *line = last;
  while (line && line > drawn && line[-1] != '\n')
    line--;
  if (last)
    g_string_append_len(g_string_truncate(content->cairos_color, 0), line,
                        last + strlen(set) - 1 - line);
}

/* All that Cairo wrote, with the colour that it takes to be set. Which one is set at the end is not
 * known: images set none. */
static void copy_pictures(AdrefPdfContent *content, const char *drawn, gsize length)
{
  if (content->cairos_color->len > 0)
    g_string_append_printf(content->out, "%s\n", content->cairos_color->str);
  g_string_append_len(content->out, drawn, (gssize)length);
  adref_pdf_text_writer_set_color(content->writer, OTHER_COLOR);
}

/* What Cairo wrote, but for the colour that it sets first: it does not know which one is set. */
static void copy_words(AdrefPdfContent *content, const Tag *tag, const char *drawn, gsize length)
{
  static const char set[] = " rg ", opaque[] = "/a0 gs\n";
  const char *end = drawn + length, *newline = memchr(drawn, '\n', length);
  const char *color = newline ? g_strstr_len(drawn, newline - drawn, set) : NULL;
  if (color)
    drawn = color + strlen(set);
  if (color && (gsize)(end - drawn) > strlen(opaque) && g_str_has_prefix(drawn, opaque))
    drawn += strlen(opaque);
  adref_pdf_text_writer_use_color(content->writer, tag->first_color);
  g_string_append_len(content->out, drawn, end - drawn);
  adref_pdf_text_writer_set_color(content->writer, tag->color);
}

static void write_operation(AdrefPdfContent *content, const Page *page, const Operation *operation)
{
  for (guint i = 0; i < operation->count; i++) {
    const AdrefPdfCluster *cluster = page->clusters->pdata[operation->first + i];
    content->is_refused |= !cluster->is_known;
  }
  if (content->is_refused)
    return;
  adref_pdf_text_writer_use_color(content->writer, operation->color);
  if (operation->font)
    adref_pdf_text_writer_show(
        content->writer, operation->font, &operation->origin,
        (AdrefPdfCluster *const *)(const void *)(page->clusters->pdata + operation->first),
        operation->count, &g_array_index(page->places, AdrefPdfPlace, operation->first_place));
  else
    adref_pdf_text_writer_fill(content->writer, &operation->rect);
}

static gboolean learn(AdrefPdfContent *content, const Page *page, const Tag *tag, const char *drawn,
                      gsize length)
{
  g_autoptr(GPtrArray) clusters = g_ptr_array_new();
  for (guint i = 0; i < tag->drawn_count; i++)
    g_ptr_array_add(clusters, page->drawn->pdata[tag->first_drawn + i]);
  return adref_pdf_clusters_learn(content->clusters, clusters, page->number, drawn, length);
}

/* The next one of the page that is written, or NULL. */
static const Tag *next_tag(AdrefPdfContent *content, gboolean is_outside)
{
  const Page *page = g_queue_peek_head(&content->pages);
  if (!page || content->is_refused || content->written >= page->tags->len)
    return NULL;
  const Tag *tag = &g_array_index(page->tags, Tag, content->written);
  if (tag->is_outside != is_outside)
    return NULL;
  if (content->written++ == 0)
    adref_pdf_text_writer_set_color(content->writer, page->color);
  return tag;
}

gboolean adref_pdf_content_write_untagged(AdrefPdfContent *content, const char *drawn, gsize length,
                                          gboolean is_first, GByteArray *out)
{
  const Tag *tag = next_tag(content, TRUE);
  g_string_truncate(content->out, 0);
  if (tag && tag->has_pictures && !is_first)
    copy_pictures(content, drawn, length);
  else if (tag && !is_first)
    copy_words(content, tag, drawn, length);
  else
    g_string_append_len(content->out, drawn, (gssize)length);
  if (tag && is_first)
    adref_pdf_text_writer_set_color(content->writer,
                                    tag->has_pictures ? (guint)OTHER_COLOR : tag->color);
  follow_color(content, drawn, length);
  g_byte_array_append(out, (const guint8 *)content->out->str, (guint)content->out->len);
  return !content->is_refused;
}

gboolean adref_pdf_content_write_tag(AdrefPdfContent *content, const char *drawn, gsize length,
                                     GByteArray *out)
{
  const Page *page = g_queue_peek_head(&content->pages);
  const Tag *tag = next_tag(content, FALSE);
  if (!tag)
    return FALSE;
  g_string_truncate(content->out, 0);
  if (tag->has_pictures) {
    copy_pictures(content, drawn, length);
  } else if (tag->is_cairos) {
    copy_words(content, tag, drawn, length);
  } else if (learn(content, page, tag, drawn, length)) {
    for (guint i = tag->first; i < tag->first + tag->count; i++)
      write_operation(content, page, &g_array_index(page->operations, Operation, i));
    adref_pdf_text_writer_end(content->writer);
  } else {
    return FALSE;
  }
  follow_color(content, drawn, length);
  g_byte_array_append(out, (const guint8 *)content->out->str, (guint)content->out->len);
  return !content->is_refused;
}

gboolean adref_pdf_content_end_stream(AdrefPdfContent *content)
{
  Page *page = g_queue_pop_head(&content->pages);
  gboolean done = page && content->written == page->tags->len;
  content->written = 0;
  g_string_truncate(content->cairos_color, 0);
  if (page)
    free_page(page);
  return done;
}

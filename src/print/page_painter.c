#include "print/page_painter.h"

#include <string.h>

#include "print/pango.h"

enum {
  NO_COLOR = G_MAXUINT,
  MOST_GLYPHS = 4096 /* glyphs that are given to Cairo at once */
};

struct AdrefPagePainter {
  AdrefLineBreaker *breaker;
  cairo_t *cairo;
  AdrefPdfContent *content;
  gboolean is_direct;
  guint color;
  GPtrArray *spaces; /* of const AdrefShapedWord, for each style; NULL: not needed yet */
  GArray *glyphs, *clusters;
  GString *text;
  cairo_scaled_font_t *font;        /* of the glyphs that are collected */
  gboolean is_backward, is_colored; /* as in AdrefGlyphRun, of these glyphs */
  gunichar missing;
};

AdrefPagePainter *adref_page_painter_new(AdrefLineBreaker *breaker, cairo_t *cairo,
                                         AdrefPdfContent *content)
{
  AdrefPagePainter *painter = g_new0(AdrefPagePainter, 1);
  painter->breaker = breaker;
  painter->cairo = cairo;
  painter->content = content;
  painter->is_direct = TRUE;
  painter->color = NO_COLOR;
  painter->spaces = g_ptr_array_new();
  painter->glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
  painter->clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t));
  painter->text = g_string_new(NULL);
  return painter;
}

void adref_page_painter_free(AdrefPagePainter *painter)
{
  if (!painter)
    return;
  g_ptr_array_unref(painter->spaces);
  g_array_unref(painter->glyphs);
  g_array_unref(painter->clusters);
  g_string_free(painter->text, TRUE);
  g_free(painter);
}

void adref_page_painter_resume(AdrefPagePainter *painter)
{
  painter->color = NO_COLOR;
}

AdrefLineBreaker *adref_page_painter_line_breaker(const AdrefPagePainter *painter)
{
  return painter->breaker;
}

static void show(AdrefPagePainter *painter)
{
  AdrefPdfWords words = {.font = painter->font,
                         .glyphs = (const cairo_glyph_t *)(const void *)painter->glyphs->data,
                         .glyph_count = painter->glyphs->len,
                         .clusters =
                             (const cairo_text_cluster_t *)(const void *)painter->clusters->data,
                         .count = painter->clusters->len,
                         .text = painter->text->str,
                         .is_backward = painter->is_backward};
  if (!painter->is_direct) {
    adref_pdf_content_show(painter->content, &words, painter->color);
    return;
  }
  cairo_set_scaled_font(painter->cairo, words.font);
  cairo_show_text_glyphs(painter->cairo, words.text, (int)painter->text->len, words.glyphs,
                         (int)words.glyph_count, words.clusters, (int)words.count,
                         words.is_backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
  adref_pdf_content_drawn(painter->content, painter->color, painter->is_colored);
}

static void flush(AdrefPagePainter *painter)
{
  if (painter->glyphs->len > 0)
    show(painter);
  g_array_set_size(painter->glyphs, 0);
  g_array_set_size(painter->clusters, 0);
  g_string_truncate(painter->text, 0);
}

gboolean adref_page_painter_has_pictures(const AdrefPagePainter *painter, guint first, guint pieces)
{
  for (guint i = first; i < first + pieces; i++) {
    const AdrefShapedWord *shape = g_array_index(painter->breaker->pieces, AdrefLinePiece, i).shape;
    for (guint r = 0; r < shape->runs; r++)
      if (shape->run[r].is_colored)
        return TRUE;
  }
  return FALSE;
}

void adref_page_painter_set_direct(AdrefPagePainter *painter, gboolean is_direct)
{
  flush(painter);
  painter->is_direct = is_direct;
}

static void set_color(AdrefPagePainter *painter, guint color)
{
  if (painter->color == color)
    return;
  flush(painter);
  cairo_set_source_rgb(painter->cairo, (color >> 16 & 0xFF) / 255.0, (color >> 8 & 0xFF) / 255.0,
                       (color & 0xFF) / 255.0);
  painter->color = color;
}

static const AdrefTextStyle *style_at(const AdrefPagePainter *painter, guint style)
{
  return &g_array_index(painter->breaker->styles, AdrefTextStyle, style);
}

static const AdrefShapedWord *space_of(AdrefPagePainter *painter, guint style)
{
  if (painter->spaces->len <= style)
    g_ptr_array_set_size(painter->spaces, (int)style + 1);
  if (!painter->spaces->pdata[style]) {
    guint face = adref_shaper_face(painter->breaker->shaper, &style_at(painter, style)->face);
    painter->spaces->pdata[style] =
        (gpointer)(guintptr)adref_shaper_shape(painter->breaker->shaper, face, " ", 1, FALSE);
  }
  return painter->spaces->pdata[style];
}

static void add_run(AdrefPagePainter *painter, const AdrefShapedWord *shape,
                    const AdrefGlyphRun *run, double x, double y)
{
  if (run->font != painter->font || run->is_backward || painter->is_backward ||
      painter->glyphs->len > MOST_GLYPHS)
    flush(painter);
  painter->font = run->font;
  painter->is_backward = run->is_backward;
  painter->is_colored = run->is_colored;
  for (guint i = run->first; i < (guint)run->first + run->glyphs; i++) {
    cairo_glyph_t glyph = shape->glyphs[i];
    glyph.x += x;
    glyph.y += y;
    g_array_append_val(painter->glyphs, glyph);
  }
  g_array_append_vals(painter->clusters, shape->clusters + run->clusters_first, run->clusters);
  g_string_append_len(painter->text, shape->text + run->bytes_first, run->bytes);
}

static void add_shape(AdrefPagePainter *painter, const AdrefShapedWord *shape, float x, float y)
{
  for (guint i = 0; i < shape->runs; i++)
    add_run(painter, shape, &shape->run[i], (double)x, (double)y);
}

/* Moves the glyphs of the run that was added last apart, cluster by cluster. The return value is
 * the index of the next cluster. */
static guint space_clusters(AdrefPagePainter *painter, const AdrefShapedWord *shape,
                            const AdrefGlyphRun *run, guint cluster, double by)
{
  guint glyph = painter->glyphs->len - run->glyphs;
  for (guint i = 0; i < run->clusters; i++, cluster++) {
    int count = shape->clusters[run->clusters_first + i].num_glyphs;
    for (int g = 0; g < count && glyph < painter->glyphs->len; g++, glyph++)
      g_array_index(painter->glyphs, cairo_glyph_t, glyph).x += by * cluster;
  }
  return cluster;
}

static void add_spaced_shape(AdrefPagePainter *painter, const AdrefShapedWord *shape, float x,
                             float y, float by)
{
  guint cluster = 0;
  for (guint i = 0; i < shape->runs; i++) {
    add_run(painter, shape, &shape->run[i], (double)x, (double)y);
    cluster = space_clusters(painter, shape, &shape->run[i], cluster, (double)by);
  }
}

/* An underline or strike continues to the next piece when that has the same decoration. */
static float end_of(const AdrefPagePainter *painter, const AdrefLinePiece *piece,
                    const AdrefLinePiece *next)
{
  float end = piece->x + piece->shape->width;
  if (!next ||
      style_at(painter, next->style)->decoration != style_at(painter, piece->style)->decoration ||
      next->x < piece->x)
    return end;
  return MAX(end, next->x);
}

static void draw_lines(AdrefPagePainter *painter, const AdrefLinePiece *piece,
                       const AdrefLinePiece *next, float x, float y)
{
  const AdrefTextStyle *style = style_at(painter, piece->style);
  float size = style->face.size, thick = MAX(size * 0.055F, 0.4F);
  float from = x + piece->x, width = x + end_of(painter, piece, next) - from;
  if (style->decoration & (ADREF_TEXT_DECORATION_UNDERLINE | ADREF_TEXT_DECORATION_DOUBLE))
    adref_page_painter_fill_rect(painter, from, y + size * 0.13F, width, thick, style->color);
  if (style->decoration & ADREF_TEXT_DECORATION_DOUBLE)
    adref_page_painter_fill_rect(painter, from, y + size * 0.13F + 2 * thick, width, thick,
                                 style->color);
  if (style->decoration & ADREF_TEXT_DECORATION_STRIKE)
    adref_page_painter_fill_rect(painter, from, y - size * 0.27F, width, thick, style->color);
}

static void write_piece(AdrefPagePainter *painter, const AdrefLinePiece *piece,
                        const AdrefLinePiece *next, float x, float y, float letter_spacing)
{
  const AdrefTextStyle *style = style_at(painter, piece->style);
  set_color(painter, style->color);
  float by = next && piece->shape->parts > 0 ? letter_spacing * style->face.size : 0;
  if (G_UNLIKELY(by > 0))
    add_spaced_shape(painter, piece->shape, x + piece->x, y - style->rise, by);
  else
    add_shape(painter, piece->shape, x + piece->x, y - style->rise);
  if (piece->spaces > 0) {
    const AdrefShapedWord *space = space_of(painter, piece->style);
    float at = piece->shape->is_backward
                   ? piece->x - space->width
                   : piece->x + piece->shape->width + by * piece->shape->parts;
    for (guint i = 0; i < piece->spaces; i++)
      add_shape(painter, space, x + at + (float)i * space->width, y - style->rise);
  }
  if (G_UNLIKELY(style->decoration))
    draw_lines(painter, piece, next, x, y - style->rise);
}

gunichar adref_page_painter_missing(const AdrefPagePainter *painter)
{
  return painter->missing;
}

void adref_page_painter_draw_pieces(AdrefPagePainter *painter, guint first, guint pieces, float x,
                                    float y, float letter_spacing)
{
  for (guint i = 0; i < pieces; i++) {
    const AdrefLinePiece *piece =
        &g_array_index(painter->breaker->pieces, AdrefLinePiece, first + i);
    write_piece(painter, piece, i + 1 < pieces ? piece + 1 : NULL, x, y, letter_spacing);
  }
  flush(painter);
}

void adref_page_painter_draw_text(AdrefPagePainter *painter, const AdrefTextStyle *style,
                                  const char *words, float x, float y, AdrefTextAlign align,
                                  float most)
{
  guint at = adref_line_breaker_style(painter->breaker, style),
        before = painter->breaker->pieces->len;
  g_autoptr(AdrefStyledText) styled_text = adref_styled_text_new();
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(AdrefTextLine));
  adref_styled_text_add(styled_text, at, NULL, words, strlen(words));
  AdrefLineMeasure measure = {most, style->face.size, ADREF_TEXT_ALIGN_START};
  gunichar missing = 0;
  gsize byte;
  adref_line_breaker_break(painter->breaker, styled_text, &measure, lines, &missing, &byte);
  painter->missing = painter->missing ? painter->missing : missing;
  const AdrefTextLine *line = &g_array_index(lines, AdrefTextLine, 0);
  float room = align == ADREF_TEXT_ALIGN_END      ? line->width
               : align == ADREF_TEXT_ALIGN_CENTER ? line->width / 2
                                                  : 0;
  adref_page_painter_draw_pieces(painter, line->first, line->pieces, x - line->x - room, y, 0);
  g_array_set_size(painter->breaker->pieces, before);
}

void adref_page_painter_fill_rect(AdrefPagePainter *painter, float x, float y, float width,
                                  float height, guint color)
{
  cairo_rectangle_t rect = {(double)x, (double)y, (double)width, (double)height};
  flush(painter);
  set_color(painter, color);
  if (!painter->is_direct) {
    adref_pdf_content_fill(painter->content, &rect, color);
    return;
  }
  cairo_rectangle(painter->cairo, rect.x, rect.y, rect.width, rect.height);
  cairo_fill(painter->cairo);
  adref_pdf_content_drawn(painter->content, color, FALSE);
}

void adref_page_painter_draw_watermark(AdrefPagePainter *painter, const char *word, float width,
                                       float height)
{
  AdrefFontFace face = {ADREF_FONT_FAMILY_SANS, TRUE, FALSE, 120};
  guint number = adref_shaper_face(painter->breaker->shaper, &face);
  const AdrefShapedWord *shape =
      adref_shaper_shape(painter->breaker->shaper, number, word, strlen(word), FALSE);
  float widest = height * 0.8F;
  set_color(painter, 0xF0F0F0);
  cairo_save(painter->cairo);
  cairo_translate(painter->cairo, (double)width / 2, (double)height / 2);
  cairo_rotate(painter->cairo, -G_PI / 3.4);
  if (shape->width > widest)
    cairo_scale(painter->cairo, (double)(widest / shape->width), (double)(widest / shape->width));
  cairo_translate(painter->cairo, -(double)shape->width / 2, 43);
  for (guint i = 0; i < shape->runs; i++) {
    cairo_set_scaled_font(painter->cairo, shape->run[i].font);
    cairo_glyph_path(painter->cairo, shape->glyphs + shape->run[i].first, shape->run[i].glyphs);
  }
  cairo_fill(painter->cairo);
  cairo_restore(painter->cairo);
  adref_pdf_content_drawn(painter->content, painter->color, FALSE);
}

#include "print/page_painter.h"

#include <string.h>

#include "print/pango.h"

enum {
  NO_COLOR = G_MAXUINT,
  MOST_GLYPHS = 4096 /* written at once */
};

struct AdrefPen {
  AdrefSetter *setter;
  cairo_t *cairo;
  guint color;
  GPtrArray *spaces; /* of const AdrefShape, for each look; NULL: not needed yet */
  GArray *glyphs, *clusters;
  GString *text;
  cairo_scaled_font_t *font; /* of what waits to be written */
  gboolean is_backward;
  gunichar missing;
};

AdrefPen *adref_pen_new(AdrefSetter *setter, cairo_t *cairo)
{
  AdrefPen *pen = g_new0(AdrefPen, 1);
  pen->setter = setter;
  pen->cairo = cairo;
  pen->color = NO_COLOR;
  pen->spaces = g_ptr_array_new();
  pen->glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
  pen->clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t));
  pen->text = g_string_new(NULL);
  return pen;
}

void adref_pen_free(AdrefPen *pen)
{
  if (!pen)
    return;
  g_ptr_array_unref(pen->spaces);
  g_array_unref(pen->glyphs);
  g_array_unref(pen->clusters);
  g_string_free(pen->text, TRUE);
  g_free(pen);
}

void adref_pen_resume(AdrefPen *pen)
{
  pen->color = NO_COLOR;
}

AdrefSetter *adref_pen_setter(const AdrefPen *pen)
{
  return pen->setter;
}

cairo_t *adref_pen_cairo(const AdrefPen *pen)
{
  return pen->cairo;
}

static void flush(AdrefPen *pen)
{
  if (pen->glyphs->len > 0) {
    cairo_set_scaled_font(pen->cairo, pen->font);
    cairo_show_text_glyphs(
        pen->cairo, pen->text->str, (int)pen->text->len,
        (const cairo_glyph_t *)(const void *)pen->glyphs->data, (int)pen->glyphs->len,
        (const cairo_text_cluster_t *)(const void *)pen->clusters->data, (int)pen->clusters->len,
        pen->is_backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
  }
  g_array_set_size(pen->glyphs, 0);
  g_array_set_size(pen->clusters, 0);
  g_string_truncate(pen->text, 0);
}

static void set_color(AdrefPen *pen, guint color)
{
  if (pen->color == color)
    return;
  flush(pen);
  cairo_set_source_rgb(pen->cairo, (color >> 16 & 0xFF) / 255.0, (color >> 8 & 0xFF) / 255.0,
                       (color & 0xFF) / 255.0);
  pen->color = color;
}

static const AdrefLook *look_at(const AdrefPen *pen, guint look)
{
  return &g_array_index(pen->setter->looks, AdrefLook, look);
}

static const AdrefShape *space_of(AdrefPen *pen, guint look)
{
  if (pen->spaces->len <= look)
    g_ptr_array_set_size(pen->spaces, (int)look + 1);
  if (!pen->spaces->pdata[look]) {
    guint face = adref_shaper_face(pen->setter->shaper, &look_at(pen, look)->face);
    pen->spaces->pdata[look] =
        (gpointer)(guintptr)adref_shape(pen->setter->shaper, face, " ", 1, FALSE);
  }
  return pen->spaces->pdata[look];
}

static void add_run(AdrefPen *pen, const AdrefShape *shape, const AdrefShapeRun *run, double x,
                    double y)
{
  if (run->font != pen->font || run->is_backward || pen->is_backward ||
      pen->glyphs->len > MOST_GLYPHS)
    flush(pen);
  pen->font = run->font;
  pen->is_backward = run->is_backward;
  for (guint i = run->first; i < (guint)run->first + run->glyphs; i++) {
    cairo_glyph_t glyph = shape->glyphs[i];
    glyph.x += x;
    glyph.y += y;
    g_array_append_val(pen->glyphs, glyph);
  }
  g_array_append_vals(pen->clusters, shape->clusters + run->clusters_first, run->clusters);
  g_string_append_len(pen->text, shape->text + run->bytes_first, run->bytes);
}

static void add_shape(AdrefPen *pen, const AdrefShape *shape, float x, float y)
{
  for (guint i = 0; i < shape->runs; i++)
    add_run(pen, shape, &shape->run[i], (double)x, (double)y);
}

/* The glyphs of the run that was added last are moved apart, cluster by cluster; the place of the
 * next cluster. */
static guint move_apart(AdrefPen *pen, const AdrefShape *shape, const AdrefShapeRun *run,
                        guint cluster, double by)
{
  guint glyph = pen->glyphs->len - run->glyphs;
  for (guint i = 0; i < run->clusters; i++, cluster++) {
    int count = shape->clusters[run->clusters_first + i].num_glyphs;
    for (int g = 0; g < count && glyph < pen->glyphs->len; g++, glyph++)
      g_array_index(pen->glyphs, cairo_glyph_t, glyph).x += by * cluster;
  }
  return cluster;
}

static void add_spread(AdrefPen *pen, const AdrefShape *shape, float x, float y, float by)
{
  guint cluster = 0;
  for (guint i = 0; i < shape->runs; i++) {
    add_run(pen, shape, &shape->run[i], (double)x, (double)y);
    cluster = move_apart(pen, shape, &shape->run[i], cluster, (double)by);
  }
}

/* The line under or through words goes on to the next ones where they have it too. */
static float end_of(const AdrefPen *pen, const AdrefPiece *piece, const AdrefPiece *next)
{
  float end = piece->x + piece->shape->width;
  if (!next || look_at(pen, next->look)->lines != look_at(pen, piece->look)->lines ||
      next->x < piece->x)
    return end;
  return MAX(end, next->x);
}

static void draw_lines(AdrefPen *pen, const AdrefPiece *piece, const AdrefPiece *next, float x,
                       float y)
{
  const AdrefLook *look = look_at(pen, piece->look);
  float size = look->face.size, thick = MAX(size * 0.055F, 0.4F);
  float from = x + piece->x, width = x + end_of(pen, piece, next) - from;
  if (look->lines & (ADREF_DRAWN_UNDER | ADREF_DRAWN_TWICE))
    adref_pen_fill(pen, from, y + size * 0.13F, width, thick, look->color);
  if (look->lines & ADREF_DRAWN_TWICE)
    adref_pen_fill(pen, from, y + size * 0.13F + 2 * thick, width, thick, look->color);
  if (look->lines & ADREF_DRAWN_STRUCK)
    adref_pen_fill(pen, from, y - size * 0.27F, width, thick, look->color);
}

static void write_piece(AdrefPen *pen, const AdrefPiece *piece, const AdrefPiece *next, float x,
                        float y, float spread)
{
  const AdrefLook *look = look_at(pen, piece->look);
  set_color(pen, look->color);
  float by = next && piece->shape->parts > 0 ? spread * look->face.size : 0;
  if (G_UNLIKELY(by > 0))
    add_spread(pen, piece->shape, x + piece->x, y - look->rise, by);
  else
    add_shape(pen, piece->shape, x + piece->x, y - look->rise);
  if (piece->spaces > 0) {
    const AdrefShape *space = space_of(pen, piece->look);
    float at = piece->shape->is_backward
                   ? piece->x - space->width
                   : piece->x + piece->shape->width + by * piece->shape->parts;
    for (guint i = 0; i < piece->spaces; i++)
      add_shape(pen, space, x + at + (float)i * space->width, y - look->rise);
  }
  if (G_UNLIKELY(look->lines))
    draw_lines(pen, piece, next, x, y - look->rise);
}

gunichar adref_pen_missing(const AdrefPen *pen)
{
  return pen->missing;
}

void adref_pen_write(AdrefPen *pen, guint first, guint pieces, float x, float y, float spread)
{
  for (guint i = 0; i < pieces; i++) {
    const AdrefPiece *piece = &g_array_index(pen->setter->pieces, AdrefPiece, first + i);
    write_piece(pen, piece, i + 1 < pieces ? piece + 1 : NULL, x, y, spread);
  }
  flush(pen);
}

void adref_pen_letter(AdrefPen *pen, const AdrefLook *look, const char *words, float x, float y,
                      AdrefAlign align, float most)
{
  guint at = adref_setter_look(pen->setter, look), before = pen->setter->pieces->len;
  g_autoptr(AdrefPassage) passage = adref_passage_new();
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(AdrefLine));
  adref_passage_add(passage, at, NULL, words, strlen(words));
  AdrefMeasure measure = {most, look->face.size, ADREF_ALIGN_START};
  gunichar missing = 0;
  gsize byte;
  adref_setter_set(pen->setter, passage, &measure, lines, &missing, &byte);
  pen->missing = pen->missing ? pen->missing : missing;
  const AdrefLine *line = &g_array_index(lines, AdrefLine, 0);
  float room = align == ADREF_ALIGN_END      ? line->width
               : align == ADREF_ALIGN_CENTER ? line->width / 2
                                             : 0;
  adref_pen_write(pen, line->first, line->pieces, x - line->x - room, y, 0);
  g_array_set_size(pen->setter->pieces, before);
}

void adref_pen_fill(AdrefPen *pen, float x, float y, float width, float height, guint color)
{
  flush(pen);
  set_color(pen, color);
  cairo_rectangle(pen->cairo, (double)x, (double)y, (double)width, (double)height);
  cairo_fill(pen->cairo);
}

void adref_pen_watermark(AdrefPen *pen, const char *word, float width, float height)
{
  AdrefFace face = {ADREF_SANS, TRUE, FALSE, 120};
  guint number = adref_shaper_face(pen->setter->shaper, &face);
  const AdrefShape *shape = adref_shape(pen->setter->shaper, number, word, strlen(word), FALSE);
  set_color(pen, 0xF0F0F0);
  cairo_save(pen->cairo);
  cairo_translate(pen->cairo, (double)width / 2, (double)height / 2);
  cairo_rotate(pen->cairo, -G_PI / 3.4);
  cairo_translate(pen->cairo, -(double)shape->width / 2, 43);
  for (guint i = 0; i < shape->runs; i++) {
    cairo_set_scaled_font(pen->cairo, shape->run[i].font);
    cairo_glyph_path(pen->cairo, shape->glyphs + shape->run[i].first, shape->run[i].glyphs);
  }
  cairo_fill(pen->cairo);
  cairo_restore(pen->cairo);
}

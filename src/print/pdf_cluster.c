#include "print/pdf_cluster.h"

#include <math.h>
#include <string.h>

#include "print/pango.h"

enum {
  REACH = 10,       /* font sizes */
  SCALED_DIGITS = 2 /* of a font that Cairo embeds at one size: of pictures, not of outlines */
};

struct AdrefPdfClusters {
  GHashTable *fonts;    /* of AdrefPdfFont, by cairo_scaled_font_t */
  GHashTable *clusters; /* of AdrefPdfCluster: a set */
  GPtrArray *parts;     /* of AdrefPdfFontPart */
};

static guint hash_cluster(gconstpointer data)
{
  const AdrefPdfCluster *cluster = data;
  guint hash = g_direct_hash(cluster->font);
  for (guint i = 0; i < cluster->count; i++)
    hash = hash * 33 + (guint)cluster->glyphs[i];
  for (guint i = 0; i < cluster->length; i++)
    hash = hash * 33 + (guchar)cluster->text[i];
  return hash;
}

static gboolean is_same_cluster(gconstpointer a, gconstpointer b)
{
  const AdrefPdfCluster *x = a, *y = b;
  return x->font == y->font && x->count == y->count && x->length == y->length &&
         (x->length == 0 || memcmp(x->text, y->text, x->length) == 0) &&
         (x->count == 0 || memcmp(x->glyphs, y->glyphs, x->count * sizeof x->glyphs[0]) == 0);
}

static void free_cluster(gpointer data)
{
  AdrefPdfCluster *cluster = data;
  g_free(cluster->text);
  g_free(cluster->glyphs);
  g_free(cluster->codes);
  g_free(cluster);
}

static void free_font(gpointer data)
{
  AdrefPdfFont *font = data;
  cairo_scaled_font_destroy(font->unscaled);
  g_free(font);
}

AdrefPdfClusters *adref_pdf_clusters_new(void)
{
  AdrefPdfClusters *clusters = g_new(AdrefPdfClusters, 1);
  clusters->fonts = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, free_font);
  clusters->clusters = g_hash_table_new_full(hash_cluster, is_same_cluster, free_cluster, NULL);
  clusters->parts = g_ptr_array_new_with_free_func(g_free);
  return clusters;
}

void adref_pdf_clusters_free(AdrefPdfClusters *clusters)
{
  if (!clusters)
    return;
  g_hash_table_unref(clusters->clusters);
  g_hash_table_unref(clusters->fonts);
  g_ptr_array_unref(clusters->parts);
  g_free(clusters);
}

/* The font of size 1 from which Cairo takes the advances of an embedded font. */
static cairo_scaled_font_t *unscaled_font(cairo_scaled_font_t *font)
{
  cairo_matrix_t identity;
  cairo_matrix_init_identity(&identity);
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_scaled_font_t *unscaled = cairo_scaled_font_create(cairo_scaled_font_get_font_face(font),
                                                           &identity, &identity, options);
  cairo_font_options_destroy(options);
  return unscaled;
}

AdrefPdfFont *adref_pdf_clusters_font(AdrefPdfClusters *clusters, cairo_scaled_font_t *font)
{
  AdrefPdfFont *self = g_hash_table_lookup(clusters->fonts, font);
  if (self)
    return self;
  self = g_new0(AdrefPdfFont, 1);
  self->font = font;
  self->unscaled = unscaled_font(font);
  cairo_matrix_t scale, upright;
  cairo_scaled_font_get_scale_matrix(font, &scale);
  cairo_matrix_init_identity(&upright);
  upright.yy = -1;
  cairo_matrix_multiply(&self->matrix, &upright, &scale);
  self->reach = REACH * MAX(fabs(scale.xx) + fabs(scale.xy), fabs(scale.yx) + fabs(scale.yy));
  g_hash_table_insert(clusters->fonts, font, self);
  return self;
}

static AdrefPdfCluster *add_cluster(AdrefPdfClusters *clusters, const AdrefPdfCluster *wanted)
{
  AdrefPdfCluster *cluster = g_new0(AdrefPdfCluster, 1);
  *cluster = *wanted;
  cluster->text = g_strndup(wanted->text, wanted->length);
  cluster->glyphs = g_new(gulong, wanted->count);
  cluster->codes = g_new0(AdrefPdfGlyphCode, wanted->count);
  for (guint i = 0; i < wanted->count; i++)
    cluster->glyphs[i] = wanted->glyphs[i];
  cluster->is_known = wanted->count == 0;
  cluster->is_replaced = TRUE;
  g_hash_table_add(clusters->clusters, cluster);
  return cluster;
}

static AdrefPdfCluster *find_cluster(AdrefPdfClusters *clusters, const AdrefPdfCluster *wanted)
{
  AdrefPdfCluster *cluster = g_hash_table_lookup(clusters->clusters, wanted);
  return cluster ? cluster : add_cluster(clusters, wanted);
}

AdrefPdfCluster *adref_pdf_clusters_find(AdrefPdfClusters *clusters, AdrefPdfFont *font,
                                         const gulong *glyphs, guint count, const char *text,
                                         guint length)
{
  const AdrefPdfCluster wanted = {.font = font,
                                  .text = (char *)(guintptr)text,
                                  .glyphs = (gulong *)(guintptr)glyphs,
                                  .length = length,
                                  .count = count};
  if (count != 1 || length != 1 || (guchar)*text >= G_N_ELEMENTS(font->ascii))
    return find_cluster(clusters, &wanted);
  AdrefPdfCluster **last = &font->ascii[(guchar)*text];
  if (!*last || (*last)->glyphs[0] != *glyphs)
    *last = find_cluster(clusters, &wanted);
  return *last;
}

gboolean adref_pdf_cluster_is_new(const AdrefPdfCluster *cluster, guint page)
{
  if (cluster->count == 0 || cluster->page == page)
    return FALSE;
  for (guint i = 0; i < cluster->count; i++)
    if (!cluster->is_known || cluster->codes[i].part->page != page)
      return TRUE;
  return FALSE;
}

static AdrefPdfFontPart *find_part(AdrefPdfClusters *clusters, guint font, guint part, guint page)
{
  AdrefPdfFontPart *found = NULL;
  for (guint i = 0; i < clusters->parts->len && !found; i++) {
    AdrefPdfFontPart *at = clusters->parts->pdata[i];
    found = at->font == font && at->part == part ? at : NULL;
  }
  if (!found) {
    found = g_new0(AdrefPdfFontPart, 1);
    *found = (AdrefPdfFontPart){.font = font, .part = part};
    g_ptr_array_add(clusters->parts, found);
  }
  found->page = MAX(found->page, page);
  return found;
}

static double advance_of(const AdrefPdfFont *font, gulong index, guint digits)
{
  cairo_glyph_t glyph = {index, 0, 0};
  cairo_text_extents_t extents;
  cairo_scaled_font_glyph_extents(digits == SCALED_DIGITS ? font->font : font->unscaled, &glyph, 1,
                                  &extents);
  if (digits != SCALED_DIGITS)
    return extents.x_advance;
  cairo_matrix_t matrix;
  double x = extents.x_advance, y = extents.y_advance;
  cairo_scaled_font_get_font_matrix(font->font, &matrix);
  if (cairo_matrix_invert(&matrix) == CAIRO_STATUS_SUCCESS)
    cairo_matrix_transform_distance(&matrix, &x, &y);
  return x;
}

/* Where the reading of what Cairo wrote stands. */
typedef struct {
  AdrefPdfClusters *clusters;
  const GPtrArray *drawn;
  guint page, cluster, glyph; /* the next glyph */
  AdrefPdfFontPart *part;
  gboolean is_replaced, is_refused;
} Learning;

/* The one code in "(a)Tj", "(\226)Tj", "[(a)]TJ" or "<0001>Tj". */
static gboolean read_code(const char *line, const char *end, AdrefPdfGlyphCode *code)
{
  line += *line == '[';
  gboolean is_string = *line == '(';
  if (!is_string && *line != '<')
    return FALSE;
  const char *from = line + 1;
  if (!is_string) {
    const char *stop = memchr(from, '>', (gsize)(end - from));
    code->digits = stop ? (guint)(stop - from) : 0;
    code->code = (guint)strtoul(from, NULL, 16);
    return code->digits > 0;
  }
  code->digits = 0;
  if (*from == '\\' && g_ascii_isdigit(from[1]))
    code->code = (guint)strtoul(from + 1, NULL, 8);
  else
    code->code = (guchar)from[*from == '\\' ? 1 : 0];
  return TRUE;
}

static void take_glyph(Learning *learning, const char *line, const char *end)
{
  AdrefPdfGlyphCode code = {.part = learning->part};
  if (learning->cluster >= learning->drawn->len || !learning->part ||
      !read_code(line, end, &code)) {
    learning->is_refused = TRUE;
    return;
  }
  AdrefPdfCluster *cluster = learning->drawn->pdata[learning->cluster];
  code.advance = advance_of(cluster->font, cluster->glyphs[learning->glyph], code.digits);
  cluster->codes[learning->glyph++] = code;
  if (learning->glyph < cluster->count)
    return;
  cluster->is_replaced = learning->is_replaced;
  cluster->is_known = TRUE;
  learning->glyph = 0;
  learning->cluster++;
}

/* "/f-3-0 1 Tf" */
static gboolean read_part(const char *line, guint *font, guint *part)
{
  static const char begin[] = "/f-";
  char *end;
  if (!g_str_has_prefix(line, begin))
    return FALSE;
  *font = (guint)strtoul(line + strlen(begin), &end, 10);
  if (*end != '-')
    return FALSE;
  *part = (guint)strtoul(end + 1, &end, 10);
  return *end == ' ';
}

static void learn_line(Learning *learning, const char *line, const char *end)
{
  guint font = 0, part = 0;
  gsize length = (gsize)(end - line);
  if (g_str_has_prefix(line, "/Span << /ActualText"))
    learning->is_replaced = TRUE;
  else if (length == strlen("EMC") && g_str_has_prefix(line, "EMC"))
    learning->is_replaced = FALSE;
  else if (read_part(line, &font, &part))
    learning->part = find_part(learning->clusters, font, part, learning->page);
  else if (length > 2 && (memcmp(end - 2, "Tj", 2) == 0 || memcmp(end - 2, "TJ", 2) == 0))
    take_glyph(learning, line, end);
}

gboolean adref_pdf_clusters_learn(AdrefPdfClusters *clusters, const GPtrArray *drawn, guint page,
                                  const char *lines, gsize length)
{
  Learning learning = {.clusters = clusters, .drawn = drawn, .page = page};
  for (const char *line = lines, *end = lines + length; line < end;) {
    const char *newline = memchr(line, '\n', (gsize)(end - line));
    if (!newline)
      return FALSE;
    learn_line(&learning, line, newline);
    line = newline + 1;
  }
  return !learning.is_refused && learning.cluster == drawn->len;
}

#include "print/shaper.h"

#include <string.h>

#include "base/error.h"
#include "print/pango.h"

typedef struct {
  const char *text;
  guint32 length;
  guint16 face;
  guint16 is_rtl;
} CacheKey;

typedef struct {
  CacheKey key;
  AdrefShapedWord shape;
} CacheEntry;

typedef struct {
  AdrefFontFace face;
  PangoFontDescription *description;
} Face;

struct AdrefShaper {
  const AdrefScript *script;
  PangoFontMap *map;
  PangoContext *context;
  GArray *faces; /* of Face */
  GHashTable *shapes;
  char *preferred; /* a font that is preferred to those of the language; or NULL */
  AdrefFontFamily preferring;
  GHashTable *fonts; /* PangoFont: they live as long as a shaped word may use their scaled font;
                        with gboolean: it has pictures in colour */
};

static guint hash_key(gconstpointer data)
{
  const CacheKey *key = data;
  guint32 hash = 2166136261U ^ key->face ^ (guint32)key->is_rtl << 8;
  for (guint32 i = 0; i < key->length; i++)
    hash = (hash ^ (guchar)key->text[i]) * 16777619U;
  return hash;
}

static gboolean equal_keys(gconstpointer a, gconstpointer b)
{
  const CacheKey *x = a, *y = b;
  return x->length == y->length && x->face == y->face && x->is_rtl == y->is_rtl &&
         memcmp(x->text, y->text, x->length) == 0;
}

static void entry_free(gpointer data)
{
  CacheEntry *entry = data;
  g_free(entry->shape.text);
  g_free(entry->shape.run);
  g_free(entry->shape.glyphs);
  g_free(entry->shape.clusters);
  g_free(entry);
}

static void clear_face(gpointer data)
{
  pango_font_description_free(((Face *)data)->description);
}

/* Disable font hinting. */
static void set_options(PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context, FALSE);
}

static gboolean has_fonts(AdrefShaper *shaper, GError **error)
{
  PangoFontDescription *any = pango_font_description_from_string("Noto Serif 10");
  PangoFont *font = pango_font_map_load_font(shaper->map, shaper->context, any);
  pango_font_description_free(any);
  if (!font) {
    adref_error(error, ADREF_ERROR_SYSTEM,
                "no font is installed; install the package fonts-noto-core");
    return FALSE;
  }
  g_object_unref(font);
  return TRUE;
}

AdrefShaper *adref_shaper_new(const char *language, GError **error)
{
  if (!adref_pango_load(error))
    return NULL;
  g_autoptr(AdrefShaper) shaper = g_new0(AdrefShaper, 1);
  shaper->script = adref_script_of(language);
  shaper->map = pango_cairo_font_map_new();
  pango_cairo_font_map_set_resolution((PangoCairoFontMap *)shaper->map, 72);
  shaper->context = pango_font_map_create_context(shaper->map);
  set_options(shaper->context);
  pango_context_set_language(shaper->context,
                             pango_language_from_string(language ? language : "en"));
  shaper->faces = g_array_new(FALSE, FALSE, sizeof(Face));
  g_array_set_clear_func(shaper->faces, clear_face);
  shaper->shapes = g_hash_table_new_full(hash_key, equal_keys, NULL, entry_free);
  shaper->fonts = g_hash_table_new_full(NULL, NULL, g_object_unref, NULL);
  return has_fonts(shaper, error) ? g_steal_pointer(&shaper) : NULL;
}

void adref_shaper_free(AdrefShaper *shaper)
{
  if (!shaper)
    return;
  g_hash_table_unref(shaper->shapes);
  g_hash_table_unref(shaper->fonts);
  g_array_unref(shaper->faces);
  g_free(shaper->preferred);
  g_object_unref(shaper->context);
  g_object_unref(shaper->map);
  g_free(shaper);
}

static gboolean is_installed(AdrefShaper *shaper, const char *family)
{
  PangoFontDescription *wanted = pango_font_description_new();
  pango_font_description_set_family(wanted, family);
  PangoFont *font = pango_font_map_load_font(shaper->map, shaper->context, wanted);
  PangoFontDescription *found = font ? pango_font_describe(font) : NULL;
  const char *name = found ? pango_font_description_get_family(found) : NULL;
  gboolean is_it = name && g_ascii_strcasecmp(name, family) == 0;
  g_clear_pointer(&found, pango_font_description_free);
  g_clear_object(&font);
  pango_font_description_free(wanted);
  return is_it;
}

gboolean adref_shaper_prefer(AdrefShaper *shaper, AdrefFontFamily family, const char *font)
{
  if (!is_installed(shaper, font))
    return FALSE;
  g_free(shaper->preferred);
  shaper->preferred = g_strdup(font);
  shaper->preferring = family;
  return TRUE;
}

const AdrefScript *adref_shaper_script(const AdrefShaper *shaper)
{
  return shaper->script;
}

static PangoFontDescription *describe(const AdrefShaper *shaper, const AdrefFontFace *face)
{
  g_autofree char *usual = adref_font_face_families(shaper->script, face->family);
  gboolean prefers = shaper->preferred && shaper->preferring == face->family;
  g_autofree char *families =
      prefers ? g_strconcat(shaper->preferred, ",", usual, NULL) : g_steal_pointer(&usual);
  PangoFontDescription *description = pango_font_description_new();
  pango_font_description_set_family(description, families);
  pango_font_description_set_weight(description,
                                    face->is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  if (face->is_italic && !shaper->script->is_upright)
    pango_font_description_set_style(description, PANGO_STYLE_ITALIC);
  pango_font_description_set_absolute_size(description, (double)face->size * PANGO_SCALE);
  return description;
}

guint adref_shaper_face(AdrefShaper *shaper, const AdrefFontFace *face)
{
  for (guint i = 0; i < shaper->faces->len; i++) {
    const AdrefFontFace *known = &g_array_index(shaper->faces, Face, i).face;
    if (known->family == face->family && known->is_bold == face->is_bold &&
        known->is_italic == face->is_italic && known->size == face->size)
      return i;
  }
  Face new = {*face, describe(shaper, face)};
  g_array_append_val(shaper->faces, new);
  return shaper->faces->len - 1;
}

/* A word while it is shaped. */
typedef struct {
  AdrefShaper *shaper;
  AdrefShapedWord *shape;
  GArray *runs, *glyphs, *clusters;
  GArray *boxes; /* of gsize: where signs stand that no font has */
  double x;      /* in Pango units */
} Shaping;

static void add_glyph(Shaping *shaping, const PangoGlyphInfo *info, double x)
{
  cairo_glyph_t glyph = {info->glyph, (x + info->geometry.x_offset) / PANGO_SCALE,
                         (double)info->geometry.y_offset / PANGO_SCALE};
  g_array_append_val(shaping->glyphs, glyph);
}

static guint add_glyphs(Shaping *shaping, const PangoGlyphString *glyphs)
{
  guint before = shaping->glyphs->len;
  for (int i = 0; i < glyphs->num_glyphs; i++) {
    if (glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
      add_glyph(shaping, &glyphs->glyphs[i], shaping->x);
    shaping->x += glyphs->glyphs[i].geometry.width;
  }
  return shaping->glyphs->len - before;
}

/* Records, in reading order, how many bytes became how many glyphs. */
static void add_clusters(Shaping *shaping, PangoItem *item, PangoGlyphString *glyphs)
{
  PangoGlyphItem both = {.item = item, .glyphs = glyphs};
  PangoGlyphItemIter iter;
  for (gboolean has = pango_glyph_item_iter_init_start(&iter, &both, shaping->shape->text); has;
       has = pango_glyph_item_iter_next_cluster(&iter)) {
    int from = MIN(iter.start_glyph, iter.end_glyph + 1),
        to = MAX(iter.end_glyph, iter.start_glyph + 1);
    cairo_text_cluster_t cluster = {iter.end_index - iter.start_index, 0};
    for (int i = from; i < to; i++)
      cluster.num_glyphs += glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY;
    g_array_append_val(shaping->clusters, cluster);
  }
}

/* In text from right to left, shaping puts marks before their letter. Programs that search a page
 * take the position of the first glyph as the position of the letter. */
static void put_letters_first(Shaping *shaping, const AdrefGlyphRun *run)
{
  cairo_glyph_t *glyphs = (cairo_glyph_t *)(void *)shaping->glyphs->data;
  guint end = (guint)run->first + run->glyphs;
  for (guint c = run->clusters_first; c < (guint)run->clusters_first + run->clusters; c++) {
    guint count = (guint)g_array_index(shaping->clusters, cairo_text_cluster_t, c).num_glyphs;
    end -= count;
    for (guint i = 0; i < count / 2; i++) {
      cairo_glyph_t first = glyphs[end + i];
      glyphs[end + i] = glyphs[end + count - 1 - i];
      glyphs[end + count - 1 - i] = first;
    }
  }
}

/* The alef of lam-alef has no width in some fonts, and stands where its lam begins. It goes to the
 * left by a hair that nobody sees, so that programs which sort letters by their place put it behind
 * the lam. */
static void part_ties(Shaping *shaping, const AdrefGlyphRun *run)
{
  static const double hair = 0.03; /* points: one unit of the font at 30 points */
  cairo_glyph_t *glyphs = (cairo_glyph_t *)(void *)shaping->glyphs->data;
  for (guint i = run->first; i + 1 < (guint)run->first + run->glyphs; i++)
    if (glyphs[i].x == glyphs[i + 1].x)
      glyphs[i].x -= hair;
}

static void find_missing(Shaping *shaping, const PangoItem *item, const PangoGlyphString *glyphs)
{
  AdrefShapedWord *shape = shaping->shape;
  for (int i = 0; i < glyphs->num_glyphs; i++) {
    if (!(glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) ||
        glyphs->glyphs[i].glyph == PANGO_GLYPH_EMPTY)
      continue;
    gsize at = (gsize)item->offset + (gsize)glyphs->log_clusters[i];
    gunichar c = g_utf8_get_char(shape->text + at);
    gboolean is_boxed = adref_font_face_is_boxed(c);
    if (is_boxed)
      g_array_append_val(shaping->boxes, at);
    if (!shape->missing || (!is_boxed && adref_font_face_is_boxed(shape->missing)))
      shape->missing = c;
  }
}

static void measure(Shaping *shaping, const PangoItem *item, PangoGlyphString *glyphs)
{
  PangoRectangle ink;
  pango_glyph_string_extents(glyphs, item->analysis.font, &ink, NULL);
  shaping->shape->above = MAX(shaping->shape->above, -(float)ink.y / PANGO_SCALE);
  shaping->shape->below = MAX(shaping->shape->below, (float)(ink.y + ink.height) / PANGO_SCALE);
}

/* Cairo draws the glyphs of such fonts as images. */
static gboolean has_pictures(PangoFont *font)
{
  static const hb_tag_t tables[] = {HB_TAG('C', 'B', 'D', 'T'), HB_TAG('s', 'b', 'i', 'x'),
                                    HB_TAG('C', 'O', 'L', 'R'), HB_TAG('S', 'V', 'G', ' ')};
  hb_face_t *face = hb_font_get_face(pango_font_get_hb_font(font));
  gboolean has = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(tables) && !has; i++) {
    hb_blob_t *table = hb_face_reference_table(face, tables[i]);
    has = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
  }
  return has;
}

static void keep_font(AdrefShaper *shaper, PangoFont *font, AdrefGlyphRun *run)
{
  if (!g_hash_table_contains(shaper->fonts, font))
    g_hash_table_insert(shaper->fonts, g_object_ref(font), GINT_TO_POINTER(has_pictures(font)));
  run->is_colored = GPOINTER_TO_INT(g_hash_table_lookup(shaper->fonts, font));
  run->font = pango_cairo_font_get_scaled_font((PangoCairoFont *)font);
}

static void add_run(Shaping *shaping, PangoItem *item)
{
  AdrefShapedWord *shape = shaping->shape;
  PangoGlyphString *glyphs = pango_glyph_string_new();
  pango_shape_with_flags(shape->text + item->offset, item->length, shape->text, -1, &item->analysis,
                         glyphs, PANGO_SHAPE_NONE);
  AdrefGlyphRun run = {.first = (guint16)shaping->glyphs->len,
                       .bytes_first = (guint16)item->offset,
                       .bytes = (guint16)item->length,
                       .clusters_first = (guint16)shaping->clusters->len,
                       .is_backward = item->analysis.level & 1};
  keep_font(shaping->shaper, item->analysis.font, &run);
  run.glyphs = (guint16)add_glyphs(shaping, glyphs);
  add_clusters(shaping, item, glyphs);
  run.clusters = (guint16)(shaping->clusters->len - run.clusters_first);
  if (run.is_backward) {
    part_ties(shaping, &run);
    put_letters_first(shaping, &run);
  }
  find_missing(shaping, item, glyphs);
  measure(shaping, item, glyphs);
  g_array_append_val(shaping->runs, run);
  pango_glyph_string_free(glyphs);
}

static void free_item(gpointer item)
{
  pango_item_free(item);
}

/* "fi" stays two letters, so that programs can search for it, and the two lam and the heh of the
 * Arabic name of God three, since some programs reverse the letters of one glyph. */
static PangoAttrList *without_ligatures(const char *text)
{
  static const char lam_lam_heh[] = "\331\204\331\204\331\207";
  if (!strchr(text, 'f') && !strstr(text, lam_lam_heh))
    return NULL;
  PangoAttrList *features = pango_attr_list_new();
  pango_attr_list_insert(features, pango_attr_font_features_new("liga=0"));
  return features;
}

/* Adds the items of a word, from left to right. */
static void add_runs(Shaping *shaping, gboolean is_rtl)
{
  const char *text = shaping->shape->text;
  PangoAttrList *features = without_ligatures(text);
  GList *items = pango_itemize_with_base_dir(shaping->shaper->context,
                                             is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR,
                                             text, 0, (int)strlen(text), features, NULL);
  GList *visual = pango_reorder_items(items);
  for (GList *item = visual; item; item = item->next)
    add_run(shaping, item->data);
  g_list_free(visual);
  g_list_free_full(items, free_item);
  if (features)
    pango_attr_list_unref(features);
}

/* Scripts without spaces between words: wide gaps would look like the spaces between their phrases.
 * And Tamil, whose words are long. */
static gboolean stretches_between_clusters(const char *text)
{
  gunichar c = g_utf8_get_char(text);
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
         (c >= 0x1780 && c <= 0x17FF) || (c >= 0x0B80 && c <= 0x0BFF);
}

static int by_place(gconstpointer a, gconstpointer b)
{
  gsize one = *(const gsize *)a, other = *(const gsize *)b;
  return one < other ? -1 : one > other;
}

/* The text with a box for each sign that no font has. origins[i] is where byte i of it stands in
 * the text. */
static GString *with_boxes(const char *text, GArray *places, const char *box, GArray *origins)
{
  GString *boxed = g_string_new(NULL);
  g_array_sort(places, by_place);
  gsize at = 0;
  for (guint i = 0; text[at];) {
    while (i < places->len && g_array_index(places, gsize, i) < at)
      i++;
    gsize length = (gsize)(g_utf8_next_char(text + at) - (text + at));
    gboolean is_box = i < places->len && g_array_index(places, gsize, i) == at;
    g_string_append_len(boxed, is_box ? box : text + at, is_box ? -1 : (gssize)length);
    for (gsize byte = 0; origins->len < boxed->len; byte++) {
      gsize origin = at + (is_box ? 0 : byte);
      g_array_append_val(origins, origin);
    }
    at += length;
  }
  g_array_append_val(origins, at);
  return boxed;
}

/* Runs and clusters count the bytes of the text again. */
static void restore_bytes(Shaping *shaping, const GArray *origins)
{
  for (guint i = 0; i < shaping->runs->len; i++) {
    AdrefGlyphRun *run = &g_array_index(shaping->runs, AdrefGlyphRun, i);
    guint at = run->bytes_first;
    for (guint j = run->clusters_first; j < (guint)run->clusters_first + run->clusters; j++) {
      cairo_text_cluster_t *cluster = &g_array_index(shaping->clusters, cairo_text_cluster_t, j);
      guint end = at + (guint)cluster->num_bytes;
      cluster->num_bytes =
          (int)(g_array_index(origins, gsize, end) - g_array_index(origins, gsize, at));
      at = end;
    }
    guint16 first = (guint16)g_array_index(origins, gsize, run->bytes_first);
    run->bytes = (guint16)(g_array_index(origins, gsize, run->bytes_first + run->bytes) - first);
    run->bytes_first = first;
  }
}

/* Shapes the word with a box for each sign at `places`; FALSE: no font has the box either. */
static gboolean shape_boxes(Shaping *shaping, GArray *places, const char *box, gboolean is_rtl)
{
  g_autoptr(GArray) origins = g_array_new(FALSE, FALSE, sizeof(gsize)),
                    unknown = g_array_new(FALSE, FALSE, sizeof(gsize));
  AdrefShapedWord *shape = shaping->shape;
  char *text = shape->text;
  g_autoptr(GString) boxed = with_boxes(text, places, box, origins);
  g_array_set_size(shaping->runs, 0);
  g_array_set_size(shaping->glyphs, 0);
  g_array_set_size(shaping->clusters, 0);
  shaping->x = 0;
  shaping->boxes = unknown;
  shape->text = boxed->str;
  add_runs(shaping, is_rtl);
  shape->text = text;
  restore_bytes(shaping, origins);
  return unknown->len == 0;
}

/* Shapes once more, with boxes. Whoever copies the page gets the signs: the clusters of the boxes
 * are theirs. */
static void add_boxes(Shaping *shaping, gboolean is_rtl)
{
  static const char square[] = "\342\226\241"; /* U+25A1 */
  g_autoptr(GArray) places = shaping->boxes;
  gunichar missing = shaping->shape->missing;
  if (places->len > 0 && !shape_boxes(shaping, places, square, is_rtl))
    shape_boxes(shaping, places, "?", is_rtl);
  shaping->shape->missing = missing;
}

static void shape_entry(AdrefShaper *shaper, CacheEntry *entry)
{
  AdrefShapedWord *shape = &entry->shape;
  Shaping shaping = {shaper,
                     shape,
                     g_array_new(FALSE, FALSE, sizeof(AdrefGlyphRun)),
                     g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t)),
                     g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t)),
                     g_array_new(FALSE, FALSE, sizeof(gsize)),
                     0};
  const Face *face = &g_array_index(shaper->faces, Face, entry->key.face);
  pango_context_set_font_description(shaper->context, face->description);
  add_runs(&shaping, entry->key.is_rtl);
  add_boxes(&shaping, entry->key.is_rtl);
  shape->width = (float)(shaping.x / PANGO_SCALE);
  shape->runs = (guint16)shaping.runs->len;
  shape->is_backward = entry->key.is_rtl;
  shape->parts = !shape->is_backward && stretches_between_clusters(shape->text)
                     ? (guint16)shaping.clusters->len
                     : 0;
  shape->run = (AdrefGlyphRun *)(void *)g_array_free(shaping.runs, FALSE);
  shape->glyphs = (cairo_glyph_t *)(void *)g_array_free(shaping.glyphs, FALSE);
  shape->clusters = (cairo_text_cluster_t *)(void *)g_array_free(shaping.clusters, FALSE);
}

const AdrefShapedWord *adref_shaper_shape(AdrefShaper *shaper, guint face, const char *text,
                                          gsize length, gboolean is_rtl)
{
  CacheKey key = {text, (guint32)MIN(length, ADREF_SHAPER_MAX_BYTES), (guint16)face,
                  is_rtl ? 1 : 0};
  CacheEntry *entry = g_hash_table_lookup(shaper->shapes, &key);
  if (entry)
    return &entry->shape;
  entry = g_new0(CacheEntry, 1);
  entry->key = key;
  entry->shape.text = g_strndup(text, key.length);
  entry->key.text = entry->shape.text;
  shape_entry(shaper, entry);
  g_hash_table_insert(shaper->shapes, &entry->key, entry);
  return &entry->shape;
}

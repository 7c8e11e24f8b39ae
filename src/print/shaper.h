/* Words as glyphs. A word of a text stands in it many times: it is shaped once for each face and
 * direction, and every place on every page shares it. */
#ifndef ADREF_PRINT_SHAPER_H
#define ADREF_PRINT_SHAPER_H

#include <cairo.h>
#include <glib.h>

#include "print/font_face.h"

/* Glyphs of one font. */
typedef struct {
  cairo_scaled_font_t *font; /* owned by the shaper */
  guint16 first, glyphs;     /* in the shape's glyphs, from left to right */
  guint16 bytes_first, bytes;
  guint16 clusters_first, clusters;
  gboolean is_backward; /* its clusters are counted from its last glyph */
} AdrefGlyphRun;

/* Shapes are immutable and live as long as their shaper. Lengths are points. */
typedef struct {
  char *text; /* what it says, in the order of reading */
  float width;
  float above, below; /* how far its ink goes from the base line */
  guint16 runs;
  guint16 parts; /* clusters between which a line is filled; 0: it is filled between words */
  gboolean is_backward;
  AdrefGlyphRun *run;
  cairo_glyph_t *glyphs; /* from the left end of the base line */
  cairo_text_cluster_t *clusters;
  gunichar missing; /* a character that no font has, or 0 */
} AdrefShapedWord;

typedef struct AdrefShaper AdrefShaper;

/* Fails when no font is installed. `language` NULL: "en". */
AdrefShaper *adref_shaper_new(const char *language, GError **error);

/* The letters of a family are taken from this font where it has them; FALSE when it is not
 * installed. Call it before anything is shaped. */
gboolean adref_shaper_prefer(AdrefShaper *shaper, AdrefFontFamily family, const char *font);
void adref_shaper_free(AdrefShaper *shaper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefShaper, adref_shaper_free)

const AdrefScript *adref_shaper_script(const AdrefShaper *shaper);

/* A number for a face, the same for the same face. */
guint adref_shaper_face(AdrefShaper *shaper, const AdrefFontFace *face);

/* A text of at most ADREF_SHAPER_MAX_BYTES bytes without line breaks; `is_rtl` when it is read from
 * right to left. */
enum {
  ADREF_SHAPER_MAX_BYTES = 4000
};
const AdrefShapedWord *adref_shaper_shape(AdrefShaper *shaper, guint face, const char *text,
                                          gsize length, gboolean is_rtl);

#endif

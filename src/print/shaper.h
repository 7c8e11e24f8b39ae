/* The shaper: turns words into glyphs. A word that occurs many times is shaped once for each face
 * and direction; all places on all pages share it. */
#ifndef ADREF_PRINT_SHAPER_H
#define ADREF_PRINT_SHAPER_H

#include <cairo.h>
#include <glib.h>

#include "print/font_face.h"

/* Glyphs of one font. */
typedef struct {
  cairo_scaled_font_t *font; /* owned by the shaper */
  guint16 first, glyphs;     /* in the glyphs of the word, from left to right */
  guint16 bytes_first, bytes;
  guint16 clusters_first, clusters;
  gboolean is_backward; /* its clusters are counted from its last glyph */
  gboolean is_colored;  /* its font has pictures, which Cairo draws as images */
} AdrefGlyphRun;

/* Shaped words are immutable and live as long as their shaper. Lengths are in points. */
typedef struct {
  char *text; /* its characters, in reading order */
  float width;
  float above, below; /* of its ink, from the base line */
  guint16 runs;
  guint16 parts; /* clusters between which a line may be justified; 0: only between words */
  gboolean is_backward;
  AdrefGlyphRun *run;
  cairo_glyph_t *glyphs; /* from the left end of the base line */
  cairo_text_cluster_t *clusters;
  gunichar missing; /* a character that no font has, or 0: a letter rather than a sign that is drawn
                       as a box (adref_font_face_is_boxed()) */
} AdrefShapedWord;

typedef struct AdrefShaper AdrefShaper;

/* Fails when no font is installed. `language` NULL: "en". */
AdrefShaper *adref_shaper_new(const char *language, GError **error);

/* Prefers this font for a family, where it has the letters; FALSE when it is not installed. Call it
 * before anything is shaped. */
gboolean adref_shaper_prefer(AdrefShaper *shaper, AdrefFontFamily family, const char *font);
void adref_shaper_free(AdrefShaper *shaper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefShaper, adref_shaper_free)

const AdrefScript *adref_shaper_script(const AdrefShaper *shaper);

/* The number of a face; the same face has the same number. */
guint adref_shaper_face(AdrefShaper *shaper, const AdrefFontFace *face);

/* Shapes a text of at most ADREF_SHAPER_MAX_BYTES bytes without line breaks; `is_rtl` when it is
 * read from right to left. */
enum {
  ADREF_SHAPER_MAX_BYTES = 4000
};
const AdrefShapedWord *adref_shaper_shape(AdrefShaper *shaper, guint face, const char *text,
                                          gsize length, gboolean is_rtl);

#endif

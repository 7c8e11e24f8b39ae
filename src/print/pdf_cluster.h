/* How Cairo calls glyphs in the stream of a page. Cairo embeds of each font the glyphs that occur,
 * and decides which code a glyph has when it is drawn first. So each cluster (some characters and
 * their glyphs) is drawn once, and its codes are read from what Cairo wrote. */
#ifndef ADREF_PRINT_PDF_CLUSTER_H
#define ADREF_PRINT_PDF_CLUSTER_H

#include <cairo.h>
#include <glib.h>

/* A font in the file: the name is "f-FONT-PART". */
typedef struct {
  guint font, part;
  guint page; /* the last one on which Cairo has drawn with it; from 1 */
} AdrefPdfFontPart;

typedef struct {
  AdrefPdfFontPart *part;
  guint code;
  guint digits;   /* hexadecimal ones of a code; 0: a character of a string */
  double advance; /* in font sizes */
} AdrefPdfGlyphCode;

typedef struct AdrefPdfFont AdrefPdfFont;

typedef struct {
  const AdrefPdfFont *font;
  char *text;
  gulong *glyphs; /* in the order in which Cairo writes them */
  AdrefPdfGlyphCode *codes;
  guint length, count;  /* bytes of the text, and glyphs: 0 or more */
  guint page;           /* the last one on which it was given to Cairo; from 1, or 0 */
  gboolean is_known;    /* the codes are read */
  gboolean is_replaced; /* the characters are not those of the glyph alone: /ActualText */
} AdrefPdfCluster;

struct AdrefPdfFont {
  cairo_scaled_font_t *font;      /* not owned */
  cairo_scaled_font_t *unscaled;  /* of size 1; owned */
  cairo_matrix_t matrix;          /* of text in this font at 0, 0 */
  double reach;                   /* Cairo leaves out what is so far outside the page */
  AdrefPdfCluster *ascii[1 << 7]; /* the last cluster of one glyph for each character, or NULL */
};

typedef struct AdrefPdfClusters AdrefPdfClusters;

AdrefPdfClusters *adref_pdf_clusters_new(void);
void adref_pdf_clusters_free(AdrefPdfClusters *clusters);

/* The fonts must live as long as the clusters. Both results are owned by `clusters`. */
AdrefPdfFont *adref_pdf_clusters_font(AdrefPdfClusters *clusters, cairo_scaled_font_t *font);
AdrefPdfCluster *adref_pdf_clusters_find(AdrefPdfClusters *clusters, AdrefPdfFont *font,
                                         const gulong *glyphs, guint count, const char *text,
                                         guint length);

/* Whether Cairo has to draw the cluster on this page, since it is new or a font of it is. */
gboolean adref_pdf_cluster_is_new(const AdrefPdfCluster *cluster, guint page);

/* Reads what Cairo wrote for the `drawn` clusters (of AdrefPdfCluster *), each glyph on a line of
 * its own, on that page. FALSE: it is something else. */
gboolean adref_pdf_clusters_learn(AdrefPdfClusters *clusters, const GPtrArray *drawn, guint page,
                                  const char *lines, gsize length);

#endif

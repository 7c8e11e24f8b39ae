/* The words of a tag in the stream of a page, with the operators that Cairo 1.16 would write for
 * them, byte for byte. Cairo looks at each word three times on its way to the file, and prints each
 * number twice. */
#ifndef ADREF_PRINT_PDF_TEXT_WRITER_H
#define ADREF_PRINT_PDF_TEXT_WRITER_H

#include <cairo.h>
#include <glib.h>

#include "print/pdf_cluster.h"

enum {
  ADREF_PDF_NO_COLOR = G_MAXUINT /* nothing was drawn on the page yet */
};

/* Of a glyph, from the upper left corner of the paper. */
typedef struct {
  double x, y;
} AdrefPdfPlace;

typedef struct AdrefPdfTextWriter AdrefPdfTextWriter;

/* Appends to `out`, which the caller keeps. */
AdrefPdfTextWriter *adref_pdf_text_writer_new(GString *out);
void adref_pdf_text_writer_free(AdrefPdfTextWriter *writer);

/* The colour that is set where the next words stand. */
void adref_pdf_text_writer_set_color(AdrefPdfTextWriter *writer, guint color);

/* Sets the colour, when it is another one. */
void adref_pdf_text_writer_use_color(AdrefPdfTextWriter *writer, guint color);

/* Words of one font and colour. `places`: of each glyph, in the order of the clusters; `origin` the
 * one at which a line begins. All clusters are known. */
void adref_pdf_text_writer_show(AdrefPdfTextWriter *writer, const AdrefPdfFont *font,
                                const AdrefPdfPlace *origin, AdrefPdfCluster *const *clusters,
                                guint count, const AdrefPdfPlace *places);

/* A rectangle, as Cairo rounds it. */
void adref_pdf_text_writer_fill(AdrefPdfTextWriter *writer, const cairo_rectangle_t *rect);

/* Ends the words; a tag ends or begins. */
void adref_pdf_text_writer_end(AdrefPdfTextWriter *writer);

#endif

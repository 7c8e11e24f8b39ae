/* What stands in the tags of a page: words and their lines, kept while a page is drawn and written
 * into its stream when Cairo has written that.
 *
 * Cairo takes most of the time of a PDF for the words of the tags. So it gets only what it has to
 * know of them: each cluster once, for the fonts; one of each font on a page, for the page's list
 * of fonts; one in each tag, so that the tag is found in the stream; and the words of links, whose
 * rectangle it measures. The rest is written here as Cairo would write it. */
#ifndef ADREF_PRINT_PDF_CONTENT_H
#define ADREF_PRINT_PDF_CONTENT_H

#include <cairo.h>
#include <glib.h>

typedef struct AdrefPdfContent AdrefPdfContent;

/* The caller keeps `cairo`. Lengths are points. */
AdrefPdfContent *adref_pdf_content_new(cairo_t *cairo, double width, double height);
void adref_pdf_content_free(AdrefPdfContent *content);

/* Drawing. A page begins with what Cairo draws itself, header and footer; its tags come behind. */
void adref_pdf_content_begin_page(AdrefPdfContent *content);
void adref_pdf_content_begin_tags(AdrefPdfContent *content);
void adref_pdf_content_end_page(AdrefPdfContent *content);

/* A tag begins or ends here. */
void adref_pdf_content_cut(AdrefPdfContent *content);

/* What comes until the next cut stands in no tag, and Cairo draws it itself. */
void adref_pdf_content_leave_tags(AdrefPdfContent *content);

/* Cairo has drawn something itself: outside the tags, or all words of this tag. Pictures in colour
 * set no colour. */
void adref_pdf_content_drawn(AdrefPdfContent *content, guint color, gboolean is_picture);

typedef struct {
  cairo_scaled_font_t *font; /* lives as long as the content */
  const cairo_glyph_t *glyphs;
  const cairo_text_cluster_t *clusters;
  const char *text;
  guint count; /* of the clusters */
  guint glyph_count;
  gboolean is_backward; /* as in AdrefGlyphRun */
} AdrefPdfWords;

void adref_pdf_content_show(AdrefPdfContent *content, const AdrefPdfWords *words, guint color);
void adref_pdf_content_fill(AdrefPdfContent *content, const cairo_rectangle_t *rect, guint color);

/* Writing, page by page. `drawn` is what Cairo wrote into the next tag that is not empty; the words
 * of the tag are appended to `out`. FALSE: Cairo wrote something else. */
gboolean adref_pdf_content_write_tag(AdrefPdfContent *content, const char *drawn, gsize length,
                                     GByteArray *out);

/* `drawn` is what Cairo wrote between two tags; `is_first`: before the first one, header and footer
 * too. */
gboolean adref_pdf_content_write_untagged(AdrefPdfContent *content, const char *drawn, gsize length,
                                          gboolean is_first, GByteArray *out);

/* The stream of the page is written. FALSE: a tag was not found in it. */
gboolean adref_pdf_content_end_stream(AdrefPdfContent *content);

#endif

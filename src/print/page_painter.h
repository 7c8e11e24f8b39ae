/* The page painter: draws set words on a Cairo page. Words with one font and one colour are drawn
 * together with their characters, so that text can be copied and searched. */
#ifndef ADREF_PRINT_PAGE_PAINTER_H
#define ADREF_PRINT_PAGE_PAINTER_H

#include <cairo.h>
#include <glib.h>

#include "print/line_breaker.h"
#include "print/pdf_content.h"

typedef struct AdrefPagePainter AdrefPagePainter;

/* The caller keeps all three. */
AdrefPagePainter *adref_page_painter_new(AdrefLineBreaker *breaker, cairo_t *cairo,
                                         AdrefPdfContent *content);
void adref_page_painter_free(AdrefPagePainter *painter);

/* Whether words among these pieces are pictures in colour. */
gboolean adref_page_painter_has_pictures(const AdrefPagePainter *painter, guint first,
                                         guint pieces);

/* Whether Cairo draws what comes, as at first, or the content of the tags takes it. */
void adref_page_painter_set_direct(AdrefPagePainter *painter, gboolean is_direct);

/* Call it after another painter has drawn on the same page. */
void adref_page_painter_resume(AdrefPagePainter *painter);

AdrefLineBreaker *adref_page_painter_line_breaker(const AdrefPagePainter *painter);

/* The first character of a text of draw_text() that no installed font has, or 0. */
gunichar adref_page_painter_missing(const AdrefPagePainter *painter);

/* Draws pieces of the line breaker; x is the left edge of their measure, y the base line;
 * `letter_spacing` as in AdrefTextLine. */
void adref_page_painter_draw_pieces(AdrefPagePainter *painter, guint first, guint pieces, float x,
                                    float y, float letter_spacing);

/* Draws one line of words that is not part of the text; `align` says which edge of it is at x:
 * START is the left one in every language. */
void adref_page_painter_draw_text(AdrefPagePainter *painter, const AdrefTextStyle *style,
                                  const char *words, float x, float y, AdrefTextAlign align,
                                  float most);

void adref_page_painter_fill_rect(AdrefPagePainter *painter, float x, float y, float width,
                                  float height, guint color);

/* Draws the outline of a word slanted across the middle of the page. Searching and copying do not
 * find it. */
void adref_page_painter_draw_watermark(AdrefPagePainter *painter, const char *word, float width,
                                       float height);

#endif

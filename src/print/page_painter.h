/* The pen: writes set words onto a page of Cairo. Words of one font in one colour go together, with
 * the characters that they stand for, so that text copies and searches as it was written. */
#ifndef ADREF_PRINT_PAGE_PAINTER_H
#define ADREF_PRINT_PAGE_PAINTER_H

#include <cairo.h>
#include <glib.h>

#include "print/line_breaker.h"

typedef struct AdrefPagePainter AdrefPagePainter;

/* Both stay the caller's. */
AdrefPagePainter *adref_page_painter_new(AdrefLineBreaker *breaker, cairo_t *cairo);
void adref_page_painter_free(AdrefPagePainter *painter);

/* After another pen has written on the same page. */
void adref_page_painter_resume(AdrefPagePainter *painter);

AdrefLineBreaker *adref_page_painter_line_breaker(const AdrefPagePainter *painter);
cairo_t *adref_page_painter_cairo(const AdrefPagePainter *painter);

/* The first character of a letter that no installed font has, or 0. */
gunichar adref_page_painter_missing(const AdrefPagePainter *painter);

/* Pieces of the setter; x is where their measure begins on the left, y the base line; `spread` as
 * in AdrefTextLine. */
void adref_page_painter_draw_pieces(AdrefPagePainter *painter, guint first, guint pieces, float x,
                                    float y, float letter_spacing);

/* One line of words in a look, as an ornament of the page; `align` says which end of it is at x, as
 * it is seen: START the left one. */
void adref_page_painter_draw_text(AdrefPagePainter *painter, const AdrefTextStyle *style,
                                  const char *words, float x, float y, AdrefTextAlign align,
                                  float most);

void adref_page_painter_fill_rect(AdrefPagePainter *painter, float x, float y, float width,
                                  float height, guint color);

/* The outline of a word, in the middle of the page and slanted; not text for those who search. */
void adref_page_painter_draw_watermark(AdrefPagePainter *painter, const char *word, float width,
                                       float height);

#endif

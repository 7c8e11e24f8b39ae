/* The pen: writes set words onto a page of Cairo. Words of one font in one colour go together, with
 * the characters that they stand for, so that text copies and searches as it was written. */
#ifndef ADREF_PRINT_PAGE_PAINTER_H
#define ADREF_PRINT_PAGE_PAINTER_H

#include <cairo.h>
#include <glib.h>

#include "print/line_breaker.h"

typedef struct AdrefPen AdrefPen;

/* Both stay the caller's. */
AdrefPen *adref_pen_new(AdrefSetter *setter, cairo_t *cairo);
void adref_pen_free(AdrefPen *pen);

/* After another pen has written on the same page. */
void adref_pen_resume(AdrefPen *pen);

AdrefSetter *adref_pen_setter(const AdrefPen *pen);
cairo_t *adref_pen_cairo(const AdrefPen *pen);

/* The first character of a letter that no installed font has, or 0. */
gunichar adref_pen_missing(const AdrefPen *pen);

/* Pieces of the setter; x is where their measure begins on the left, y the base line; `spread` as
 * in AdrefLine. */
void adref_pen_write(AdrefPen *pen, guint first, guint pieces, float x, float y, float spread);

/* One line of words in a look, as an ornament of the page; `align` says which end of it is at x, as
 * it is seen: START the left one. */
void adref_pen_letter(AdrefPen *pen, const AdrefLook *look, const char *words, float x, float y,
                      AdrefAlign align, float most);

void adref_pen_fill(AdrefPen *pen, float x, float y, float width, float height, guint color);

/* The outline of a word, in the middle of the page and slanted; not text for those who search. */
void adref_pen_watermark(AdrefPen *pen, const char *word, float width, float height);

#endif

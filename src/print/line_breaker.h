/* Lines: a passage broken where its language allows, all breaks of a paragraph weighed together so
 * that the spaces are even, and justified. */
#ifndef ADREF_PRINT_LINE_BREAKER_H
#define ADREF_PRINT_LINE_BREAKER_H

#include <glib.h>

#include "print/shaper.h"
#include "print/styled_text.h"

typedef enum {
  ADREF_TEXT_ALIGN_JUSTIFIED,
  ADREF_TEXT_ALIGN_START,
  ADREF_TEXT_ALIGN_CENTER,
  ADREF_TEXT_ALIGN_END,
} AdrefTextAlign;

typedef struct {
  float width;   /* points */
  float leading; /* from base line to base line; more only where ink would touch */
  AdrefTextAlign align;
} AdrefLineMeasure;

/* A word in its place. */
typedef struct {
  const AdrefShapedWord *shape;
  float x;          /* of its left end, from the left edge of the measure */
  guint style : 24; /* place in the looks */
  guint spaces : 8; /* behind it, in the order of reading */
} AdrefLinePiece;

typedef struct {
  guint first, pieces;  /* in the setter's pieces, in the order of reading */
  gsize start;          /* byte of the passage */
  float x, width;       /* of what stands in it */
  float letter_spacing; /* between clusters that have AdrefShapedWord.parts, in sizes of the type */
  float above, below;   /* of the base line */
} AdrefTextLine;

/* Sets passages one after the other; lines and pieces are added to those that are there. */
typedef struct {
  AdrefShaper *shaper;
  GArray *styles; /* of AdrefTextStyle */
  GArray *pieces; /* of AdrefLinePiece */
  gboolean is_rtl;
  struct AdrefLineBreakerState *state; /* private */
} AdrefLineBreaker;

AdrefLineBreaker *adref_line_breaker_new(AdrefShaper *shaper, const char *language, GError **error);
void adref_line_breaker_free(AdrefLineBreaker *breaker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefLineBreaker, adref_line_breaker_free)

guint adref_line_breaker_style(AdrefLineBreaker *breaker, const AdrefTextStyle *style);

/* Appends AdrefTextLine to `lines`, at least one. When a character has no glyph in any font,
 * *missing is it and *byte its place in the passage; the lines are set all the same. */
void adref_line_breaker_break(AdrefLineBreaker *breaker, const AdrefStyledText *styled_text,
                              const AdrefLineMeasure *measure, GArray *lines, gunichar *missing,
                              gsize *byte);

/* How wide a passage is in one line, and how wide its widest part that cannot be broken. */
void adref_line_breaker_widths(AdrefLineBreaker *breaker, const AdrefStyledText *styled_text,
                               float *whole, float *least);

/* Whether nothing would be seen of these of its pieces. */
gboolean adref_line_breaker_is_blank(const AdrefLineBreaker *breaker, guint first, guint pieces);

#endif

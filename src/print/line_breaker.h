/* The line breaker: breaks a styled text into lines where its language allows. It weighs all breaks
 * of a paragraph together (Knuth and Plass), so that the spaces are even, and justifies the
 * lines. */
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
  float leading; /* from base line to base line; more only where ink would overlap */
  AdrefTextAlign align;
} AdrefLineMeasure;

/* A word at its place in a line. */
typedef struct {
  const AdrefShapedWord *shape;
  float x;          /* of its left edge, from the left edge of the measure */
  guint style : 24; /* index in the styles */
  guint spaces : 8; /* behind it, in reading order */
} AdrefLinePiece;

typedef struct {
  guint first, pieces;  /* in the pieces of the line breaker, in reading order */
  gsize start;          /* offset in the styled text, in bytes */
  float x, width;       /* of the words in it */
  float letter_spacing; /* between clusters that have AdrefShapedWord.parts, in font sizes */
  float above, below;   /* height above and below the base line */
} AdrefTextLine;

/* Sets styled texts one after the other. Lines and pieces are appended to the existing ones. */
typedef struct {
  AdrefShaper *shaper;
  GArray *styles; /* of AdrefTextStyle */
  GArray *pieces; /* of AdrefLinePiece */
  gboolean is_rtl;
  gboolean has_phrases; /* Japanese and Korean, whose words may end a line at any letter */
  struct AdrefLineBreakerState *state; /* private */
} AdrefLineBreaker;

AdrefLineBreaker *adref_line_breaker_new(AdrefShaper *shaper, const char *language, GError **error);
void adref_line_breaker_free(AdrefLineBreaker *breaker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefLineBreaker, adref_line_breaker_free)

guint adref_line_breaker_style(AdrefLineBreaker *breaker, const AdrefTextStyle *style);

/* Appends AdrefTextLine to `lines`, at least one. When no font has a glyph for a character,
 * *missing is the character and *byte its offset in the text; the lines are set nevertheless. */
void adref_line_breaker_break(AdrefLineBreaker *breaker, const AdrefStyledText *styled_text,
                              const AdrefLineMeasure *measure, GArray *lines, gunichar *missing,
                              gsize *byte);

/* The width of a text in one line, and the width of its widest part that cannot be broken. */
void adref_line_breaker_widths(AdrefLineBreaker *breaker, const AdrefStyledText *styled_text,
                               float *whole, float *least);

/* Whether these pieces show nothing (only spaces, for example). */
gboolean adref_line_breaker_is_blank(const AdrefLineBreaker *breaker, guint first, guint pieces);

#endif

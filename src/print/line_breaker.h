/* Lines: a passage broken where its language allows, all breaks of a paragraph weighed together so
 * that the spaces are even, and justified. */
#ifndef ADREF_PRINT_LINE_BREAKER_H
#define ADREF_PRINT_LINE_BREAKER_H

#include <glib.h>

#include "print/shaper.h"
#include "print/styled_text.h"

typedef enum {
  ADREF_ALIGN_JUSTIFIED,
  ADREF_ALIGN_START,
  ADREF_ALIGN_CENTER,
  ADREF_ALIGN_END,
} AdrefAlign;

typedef struct {
  float width;   /* points */
  float leading; /* from base line to base line; more only where ink would touch */
  AdrefAlign align;
} AdrefMeasure;

/* A word in its place. */
typedef struct {
  const AdrefShape *shape;
  float x;          /* of its left end, from the left edge of the measure */
  guint look : 24;  /* place in the looks */
  guint spaces : 8; /* behind it, in the order of reading */
} AdrefPiece;

typedef struct {
  guint first, pieces; /* in the setter's pieces, in the order of reading */
  gsize start;         /* byte of the passage */
  float x, width;      /* of what stands in it */
  float spread;        /* between clusters that have AdrefShape.parts, in sizes of the type */
  float above, below;  /* of the base line */
} AdrefLine;

/* Sets passages one after the other; lines and pieces are added to those that are there. */
typedef struct {
  AdrefShaper *shaper;
  GArray *looks;  /* of AdrefLook */
  GArray *pieces; /* of AdrefPiece */
  gboolean is_rtl;
  struct AdrefSetterTools *tools; /* private */
} AdrefSetter;

AdrefSetter *adref_setter_new(AdrefShaper *shaper, const char *language, GError **error);
void adref_setter_free(AdrefSetter *setter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefSetter, adref_setter_free)

guint adref_setter_look(AdrefSetter *setter, const AdrefLook *look);

/* Appends AdrefLine to `lines`, at least one. When a character has no glyph in any font, *missing
 * is it and *byte its place in the passage; the lines are set all the same. */
void adref_setter_set(AdrefSetter *setter, const AdrefPassage *passage, const AdrefMeasure *measure,
                      GArray *lines, gunichar *missing, gsize *byte);

/* How wide a passage is in one line, and how wide its widest part that cannot be broken. */
void adref_setter_widths(AdrefSetter *setter, const AdrefPassage *passage, float *whole,
                         float *least);

/* Whether nothing would be seen of these of its pieces. */
gboolean adref_setter_is_blank(const AdrefSetter *setter, guint first, guint pieces);

#endif

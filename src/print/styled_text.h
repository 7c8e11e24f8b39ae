/* A passage: what is set as one paragraph, with the looks of its words. */
#ifndef ADREF_PRINT_STYLED_TEXT_H
#define ADREF_PRINT_STYLED_TEXT_H

#include <glib.h>

#include "clause/node.h"
#include "print/font_face.h"

typedef enum {
  ADREF_DRAWN_UNDER = 1 << 0,
  ADREF_DRAWN_TWICE = 1 << 1,  /* underlined twice: inserted */
  ADREF_DRAWN_STRUCK = 1 << 2, /* deleted */
} AdrefDrawn;

typedef enum {
  ADREF_RUBY_NOT,
  ADREF_RUBY_UNDER, /* a word whose reading follows: it is not broken */
  ADREF_RUBY_OVER,  /* the reading, set above that word and as wide as nothing */
} AdrefRubyPart;

/* How words look and where they lead. Equal looks are one. */
typedef struct {
  AdrefFace face;
  guint color; /* 0xRRGGBB */
  float rise;  /* of the base line, in points */
  guint lines; /* ADREF_DRAWN_... */
  guint link;  /* place in the flow's links + 1, or 0 */
  AdrefRubyPart ruby;
  guint foot; /* note at the foot of the page that the words call, from 1; or 0 */
} AdrefLook;

/* From a byte of the text up to the next span. */
typedef struct {
  gsize start;
  guint look;            /* place in the looks */
  const AdrefNode *node; /* where the words come from, for messages; or NULL */
} AdrefSpan;

typedef struct {
  GString *text;       /* U+2028 is a line break */
  GArray *spans;       /* of AdrefSpan; none is empty but the last */
  gboolean is_heading; /* in Japanese its lines end where phrases do, not at any letter */
} AdrefPassage;

AdrefPassage *adref_passage_new(void);
void adref_passage_free(AdrefPassage *passage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPassage, adref_passage_free)

void adref_passage_add(AdrefPassage *passage, guint look, const AdrefNode *node, const char *text,
                       gsize length);
void adref_passage_clear(AdrefPassage *passage);

/* From where on in the source the words of a byte of the text stand, as far as it is known: line
 * and column of the node that they come from, or of what that stands in; 0 for unknown. *is_deleted
 * is whether they are words of the old text. */
void adref_passage_place(const AdrefPassage *passage, gsize byte, guint *line, guint *column,
                         gboolean *is_deleted);

#endif

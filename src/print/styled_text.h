/* A passage: what is set as one paragraph, with the looks of its words. */
#ifndef ADREF_PRINT_STYLED_TEXT_H
#define ADREF_PRINT_STYLED_TEXT_H

#include <glib.h>

#include "clause/node.h"
#include "print/font_face.h"

typedef enum {
  ADREF_TEXT_DECORATION_UNDERLINE = 1 << 0,
  ADREF_TEXT_DECORATION_DOUBLE = 1 << 1, /* underlined twice: inserted */
  ADREF_TEXT_DECORATION_STRIKE = 1 << 2, /* deleted */
} AdrefTextDecoration;

typedef enum {
  ADREF_RUBY_PART_NONE,
  ADREF_RUBY_PART_BASE,    /* a word whose reading follows: it is not broken */
  ADREF_RUBY_PART_READING, /* the reading, set above that word and as wide as nothing */
} AdrefRubyPart;

/* How words look and where they lead. Equal looks are one. */
typedef struct {
  AdrefFontFace face;
  guint color;      /* 0xRRGGBB */
  float rise;       /* of the base line, in points */
  guint decoration; /* ADREF_TEXT_DECORATION_... */
  guint link;       /* place in the flow's links + 1, or 0 */
  AdrefRubyPart ruby;
  guint footnote; /* note at the foot of the page that the words call, from 1; or 0 */
} AdrefTextStyle;

/* From a byte of the text up to the next span. */
typedef struct {
  gsize start;
  guint style;           /* place in the looks */
  const AdrefNode *node; /* where the words come from, for messages; or NULL */
} AdrefTextSpan;

typedef struct {
  GString *text;       /* U+2028 is a line break */
  GArray *spans;       /* of AdrefTextSpan; none is empty but the last */
  gboolean is_heading; /* in Japanese its lines end where phrases do, not at any letter */
} AdrefStyledText;

AdrefStyledText *adref_styled_text_new(void);
void adref_styled_text_free(AdrefStyledText *styled_text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefStyledText, adref_styled_text_free)

void adref_styled_text_add(AdrefStyledText *styled_text, guint style, const AdrefNode *node,
                           const char *text, gsize length);
void adref_styled_text_clear(AdrefStyledText *styled_text);

/* From where on in the source the words of a byte of the text stand, as far as it is known: line
 * and column of the node that they come from, or of what that stands in; 0 for unknown. *is_deleted
 * is whether they are words of the old text. */
void adref_styled_text_place(const AdrefStyledText *styled_text, gsize byte, guint *line,
                             guint *column, gboolean *is_deleted);

#endif

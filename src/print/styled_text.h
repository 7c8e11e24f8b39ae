/* A styled text: the words of one paragraph, with the styles of its parts. */
#ifndef ADREF_PRINT_STYLED_TEXT_H
#define ADREF_PRINT_STYLED_TEXT_H

#include <glib.h>

#include "clause/node.h"
#include "print/font_face.h"

typedef enum {
  ADREF_TEXT_DECORATION_UNDERLINE = 1 << 0,
  ADREF_TEXT_DECORATION_DOUBLE = 1 << 1, /* two lines below: inserted */
  ADREF_TEXT_DECORATION_STRIKE = 1 << 2, /* deleted */
} AdrefTextDecoration;

typedef enum {
  ADREF_RUBY_PART_NONE,
  ADREF_RUBY_PART_BASE,    /* a word whose reading follows: it is not broken */
  ADREF_RUBY_PART_READING, /* the reading, centred above that word, without a width of its own */
} AdrefRubyPart;

/* How words look and where they lead. Equal styles have one index. */
typedef struct {
  AdrefFontFace face;
  guint color;      /* 0xRRGGBB */
  float rise;       /* of the base line above the normal one, in points */
  guint decoration; /* ADREF_TEXT_DECORATION_... */
  guint link;       /* return value of adref_page_flow_add_link(), or 0 */
  AdrefRubyPart ruby;
  guint footnote;   /* number of the footnote that the words call, or 0 */
  gboolean is_sign; /* a sign of the paragraph, as of a bracket: it has the direction of the
                       paragraph, whatever the letters beside it */
} AdrefTextStyle;

/* From a byte of the text up to the next span. */
typedef struct {
  gsize start;
  guint style;           /* index in the styles of the line breaker */
  const AdrefNode *node; /* the node of the words, for messages; or NULL */
} AdrefTextSpan;

typedef struct {
  GString *text;       /* U+2028 is a line break */
  GArray *spans;       /* of AdrefTextSpan; only the last may be empty */
  gboolean is_heading; /* a heading, or a cell of a table: Japanese is broken between phrases there,
                          not at any letter */
} AdrefStyledText;

AdrefStyledText *adref_styled_text_new(void);
void adref_styled_text_free(AdrefStyledText *styled_text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefStyledText, adref_styled_text_free)

void adref_styled_text_add(AdrefStyledText *styled_text, guint style, const AdrefNode *node,
                           const char *text, gsize length);
void adref_styled_text_clear(AdrefStyledText *styled_text);

/* Where a byte of the text stands in the source, as far as known: line and column of its node, or
 * of the nearest parent that has a place; 0: unknown. *is_deleted: the words are deleted in a
 * redline. */
void adref_styled_text_place(const AdrefStyledText *styled_text, gsize byte, guint *line,
                             guint *column, gboolean *is_deleted);

#endif

/* What is known about the paragraphs of a text that comes in before any of them is decided, and
 * what the files ask that decide their kinds (exchange/paragraphs/paragraph_kind.h). */
#ifndef ADREF_EXCHANGE_PARAGRAPHS_PARAGRAPH_SIGHT_H
#define ADREF_EXCHANGE_PARAGRAPHS_PARAGRAPH_SIGHT_H

#include "exchange/incoming_text.h"
#include "exchange/paragraphs/paragraph_face.h"

enum {
  ADREF_LINE_WORDS = 12 /* the most of a line of place and date */
};

typedef struct {
  AdrefIncomingParagraph *paragraph;
  const char *words; /* behind the typed number */
  guint count;       /* words between spaces, or characters by four where there are none */
  AdrefFace face;
  gunichar end; /* the last character */
} AdrefSight;

typedef struct {
  AdrefSight *all;
  guint n;
  const char *language;
  const char *front_title;   /* NULL: none */
  gboolean has_own_headings; /* Markdown's, so that a plain line is none */
} AdrefSights;

/* Looks at a paragraph, and gives it its typed number. */
void adref_sight_take(AdrefSight *seen, AdrefIncomingParagraph *paragraph);

/* Whether the last character is one of `marks`. */
gboolean adref_sight_ends_with(const AdrefSight *seen, const char *marks);

/* Whether a marker, a reader or a step before has said what it is. */
gboolean adref_sight_is_decided(const AdrefSight *seen);

/* Whether it is a paragraph that nothing has decided yet: operative, unless something does. */
gboolean adref_sight_is_content(const AdrefSight *seen);

/* Whether it is a title, a heading or an annex. */
gboolean adref_sight_is_head(const AdrefSight *seen);

/* Whether it has a typed number without a point, and this number. */
gboolean adref_sight_is_numbered(const AdrefSight *seen);
guint64 adref_sight_number(const AdrefSight *seen);

/* Whether it ends with a comma or semicolon, so that a sentence goes on. */
gboolean adref_sight_has_open_end(const AdrefSight *seen);

gboolean adref_sight_opens_with_participle(const AdrefSight *seen);

/* Whether it is one short paragraph of words, no item and no heading of Markdown. */
gboolean adref_sight_is_plain_line(const AdrefSight *seen);

/* Whether a paragraph has a typed number, "๑. " or "١- ", that is left in its words. */
gboolean adref_typed_number_stays(const AdrefIncomingParagraph *paragraph);

/* Whether it is one of several items whose marks are Chinese or Japanese, "①", "（1）". */
gboolean adref_sight_is_among_items(const AdrefSights *self, guint i);

gboolean adref_words_begin_small(const char *words);

#endif

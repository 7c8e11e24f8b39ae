/* What programs and styles change in a text that a party sends, and nobody proposes: curved
 * quotation marks, spaces that do not break, headings in capitals or with typed numbers,
 * a space in bold between words in bold. */
#ifndef ADREF_WORK_JOIN_SENT_SPELLING_H
#define ADREF_WORK_JOIN_SENT_SPELLING_H

#include "clause/node.h"

typedef struct {
  guint signs;    /* quotation marks, apostrophes, hyphens and spaces */
  guint capitals; /* headings of which only capitals differ */
  guint numbers;  /* typed numbers of headings */
  guint labels;   /* of footnotes, that an editor wrote anew */
  guint seams;    /* spaces between words in bold or italics, which became so, too */
} AdrefSentSpelling;

/* Gives a text the signs and headings of the text that it came from. A sign is changed where the
 * base has only the other form of it: ' for ’, " for “ and ”, and the other way round; a space or
 * hyphen that does not break where the base has none. Numbers go where two headings or more have
 * them, and none of the base. A footnote with another label is one of the base where most of
 * its words are. "**FURTHER REAFFIRM**" is "**FURTHER** **REAFFIRM**" where the base has only that.
 * With `side` NULL nothing is changed, and `sent` is only counted. */
AdrefSentSpelling adref_sent_spelling_take(AdrefNode *side, const AdrefNode *sent,
                                           const AdrefNode *base);

#endif

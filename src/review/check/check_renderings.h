/* What a translation makes of a clause, beyond its numbers: a part of "adref check". Words of one
 * language are compared with those of another only where tables have both. */
#ifndef ADREF_REVIEW_CHECK_CHECK_RENDERINGS_H
#define ADREF_REVIEW_CHECK_CHECK_RENDERINGS_H

#include "review/check/check_text.h"

/* The pairs of bytes that stand in a text, without regard to the case of letters: a word of which
 * one pair does not stand there does not stand there either. */
typedef struct {
  guint64 bits[64];
} AdrefBytePairs;

/* A clause of one text. */
typedef struct {
  const char *language;
  const GString *words;
  const AdrefCheckBlock *first;
  AdrefBytePairs pairs; /* private: of `words` */
  gboolean is_reported; /* words that were left in it have a finding already */
} AdrefRendering;

/* Adds to `translation` where it has lost an "only" or a name between two others, or has words that
 * were left in the language of the source. */
void adref_check_rendering(AdrefCheckText *translation, AdrefRendering *source,
                           AdrefRendering *other);

#endif

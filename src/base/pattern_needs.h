/* What a text must have so that a pattern can match in it, found without a search: strings of which
 * one stands in each match.
 *
 * A text is known by its grams: a bit for each group of one, two and three bytes in it. Different
 * groups may have one bit, so "it may match" can be wrong; "it cannot" is right always. For
 * base/pattern.h, and those who look for many patterns in many texts. */
#ifndef ADREF_BASE_PATTERN_NEEDS_H
#define ADREF_BASE_PATTERN_NEEDS_H

#include <glib.h>

enum {
  ADREF_GRAM_BITS = 4096,
  ADREF_PATTERN_NEEDS_MAX = 300 /* strings; a pattern that needs one of more may match everywhere */
};

typedef struct {
  guint64 bits[ADREF_GRAM_BITS / 64];
} AdrefTextGrams;

void adref_text_grams_read(AdrefTextGrams *grams, const char *text, gsize length);

/* The strings of a pattern that PCRE2 accepts, as bits of grams: for each string how many
 * there are, and their numbers. NULL: nothing is known. Caller unrefs. */
GArray *adref_pattern_needs_new(const char *pattern, gboolean caseless);

/* FALSE: the pattern with these needs (NULL: TRUE) matches nowhere in the text. */
gboolean adref_pattern_needs_met(const GArray *needs, const AdrefTextGrams *grams);

#endif

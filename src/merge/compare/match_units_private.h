/* How words that two units share are counted, for merge/compare/match_units.c and
 * merge/compare/match_parts.c. */
#ifndef ADREF_MERGE_COMPARE_MATCH_UNITS_PRIVATE_H
#define ADREF_MERGE_COMPARE_MATCH_UNITS_PRIVATE_H

#include "merge/compare/match_units.h"

enum {
  ADREF_MATCH_FEW_WORDS = 8 /* with fewer words their order means little */
};

typedef struct {
  guint words, bigrams;
} AdrefSharedWords;

/* The pairs of neighbouring words. */
guint adref_word_bag_pairs(const AdrefWordBag *bag);

/* Counts the words of a unit; they are removed by adref_word_bag_reset of the same bag. */
void adref_word_bag_count(AdrefUnitMatcher *matcher, const AdrefWordBag *bag);
void adref_word_bag_reset(AdrefUnitMatcher *matcher, const AdrefWordBag *bag);

/* How much a unit shares with the unit that was counted; what is shared is subtracted from the
 * counts. */
AdrefSharedWords adref_word_bag_take_shared(AdrefUnitMatcher *matcher, const AdrefWordBag *bag);

#endif

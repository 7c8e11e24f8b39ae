/* The units of an old text matched with those of a new one: clauses, blocks, items, rows. */
#ifndef ADREF_MERGE_COMPARE_MATCH_UNITS_H
#define ADREF_MERGE_COMPARE_MATCH_UNITS_H

#include <glib.h>

#include "merge/compare/align_sequences.h"

/* The words of a unit as similarity is measured by. */
typedef struct {
  guint length;
  guint16 *words;   /* by word: the entry of the table that it is counted in */
  guint32 *bigrams; /* hashes of each word with the next one; length - 1 of them */
} AdrefWordBag;

typedef struct {
  guint content;     /* equal for equal contents, without typed numbers before words */
  guint exact;       /* equal for equal contents, with such numbers */
  guint kind;        /* only units of one kind can match */
  guint weight;      /* its size: of two units that crossed, the lighter one moved */
  AdrefWordBag *bag; /* NULL until it is needed */
} AdrefMatchUnit;

typedef struct {
  const AdrefMatchUnit *units;
  guint length;
} AdrefMatchUnits;

/* Makes a bag of the ids of words in their order. The caller frees it. */
AdrefWordBag *adref_word_bag_new(const guint *ids, guint length);
void adref_word_bag_free(AdrefWordBag *bag);

/* Frees the array of the units and their bags. */
void adref_match_units_clear(AdrefMatchUnits units);

typedef struct AdrefUnitMatcher AdrefUnitMatcher;

AdrefUnitMatcher *adref_unit_matcher_new(void);
void adref_unit_matcher_free(AdrefUnitMatcher *matcher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefUnitMatcher, adref_unit_matcher_free)

/* Matches units that have no match yet and the same content, in their order; then, with `moves`,
 * also out of their order. matches[i], for each old unit, is the place of the new one or
 * ADREF_NO_MATCH. */
void adref_match_units_identical(AdrefAligner *aligner, AdrefMatchUnits old, AdrefMatchUnits new,
                                 gboolean moves, guint *matches);

/* Matches units without a match that are similar; these must have their bags. With `moves` also out
 * of their order: then more similarity is needed. Cost: in proportion to the words, with a bounded
 * number of comparisons of each unit. */
void adref_match_units_similar(AdrefUnitMatcher *matcher, AdrefMatchUnits old, AdrefMatchUnits new,
                               gboolean moves, guint *matches);

/* Matches units without a match that are too short to be matched at another place otherwise, and
 * share two thirds of their words, where each is the only one for the other. doubtful[i] is set for
 * them: a pattern may have made both. */
void adref_match_units_short(AdrefUnitMatcher *matcher, AdrefMatchUnits old, AdrefMatchUnits new,
                             guint *matches, guint8 *doubtful);

/* Finds units that were part of another unit before: a unit of `parts` without a match, most of
 * whose words are in the match of its neighbour, and not in the neighbour. Sets whole_of[j], for
 * each unit of `parts`, to the place of the unit that it is a later part of, or to ADREF_NO_MATCH.
 * `matches` and `in_order`, by unit of `wholes`, are all matches, and those that do not cross; they
 * may be one array. A whole may get another match, the first of its parts; one without a match gets
 * it when it holds most of its words, unless part_of[i] (NULL: for none) says that it is a part of
 * a unit itself. Units with the same content as their match need no bag. */
void adref_match_units_split(AdrefUnitMatcher *matcher, AdrefMatchUnits wholes,
                             AdrefMatchUnits parts, const guint *part_of, guint *matches,
                             guint *in_order, guint *whole_of);

/* The place behind the unit `at` and the later parts of `whole` that follow it without a gap.
 * `wholes`, of `length` units, is as adref_match_units_split() sets it. */
guint adref_match_units_end_of_parts(const guint *wholes, guint length, guint at, guint whole);

/* The matches seen from the other side: inverse[j], for each of `with_length` new units, is the old
 * unit that it is the match of, or ADREF_NO_MATCH. */
void adref_matches_invert(const guint *matches, guint length, guint *inverse, guint with_length);

#endif

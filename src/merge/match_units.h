/* Which unit of an old text is which unit of a new one: clauses, blocks, items, rows. */
#ifndef ADREF_MERGE_MATCH_UNITS_H
#define ADREF_MERGE_MATCH_UNITS_H

#include <glib.h>

#include "merge/align_sequences.h"

/* The words of a unit in the shape that likeness is judged by. */
typedef struct {
  guint length;
  guint16 *words;   /* which drawer each word is counted in */
  guint32 *bigrams; /* each word with the next one, scrambled; length - 1 of them */
} AdrefWordBag;

typedef struct {
  guint content;     /* the same number for the same content, but for typed numbers before words */
  guint exact;       /* the same number for the same content, those included */
  guint kind;        /* only units of one kind can be paired */
  guint weight;      /* its size: of two units that cross, the lighter one moved */
  AdrefWordBag *bag; /* NULL while nobody asks */
} AdrefMatchUnit;

typedef struct {
  const AdrefMatchUnit *units;
  guint length;
} AdrefMatchUnits;

/* From the ids of words in their order. The caller frees the bag. */
AdrefWordBag *adref_word_bag_new(const guint *ids, guint length);
void adref_word_bag_free(AdrefWordBag *bag);

typedef struct AdrefUnitMatcher AdrefUnitMatcher;

AdrefUnitMatcher *adref_unit_matcher_new(void);
void adref_unit_matcher_free(AdrefUnitMatcher *matcher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefUnitMatcher, adref_unit_matcher_free)

/* Pairs units that have no mate yet and the same content, in their order; then, with `moves`, also
 * out of it. mates[i], for each old unit, is the place of the new one or ADREF_NO_MATCH. */
void adref_match_units_identical(AdrefAligner *aligner, AdrefMatchUnits old, AdrefMatchUnits new,
                                 gboolean moves, guint *matches);

/* Pairs units without a mate that are similar; those have their bags. With `moves` also out of
 * order: then more likeness is asked for. Cost: in proportion to the words, but for a bounded
 * number of comparisons of each unit. */
void adref_match_units_similar(AdrefUnitMatcher *matcher, AdrefMatchUnits old, AdrefMatchUnits new,
                               gboolean moves, guint *matches);

/* Finds units that were part of another one before: a unit of `parts` without a mate, most of whose
 * words stand in the mate of its neighbour, where the neighbour leaves them. Sets whole_of[j], for
 * each unit of `parts`, to the place of the unit that it is a later part of, or to ADREF_NO_MATCH.
 * `mates` and `in_order`, by unit of `wholes`, say who is paired and which pairs do not cross; they
 * may be one array. A whole may get another mate, the first of its parts. Units with the same
 * content as their mate need no bag. */
void adref_match_units_split(AdrefUnitMatcher *matcher, AdrefMatchUnits wholes,
                             AdrefMatchUnits parts, guint *matches, guint *in_order,
                             guint *whole_of);

#endif

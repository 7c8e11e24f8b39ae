/* Pairs of clauses, in two languages, whose values and words were compared before and did not
 * differ (review/languages/number_differences.h), so that they need not be read again.
 *
 * A pair is known by a digest of all that its comparison reads: both languages and the names of the
 * parties in them, the words of both clauses, and the places in them (cells, alternatives). A text
 * that changes in one clause has other pairs for that clause alone. */
#ifndef ADREF_REVIEW_LANGUAGES_KNOWN_VALUES_H
#define ADREF_REVIEW_LANGUAGES_KNOWN_VALUES_H

#include "review/languages/language_structure.h"

enum {
  ADREF_KNOWN_VALUES_PAIR = 16 /* bytes of a pair */
};

typedef struct AdrefKnownValues AdrefKnownValues;

/* The pairs in `bytes`, that adref_known_values_bytes() gave; NULL: none. */
AdrefKnownValues *adref_known_values_new(GBytes *bytes);
void adref_known_values_free(AdrefKnownValues *known);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefKnownValues, adref_known_values_free)

/* Whether a pair is known. */
gboolean adref_known_values_has(const AdrefKnownValues *known,
                                const guint8 pair[ADREF_KNOWN_VALUES_PAIR]);

/* Takes over the pairs that a comparison found, known ones among them. */
void adref_known_values_take(AdrefKnownValues *known, GByteArray *found);

/* Those that were taken over, and no others; NULL: they are the ones of the beginning. Caller
 * unrefs. */
GBytes *adref_known_values_bytes(const AdrefKnownValues *known);

/* The pair of the words of two clauses, or of two titles, which were digested
 * (adref_language_structure_digest()). */
void adref_known_values_pair(const guint8 *first, const guint8 *second, gboolean is_heading,
                             guint8 pair[ADREF_KNOWN_VALUES_PAIR]);

#endif

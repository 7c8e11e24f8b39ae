/* The numbers of a part of a clause, paired with those of the other text. */
#ifndef ADREF_REVIEW_LANGUAGES_NUMBER_POOL_H
#define ADREF_REVIEW_LANGUAGES_NUMBER_POOL_H

#include "review/languages/language_numbers.h"

/* The numbers of a part of a clause, of which those that found a partner are used up. */
typedef struct {
  GPtrArray *numbers;   /* of AdrefLanguageNumber */
  GArray *used;         /* of gboolean, by number */
  GHashTable *strong;   /* "value unit" and "value" -> GArray of the numbers, the last one first */
  GHashTable *weak;     /* likewise, of weak numbers */
  gboolean knows_times; /* both texts say times of day in ways that are known */
} AdrefNumberPool;

/* The numbers from `start` to `end`, which belong to `numbers`; `knows_times` is set before. */
void adref_number_pool_init(AdrefNumberPool *pool, const AdrefLanguageNumbers *numbers, gsize start,
                            gsize end);
void adref_number_pool_clear(AdrefNumberPool *pool);

/* Uses up those that have a partner in the other text: by value and unit first, then by value. */
void adref_number_pool_pair(AdrefNumberPool *a, AdrefNumberPool *b);

/* What found no partner, "30, 35"; a value that the other one has too is said with its unit. NULL:
 * there is none. Caller frees. */
char *adref_number_pool_rest(const AdrefNumberPool *pool, const AdrefNumberPool *other);

/* The only number that found no partner, if it is 3 or more and has one reading; NULL: there is
 * none, or several. */
const AdrefLanguageNumber *adref_number_pool_only_rest(const AdrefNumberPool *pool);

/* The first number (of AdrefLanguageNumber) at or behind `start`. */
guint adref_number_pool_first(const GArray *numbers, gsize start);

#endif

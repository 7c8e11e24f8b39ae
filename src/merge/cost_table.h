/* The alignment of two short sequences that costs least: what a person would draw.
 *
 * A word kept costs nothing. A word gone or come has its price, a sign a smaller one; one in place
 * of another costs less than both, a number in place of a number still less; and each stretch of
 * changes costs something for being one more. */
#ifndef ADREF_MERGE_COST_TABLE_H
#define ADREF_MERGE_COST_TABLE_H

#include "merge/align_sequences.h"

enum {
  ADREF_COST_TABLE_MAX_CELLS = 16384 /* old times new elements at most */
};

typedef struct AdrefCostTable AdrefCostTable;

AdrefCostTable *adref_cost_table_new(void);
void adref_cost_table_free(AdrefCostTable *table);

/* Sets mates[i] to the place in `new` or ADREF_NO_MATCH. */
void adref_cost_table_align(AdrefCostTable *table, AdrefSequence old, AdrefSequence new,
                            guint *matches);

#endif

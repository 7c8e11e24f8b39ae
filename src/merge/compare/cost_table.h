/* The alignment of two short sequences with the least cost: the one that a person would draw.
 *
 * A word that is kept costs nothing. A word or number that is deleted or inserted has a cost,
 * punctuation a smaller one. A word that replaces a word, or a number a number, costs less than a
 * deletion and an insertion; elements of two types never replace each other. Each run of changes
 * has a cost of its own, so that there are few. */
#ifndef ADREF_MERGE_COMPARE_COST_TABLE_H
#define ADREF_MERGE_COMPARE_COST_TABLE_H

#include "merge/compare/align_sequences.h"

enum {
  ADREF_COST_TABLE_MAX_CELLS = 16384 /* the most cells of a table: old times new elements */
};

typedef struct AdrefCostTable AdrefCostTable;

AdrefCostTable *adref_cost_table_new(void);
void adref_cost_table_free(AdrefCostTable *table);

/* Sets matches[i] to the place in `new` or to ADREF_NO_MATCH. */
void adref_cost_table_align(AdrefCostTable *table, AdrefSequence old, AdrefSequence new,
                            guint *matches);

#endif

/* The tables of several texts with the same columns, so that they are merged cell by cell where
 * somebody put in a column or took one out. */
#ifndef ADREF_MERGE_JOIN_MERGE_COLUMNS_H
#define ADREF_MERGE_JOIN_MERGE_COLUMNS_H

#include "merge/compare/block_matching.h"
#include "merge/join/merge_context.h"

/* Copies of the tables in which a column that a text lacks has empty cells; a column that it took
 * out though others changed words in it has the cells of the base, and is put into brackets. A
 * compilation text has no such columns: there each cell says who wants it out. */
typedef struct {
  AdrefNode *base;
  AdrefNode **sides;       /* by side; NULL: unchanged */
  AdrefBlockMatches *rows; /* by side: which row of the base is which of its own */
  guint count;             /* of sides */
  guint8 *taken_out;       /* by column: the base has it, and some side took it out */
  GArray **deleters; /* by column: the sides (guint) that took it out though others changed words */
  GArray **editors;  /* in it, and those; NULL: it is no such column */
} AdrefMergeColumns;

/* Whether all rows of each table have as many cells as its head, and the tables not as many as each
 * other. `sides` has the form of the TABLE `base` in each text, NULL where it is unchanged. */
gboolean adref_merge_columns_differ(const AdrefMergeContext *context, const AdrefNode *base,
                                    const AdrefNode *const *sides);

/* `rows` as above; it is freed with the result, or at once. NULL: no such tables can be made, since
 * a column changed its place. The caller frees it. */
AdrefMergeColumns *adref_merge_columns_new(const AdrefMergeContext *context, const AdrefNode *base,
                                           const AdrefNode *const *sides, AdrefBlockMatches *rows);
void adref_merge_columns_free(AdrefMergeColumns *self);

/* Puts those columns of the merged table into brackets, and takes those of the base out that some
 * side took out and that have no words. */
void adref_merge_columns_finish(const AdrefMergeColumns *self, AdrefMergeContext *context,
                                AdrefNode *table);

#endif

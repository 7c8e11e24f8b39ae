/* New rows of a table that say one thing in several texts. */
#ifndef ADREF_MERGE_JOIN_MERGE_ROWS_H
#define ADREF_MERGE_JOIN_MERGE_ROWS_H

#include "merge/join/merge_context.h"

/* The one row that `rows` (by side; NULL: the side has none) are: they have as many cells, and the
 * same words in all but at most one, which is not the first; *differ says whether there is one. A
 * cell without words agrees with any other one. The cell that differs is a bracket with the
 * parties, and with `bracketed` the other ones are, too. NULL: they are several rows, of which
 * nobody may take one cell from here and another one from there; or a side has no party. The caller
 * frees it. */
AdrefNode *adref_merge_rows(const AdrefMergeContext *context, const AdrefNode *const *rows,
                            gboolean bracketed, gboolean *differ);

#endif

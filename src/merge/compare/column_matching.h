/* Which column of an old table is which column of the new one: first by the words of the heads,
 * then by the cells below them, then by their place. */
#ifndef ADREF_MERGE_COMPARE_COLUMN_MATCHING_H
#define ADREF_MERGE_COMPARE_COLUMN_MATCHING_H

#include <glib.h>

#include "merge/compare/diff_worker.h"

/* By column of the head of the TABLE `old`, the column of `new`, or ADREF_NO_MATCH. Matches do not
 * cross. The caller frees the array (of guint). */
GArray *adref_column_matches(AdrefDiffWorker *worker, const AdrefNode *old, const AdrefNode *new);

/* The same for a DELETED and an INSERTED row. In one table of a redline, with its head, they have
 * the columns of that one; else as many cells as each other. NULL: they have not. *news: the cells
 * of the new row. */
GArray *adref_column_matches_of_rows(const AdrefNode *old, const AdrefNode *new, guint *news);

/* The place in a new row of the cell at `column` of an old row, or ADREF_NO_MATCH. `news`: columns
 * of the new head. A cell beyond the columns of the old table is matched with one beyond those of
 * the new one. */
guint adref_column_match(const GArray *matches, guint news, guint column);

#endif

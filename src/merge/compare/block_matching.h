/* Which block of a text is which block of another one. */
#ifndef ADREF_MERGE_COMPARE_BLOCK_MATCHING_H
#define ADREF_MERGE_COMPARE_BLOCK_MATCHING_H

#include "merge/compare/diff_worker.h"

/* The children of a node (of const AdrefNode *); of NULL none. Caller unrefs. */
GPtrArray *adref_merge_child_list(const AdrefNode *node);

/* Which child of a base is which child of another form of it, by child of the base. */
typedef struct {
  guint *in_order; /* ADREF_NO_MATCH: it is gone, or moved */
  guint *moved;    /* its new place, when it moved past others; else ADREF_NO_MATCH */
  guint *joined_into, *split_from; /* paragraphs and items that were joined or divided, as in
                                      AdrefClauseMatching; NULL: not looked for */
  guint8 *same;                    /* which have the same content as their match; NULL as above */
  guint8 *doubtful; /* of which few words are all that they share with their match; NULL as above */
} AdrefBlockMatches;

void adref_block_matches_clear(AdrefBlockMatches *matches);

/* Matches the children of `base` with those of `node`, by the tools of the redline. What moved has
 * the same content, or is as similar as a clause that moved. With `other_cells` a row that stands
 * alone between two matches is the same one also when none of its cells is: a compilation shows
 * what a party put in its place as an alternative; then no parts are looked for. The caller clears
 * it. */
AdrefBlockMatches adref_merge_match_blocks(AdrefDiffWorker *worker, const AdrefNode *base,
                                           const AdrefNode *node, gboolean other_cells);

/* The words of the first cell of a TABLE_ROW, which say what it is about; NULL: it is no row, or
 * its first cell has not two letters, such as "3" and "(c)", the label of a row. Caller frees. */
char *adref_row_name(const AdrefNode *row);

#endif

/* The clauses of an old document matched with those of a new one. */
#ifndef ADREF_MERGE_COMPARE_CLAUSE_MATCHING_H
#define ADREF_MERGE_COMPARE_CLAUSE_MATCHING_H

#include "merge/compare/diff_worker.h"

/* Clauses of both documents by their places. */
typedef struct {
  const AdrefNode **old, **new;
  AdrefMatchUnits olds, news;
  guint *matches;     /* by old clause: the place of its new clause, or ADREF_NO_MATCH */
  guint *in_order;    /* the same, but clauses that moved have no match */
  guint *joined_into; /* by old clause: the new clause that it is now a later part of, or none */
  guint *split_from;  /* by new clause: the old clause that it was a later part of, or none */
} AdrefClauseMatching;

/* Matches clauses by id, then by content, then by similarity. The caller clears it. */
void adref_clause_matching_init(AdrefClauseMatching *matching, AdrefDiffWorker *worker,
                                const AdrefNode *old, const AdrefNode *new);

/* Undoes what was found of splits and joins wherever it took a clause from the one with its id: the
 * first part of a clause that was split is another clause when a later part kept the id. A redline
 * reads better with the parts together; who joins texts needs the ids. */
void adref_clause_matching_keep_ids(AdrefClauseMatching *matching);

void adref_clause_matching_clear(AdrefClauseMatching *matching);

#endif

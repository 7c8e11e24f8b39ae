/* Which clause of an old document is which clause of a new one. */
#ifndef ADREF_MERGE_CLAUSE_MATCHING_H
#define ADREF_MERGE_CLAUSE_MATCHING_H

#include "merge/diff_worker.h"

/* Clauses of both documents by their places. */
typedef struct {
  const AdrefNode **old, **new;
  AdrefMatchUnits olds, news;
  guint *matches;     /* by old clause: the place of the new one, or ADREF_NO_MATCH */
  guint *in_order;    /* the same for those alone that did not move */
  guint *joined_into; /* by old clause: the new one that it is now a later part of, or none */
  guint *split_from;  /* by new clause: the old one that it was a later part of, or none */
} AdrefClauseMatching;

/* Matches clauses by id, then by content, then by likeness. The caller clears it. */
void adref_clause_matching_init(AdrefClauseMatching *matching, AdrefDiffWorker *worker,
                                const AdrefNode *old, const AdrefNode *new);
void adref_clause_matching_clear(AdrefClauseMatching *matching);

#endif

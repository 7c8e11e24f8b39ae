/* Which clause of an old document is which clause of a new one. */
#ifndef ADREF_MERGE_CLAUSE_MATCHING_H
#define ADREF_MERGE_CLAUSE_MATCHING_H

#include "merge/block_diff.h"

/* Clauses of both documents by their places. */
typedef struct {
  const AdrefNode **old, **new;
  AdrefUnits olds, news;
  guint *mates;     /* by old clause: the place of the new one, or ADREF_NO_MATE */
  guint *in_order;  /* the same for those alone that did not move */
  guint *old_whole; /* by old clause: the new one that it is now a later part of, or none */
  guint *new_whole; /* by new clause: the old one that it was a later part of, or none */
} AdrefCounterparts;

/* Matches clauses by id, then by content, then by likeness. The caller clears it. */
void adref_counterparts_init(AdrefCounterparts *match, AdrefBench *bench, const AdrefNode *old,
                             const AdrefNode *new);
void adref_counterparts_clear(AdrefCounterparts *match);

#endif

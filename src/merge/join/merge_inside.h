/* A clause of which all words stand in one bracket: what others change in it is merged inside. */
#ifndef ADREF_MERGE_JOIN_MERGE_INSIDE_H
#define ADREF_MERGE_JOIN_MERGE_INSIDE_H

#include "merge/join/merge_clauses.h"

typedef struct {
  AdrefMergeClause clause; /* the forms without the bracket */
  GPtrArray *copies;       /* of AdrefNode: these forms */
  AdrefNode *bracket;      /* its one alternative has the positions of the bracket; no words */
} AdrefMergeInside;

/* Takes the bracket off: that of the base and of all sides that changed the clause, where several
 * did, or that which a side has put around the words of the base while another one changed them.
 * FALSE: there is no such bracket, and nothing is to be cleared. */
gboolean adref_merge_inside_begin(AdrefMergeInside *self, const AdrefMergeContext *context,
                                  const AdrefMergeClause *clause);

/* Puts the bracket around the merged clause. FALSE: none can stand there. */
gboolean adref_merge_inside_end(const AdrefMergeInside *self, AdrefNode *out);

void adref_merge_inside_clear(AdrefMergeInside *self);

#endif

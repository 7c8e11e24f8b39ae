/* Agreements that joining versions opens again: the words are no longer those that were agreed. */
#ifndef ADREF_WORK_JOIN_MERGE_REOPENED_H
#define ADREF_WORK_JOIN_MERGE_REOPENED_H

#include "work/join/merge_versions.h"

typedef struct {
  char *statement, *clause;
  GPtrArray *parties; /* of char *, sorted: they agreed in one of the versions, and the agreement is
                         to other words now */
} AdrefReopenedClause;

/* Of each statement with a file that changes (of AdrefReopenedClause), by statement and clause. A
 * statement that does not read is left out. */
GPtrArray *adref_merge_reopened_find(AdrefSession *session, const AdrefVersionsMerge *merge);

#endif

/* What joining versions would change in the texts of the current branch, as redlines. */
#ifndef ADREF_WORK_JOIN_MERGE_PREVIEW_H
#define ADREF_WORK_JOIN_MERGE_PREVIEW_H

#include "work/join/comparison.h"
#include "work/join/merge_versions.h"

/* The redline of each text that would be otherwise, one below the other. A text that does not read
 * has a line that says why. Caller frees. */
GString *adref_merge_preview(AdrefSession *session, const AdrefVersionsMerge *merge,
                             const AdrefComparisonOptions *options);

/* Of each other language of the statements the clauses that the merge changes in the first one and
 * not in it: "demo: ja would be behind in friendship, training". Caller frees. */
GString *adref_merge_preview_behind(AdrefSession *session, const AdrefVersionsMerge *merge);

#endif

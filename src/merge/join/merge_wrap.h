/* Brackets around whole blocks. */
#ifndef ADREF_MERGE_JOIN_MERGE_WRAP_H
#define ADREF_MERGE_JOIN_MERGE_WRAP_H

#include "merge/join/merge_context.h"

/* Puts a bracket around all words of a block or clause, and takes its agreement marks off; each
 * side in `support` and `delete` (of guint; either may be NULL) gets its position. Where the words
 * stand in a bracket of their own, that one serves. FALSE: no bracket can stand around it. */
gboolean adref_merge_wrap(AdrefMergeContext *context, AdrefNode *block, const GArray *support,
                          const GArray *delete);

/* The same with one more bracket around it in any case, for a block or clause that is no row. */
gboolean adref_merge_wrap_anew(AdrefMergeContext *context, AdrefNode *block, const GArray *support,
                               const GArray *delete);

#endif

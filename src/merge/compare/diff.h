/* The redline of two texts. */
#ifndef ADREF_MERGE_COMPARE_DIFF_H
#define ADREF_MERGE_COMPARE_DIFF_H

#include "clause/change.h"

/* Both texts as one marked document (clause/change.h), with the change of each clause; findings are
 * not set (review/change/change_class.h). `language` decides how words are segmented; NULL: "en".
 * The caller frees the tree.
 *
 * Clauses are matched by id, then by content, then by similarity, also at other places; clauses
 * that were split, or joined with a neighbour, are found too. Cost: in proportion to the texts. */
AdrefNode *adref_diff(const AdrefNode *old, const AdrefNode *new, const char *language);

/* The same, but clauses that did not change are moved out of `new` instead of being copied, which
 * is most of a long text. The caller still frees `new`. */
AdrefNode *adref_diff_consume_new(const AdrefNode *old, AdrefNode *new, const char *language);

#endif

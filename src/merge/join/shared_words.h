/* How many words two new clauses or blocks share. */
#ifndef ADREF_MERGE_JOIN_SHARED_WORDS_H
#define ADREF_MERGE_JOIN_SHARED_WORDS_H

#include "clause/node.h"

/* The words of a subtree in an order in which they are quickly compared (of guint32). Words of
 * scripts without spaces are pairs of neighbouring letters. The caller unrefs it. */
GArray *adref_shared_words_new(const AdrefNode *node);

/* How many of a hundred words of the longer text are in both; 0 where both have none. Cost: the
 * words. */
guint adref_shared_words_percent(const GArray *a, const GArray *b);

/* The same of two nodes. */
guint adref_shared_words_of_nodes(const AdrefNode *a, const AdrefNode *b);

#endif

/* How findings quote layout: "(list)", "(heading 2)". */
#ifndef ADREF_REVIEW_CHANGE_LAYOUT_WORDS_H
#define ADREF_REVIEW_CHANGE_LAYOUT_WORDS_H

#include "clause/node.h"

/* The quote of a node that is no word; NULL for other nodes. */
const char *adref_layout_words(const AdrefNode *node);

/* What a node is of which an attribute changed: "(heading 2)", "(numbered list from 3)". Caller
 * frees. */
char *adref_layout_words_of_state(const AdrefNode *node);

#endif

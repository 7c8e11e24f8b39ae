/* Blocks into clauses: a marker or a heading begins one; in a text without markers each block is
 * one.
 */
#ifndef ADREF_CLAUSE_GROUP_CLAUSES_H
#define ADREF_CLAUSE_GROUP_CLAUSES_H

#include <glib.h>

#include "clause/node.h"

/* Moves all children of `blocks` into clauses at the end of the document. `problems` hears of wrong
 * markers and of ids that stand twice. */
void adref_group_clauses(AdrefNode *document, AdrefNode *blocks, GPtrArray *problems);

#endif

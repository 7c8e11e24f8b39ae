/* Groups blocks into clauses: a marker or a heading begins a clause; without a marker each block is
 * a clause. */
#ifndef ADREF_CLAUSE_MARKDOWN_GROUP_CLAUSES_H
#define ADREF_CLAUSE_MARKDOWN_GROUP_CLAUSES_H

#include <glib.h>

#include "clause/node.h"

/* Moves all children of `blocks` into clauses that are appended to the document. Wrong markers and
 * duplicate ids are added to `problems` (may be NULL). */
void adref_group_clauses(AdrefNode *document, AdrefNode *blocks, GPtrArray *problems);

#endif

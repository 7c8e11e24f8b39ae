/* Notes of delegations and comments: what stands in a text and is never printed in a final one. */
#ifndef ADREF_CLAUSE_TEXT_UNPRINTED_H
#define ADREF_CLAUSE_TEXT_UNPRINTED_H

#include <glib.h>

#include "clause/node.h"

/* How many notes and comments stand below a node; the markers of clauses are none. */
guint adref_unprinted_count(const AdrefNode *node);

/* Removes them. The words on both sides of one become neighbours: write the document in canonical
 * form and read it again before it is used otherwise. The number of those that were removed. */
guint adref_unprinted_remove(AdrefNode *document);

#endif

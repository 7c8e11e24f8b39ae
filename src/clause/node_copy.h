/* Copies of nodes. */
#ifndef ADREF_CLAUSE_NODE_COPY_H
#define ADREF_CLAUSE_NODE_COPY_H

#include <glib.h>

#include "clause/node.h"

/* The node with its attributes, without what is below it, without its place in a tree, its mark,
 * its partner (EDGE) and its change (CLAUSE). Positions are shared, for nobody changes them. */
AdrefNode *adref_node_copy(const AdrefNode *node);

/* The node with all below it; every copy has this mark. */
AdrefNode *adref_node_copy_tree(const AdrefNode *node, AdrefChangeMark mark);

/* Makes partners of the EDGEs of a document that match. In a redline those of the new text are
 * partners, and those that are DELETED among themselves. */
void adref_node_pair_bracket_edges(AdrefNode *document);

#endif

/* Copying nodes, and pairing the bracket edges of a copy. */
#ifndef ADREF_CLAUSE_NODE_COPY_H
#define ADREF_CLAUSE_NODE_COPY_H

#include <glib.h>

#include "clause/node.h"

/* A copy of the node and its attributes: without children, mark, partner (EDGE) and change
 * (CLAUSE), and not in a tree. The copy shares the positions, which nobody changes. */
AdrefNode *adref_node_copy(const AdrefNode *node);

/* A copy of the node with all nodes below it; every copied node has this mark. */
AdrefNode *adref_node_copy_tree(const AdrefNode *node, AdrefChangeMark mark);

/* Makes matching EDGEs of a document partners. In a redline a DELETED edge matches only a DELETED
 * one.
 */
void adref_node_pair_bracket_edges(AdrefNode *document);

#endif

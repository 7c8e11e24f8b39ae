/* What parties propose in some clauses that stand side by side: the layouts of a compilation that
 * show each proposal whole begin here. */
#ifndef ADREF_CLAUSE_PROPOSALS_CLAUSE_PROPOSALS_H
#define ADREF_CLAUSE_PROPOSALS_CLAUSE_PROPOSALS_H

#include <glib.h>

#include "clause/node.h"

/* The parties in the brackets of `count` clauses from `first` on, in the order of the text (of
 * const char *, which the tree owns). NULL: a bracket begins or ends outside of these clauses. The
 * caller frees the array. */
GPtrArray *adref_clause_proposals_parties(const AdrefNode *first, guint count);

/* Brackets that begin below a node and end behind it, less those that end there and began before.
 */
int adref_clause_proposals_open(const AdrefNode *node);

/* A document of copies of these clauses as a party would have them
 * (clause/proposals/preferred_text.h); party NULL: the base text. The caller frees it. */
AdrefNode *adref_clause_proposals_text(const AdrefNode *first, guint count, const char *party);

#endif

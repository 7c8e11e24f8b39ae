/* The numbered paragraphs of a text without markers: there a list of them is one clause. */
#ifndef ADREF_CLAUSE_LIST_CLAUSES_H
#define ADREF_CLAUSE_LIST_CLAUSES_H

#include "clause/node.h"

/* Makes each item of a numbered or labelled list that begins a clause of a text without markers a
 * clause of its own: a list with this one item, and its number. Items that a bracket over several
 * of them holds together stay in one clause. The blocks behind the list stay with its last item. It
 * is for layouts that show clauses; the canonical form of such a tree is read as one list again. */
void adref_list_clauses_split(AdrefNode *document);

/* Joins such clauses again that stand side by side, where the numbers of a list go on in the list
 * of the next clause. */
void adref_list_clauses_join(AdrefNode *document);

#endif

/* Square brackets: pairs, alternatives and positions, by the grammar of DOMAIN.md section 2.
 *
 * Works on a tree in which every unescaped bracket is an EDGE (clause/inline.h). Two edges that
 * match among the same siblings become a BRACKET; two that match elsewhere, such as a bracket that
 * opens in one paragraph and closes in another, become partners; the rest is reported. */
#ifndef ADREF_CLAUSE_BRACKET_H
#define ADREF_CLAUSE_BRACKET_H

#include <glib.h>

#include "clause/node.h"

typedef struct {
  GHashTable *parties; /* see AdrefReading */
  GPtrArray *edges;    /* of AdrefNode: EDGEs of the blocks so far that found no match there */
  GPtrArray *problems; /* of AdrefProblem, or NULL */
} AdrefBrackets;

/* Pairs the edges inside one block (a paragraph or heading). */
void adref_brackets_pair(AdrefBrackets *self, AdrefNode *block);

/* Pairs what is left over all blocks, and reports what stays alone. */
void adref_brackets_end(AdrefBrackets *self);

#endif

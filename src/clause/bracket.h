/* Square brackets: pairs, alternatives and positions, by the grammar of DOMAIN.md section 2.
 *
 * Works on a tree in which every unescaped bracket is an EDGE (clause/cmark_inlines.h). Two edges
 * that match among the same siblings become a BRACKET; two that match elsewhere, such as a bracket
 * that opens in one paragraph and closes in another, become partners; the rest is reported. */
#ifndef ADREF_CLAUSE_BRACKET_H
#define ADREF_CLAUSE_BRACKET_H

#include <glib.h>

#include "clause/node.h"

typedef struct {
  GHashTable *parties;      /* see AdrefMarkdownReadOptions */
  GPtrArray *edges;         /* of AdrefNode: EDGEs of the blocks so far that found no match there */
  GPtrArray *problems;      /* of AdrefProblem, or NULL */
  GPtrArray *stack, *alone; /* of the block under way */
  gboolean agreed;          /* the block has an agreement mark */
} AdrefBrackets;

void adref_brackets_init(AdrefBrackets *self, GHashTable *parties, GPtrArray *problems);

/* Pairs the edges inside one block (a paragraph or heading), given in their order. */
void adref_brackets_pair(AdrefBrackets *self, AdrefNode *block, const GPtrArray *edges);

/* Pairs what is left over all blocks, reports what stays alone, and frees what the struct holds. */
void adref_brackets_end(AdrefBrackets *self);

#endif

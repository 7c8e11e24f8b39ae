/* Square brackets: pairs, alternatives and positions, by the grammar of src/FIELD.md section 2.
 *
 * The input is a tree in which every unescaped bracket is an EDGE (clause/cmark_inlines.h). Two
 * matching edges with the same parent become a BRACKET. Two matching edges with different parents,
 * such as a bracket that opens in one paragraph and closes in another, become partners; but no
 * bracket leaves a table cell. An edge without a match is reported as a problem. */
#ifndef ADREF_CLAUSE_BRACKETS_BRACKET_H
#define ADREF_CLAUSE_BRACKETS_BRACKET_H

#include <glib.h>

#include "clause/node.h"

typedef struct {
  GHashTable *parties; /* see AdrefMarkdownReadOptions */
  GPtrArray *edges;    /* of AdrefNode: the EDGEs that have no match in their block */
  GPtrArray *problems; /* of AdrefProblem, or NULL */
  GPtrArray *stack;    /* the open EDGEs of the current block */
  GPtrArray *alone;    /* the closing EDGEs of the current block without a match in it */
  gboolean agreed;     /* the current block has an agreement mark */
  GPtrArray *readings; /* of AdrefProblem: how each bracket was read; NULL: not wanted */
} AdrefBrackets;

void adref_brackets_init(AdrefBrackets *self, GHashTable *parties, GPtrArray *problems);

/* Pairs the edges of one block (a paragraph, heading or table cell). `edges` are in the order of
 * the text. In a cell, edges without a match are reported. */
void adref_brackets_pair(AdrefBrackets *self, AdrefNode *block, const GPtrArray *edges);

/* Pairs the remaining edges of all blocks, reports those without a match, and frees the contents of
 * the struct. */
void adref_brackets_end(AdrefBrackets *self);

#endif

/* Which nodes that hold others (emphasis, links, brackets) are one in two texts, so that both trees
 * fit into one.
 *
 * Nodes whose words are mates may be mates themselves. Of the rest each stands in one text only,
 * around words that both have; where two of them would cross, the fewest words that undo it are
 * not kept. */
#ifndef ADREF_MERGE_MATCH_NESTING_H
#define ADREF_MERGE_MATCH_NESTING_H

#include <glib.h>

#include "merge/align_tokens.h"

/* The tokens of one text with their mates in the other. */
typedef struct {
  const AdrefToken *tokens;
  guint length;
  guint *matches;
  guint *kept; /* how many mates stand before each token; length + 1 of them */
} AdrefMatchedTokens;

/* Given mates of tokens that speak, adds mates of nodes and spaces, and clears those that would
 * make nodes cross. Sets `kept` where there are nodes or breaks. Afterwards mates never cross; a
 * node and its mate hold the same mates; a node without mate crosses none of the other text and no
 * BREAK of it. */
void adref_match_nesting(AdrefMatchedTokens *old, AdrefMatchedTokens *new);

#endif

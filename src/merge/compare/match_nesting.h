/* The nodes around words (emphasis, links, brackets) of two texts, matched so that both trees fit
 * into one.
 *
 * Nodes whose words match may match. Every other node is in one text only, around words that both
 * texts have. Where two such nodes would cross, the fewest words that remove the crossing are not
 * kept. */
#ifndef ADREF_MERGE_COMPARE_MATCH_NESTING_H
#define ADREF_MERGE_COMPARE_MATCH_NESTING_H

#include <glib.h>

#include "merge/compare/align_tokens.h"

/* The tokens of one text with their matches in the other. */
typedef struct {
  const AdrefToken *tokens;
  guint length;
  guint *matches;
  guint *kept; /* how many matches are before each token; length + 1 numbers */
} AdrefMatchedTokens;

/* Adds matches of nodes and spaces to those of content tokens, and removes the matches that would
 * make nodes cross. Sets `kept` where there are nodes or breaks. Afterwards matches never cross; a
 * node and its match contain the same matches; a node without a match crosses no node and no BREAK
 * of the other text. */
void adref_match_nesting(AdrefMatchedTokens *old, AdrefMatchedTokens *new);

#endif

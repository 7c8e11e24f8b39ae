/* The inlines of a redline: the tokens of two texts of a block, interleaved. */
#ifndef ADREF_MERGE_COMPARE_INTERLEAVE_H
#define ADREF_MERGE_COMPARE_INTERLEAVE_H

#include <glib.h>

#include "merge/compare/align_tokens.h"

/* Fills `blocks` with marked inlines. `blocks` has one node for the first token and one for each
 * BREAK among the tokens of one side; the other side has no BREAK. */
void adref_interleave(AdrefAligner *aligner, AdrefTokenSlice old, AdrefTokenSlice new,
                      AdrefNode *const *blocks);

#endif

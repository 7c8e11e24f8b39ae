/* Two texts of a block in one: the inlines of a redline. */
#ifndef ADREF_MERGE_INTERLEAVE_H
#define ADREF_MERGE_INTERLEAVE_H

#include <glib.h>

#include "merge/align_tokens.h"

/* Fills `blocks` with marked inlines. There is a block for the first token and one for each BREAK
 * among the tokens of one side; the other side has no BREAK. */
void adref_interleave(AdrefAligner *aligner, AdrefTokenSlice old, AdrefTokenSlice new,
                      AdrefNode *const *blocks);

#endif

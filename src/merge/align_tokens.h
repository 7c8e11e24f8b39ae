/* Which word of an old text is which word of a new one. */
#ifndef ADREF_MERGE_ALIGN_TOKENS_H
#define ADREF_MERGE_ALIGN_TOKENS_H

#include <glib.h>

#include "merge/align_sequences.h"
#include "merge/tokenizer.h"

/* Sets mates[i], for each token of `old` (of AdrefToken), to the place in `new` of the token that
 * it is, or ADREF_NO_MATCH. Only tokens that speak have mates; mates never cross, and are equal.
 *
 * Rows of a table are aligned with rows. Sentences that stayed are anchors; between them words are
 * aligned; then a person's eye is served: a stretch that could stand at several places begins where
 * a sentence does, and what was kept by chance between two changes is not kept. */
void adref_align_tokens(AdrefAligner *aligner, AdrefTokenSlice old, AdrefTokenSlice new,
                        guint *matches);

#endif

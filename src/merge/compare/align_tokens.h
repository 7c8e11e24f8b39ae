/* The alignment of the words of two texts. */
#ifndef ADREF_MERGE_COMPARE_ALIGN_TOKENS_H
#define ADREF_MERGE_COMPARE_ALIGN_TOKENS_H

#include <glib.h>

#include "merge/compare/align_sequences.h"
#include "merge/tokenizer.h"

/* Sets matches[i], for each token of `old`, to the place in `new` of the same token, or to
 * ADREF_NO_MATCH. Only content tokens (adref_token_is_content) are matched; matches never cross.
 *
 * Sentences that stayed are anchors; words are aligned
 * between them. Then the alignment is cleaned up for readers (merge/compare/diff_cleanup.h). */
void adref_align_tokens(AdrefAligner *aligner, AdrefTokenSlice old, AdrefTokenSlice new,
                        guint *matches);

#endif

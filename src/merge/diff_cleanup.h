/* An alignment of words made fit for a reader. */
#ifndef ADREF_MERGE_DIFF_CLEANUP_H
#define ADREF_MERGE_DIFF_CLEANUP_H

#include "merge/align_sequences.h"
#include "merge/tokenizer.h"

/* The tokens of a text that speak, in their order. */
typedef struct {
  const AdrefToken **tokens;
  guint *sentences; /* the number of the sentence that each stands in */
  guint length;
} AdrefContentTokens;

/* Changes mates (by place in `old`) so that
 * - a word is not kept that went from one sentence to another, unless the sentences are one;
 * - where as many sentences end in a gap on both sides, their full stops are kept;
 * - what is kept between two changes is worth it: not a lone "the" or a comma;
 * - a stretch gone or come begins where a sentence begins, if it can, or behind a comma. */
void adref_diff_cleanup(const AdrefContentTokens *old, const AdrefContentTokens *new,
                        guint *matches);

#endif

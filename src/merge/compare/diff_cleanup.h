/* The clean-up of an alignment of words, so that the redline is easy to read. */
#ifndef ADREF_MERGE_COMPARE_DIFF_CLEANUP_H
#define ADREF_MERGE_COMPARE_DIFF_CLEANUP_H

#include "merge/compare/align_sequences.h"
#include "merge/tokenizer.h"

/* The content tokens of a text (adref_token_is_content), in their order. */
typedef struct {
  const AdrefToken **tokens;
  guint *sentences; /* by token: the number of its sentence */
  guint length;
} AdrefContentTokens;

/* Changes matches (by place in `old`) so that
 * - a few words are not kept in another sentence, when both sentences share more with others;
 * - where as many sentences end in a gap on both sides, their full stops are kept;
 * - a run of words between two changes is kept only when it is long enough: not a single "the" or a
 *   comma;
 * - an insertion or deletion begins where a sentence begins, if it can, or behind a comma. */
void adref_diff_cleanup(const AdrefContentTokens *old, const AdrefContentTokens *new,
                        guint *matches);

#endif

/* What one side changed in a block, in the words of the base: a few words of the base became other
 * words of the side. */
#ifndef ADREF_MERGE_JOIN_MERGE_EDITS_H
#define ADREF_MERGE_JOIN_MERGE_EDITS_H

#include "merge/compare/align_sequences.h"
#include "merge/join/merge_words.h"

typedef struct {
  guint start, end; /* words of the base; the same number: an insertion before that word */
  guint from, to;   /* words of the side that take their place */
  guint side;
  guint low, high; /* from where to where it could stand as well, because words repeat */
} AdrefMergeEdit;

/* The edits of a side, in order (of AdrefMergeEdit): no two overlap, words between them are equal.
 * No edit begins or ends inside a phrase or formatting of either text. Where a bracket became
 * another bracket, that is an edit of its own. */
GArray *adref_merge_edits_find(AdrefAligner *aligner, const AdrefMergeWords *base,
                               const AdrefMergeWords *words, guint side);

#endif

/* What all steps of one merge share. Private to the files of the merge. */
#ifndef ADREF_MERGE_MERGE_CONTEXT_H
#define ADREF_MERGE_MERGE_CONTEXT_H

#include "merge/align_sequences.h"
#include "merge/merge.h"
#include "merge/merge_words.h"

typedef struct {
  const AdrefMergeSide *sides;
  guint count;
  const AdrefMergeOptions *options;
  AdrefMergeWordReader reader;
  AdrefAligner *aligner;
  AdrefReferenceNumbers *references; /* by side; the last one is that of the base */
  AdrefMergeReport *report;
  const AdrefNode *clause; /* the one that is merged, for the report */
} AdrefMergeContext;

static inline const char *adref_merge_party(const AdrefMergeContext *self, guint side)
{
  return self->sides[side].party;
}

#endif

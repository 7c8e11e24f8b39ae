/* What all steps of one merge share. Private to the files of the merge. */
#ifndef ADREF_MERGE_MERGE_CONTEXT_H
#define ADREF_MERGE_MERGE_CONTEXT_H

#include "clause/bracket_build.h"
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

/* The party whose change it is in the clause that is merged, where it is known of the clause. */
static inline const char *adref_merge_clause_party(const AdrefMergeContext *self, guint side)
{
  const char *id = self->clause ? self->clause->as.clause->id : NULL;
  GHashTable *parties = self->sides[side].parties;
  return id && parties ? g_hash_table_lookup(parties, id) : NULL;
}

static inline const char *adref_merge_party(const AdrefMergeContext *self, guint side)
{
  const char *party = adref_merge_clause_party(self, side);
  return party ? party : self->sides[side].party;
}

/* Gives an alternative the party of a side, or notes that it is not known. */
static inline void adref_merge_join_party(const AdrefMergeContext *self, AdrefNode *alternative,
                                          guint side, AdrefPositionVerb verb)
{
  const char *party = adref_merge_party(self, side);
  if (party)
    adref_alternative_join(alternative, party, verb);
  else
    g_hash_table_add(self->report->nameless, GUINT_TO_POINTER(side));
}

#endif

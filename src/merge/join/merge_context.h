/* What all steps of one merge share. Private to the files of the merge. */
#ifndef ADREF_MERGE_JOIN_MERGE_CONTEXT_H
#define ADREF_MERGE_JOIN_MERGE_CONTEXT_H

#include "clause/proposals/bracket_build.h"
#include "merge/compare/align_sequences.h"
#include "merge/join/merge.h"
#include "merge/join/merge_words.h"

typedef struct {
  const AdrefMergeSide *sides;
  guint count;
  const AdrefMergeOptions *options;
  AdrefMergeWordReader reader;
  AdrefAligner *aligner;
  AdrefReferenceNumbers *references; /* by side; the last one is that of the base */
  AdrefMergeReport *report;
  const AdrefNode *clause; /* the one that is merged, for the report */
  const AdrefNode *block;  /* the one below it that is merged, for the report; NULL: not known */
  const guint8 *holders;   /* of a block of a new clause, of which one form takes the place of the
                              base: by side, whether it has the block; else NULL */
  gboolean
      is_whole; /* of a clause or block that may be two: what is left to decide is one bracket */
  const guint8 *parts; /* by side: whether its text is only a part of the base; NULL: none is */
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

/* Whether a side gives way to another one of the same party, which is later. */
static inline gboolean adref_merge_gives_way(const AdrefMergeContext *self, guint side, guint other)
{
  const char *party = adref_merge_party(self, side);
  gint64 own = self->sides[side].time, later = self->sides[other].time;
  if (side == other || !party || g_strcmp0(party, adref_merge_party(self, other)) != 0)
    return FALSE;
  return own > 0 && later > 0 && (own != later ? own < later : side < other);
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

/* The edits of all sides in one block, in groups: those of a group touch the same words and are
 * decided together. */
#ifndef ADREF_MERGE_JOIN_MERGE_GROUPS_H
#define ADREF_MERGE_JOIN_MERGE_GROUPS_H

#include "merge/join/merge_edits.h"

/* What some sides have in the place of a group. */
typedef struct {
  const AdrefMergeWords *words;
  guint from, to;
  GArray *sides; /* of guint */
} AdrefMergeSpan;

typedef struct {
  guint start, end; /* words of the base */
  GArray *edits;    /* of AdrefMergeEdit, in order */
  GArray *spans;    /* of AdrefMergeSpan: the different results, in the order of the sides */
} AdrefMergeGroup;

typedef struct {
  const AdrefMergeWords *base;
  const AdrefMergeWords *const *sides; /* by side; NULL: unchanged */
  guint count;
  gboolean all_bracketed;     /* every group becomes a bracket, not only one with several results */
  gboolean adjectives_follow; /* as in "eau propre" */
  GArray *groups;             /* of AdrefMergeGroup, in order; they do not overlap */
} AdrefMergeGroups;

/* Groups the edits (of AdrefMergeEdit, of all sides), which are consumed. */
void adref_merge_groups_init(AdrefMergeGroups *groups, GArray *edits);
void adref_merge_groups_clear(AdrefMergeGroups *groups);

/* Whether a group becomes a bracket. */
gboolean adref_merge_groups_is_bracket(const AdrefMergeGroups *groups,
                                       const AdrefMergeGroup *group);

/* Makes one group of those from `first` to `last`. */
void adref_merge_groups_join(AdrefMergeGroups *groups, guint first, guint last);

/* Widens a group by a word of the base, to the left or to the right. */
void adref_merge_groups_widen(AdrefMergeGroups *groups, guint group, gboolean left);

/* Joins groups that overlap, whose edits clash, and brackets that touch. */
void adref_merge_groups_settle(AdrefMergeGroups *groups);

#endif

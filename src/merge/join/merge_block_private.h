/* What merge_block.c, merge_difference.c and merge_alternatives.c share: the merge of one block,
 * and the bracket that a group of edits becomes. */
#ifndef ADREF_MERGE_JOIN_MERGE_BLOCK_PRIVATE_H
#define ADREF_MERGE_JOIN_MERGE_BLOCK_PRIVATE_H

#include "merge/join/inline_builder.h"
#include "merge/join/merge_block.h"
#include "merge/join/merge_groups.h"

typedef struct {
  AdrefMergeContext *context;
  AdrefMergeWords *base;
  AdrefMergeWords **sides; /* by side; NULL: unchanged */
  guint base_side;
  AdrefMergeGroups groups;
  AdrefInlineBuilder builder;
  guint brackets;     /* made so far */
  GPtrArray *settled; /* of AdrefNode: those in which only base text is left */
} AdrefBlockMerge;

/* Different words in the place of a group, of which a bracket is made. */
typedef struct {
  const AdrefMergeGroup *group;
  guint shows_base;     /* 1: the words of the base are an alternative, the first one */
  gboolean shows_empty; /* no word is an alternative, of those who took all words out */
  guint before, after;  /* words that all alternatives have at their beginning and end */
} AdrefMergeDifference;

static inline const AdrefMergeSpan *adref_merge_span_at(const AdrefMergeGroup *group, guint i)
{
  return &g_array_index(group->spans, AdrefMergeSpan, i);
}

static inline guint adref_merge_span_length(const AdrefMergeSpan *span)
{
  return span->to - span->from;
}

/* The words of the base in the place of a group; of no side. */
static inline AdrefMergeSpan adref_merge_base_span(const AdrefBlockMerge *self,
                                                   const AdrefMergeGroup *group)
{
  return (AdrefMergeSpan){self->base, group->start, group->end, NULL};
}

/* --- merge_difference.c --- */

/* The difference that a group is. Of several insertions at one place none may be wanted, so a
 * compilation text has that, too. Words of the base that all sides took out do not come back beside
 * those of the sides. The group has to outlive it. */
AdrefMergeDifference adref_merge_difference(const AdrefBlockMerge *self,
                                            const AdrefMergeGroup *group);

/* The alternatives of a difference, the base first where it is one. */
guint adref_merge_difference_count(const AdrefMergeDifference *self);
AdrefMergeSpan adref_merge_difference_at(const AdrefBlockMerge *self,
                                         const AdrefMergeDifference *difference, guint i);

/* The word of an alternative at a distance from its beginning or end; NULL: it is shorter. */
const AdrefMergeWord *adref_merge_word_from(const AdrefMergeSpan *span, guint distance,
                                            gboolean end);

/* Whether the words that would be left begin with a space in all alternatives, or in none. */
gboolean adref_merge_difference_has_same_space(const AdrefBlockMerge *self,
                                               const AdrefMergeDifference *difference);

/* Finds the words that all alternatives have at their ends; they stand outside of the bracket. */
void adref_merge_difference_trim(const AdrefBlockMerge *self, AdrefMergeDifference *difference);

/* --- merge_alternatives.c --- */

/* A node around copies of words of a span; the caller frees it. */
AdrefNode *adref_merge_words_between(const AdrefMergeSpan *span, guint from, guint to);

/* A bracket of the base that sides changed; NULL: the group is something else. The caller frees it.
 * `reopened` is set when somebody supports what another one resolved. */
AdrefNode *adref_merge_changed_bracket(const AdrefBlockMerge *self, const AdrefMergeGroup *group,
                                       gboolean *reopened);

/* The bracket of a difference, which the caller frees; without alternatives: nothing is left to
 * decide. */
AdrefNode *adref_merge_difference_bracket(const AdrefBlockMerge *self,
                                          const AdrefMergeDifference *difference);

#endif

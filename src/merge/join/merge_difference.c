#include "merge/join/merge_block_private.h"

static guint count_empty(const AdrefMergeGroup *group)
{
  guint count = 0;
  for (guint i = 0; i < group->spans->len; i++)
    count += adref_merge_span_length(adref_merge_span_at(group, i)) == 0;
  return count;
}

/* Whether some side left the words of a group as they are in the base. */
static gboolean is_kept_by_some(const AdrefBlockMerge *self, const AdrefMergeGroup *group)
{
  guint sides = 0;
  for (guint i = 0; i < group->spans->len; i++)
    sides += adref_merge_span_at(group, i)->sides->len;
  return sides < self->context->count;
}

AdrefMergeDifference adref_merge_difference(const AdrefBlockMerge *self,
                                            const AdrefMergeGroup *group)
{
  AdrefMergeDifference difference = {.group = group};
  guint empty = count_empty(group), others = group->spans->len - empty;
  gboolean is_new = group->start == group->end, is_contested = empty > 0 && others > 1;
  if (self->groups.all_bracketed || group->spans->len == 1)
    difference.shows_base =
        !is_new || (self->base_side == ADREF_MERGE_NO_SIDE && others > 1) ? 1 : 0;
  else
    difference.shows_base = is_contested && is_kept_by_some(self, group) ? 1 : 0;
  difference.shows_empty = is_contested && !difference.shows_base;
  return difference;
}

guint adref_merge_difference_count(const AdrefMergeDifference *self)
{
  return self->group->spans->len + self->shows_base;
}

AdrefMergeSpan adref_merge_difference_at(const AdrefBlockMerge *self,
                                         const AdrefMergeDifference *difference, guint i)
{
  if (difference->shows_base && i == 0)
    return adref_merge_base_span(self, difference->group);
  return *adref_merge_span_at(difference->group, i - difference->shows_base);
}

const AdrefMergeWord *adref_merge_word_from(const AdrefMergeSpan *span, guint distance,
                                            gboolean end)
{
  if (distance >= adref_merge_span_length(span))
    return NULL;
  return &span->words->words[end ? span->to - 1 - distance : span->from + distance];
}

/* Whether all alternatives have the same word there, and may be divided behind it. */
static gboolean is_common(const AdrefBlockMerge *self, const AdrefMergeDifference *difference,
                          guint distance, gboolean end, guint shortest)
{
  const AdrefMergeWord *first = NULL;
  if (distance + (end ? difference->before : 0) >= shortest)
    return FALSE;
  for (guint i = 0; i < adref_merge_difference_count(difference); i++) {
    AdrefMergeSpan span = adref_merge_difference_at(self, difference, i);
    const AdrefMergeWord *word = adref_merge_word_from(&span, distance, end);
    if (word->type == ADREF_TOKEN_OPEN || word->type == ADREF_TOKEN_CLOSE ||
        word->node->type == ADREF_BRACKET_EDGE)
      return FALSE;
    first = first ? first : word;
    if (word->id != first->id || word->spaced != first->spaced)
      return FALSE;
  }
  return TRUE;
}

static gboolean is_glued(const AdrefMergeSpan *span, guint distance, gboolean end)
{
  guint border = end ? span->to - distance : span->from + distance;
  return span->words->glued[border] == ADREF_MERGE_GLUED;
}

gboolean adref_merge_difference_has_same_space(const AdrefBlockMerge *self,
                                               const AdrefMergeDifference *difference)
{
  gboolean found = FALSE, spaced = FALSE;
  for (guint i = 0; i < adref_merge_difference_count(difference); i++) {
    AdrefMergeSpan span = adref_merge_difference_at(self, difference, i);
    if (difference->before + difference->after >= adref_merge_span_length(&span))
      continue;
    const AdrefMergeWord *word = adref_merge_word_from(&span, difference->before, FALSE);
    if (found && word->spaced != spaced)
      return FALSE;
    spaced = word->spaced;
    found = TRUE;
  }
  return TRUE;
}

static gboolean may_divide(const AdrefBlockMerge *self, const AdrefMergeDifference *difference,
                           guint distance, gboolean end)
{
  for (guint i = 0; i < adref_merge_difference_count(difference); i++) {
    AdrefMergeSpan span = adref_merge_difference_at(self, difference, i);
    if (is_glued(&span, distance, end))
      return FALSE;
  }
  return TRUE;
}

static guint shortest_of(const AdrefBlockMerge *self, const AdrefMergeDifference *difference)
{
  guint shortest = G_MAXUINT;
  for (guint i = 0; i < adref_merge_difference_count(difference); i++) {
    AdrefMergeSpan span = adref_merge_difference_at(self, difference, i);
    shortest = MIN(shortest, adref_merge_span_length(&span));
  }
  return shortest;
}

/* Whether a word opens or closes a parenthesis, seen from an end of a span, at a distance from it:
 * 1, -1; 0: it does neither. */
static gint step_at(const AdrefMergeSpan *span, guint distance, gboolean end)
{
  guint at = end ? span->to - 1 - distance : span->from + distance;
  gint step = adref_merge_word_depth(&span->words->words[at]);
  return end ? -step : step;
}

/* Whether as many parentheses are closed as are opened among the words of a span. */
static gboolean is_balanced(const AdrefMergeSpan *span)
{
  gint depth = 0;
  for (guint i = 0; i < adref_merge_span_length(span) && depth >= 0; i++)
    depth += step_at(span, i, FALSE);
  return depth == 0;
}

/* The words at an end that all alternatives have, without halves of parentheses. */
static void keep_pairs_at(const AdrefBlockMerge *self, AdrefMergeDifference *difference,
                          const AdrefMergeSpan *first, gboolean end)
{
  guint *kept = end ? &difference->after : &difference->before, whole = 0;
  gint depth = 0;
  for (; whole < *kept && depth + step_at(first, whole, end) >= 0; whole++)
    depth += step_at(first, whole, end);
  *kept = whole;
  while (*kept > 0 &&
         (depth != 0 || (!end && !adref_merge_difference_has_same_space(self, difference)) ||
          !may_divide(self, difference, *kept, end)))
    depth -= step_at(first, --*kept, end);
}

/* Words outside of the bracket leave no half of a parenthesis, "(Thailand[), Laos / ) - JPN]". */
static void keep_pairs(const AdrefBlockMerge *self, AdrefMergeDifference *difference)
{
  AdrefMergeSpan first = adref_merge_difference_at(self, difference, 0);
  if (!is_balanced(&first))
    return;
  keep_pairs_at(self, difference, &first, FALSE);
  keep_pairs_at(self, difference, &first, TRUE);
}

void adref_merge_difference_trim(const AdrefBlockMerge *self, AdrefMergeDifference *difference)
{
  guint shortest = shortest_of(self, difference), most = 0;
  gboolean is_new = difference->group->start == difference->group->end;
  if (adref_merge_difference_count(difference) < 2 || (is_new && self->groups.all_bracketed))
    return;
  for (guint n = 0; is_common(self, difference, n, FALSE, shortest); n++)
    if (may_divide(self, difference, n + 1, FALSE))
      most = n + 1;
  difference->before = most;
  while (difference->before > 0 && (!adref_merge_difference_has_same_space(self, difference) ||
                                    !may_divide(self, difference, difference->before, FALSE)))
    difference->before--;
  most = 0;
  for (guint n = 0; is_common(self, difference, n, TRUE, shortest); n++)
    if (may_divide(self, difference, n + 1, TRUE))
      most = n + 1;
  difference->after = most;
  if (!adref_merge_difference_has_same_space(self, difference))
    difference->after = 0;
  keep_pairs(self, difference);
}

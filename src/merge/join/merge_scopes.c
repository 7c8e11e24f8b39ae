#include "merge/join/merge_scopes.h"

#include <string.h>

enum {
  MAX_BETWEEN = 2 /* words between two facts of one statement: "5 million over the 3 years" */
};

static AdrefMergeGroup *group_at(const AdrefMergeGroups *self, guint i)
{
  return &g_array_index(self->groups, AdrefMergeGroup, i);
}

/* --- sides --- */

static void mark_sides(const AdrefMergeGroup *group, guint8 *has)
{
  for (guint i = 0; i < group->edits->len; i++)
    has[g_array_index(group->edits, AdrefMergeEdit, i).side] = 1;
}

/* Whether neither of two groups is what one side has at both places: then a reader of the result
 * reads words of several sides. In a bracket the reader may choose any of them. */
static gboolean are_mixed(const AdrefMergeGroups *self, const AdrefMergeGroup *a,
                          const AdrefMergeGroup *b)
{
  g_autofree guint8 *in_a = g_new0(guint8, self->count), *in_b = g_new0(guint8, self->count);
  gboolean only_a = FALSE, only_b = FALSE;
  mark_sides(a, in_a);
  mark_sides(b, in_b);
  for (guint s = 0; s < self->count; s++) {
    only_a = only_a || in_a[s] > in_b[s];
    only_b = only_b || in_b[s] > in_a[s];
  }
  if (adref_merge_groups_is_bracket(self, a) || adref_merge_groups_is_bracket(self, b))
    return only_a || only_b;
  return only_a && only_b;
}

/* --- phrases in a range --- */

static gboolean is_fact(const AdrefMergePhrase *phrase)
{
  return phrase->fact;
}

static gboolean is_negation(const AdrefMergePhrase *phrase)
{
  return phrase->negates;
}

static gboolean is_modal(const AdrefMergePhrase *phrase)
{
  return phrase->modal;
}

typedef gboolean (*IsPhrase)(const AdrefMergePhrase *phrase);

static guint count_phrases(const AdrefMergeWords *words, guint from, guint to, IsPhrase is_phrase)
{
  guint count = 0, low = 0, high = words->phrases->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index(words->phrases, AdrefMergePhrase, middle).after <= from)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < words->phrases->len; low++) {
    const AdrefMergePhrase *phrase = &g_array_index(words->phrases, AdrefMergePhrase, low);
    if (phrase->first >= to)
      break;
    count += is_phrase(phrase) ? 1 : 0;
  }
  return count;
}

/* Whether the words of a group hold a phrase, in the base or in a side. */
static gboolean holds(const AdrefMergeGroups *self, const AdrefMergeGroup *group,
                      IsPhrase is_phrase)
{
  gboolean found = count_phrases(self->base, group->start, group->end, is_phrase) > 0;
  for (guint i = 0; i < group->spans->len && !found; i++) {
    const AdrefMergeSpan *span = &g_array_index(group->spans, AdrefMergeSpan, i);
    found = count_phrases(span->words, span->from, span->to, is_phrase) > 0;
  }
  return found;
}

/* Whether the words that are taken deny what the base says, or the other way round. */
static gboolean negates(const AdrefMergeGroups *self, const AdrefMergeGroup *group)
{
  if (adref_merge_groups_is_bracket(self, group))
    return FALSE;
  const AdrefMergeSpan *span = &g_array_index(group->spans, AdrefMergeSpan, 0);
  return count_phrases(self->base, group->start, group->end, is_negation) !=
         count_phrases(span->words, span->from, span->to, is_negation);
}

/* --- sentences --- */

static gboolean ends_sentence(const AdrefMergeWord *word)
{
  static const char *const ends[] = {".",      ";",      ":",      "!",      "?",
                                     "\u3002", "\uFF1B", "\uFF1A", "\uFF01", "\uFF1F",
                                     "\u061B", "\u061F", "\u0964", "\u1362"};
  if (word->type != ADREF_TOKEN_PUNCTUATION)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(ends); i++)
    if (strlen(ends[i]) == word->length &&
        memcmp(ends[i], word->node->text + word->start, word->length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean has_end(const AdrefMergeGroups *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (ends_sentence(&self->base->words[i]))
      return TRUE;
  return FALSE;
}

/* The first group of the sentence in which a group stands, and of those before. */
static guint first_of_sentence(const AdrefMergeGroups *self, guint last)
{
  while (last > 0 && !has_end(self, group_at(self, last - 1)->end, group_at(self, last)->start))
    last--;
  return last;
}

/* Whether one of the groups negates what words of another side say. */
static gboolean is_denied(const AdrefMergeGroups *self, guint first, guint last)
{
  g_autofree guint8 *all = g_new0(guint8, self->count), *own = g_new0(guint8, self->count);
  for (guint i = first; i <= last; i++)
    mark_sides(group_at(self, i), all);
  for (guint i = first; i <= last; i++) {
    if (!negates(self, group_at(self, i)))
      continue;
    memset(own, 0, self->count);
    mark_sides(group_at(self, i), own);
    if (memcmp(own, all, self->count) != 0)
      return TRUE;
  }
  return FALSE;
}

/* From the last sentence to the first one, so that the places of those before stay. */
static gboolean join_negated(AdrefMergeGroups *self)
{
  gboolean joined = FALSE;
  for (guint end = self->groups->len; end > 0;) {
    guint first = first_of_sentence(self, end - 1);
    if (first + 1 < end && is_denied(self, first, end - 1)) {
      adref_merge_groups_join(self, first, end - 1);
      joined = TRUE;
    }
    end = first;
  }
  return joined;
}

/* --- facts side by side --- */

static gboolean belong_together(const AdrefMergeGroups *self, const AdrefMergeGroup *a,
                                const AdrefMergeGroup *b)
{
  guint between = b->start - a->end;
  if (between > MAX_BETWEEN || has_end(self, a->end, b->start) || !are_mixed(self, a, b))
    return FALSE;
  if (holds(self, a, is_fact) && holds(self, b, is_fact))
    return TRUE;
  return between == 0 && (holds(self, a, is_modal) || holds(self, b, is_modal));
}

static gboolean join_facts(AdrefMergeGroups *self)
{
  gboolean joined = FALSE;
  for (guint end = self->groups->len, first; end > 0; end = first) {
    first = end - 1;
    while (first > 0 && belong_together(self, group_at(self, first - 1), group_at(self, first)))
      first--;
    if (first + 1 == end)
      continue;
    adref_merge_groups_join(self, first, end - 1);
    joined = TRUE;
  }
  return joined;
}

void adref_merge_scopes_keep(AdrefMergeGroups *self)
{
  while (join_negated(self) || join_facts(self))
    adref_merge_groups_settle(self);
}

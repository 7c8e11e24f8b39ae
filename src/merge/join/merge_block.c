#include "merge/join/merge_block_private.h"

#include "clause/node_copy.h"
#include "language/word_order.h"
#include "merge/join/merge_events.h"
#include "merge/join/merge_phrases.h"

/* --- reading --- */

static void read_words(AdrefBlockMerge *self, const AdrefNode *base, const AdrefNode *const *sides)
{
  AdrefMergeContext *context = self->context;
  guint own = self->base_side == ADREF_MERGE_NO_SIDE ? context->count : self->base_side;
  self->base = adref_merge_words_read(&context->reader, base, &context->references[own]);
  self->sides = g_new0(AdrefMergeWords *, context->count + 1);
  for (guint s = 0; s < context->count; s++)
    if (sides[s])
      self->sides[s] = adref_merge_words_read(&context->reader, sides[s], &context->references[s]);
}

static GArray *find_edits(const AdrefBlockMerge *self)
{
  GArray *edits = g_array_new(FALSE, FALSE, sizeof(AdrefMergeEdit));
  for (guint s = 0; s < self->context->count; s++) {
    if (!self->sides[s])
      continue;
    g_autoptr(GArray) own =
        adref_merge_edits_find(self->context->aligner, self->base, self->sides[s], s);
    if (own->len > 0)
      g_array_append_vals(edits, own->data, own->len);
  }
  return edits;
}

/* --- two texts of one party --- */

/* A later side of the same party that has other words in the group; else `side`. */
static guint later_side(const AdrefBlockMerge *self, const AdrefMergeGroup *group, guint own,
                        guint side)
{
  guint later = side;
  for (guint i = 0; i < group->spans->len; i++) {
    const GArray *sides = adref_merge_span_at(group, i)->sides;
    for (guint j = 0; i != own && j < sides->len; j++)
      if (adref_merge_gives_way(self->context, later, g_array_index(sides, guint, j)))
        later = g_array_index(sides, guint, j);
  }
  return later;
}

static void span_clear(gpointer span)
{
  g_array_unref(((AdrefMergeSpan *)span)->sides);
}

/* The group with the words that count: without those of a side that gives way to a later one. The
 * caller frees its spans. */
static AdrefMergeGroup without_earlier(const AdrefBlockMerge *self, const AdrefMergeGroup *group)
{
  AdrefMergeGroup rest = *group;
  rest.spans = g_array_new(FALSE, FALSE, sizeof(AdrefMergeSpan));
  g_array_set_clear_func(rest.spans, span_clear);
  for (guint i = 0; i < group->spans->len; i++) {
    AdrefMergeSpan span = *adref_merge_span_at(group, i);
    const GArray *sides = span.sides;
    span.sides = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint j = 0; j < sides->len; j++) {
      guint side = g_array_index(sides, guint, j);
      if (later_side(self, group, i, side) == side)
        g_array_append_val(span.sides, side);
    }
    if (span.sides->len > 0)
      g_array_append_val(rest.spans, span);
    else
      g_array_unref(span.sides);
  }
  return rest;
}

/* Whether a party of several sides proposes two alternatives of a bracket. */
static gboolean has_two_positions(const AdrefBlockMerge *self, const AdrefNode *bracket)
{
  for (guint s = 0; s < self->context->count; s++) {
    const char *party = adref_merge_party(self->context, s);
    AdrefPositionVerb verb;
    guint count = 0;
    for (const AdrefNode *each = bracket->first; party && each; each = each->next)
      count += adref_alternative_find_party(each, party, &verb) && verb == ADREF_POSITION_SUPPORT;
    if (count > 1)
      return TRUE;
  }
  return FALSE;
}

/* The words of a side in the group, for the report. Caller frees. */
static char *words_of(const AdrefMergeGroup *group, guint side)
{
  g_autoptr(AdrefNode) words = NULL;
  for (guint i = 0; i < group->spans->len && !words; i++) {
    const AdrefMergeSpan *span = adref_merge_span_at(group, i);
    for (guint j = 0; j < span->sides->len && !words; j++)
      if (g_array_index(span->sides, guint, j) == side)
        words = adref_merge_words_between(span, span->from, span->to);
  }
  g_autofree char *text = words ? adref_node_words(words) : g_strdup("");
  if (!*text)
    return g_strdup("the deletion");
  return g_strdup_printf("\"%s\"", text);
}

/* Names the words that do not count. */
static void report_earlier(AdrefBlockMerge *self, const AdrefMergeGroup *group)
{
  for (guint i = 0; i < group->spans->len; i++) {
    const GArray *sides = adref_merge_span_at(group, i)->sides;
    for (guint j = 0; j < sides->len; j++) {
      guint side = g_array_index(sides, guint, j), later = later_side(self, group, i, side);
      if (later == side)
        continue;
      g_autofree char *own = words_of(group, side), *counts = words_of(group, later);
      g_autofree char *detail = g_strdup_printf("%s does not count; %s is later", own, counts);
      AdrefMergeEvent *event = adref_merge_event_add(self->context, ADREF_MERGE_SUPERSEDED, detail);
      adref_merge_event_add_side(self->context, event, side);
      adref_merge_event_add_side(self->context, event, later);
    }
  }
}

/* --- writing --- */

static void put_words(AdrefBlockMerge *self, const AdrefMergeWords *words, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    adref_inline_builder_add(&self->builder, &words->words[i]);
}

static void report_bracket(AdrefBlockMerge *self, const AdrefMergeGroup *group,
                           AdrefMergeEventType type, const char *detail)
{
  AdrefMergeEvent *event = adref_merge_event_add(self->context, type, detail);
  for (guint i = 0; i < group->spans->len; i++) {
    const AdrefMergeSpan *span = adref_merge_span_at(group, i);
    for (guint j = 0; j < span->sides->len; j++)
      adref_merge_event_add_side(self->context, event, g_array_index(span->sides, guint, j));
  }
  if (self->base_side != ADREF_MERGE_NO_SIDE)
    adref_merge_event_add_side(self->context, event, self->base_side);
  self->context->report->brackets++;
  self->brackets++;
}

/* Whether base text is all that is left in a bracket, and nobody objects to it. */
static gboolean is_settled(const AdrefNode *bracket)
{
  const AdrefNode *only = bracket->first;
  const GPtrArray *groups = only->next ? NULL : adref_alternative_groups(only);
  for (guint i = 0; groups && i < groups->len; i++)
    if (((const AdrefPosition *)groups->pdata[i])->verb != ADREF_POSITION_RETAIN)
      return FALSE;
  return !only->next && adref_alternative_is_base(only);
}

/* A bracket of the base with what the sides made of it. FALSE: it is none. */
static gboolean put_merged_bracket(AdrefBlockMerge *self, const AdrefMergeGroup *group,
                                   const AdrefMergeGroup *counting)
{
  gboolean reopened = FALSE;
  AdrefNode *bracket = adref_merge_changed_bracket(self, group, &reopened);
  if (!bracket || (counting->spans->len < group->spans->len && has_two_positions(self, bracket))) {
    adref_node_free(bracket);
    bracket = adref_merge_changed_bracket(self, counting, &reopened);
    if (!bracket)
      return FALSE;
    report_earlier(self, group);
  }
  AdrefMergeEventType type = reopened ? ADREF_MERGE_REOPENED : ADREF_MERGE_BRACKETED;
  gboolean stays = bracket->first && !is_settled(bracket);
  report_bracket(self, group, stays ? type : ADREF_MERGE_TAKEN,
                 stays ? NULL : "proposed words withdrawn");
  if (bracket->first && !stays)
    g_ptr_array_add(self->settled, bracket);
  if (bracket->first)
    adref_inline_builder_add_node(&self->builder, bracket, self->base->words[group->start].spaced);
  else
    adref_node_free(bracket);
  return TRUE;
}

static void put_difference(AdrefBlockMerge *self, const AdrefMergeGroup *group)
{
  AdrefNode *bracket;
  AdrefMergeDifference difference = adref_merge_difference(self, group);
  adref_merge_difference_trim(self, &difference);
  AdrefMergeSpan first = adref_merge_difference_at(self, &difference, 0);
  put_words(self, first.words, first.from, first.from + difference.before);
  bracket = adref_merge_difference_bracket(self, &difference);
  if (bracket->first) {
    gboolean spaced = TRUE;
    for (guint i = 0; i < adref_merge_difference_count(&difference); i++) {
      AdrefMergeSpan span = adref_merge_difference_at(self, &difference, i);
      const AdrefMergeWord *word = adref_merge_word_from(&span, difference.before, FALSE);
      if (word && difference.before + difference.after < adref_merge_span_length(&span))
        spaced = word->spaced;
    }
    adref_inline_builder_add_node(&self->builder, bracket, spaced);
    report_bracket(self, group, ADREF_MERGE_BRACKETED, NULL);
  } else {
    adref_node_free(bracket);
  }
  put_words(self, first.words, first.to - difference.after, first.to);
}

static void put_bracket(AdrefBlockMerge *self, const AdrefMergeGroup *group)
{
  AdrefMergeGroup counting = without_earlier(self, group);
  if (!put_merged_bracket(self, group, &counting)) {
    put_difference(self, &counting);
    report_earlier(self, group);
  }
  g_array_unref(counting.spans);
}

static void put_group(AdrefBlockMerge *self, const AdrefMergeGroup *group)
{
  if (adref_merge_groups_is_bracket(&self->groups, group)) {
    put_bracket(self, group);
    return;
  }
  const AdrefMergeSpan *span = adref_merge_span_at(group, 0);
  put_words(self, span->words, span->from, span->to);
}

static void put_all(AdrefBlockMerge *self)
{
  guint at = 0;
  for (guint i = 0; i < self->groups.groups->len; i++) {
    const AdrefMergeGroup *group = &g_array_index(self->groups.groups, AdrefMergeGroup, i);
    put_words(self, self->base, at, group->start);
    put_group(self, group);
    at = group->end;
  }
  put_words(self, self->base, at, self->base->length);
  adref_inline_builder_end(&self->builder);
  for (guint i = 0; i < self->settled->len; i++)
    adref_bracket_take(((AdrefNode *)self->settled->pdata[i])->first);
}

/* --- spaces around brackets --- */

/* Whether the alternatives of a bracket differ in the space before them. */
static gboolean begins_unevenly(const AdrefBlockMerge *self, const AdrefMergeGroup *group)
{
  AdrefMergeGroup counting = without_earlier(self, group);
  AdrefMergeDifference difference = adref_merge_difference(self, &counting);
  gboolean is_uneven = !adref_merge_difference_has_same_space(self, &difference);
  g_array_unref(counting.spans);
  return is_uneven;
}

/* Whether a bracket would begin within a parenthesis that it closes, "(Thailand[), Laos / ) -
 * JPN]". */
static gboolean begins_in_parenthesis(const AdrefBlockMerge *self, const AdrefMergeGroup *group)
{
  enum {
    FARTHEST = 32 /* words before it */
  };
  gint depth = 0;
  for (guint i = group->start; i < group->end && depth >= 0; i++)
    depth += adref_merge_word_depth(&self->base->words[i]);
  for (guint i = group->start; i > 0 && depth < 0 && group->start - i < FARTHEST; i--)
    if (adref_merge_word_depth(&self->base->words[i - 1]) == 1)
      return TRUE;
  return FALSE;
}

/* Widens brackets until each has one space before it, or none, and all of a parenthesis that it
 * closes. */
static void even_spaces(AdrefBlockMerge *self)
{
  AdrefMergeGroups *groups = &self->groups;
  gboolean widened;
  do {
    widened = FALSE;
    for (guint i = 0; i < groups->groups->len; i++) {
      const AdrefMergeGroup *group = &g_array_index(groups->groups, AdrefMergeGroup, i);
      if (!adref_merge_groups_is_bracket(groups, group) || group->start == 0 ||
          !(begins_unevenly(self, group) || begins_in_parenthesis(self, group)))
        continue;
      adref_merge_groups_widen(groups, i, TRUE);
      widened = TRUE;
    }
    if (widened)
      adref_merge_groups_settle(groups);
  } while (widened);
}

/* --- what cannot be bracketed --- */

static gboolean has_edge(const AdrefMergeWords *words, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (words->words[i].node->type == ADREF_BRACKET_EDGE)
      return TRUE;
  return FALSE;
}

static gboolean brackets_edges(const AdrefBlockMerge *self)
{
  for (guint i = 0; i < self->groups.groups->len; i++) {
    const AdrefMergeGroup *group = &g_array_index(self->groups.groups, AdrefMergeGroup, i);
    if (!adref_merge_groups_is_bracket(&self->groups, group))
      continue;
    if (has_edge(self->base, group->start, group->end))
      return TRUE;
    for (guint j = 0; j < group->spans->len; j++)
      if (has_edge(adref_merge_span_at(group, j)->words, adref_merge_span_at(group, j)->from,
                   adref_merge_span_at(group, j)->to))
        return TRUE;
  }
  return FALSE;
}

/* --- agreement marks --- */

/* Whether words of several sides come together in the block. */
static guint count_changing(const AdrefBlockMerge *self)
{
  guint count = 0;
  for (guint s = 0; s < self->context->count; s++) {
    gboolean changes = FALSE;
    for (guint i = 0; self->sides[s] && i < self->groups.groups->len && !changes; i++) {
      const AdrefMergeGroup *group = &g_array_index(self->groups.groups, AdrefMergeGroup, i);
      for (guint j = 0; j < group->edits->len && !changes; j++)
        changes = g_array_index(group->edits, AdrefMergeEdit, j).side == s;
    }
    count += changes ? 1 : 0;
  }
  return count;
}

/* Compiled, a mark that some parties set beside words that are not agreed is no word of the text:
 * others have not said so. FALSE: all have. */
static gboolean leave_agreement(const AdrefBlockMerge *self)
{
  guint marks = 0;
  for (guint s = 0; s < self->context->count; s++)
    marks += self->sides[s] && self->sides[s]->ad_ref ? 1 : 0;
  if (!self->context->options->compile || self->base->ad_ref || marks == self->context->count)
    return FALSE;
  if (marks == 0)
    return TRUE;
  AdrefMergeEvent *event =
      adref_merge_event_add(self->context, ADREF_MERGE_UNPLACED, "a mark [Agreed ad ref]");
  for (guint s = 0; s < self->context->count; s++)
    if (self->sides[s] && self->sides[s]->ad_ref)
      adref_merge_event_add_side(self->context, event, s);
  return TRUE;
}

/* A mark that one side set says that the words of that side are agreed, not those of others. */
static void put_agreement(AdrefBlockMerge *self, AdrefNode *out)
{
  gboolean was = self->base->ad_ref != NULL, now = was;
  const AdrefNode *mark = self->base->ad_ref;
  for (guint s = 0; s < self->context->count; s++) {
    const AdrefMergeWords *words = self->sides[s];
    if (!words || (words->ad_ref != NULL) == was)
      continue;
    now = !was;
    mark = words->ad_ref ? words->ad_ref : mark;
  }
  guint changing = count_changing(self);
  gboolean by_another = FALSE;
  if (self->base_side == ADREF_MERGE_NO_SIDE && leave_agreement(self))
    return;
  for (guint s = 0; s < self->context->count; s++)
    by_another = by_another || (self->sides[s] && !self->sides[s]->ad_ref);
  if (!now)
    return;
  if (self->brackets == 0 && changing < 2 && !(by_another && changing > 0)) {
    adref_node_append(out, adref_node_copy_tree(mark, ADREF_KEPT));
    return;
  }
  AdrefMergeEvent *event = adref_merge_event_add(self->context, ADREF_MERGE_AGREEMENT, NULL);
  for (guint s = 0; s < self->context->count; s++)
    if (self->sides[s])
      adref_merge_event_add_side(self->context, event, s);
}

/* --- the whole --- */

static void separate_brackets(AdrefNode *out)
{
  for (AdrefNode *node = out->first; node; node = node->next)
    if (node->type == ADREF_BRACKET && !node->as.placeholder)
      adref_bracket_separate(node);
}

static void block_merge_clear(AdrefBlockMerge *self)
{
  for (guint s = 0; s < self->context->count; s++)
    adref_merge_words_free(self->sides[s]);
  g_free(self->sides);
  g_ptr_array_unref(self->settled);
  adref_merge_words_free(self->base);
  adref_merge_groups_clear(&self->groups);
}

gboolean adref_merge_block(AdrefMergeContext *context, const AdrefNode *base,
                           const AdrefNode *const *sides, guint base_side, AdrefNode *out)
{
  AdrefBlockMerge self = {.context = context, .base_side = base_side, .settled = g_ptr_array_new()};
  const char *language = context->options->language;
  read_words(&self, base, sides);
  self.groups = (AdrefMergeGroups){
      .base = self.base,
      .sides = (const AdrefMergeWords *const *)self.sides,
      .count = context->count,
      .adjectives_follow = adref_language_has_adjectives_behind(language),
      .all_bracketed = context->options->compile || base_side != ADREF_MERGE_NO_SIDE};
  adref_merge_groups_init(&self.groups, find_edits(&self));
  adref_merge_phrases_keep(&context->reader, &self.groups);
  if (context->is_whole && self.groups.groups->len > 1)
    adref_merge_groups_join(&self.groups, 0, self.groups.groups->len - 1);
  even_spaces(&self);
  gboolean possible = !brackets_edges(&self);
  if (possible) {
    adref_inline_builder_init(&self.builder, out);
    put_all(&self);
    put_agreement(&self, out);
    separate_brackets(out);
  }
  block_merge_clear(&self);
  return possible;
}

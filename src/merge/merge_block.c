#include "merge/merge_block.h"

#include "clause/node_copy.h"
#include "language/word_order.h"
#include "merge/inline_builder.h"
#include "merge/merge_brackets.h"
#include "merge/merge_events.h"
#include "merge/merge_phrases.h"

typedef struct {
  AdrefMergeContext *context;
  AdrefMergeWords *base;
  AdrefMergeWords **sides; /* by side; NULL: unchanged */
  guint base_side;
  AdrefMergeGroups groups;
  AdrefInlineBuilder builder;
  guint brackets;     /* made so far */
  GPtrArray *settled; /* of AdrefNode: those in which only base text is left */
} BlockMerge;

/* --- reading --- */

static void read_words(BlockMerge *self, const AdrefNode *base, const AdrefNode *const *sides)
{
  AdrefMergeContext *context = self->context;
  guint own = self->base_side == ADREF_MERGE_NO_SIDE ? context->count : self->base_side;
  self->base = adref_merge_words_read(&context->reader, base, &context->references[own]);
  self->sides = g_new0(AdrefMergeWords *, context->count + 1);
  for (guint s = 0; s < context->count; s++)
    if (sides[s])
      self->sides[s] = adref_merge_words_read(&context->reader, sides[s], &context->references[s]);
}

static GArray *find_edits(const BlockMerge *self)
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

/* --- a bracket --- */

/* A bracket that is being made. */
typedef struct {
  const AdrefMergeGroup *group;
  guint shows_base;     /* 1: the words of the base are an alternative, the first one */
  gboolean shows_empty; /* no word is an alternative, of those who took all words out */
  guint before, after;  /* words that all alternatives have at their beginning and end */
} Difference;

static const AdrefMergeSpan *span_at(const AdrefMergeGroup *group, guint i)
{
  return &g_array_index(group->spans, AdrefMergeSpan, i);
}

static guint span_length(const AdrefMergeSpan *span)
{
  return span->to - span->from;
}

static guint count_empty(const AdrefMergeGroup *group)
{
  guint count = 0;
  for (guint i = 0; i < group->spans->len; i++)
    count += span_length(span_at(group, i)) == 0;
  return count;
}

static AdrefMergeSpan base_span(const BlockMerge *self, const AdrefMergeGroup *group)
{
  return (AdrefMergeSpan){self->base, group->start, group->end, NULL};
}

/* Whether some side left the words of a group as they are in the base. */
static gboolean is_kept_by_some(const BlockMerge *self, const AdrefMergeGroup *group)
{
  guint sides = 0;
  for (guint i = 0; i < group->spans->len; i++)
    sides += span_at(group, i)->sides->len;
  return sides < self->context->count;
}

/* Of several insertions at one place none may be wanted, so a compilation text has that, too. Words
 * of the base that all sides took out do not come back beside those of the sides. */
static Difference difference_of(const BlockMerge *self, const AdrefMergeGroup *group)
{
  Difference difference = {.group = group};
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

/* The alternatives of a difference, the base first where it is one. */
static guint count_alternatives(const Difference *self)
{
  return self->group->spans->len + self->shows_base;
}

static AdrefMergeSpan alternative_at(const BlockMerge *self, const Difference *difference, guint i)
{
  if (difference->shows_base && i == 0)
    return base_span(self, difference->group);
  return *span_at(difference->group, i - difference->shows_base);
}

/* The word of an alternative at a distance from its beginning or end. */
static const AdrefMergeWord *word_from(const AdrefMergeSpan *span, guint distance, gboolean end)
{
  if (distance >= span_length(span))
    return NULL;
  return &span->words->words[end ? span->to - 1 - distance : span->from + distance];
}

/* Whether all alternatives have the same word there, and may be divided behind it. */
static gboolean is_common(const BlockMerge *self, const Difference *difference, guint distance,
                          gboolean end, guint shortest)
{
  const AdrefMergeWord *first = NULL;
  if (distance + (end ? difference->before : 0) >= shortest)
    return FALSE;
  for (guint i = 0; i < count_alternatives(difference); i++) {
    AdrefMergeSpan span = alternative_at(self, difference, i);
    const AdrefMergeWord *word = word_from(&span, distance, end);
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

/* Whether the words that would be left begin with a space in all alternatives, or in none. */
static gboolean has_same_space(const BlockMerge *self, const Difference *difference)
{
  gboolean found = FALSE, spaced = FALSE;
  for (guint i = 0; i < count_alternatives(difference); i++) {
    AdrefMergeSpan span = alternative_at(self, difference, i);
    if (difference->before + difference->after >= span_length(&span))
      continue;
    const AdrefMergeWord *word = word_from(&span, difference->before, FALSE);
    if (found && word->spaced != spaced)
      return FALSE;
    spaced = word->spaced;
    found = TRUE;
  }
  return TRUE;
}

static gboolean may_divide(const BlockMerge *self, const Difference *difference, guint distance,
                           gboolean end)
{
  for (guint i = 0; i < count_alternatives(difference); i++) {
    AdrefMergeSpan span = alternative_at(self, difference, i);
    if (is_glued(&span, distance, end))
      return FALSE;
  }
  return TRUE;
}

static guint shortest_of(const BlockMerge *self, const Difference *difference)
{
  guint shortest = G_MAXUINT;
  for (guint i = 0; i < count_alternatives(difference); i++) {
    AdrefMergeSpan span = alternative_at(self, difference, i);
    shortest = MIN(shortest, span_length(&span));
  }
  return shortest;
}

/* Finds the words that all alternatives have at their ends; they stand outside of the bracket. */
static void trim(const BlockMerge *self, Difference *difference)
{
  guint shortest = shortest_of(self, difference), most = 0;
  gboolean is_new = difference->group->start == difference->group->end;
  if (count_alternatives(difference) < 2 || (is_new && self->groups.all_bracketed))
    return;
  for (guint n = 0; is_common(self, difference, n, FALSE, shortest); n++)
    if (may_divide(self, difference, n + 1, FALSE))
      most = n + 1;
  difference->before = most;
  while (difference->before > 0 && (!has_same_space(self, difference) ||
                                    !may_divide(self, difference, difference->before, FALSE)))
    difference->before--;
  most = 0;
  for (guint n = 0; is_common(self, difference, n, TRUE, shortest); n++)
    if (may_divide(self, difference, n + 1, TRUE))
      most = n + 1;
  difference->after = most;
  if (!has_same_space(self, difference))
    difference->after = 0;
}

static void join_parties(const BlockMerge *self, AdrefNode *alternative, const GArray *sides,
                         AdrefPositionVerb verb)
{
  for (guint i = 0; i < sides->len; i++)
    adref_merge_join_party(self->context, alternative, g_array_index(sides, guint, i), verb);
}

/* A node around copies of words of a span; the caller frees it. */
static AdrefNode *words_between(const AdrefMergeSpan *span, guint from, guint to)
{
  AdrefNode *words = adref_node_new(ADREF_PARAGRAPH);
  AdrefInlineBuilder builder;
  adref_inline_builder_init(&builder, words);
  for (guint i = from; i < to; i++)
    adref_inline_builder_add(&builder, &span->words->words[i]);
  adref_inline_builder_end(&builder);
  return words;
}

static AdrefNode *add_alternative(AdrefNode *bracket, const AdrefMergeSpan *span, guint from,
                                  guint to)
{
  g_autoptr(AdrefNode) words = words_between(span, from, to);
  return adref_bracket_add(bracket, words);
}

/* Those whose alternative has no words want the words of another one deleted. */
static void add_deletions(const BlockMerge *self, const Difference *difference,
                          AdrefNode *alternative)
{
  const AdrefMergeGroup *group = difference->group;
  for (guint i = 0; i < group->spans->len; i++) {
    const AdrefMergeSpan *span = span_at(group, i);
    guint length = span_length(span);
    if (length == difference->before + difference->after && length < group->end - group->start)
      join_parties(self, alternative, span->sides, ADREF_POSITION_DELETE);
  }
}

/* Whether an alternative without words stands in the bracket: else nobody wants it, or others are
 * to be deleted. */
static gboolean stands_empty(const BlockMerge *self, const Difference *difference, guint i)
{
  if (difference->shows_empty)
    return TRUE;
  return difference->shows_base && i == 0 && self->base_side == ADREF_MERGE_NO_SIDE &&
         difference->group->spans->len > 1;
}

static gboolean changes_group(const AdrefMergeGroup *group, guint side)
{
  for (guint i = 0; i < group->spans->len; i++) {
    const GArray *sides = span_at(group, i)->sides;
    for (guint j = 0; j < sides->len; j++)
      if (g_array_index(sides, guint, j) == side)
        return TRUE;
  }
  return FALSE;
}

/* The words of a new block are of the side that takes the place of the base, and of all others that
 * have them so. */
static void join_holders(const BlockMerge *self, const AdrefMergeGroup *group,
                         AdrefNode *alternative)
{
  const guint8 *holders = self->context->holders;
  adref_merge_join_party(self->context, alternative, self->base_side, ADREF_POSITION_SUPPORT);
  for (guint s = 0; holders && s < self->context->count; s++)
    if (holders[s] && s != self->base_side && !changes_group(group, s))
      adref_merge_join_party(self->context, alternative, s, ADREF_POSITION_SUPPORT);
}

/* --- brackets of the base --- */

/* What a side has in the place of a bracket of the base; the caller frees it when it is no BRACKET.
 */
static AdrefNode *form_of(const AdrefMergeSpan *span)
{
  if (span_length(span) == 1 && span->words->words[span->from].node->type == ADREF_BRACKET)
    return (AdrefNode *)(guintptr)span->words->words[span->from].node;
  return words_between(span, span->from, span->to);
}

/* What the sides have in a group, without words at both ends. */
static AdrefMergeSpan inner_span(AdrefMergeSpan span, guint before, guint after)
{
  span.from += before;
  span.to -= after;
  return span;
}

/* The forms of the sides, by side. */
typedef struct {
  AdrefMergeBracketSide *sides;
  GPtrArray *made; /* of AdrefNode */
} Forms;

static Forms forms_new(const BlockMerge *self)
{
  return (Forms){g_new0(AdrefMergeBracketSide, self->context->count + 1),
                 g_ptr_array_new_with_free_func((GDestroyNotify)adref_node_free)};
}

static void forms_clear(Forms *self)
{
  g_free(self->sides);
  g_ptr_array_unref(self->made);
}

static AdrefNode *add_form(Forms *self, const AdrefMergeSpan *span)
{
  AdrefNode *form = form_of(span);
  if (form->type != ADREF_BRACKET)
    g_ptr_array_add(self->made, form);
  return form;
}

static void set_form(const BlockMerge *self, Forms *forms, guint side, const AdrefNode *form)
{
  forms->sides[side] = (AdrefMergeBracketSide){form, adref_merge_party(self->context, side)};
}

/* A bracket of the base that sides changed; NULL: the group is something else. */
static AdrefNode *merged_bracket(const BlockMerge *self, const AdrefMergeGroup *group,
                                 gboolean *reopened)
{
  const AdrefNode *base =
      group->end == group->start + 1 ? self->base->words[group->start].node : NULL;
  if (!base || base->type != ADREF_BRACKET || self->base_side != ADREF_MERGE_NO_SIDE)
    return NULL;
  Forms forms = forms_new(self);
  for (guint i = 0; i < group->spans->len; i++) {
    const AdrefMergeSpan *span = span_at(group, i);
    const AdrefNode *form = add_form(&forms, span);
    for (guint j = 0; j < span->sides->len; j++)
      set_form(self, &forms, g_array_index(span->sides, guint, j), form);
  }
  AdrefNode *bracket = adref_merge_brackets(base, forms.sides, self->context->count,
                                            self->groups.all_bracketed, reopened);
  forms_clear(&forms);
  return bracket;
}

/* --- brackets that sides have brought --- */

/* Of the alternatives that are brackets, how many there are, have an alternative with some words,
 * and have one without any. */
typedef struct {
  guint all, with_words, with_none;
} Brought;

static Brought brought_by(const BlockMerge *self, const Difference *difference,
                          const AdrefNode *words)
{
  Brought brought = {0, 0, 0};
  g_autoptr(AdrefNode) none = adref_node_new(ADREF_PARAGRAPH);
  for (guint i = 0; i < count_alternatives(difference); i++) {
    AdrefMergeSpan span =
        inner_span(alternative_at(self, difference, i), difference->before, difference->after);
    const AdrefNode *node = span_length(&span) == 1 ? span.words->words[span.from].node : NULL;
    if (!node || node->type != ADREF_BRACKET || node->as.placeholder)
      continue;
    brought.all++;
    brought.with_words += adref_bracket_find_words(node, words) ? 1 : 0;
    brought.with_none += adref_bracket_find_words(node, none) ? 1 : 0;
  }
  return brought;
}

/* The forms of a difference. Who took all words out has none: see place_base(). */
static Forms forms_of(const BlockMerge *self, const Difference *difference)
{
  Forms forms = forms_new(self);
  for (guint i = 0; i < count_alternatives(difference); i++) {
    AdrefMergeSpan span =
        inner_span(alternative_at(self, difference, i), difference->before, difference->after);
    gboolean is_base = difference->shows_base && i == 0;
    if (span_length(&span) == 0 || (is_base && self->base_side == ADREF_MERGE_NO_SIDE))
      continue;
    const AdrefNode *form = add_form(&forms, &span);
    for (guint j = 0; span.sides && j < span.sides->len; j++)
      set_form(self, &forms, g_array_index(span.sides, guint, j), form);
    for (guint s = 0; is_base && s < self->context->count; s++)
      if (s == self->base_side || (self->context->holders && self->context->holders[s] &&
                                   !changes_group(difference->group, s)))
        set_form(self, &forms, s, form);
  }
  return forms;
}

/* The words of the base, as far as they are an alternative beside the brackets that were brought.
 */
static AdrefNode *base_of(const BlockMerge *self, const Difference *difference, AdrefNode *words,
                          const Brought *brought)
{
  AdrefNode *base = adref_bracket_new();
  gboolean is_new = !words->first || self->base_side != ADREF_MERGE_NO_SIDE;
  gboolean compiled = self->groups.all_bracketed && self->base_side == ADREF_MERGE_NO_SIDE;
  if (is_new && (brought->with_none > 0 || compiled))
    adref_bracket_add(base, NULL);
  else if (!is_new && (difference->shows_base || brought->with_words == brought->all))
    adref_bracket_add(base, words);
  return base;
}

/* The words of the base stand first. Those who took them out want them deleted; where they do not
 * stand, the first words that do. */
static void place_base(const BlockMerge *self, const Difference *difference, AdrefNode *bracket)
{
  const AdrefMergeGroup *group = difference->group;
  AdrefMergeSpan base = inner_span(base_span(self, group), difference->before, difference->after);
  g_autoptr(AdrefNode) words = words_between(&base, base.from, base.to);
  AdrefNode *alternative = adref_bracket_find_words(bracket, words);
  if (!words->first)
    return;
  if (alternative && alternative != bracket->first) {
    adref_node_unlink(alternative);
    adref_node_insert_before(bracket->first, alternative);
  }
  add_deletions(self, difference, bracket->first);
}

/* Beside one insertion it is understood that no words are the base text. */
static void drop_no_words(AdrefNode *bracket)
{
  AdrefNode *none = bracket->first, *other = none ? none->next : NULL;
  if (other && !other->next && !none->first && !adref_alternative_groups(none))
    adref_node_free(none);
}

/* Where a side has brought a bracket, its alternatives stand beside those of the others: nobody
 * reads a bracket in a bracket that says twice who wants it. NULL: none has. */
static AdrefNode *joined_bracket(const BlockMerge *self, const Difference *difference)
{
  AdrefMergeSpan span =
      inner_span(base_span(self, difference->group), difference->before, difference->after);
  g_autoptr(AdrefNode) words = words_between(&span, span.from, span.to);
  Brought brought = brought_by(self, difference, words);
  if (brought.all == 0)
    return NULL;
  g_autoptr(AdrefNode) base = base_of(self, difference, words, &brought);
  Forms forms = forms_of(self, difference);
  gboolean reopened;
  AdrefNode *bracket = adref_merge_brackets(base, forms.sides, self->context->count,
                                            self->groups.all_bracketed, &reopened);
  forms_clear(&forms);
  if (bracket && bracket->first) {
    place_base(self, difference, bracket);
    drop_no_words(bracket);
  }
  return bracket;
}

/* --- brackets --- */

static AdrefNode *bracket_of(const BlockMerge *self, const Difference *difference)
{
  AdrefNode *bracket = joined_bracket(self, difference), *first = NULL;
  if (bracket)
    return bracket;
  bracket = adref_bracket_new();
  for (guint i = 0; i < count_alternatives(difference); i++) {
    AdrefMergeSpan span = alternative_at(self, difference, i);
    guint from = span.from + difference->before, to = span.to - difference->after;
    if (from >= to && !stands_empty(self, difference, i))
      continue;
    AdrefNode *alternative = add_alternative(bracket, &span, from, to);
    first = first ? first : alternative;
    if (span.sides)
      join_parties(self, alternative, span.sides, ADREF_POSITION_SUPPORT);
    else if (self->base_side != ADREF_MERGE_NO_SIDE)
      join_holders(self, difference->group, alternative);
  }
  if (first && !difference->shows_empty)
    add_deletions(self, difference, first);
  return bracket;
}

/* --- two texts of one party --- */

/* A later side of the same party that has other words in the group; else `side`. */
static guint later_side(const BlockMerge *self, const AdrefMergeGroup *group, guint own, guint side)
{
  guint later = side;
  for (guint i = 0; i < group->spans->len; i++) {
    const GArray *sides = span_at(group, i)->sides;
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
static AdrefMergeGroup without_earlier(const BlockMerge *self, const AdrefMergeGroup *group)
{
  AdrefMergeGroup rest = *group;
  rest.spans = g_array_new(FALSE, FALSE, sizeof(AdrefMergeSpan));
  g_array_set_clear_func(rest.spans, span_clear);
  for (guint i = 0; i < group->spans->len; i++) {
    AdrefMergeSpan span = *span_at(group, i);
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
static gboolean has_two_positions(const BlockMerge *self, const AdrefNode *bracket)
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
    const AdrefMergeSpan *span = span_at(group, i);
    for (guint j = 0; j < span->sides->len && !words; j++)
      if (g_array_index(span->sides, guint, j) == side)
        words = words_between(span, span->from, span->to);
  }
  g_autofree char *text = words ? adref_node_words(words) : g_strdup("");
  if (!*text)
    return g_strdup("the deletion");
  return g_strdup_printf("\"%s\"", text);
}

/* Names the words that do not count. */
static void report_earlier(BlockMerge *self, const AdrefMergeGroup *group)
{
  for (guint i = 0; i < group->spans->len; i++) {
    const GArray *sides = span_at(group, i)->sides;
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

static void put_words(BlockMerge *self, const AdrefMergeWords *words, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    adref_inline_builder_add(&self->builder, &words->words[i]);
}

static void report_bracket(BlockMerge *self, const AdrefMergeGroup *group, AdrefMergeEventType type,
                           const char *detail)
{
  AdrefMergeEvent *event = adref_merge_event_add(self->context, type, detail);
  for (guint i = 0; i < group->spans->len; i++) {
    const AdrefMergeSpan *span = span_at(group, i);
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
static gboolean put_merged_bracket(BlockMerge *self, const AdrefMergeGroup *group,
                                   const AdrefMergeGroup *counting)
{
  gboolean reopened = FALSE;
  AdrefNode *bracket = merged_bracket(self, group, &reopened);
  if (!bracket || (counting->spans->len < group->spans->len && has_two_positions(self, bracket))) {
    adref_node_free(bracket);
    bracket = merged_bracket(self, counting, &reopened);
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

static void put_difference(BlockMerge *self, const AdrefMergeGroup *group)
{
  AdrefNode *bracket;
  Difference difference = difference_of(self, group);
  trim(self, &difference);
  AdrefMergeSpan first = alternative_at(self, &difference, 0);
  put_words(self, first.words, first.from, first.from + difference.before);
  bracket = bracket_of(self, &difference);
  if (bracket->first) {
    gboolean spaced = TRUE;
    for (guint i = 0; i < count_alternatives(&difference); i++) {
      AdrefMergeSpan span = alternative_at(self, &difference, i);
      const AdrefMergeWord *word = word_from(&span, difference.before, FALSE);
      if (word && difference.before + difference.after < span_length(&span))
        spaced = word->spaced;
    }
    adref_inline_builder_add_node(&self->builder, bracket, spaced);
    report_bracket(self, group, ADREF_MERGE_BRACKETED, NULL);
  } else {
    adref_node_free(bracket);
  }
  put_words(self, first.words, first.to - difference.after, first.to);
}

static void put_bracket(BlockMerge *self, const AdrefMergeGroup *group)
{
  AdrefMergeGroup counting = without_earlier(self, group);
  if (!put_merged_bracket(self, group, &counting)) {
    put_difference(self, &counting);
    report_earlier(self, group);
  }
  g_array_unref(counting.spans);
}

static void put_group(BlockMerge *self, const AdrefMergeGroup *group)
{
  if (adref_merge_groups_is_bracket(&self->groups, group)) {
    put_bracket(self, group);
    return;
  }
  const AdrefMergeSpan *span = span_at(group, 0);
  put_words(self, span->words, span->from, span->to);
}

static void put_all(BlockMerge *self)
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
static gboolean begins_unevenly(const BlockMerge *self, const AdrefMergeGroup *group)
{
  AdrefMergeGroup counting = without_earlier(self, group);
  Difference difference = difference_of(self, &counting);
  gboolean is_uneven = !has_same_space(self, &difference);
  g_array_unref(counting.spans);
  return is_uneven;
}

/* Widens brackets until each has one space before it, or none. */
static void even_spaces(BlockMerge *self)
{
  AdrefMergeGroups *groups = &self->groups;
  gboolean widened;
  do {
    widened = FALSE;
    for (guint i = 0; i < groups->groups->len; i++) {
      const AdrefMergeGroup *group = &g_array_index(groups->groups, AdrefMergeGroup, i);
      if (!adref_merge_groups_is_bracket(groups, group) || group->start == 0 ||
          !begins_unevenly(self, group))
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

static gboolean brackets_edges(const BlockMerge *self)
{
  for (guint i = 0; i < self->groups.groups->len; i++) {
    const AdrefMergeGroup *group = &g_array_index(self->groups.groups, AdrefMergeGroup, i);
    if (!adref_merge_groups_is_bracket(&self->groups, group))
      continue;
    if (has_edge(self->base, group->start, group->end))
      return TRUE;
    for (guint j = 0; j < group->spans->len; j++)
      if (has_edge(span_at(group, j)->words, span_at(group, j)->from, span_at(group, j)->to))
        return TRUE;
  }
  return FALSE;
}

/* --- agreement marks --- */

/* Whether words of several sides come together in the block. */
static guint count_changing(const BlockMerge *self)
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

/* A mark that one side set says that the words of that side are agreed, not those of others. */
static void put_agreement(BlockMerge *self, AdrefNode *out)
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

static void block_merge_clear(BlockMerge *self)
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
  BlockMerge self = {.context = context, .base_side = base_side, .settled = g_ptr_array_new()};
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

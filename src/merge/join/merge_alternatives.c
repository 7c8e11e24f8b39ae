#include "clause/inline_normalize.h"
#include "clause/node_copy.h"
#include "merge/join/merge_block_private.h"
#include "merge/join/merge_brackets.h"

static void join_parties(const AdrefBlockMerge *self, AdrefNode *alternative, const GArray *sides,
                         AdrefPositionVerb verb)
{
  for (guint i = 0; i < sides->len; i++)
    adref_merge_join_party(self->context, alternative, g_array_index(sides, guint, i), verb);
}

AdrefNode *adref_merge_words_between(const AdrefMergeSpan *span, guint from, guint to)
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
  g_autoptr(AdrefNode) words = adref_merge_words_between(span, from, to);
  return adref_bracket_add(bracket, words);
}

/* Those whose alternative has no words want the words of another one deleted. */
static void add_deletions(const AdrefBlockMerge *self, const AdrefMergeDifference *difference,
                          AdrefNode *alternative)
{
  const AdrefMergeGroup *group = difference->group;
  for (guint i = 0; i < group->spans->len; i++) {
    const AdrefMergeSpan *span = adref_merge_span_at(group, i);
    guint length = adref_merge_span_length(span);
    if (length == difference->before + difference->after && length < group->end - group->start)
      join_parties(self, alternative, span->sides, ADREF_POSITION_DELETE);
  }
}

/* Whether an alternative without words stands in the bracket: else nobody wants it, or others are
 * to be deleted. */
static gboolean stands_empty(const AdrefBlockMerge *self, const AdrefMergeDifference *difference,
                             guint i)
{
  if (difference->shows_empty)
    return TRUE;
  return difference->shows_base && i == 0 && self->base_side == ADREF_MERGE_NO_SIDE &&
         difference->group->spans->len > 1;
}

static gboolean changes_group(const AdrefMergeGroup *group, guint side)
{
  for (guint i = 0; i < group->spans->len; i++) {
    const GArray *sides = adref_merge_span_at(group, i)->sides;
    for (guint j = 0; j < sides->len; j++)
      if (g_array_index(sides, guint, j) == side)
        return TRUE;
  }
  return FALSE;
}

/* The words of a new block are of the side that takes the place of the base, and of all others that
 * have them so. */
static void join_holders(const AdrefBlockMerge *self, const AdrefMergeGroup *group,
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
  if (adref_merge_span_length(span) == 1 &&
      span->words->words[span->from].node->type == ADREF_BRACKET)
    return (AdrefNode *)(guintptr)span->words->words[span->from].node;
  return adref_merge_words_between(span, span->from, span->to);
}

/* What the sides have in a group, without words at both ends. Those of the base may be fewer, where
 * they are no alternative: then none is left. */
static AdrefMergeSpan inner_span(AdrefMergeSpan span, guint before, guint after)
{
  if (adref_merge_span_length(&span) < before + after)
    return (AdrefMergeSpan){span.words, span.to, span.to, span.sides};
  span.from += before;
  span.to -= after;
  return span;
}

/* The forms of the sides, by side. */
typedef struct {
  AdrefMergeBracketSide *sides;
  GPtrArray *made; /* of AdrefNode */
} Forms;

static Forms forms_new(const AdrefBlockMerge *self)
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

static void set_form(const AdrefBlockMerge *self, Forms *forms, guint side, const AdrefNode *form)
{
  forms->sides[side] = (AdrefMergeBracketSide){form, adref_merge_party(self->context, side)};
}

AdrefNode *adref_merge_changed_bracket(const AdrefBlockMerge *self, const AdrefMergeGroup *group,
                                       gboolean *reopened)
{
  const AdrefNode *base =
      group->end == group->start + 1 ? self->base->words[group->start].node : NULL;
  if (!base || base->type != ADREF_BRACKET || self->base_side != ADREF_MERGE_NO_SIDE)
    return NULL;
  Forms forms = forms_new(self);
  for (guint i = 0; i < group->spans->len; i++) {
    const AdrefMergeSpan *span = adref_merge_span_at(group, i);
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

/* The only bracket among inlines; NULL: there is none, several, or one for words to come. */
static AdrefNode *only_bracket(const AdrefNode *words)
{
  AdrefNode *only = NULL;
  for (AdrefNode *node = words->first; node; node = node->next) {
    if (node->type == ADREF_BRACKET_EDGE || (node->type == ADREF_BRACKET && only))
      return NULL;
    only = node->type == ADREF_BRACKET ? node : only;
  }
  return only && !only->as.placeholder ? only : NULL;
}

/* The inlines with the nth alternative of their only bracket in its place. */
static AdrefNode *reading_of(const AdrefNode *words, guint nth)
{
  AdrefNode *copy = adref_node_copy_tree(words, ADREF_KEPT);
  AdrefNode *alternative = only_bracket(copy)->first;
  while (nth-- > 0)
    alternative = alternative->next;
  adref_bracket_take(alternative);
  adref_inline_normalize_join(copy);
  return copy;
}

/* The bracket of all words around their only bracket, "[5,000 pilots / 6,000 pilots - JPN]" for
 * "[5,000 / 6,000 - JPN] pilots". NULL: they have none, or nothing else. */
static AdrefNode *spread_words(const AdrefNode *words)
{
  const AdrefNode *bracket = only_bracket(words);
  if (!bracket || words->first == words->last)
    return NULL;
  AdrefNode *spread = adref_bracket_new();
  guint nth = 0;
  for (const AdrefNode *each = bracket->first; each; each = each->next, nth++) {
    g_autoptr(AdrefNode) reading = reading_of(words, nth);
    AdrefNode *alternative = adref_bracket_add(spread, reading);
    if (each->as.positions.groups)
      alternative->as.positions.groups = g_ptr_array_ref(each->as.positions.groups);
  }
  return spread;
}

/* A side has put a bracket into words of the base: the bracket of all these words, which is joined
 * with those of others. NULL: it has done something else. */
static AdrefNode *spread_bracket(const AdrefMergeSpan *span, const AdrefNode *base)
{
  if (!base->first || only_bracket(base))
    return NULL;
  g_autoptr(AdrefNode) words = adref_merge_words_between(span, span->from, span->to);
  g_autoptr(AdrefNode) spread = spread_words(words);
  return spread && adref_bracket_find_words(spread, base) ? g_steal_pointer(&spread) : NULL;
}

/* Of the alternatives that are brackets, how many there are, have an alternative with some words,
 * and have one without any. */
typedef struct {
  guint all, with_words, with_none;
} Brought;

static Brought brought_by(const AdrefBlockMerge *self, const AdrefMergeDifference *difference,
                          const AdrefNode *words)
{
  Brought brought = {0, 0, 0};
  g_autoptr(AdrefNode) none = adref_node_new(ADREF_PARAGRAPH);
  for (guint i = 0; i < adref_merge_difference_count(difference); i++) {
    AdrefMergeSpan span = inner_span(adref_merge_difference_at(self, difference, i),
                                     difference->before, difference->after);
    g_autoptr(AdrefNode) spread = spread_bracket(&span, words);
    const AdrefNode *single =
        adref_merge_span_length(&span) == 1 ? span.words->words[span.from].node : NULL;
    const AdrefNode *node = spread ? spread : single;
    if (!node || node->type != ADREF_BRACKET || node->as.placeholder)
      continue;
    brought.all++;
    brought.with_words += adref_bracket_find_words(node, words) ? 1 : 0;
    brought.with_none += adref_bracket_find_words(node, none) ? 1 : 0;
  }
  return brought;
}

/* The forms of a difference. Who took all words out has none: see place_base(). */
static Forms forms_of(const AdrefBlockMerge *self, const AdrefMergeDifference *difference,
                      const AdrefNode *words)
{
  Forms forms = forms_new(self);
  for (guint i = 0; i < adref_merge_difference_count(difference); i++) {
    AdrefMergeSpan span = inner_span(adref_merge_difference_at(self, difference, i),
                                     difference->before, difference->after);
    gboolean is_base = difference->shows_base && i == 0;
    if (adref_merge_span_length(&span) == 0 || (is_base && self->base_side == ADREF_MERGE_NO_SIDE))
      continue;
    AdrefNode *form = spread_bracket(&span, words);
    if (form)
      g_ptr_array_add(forms.made, form);
    else
      form = add_form(&forms, &span);
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
static AdrefNode *base_of(const AdrefBlockMerge *self, const AdrefMergeDifference *difference,
                          AdrefNode *words, const Brought *brought)
{
  AdrefNode *spread = self->base_side == ADREF_MERGE_NO_SIDE ? spread_words(words) : NULL;
  if (spread)
    return spread;
  AdrefNode *base = adref_bracket_new();
  gboolean is_new = !words->first || self->base_side != ADREF_MERGE_NO_SIDE;
  gboolean compiled = self->groups.all_bracketed && self->base_side == ADREF_MERGE_NO_SIDE;
  if (is_new && (brought->with_none > 0 || compiled))
    adref_bracket_add(base, NULL);
  else if (!is_new && (difference->shows_base || brought->with_words == brought->all))
    adref_bracket_add(base, words);
  return base;
}

/* Words of the base that a party has put into a bracket with its name are not new ones. */
static void retain_base(AdrefNode *alternative)
{
  g_autoptr(GPtrArray) codes = g_ptr_array_new_with_free_func(g_free);
  const GPtrArray *groups = adref_alternative_groups(alternative);
  for (guint i = 0; groups && i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    for (char **code = position->parties; *code && position->verb == ADREF_POSITION_SUPPORT; code++)
      g_ptr_array_add(codes, g_strdup(*code));
  }
  for (guint i = 0; i < codes->len; i++)
    adref_alternative_join(alternative, codes->pdata[i], ADREF_POSITION_RETAIN);
}

/* The words of the base stand first. Those who took them out want them deleted; where they do not
 * stand, the first words that do. */
static void place_base(const AdrefBlockMerge *self, const AdrefMergeDifference *difference,
                       AdrefNode *bracket)
{
  const AdrefMergeGroup *group = difference->group;
  AdrefMergeSpan base =
      inner_span(adref_merge_base_span(self, group), difference->before, difference->after);
  g_autoptr(AdrefNode) words = adref_merge_words_between(&base, base.from, base.to);
  AdrefNode *alternative = adref_bracket_find_words(bracket, words);
  if (!words->first)
    return;
  if (alternative && alternative != bracket->first) {
    adref_node_unlink(alternative);
    adref_node_insert_before(bracket->first, alternative);
  }
  add_deletions(self, difference, bracket->first);
  if (alternative && self->groups.all_bracketed && self->base_side == ADREF_MERGE_NO_SIDE)
    retain_base(alternative);
}

/* A bracket without a name that a party put around words of the base: it does not agree to them,
 * and does not say what it wants. */
static void reserve_base(const AdrefBlockMerge *self, const AdrefMergeDifference *difference,
                         AdrefNode *bracket)
{
  AdrefMergeSpan of_base = inner_span(adref_merge_base_span(self, difference->group),
                                      difference->before, difference->after);
  g_autoptr(AdrefNode) words = adref_merge_words_between(&of_base, of_base.from, of_base.to);
  AdrefNode *base = adref_bracket_find_words(bracket, words);
  if (!base || !words->first || !self->context->options->compile ||
      self->base_side != ADREF_MERGE_NO_SIDE)
    return;
  for (guint i = 0; i < difference->group->spans->len; i++) {
    AdrefMergeSpan span = inner_span(*adref_merge_span_at(difference->group, i), difference->before,
                                     difference->after);
    g_autoptr(AdrefNode) spread = spread_bracket(&span, words);
    const AdrefNode *single =
        adref_merge_span_length(&span) == 1 ? span.words->words[span.from].node : NULL;
    const AdrefNode *brought = spread ? spread : single;
    if (!brought || brought->type != ADREF_BRACKET || brought->first != brought->last ||
        adref_alternative_groups(brought->first) || !adref_bracket_find_words(brought, words))
      continue;
    for (guint j = 0; j < span.sides->len; j++)
      adref_merge_join_party(self->context, base, g_array_index(span.sides, guint, j),
                             ADREF_POSITION_RESERVE);
  }
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
static AdrefNode *joined_bracket(const AdrefBlockMerge *self,
                                 const AdrefMergeDifference *difference)
{
  AdrefMergeSpan span = inner_span(adref_merge_base_span(self, difference->group),
                                   difference->before, difference->after);
  g_autoptr(AdrefNode) words = adref_merge_words_between(&span, span.from, span.to);
  Brought brought = brought_by(self, difference, words);
  if (brought.all == 0)
    return NULL;
  Forms forms = forms_of(self, difference, words);
  g_autoptr(AdrefNode) base = base_of(self, difference, words, &brought);
  gboolean reopened;
  AdrefNode *bracket = adref_merge_brackets(base, forms.sides, self->context->count,
                                            self->groups.all_bracketed, &reopened);
  forms_clear(&forms);
  if (bracket && bracket->first) {
    place_base(self, difference, bracket);
    reserve_base(self, difference, bracket);
    drop_no_words(bracket);
  }
  return bracket;
}

/* --- brackets --- */

AdrefNode *adref_merge_difference_bracket(const AdrefBlockMerge *self,
                                          const AdrefMergeDifference *difference)
{
  AdrefNode *bracket = joined_bracket(self, difference), *first = NULL;
  if (bracket)
    return bracket;
  bracket = adref_bracket_new();
  for (guint i = 0; i < adref_merge_difference_count(difference); i++) {
    AdrefMergeSpan span = adref_merge_difference_at(self, difference, i);
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

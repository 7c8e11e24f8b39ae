#include "review/clause_comparer.h"

#include <string.h>

#include "review/change_group.h"
#include "review/other_words.h"
#include "review/phrase_pairs.h"
#include "review/same_words.h"

void adref_clause_comparer_init(AdrefClauseComparer *self, const char *language, const char *style,
                                GHashTable *parties, AdrefReferenceTargets *targets)
{
  *self = (AdrefClauseComparer){.targets = targets, .text = adref_clause_text_new()};
  adref_phrase_scanner_init(&self->scanner, language, style, parties);
  for (guint side = 0; side < 2; side++) {
    self->tokens[side] = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken));
    self->found[side] = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch));
    self->changed[side] = g_array_new(FALSE, FALSE, sizeof(guint));
    self->scratch[side] = g_string_new(NULL);
  }
  self->reported = g_array_new(FALSE, FALSE, sizeof(AdrefPlacedFinding));
}

void adref_clause_comparer_clear(AdrefClauseComparer *self)
{
  adref_phrase_scanner_clear(&self->scanner);
  adref_confusables_free(self->confusables);
  adref_clause_text_free(self->text);
  for (guint side = 0; side < 2; side++) {
    g_array_unref(self->tokens[side]);
    g_array_unref(self->found[side]);
    g_array_unref(self->changed[side]);
    g_string_free(self->scratch[side], TRUE);
  }
  g_array_unref(self->reported);
}

void adref_clause_comparer_report(AdrefClauseComparer *self, AdrefChangeClass class, guint run,
                                  guint place, char *old, char *new)
{
  AdrefPlacedFinding reported = {run, place, g_new0(AdrefFinding, 1)};
  reported.finding->class = class;
  reported.finding->old = old;
  reported.finding->new = new;
  g_array_append_val(self->reported, reported);
}

/* A group */

const AdrefTextToken *adref_clause_comparer_token(const AdrefClauseComparer *self,
                                                  AdrefTextSide side, guint i)
{
  return &g_array_index(self->tokens[side], AdrefTextToken, i);
}

/* The first token that ends behind a place: looked for from the last answer on, for groups are read
 * in their order. */
static guint token_behind(AdrefClauseComparer *self, AdrefTextSide side, guint place)
{
  guint at = MIN(self->near[side], self->tokens[side]->len);
  while (at > 0 && adref_clause_comparer_token(self, side, at - 1)->end > place)
    at--;
  while (at < self->tokens[side]->len && adref_clause_comparer_token(self, side, at)->end <= place)
    at++;
  return self->near[side] = at;
}

/* How far a token reaches over the start or the end of the group, on one side. */
static guint token_overlap(AdrefClauseComparer *self, const AdrefChangeGroup *group,
                           AdrefTextSide side, gboolean at_end)
{
  guint place = at_end ? group->end[side] : group->start[side];
  guint i = token_behind(self, side, place);
  if (i >= self->tokens[side]->len || adref_clause_comparer_token(self, side, i)->start >= place)
    return 0;
  return at_end ? adref_clause_comparer_token(self, side, i)->end - place
                : place - adref_clause_comparer_token(self, side, i)->start;
}

/* Makes the group begin and end with whole words on both sides; the words around it are the same
 * on both. */
static void widen(AdrefClauseComparer *self, AdrefChangeGroup *group)
{
  for (guint round = 0; round < 2; round++)
    for (guint side = 0; side < 2; side++) {
      guint before = MIN(token_overlap(self, group, side, FALSE), group->room[0]);
      guint behind = MIN(token_overlap(self, group, side, TRUE), group->room[1]);
      for (guint each = 0; each < 2; each++) {
        group->start[each] -= before;
        group->end[each] += behind;
      }
      group->room[0] -= before;
      group->room[1] -= behind;
    }
}

static void find_tokens(AdrefClauseComparer *self, AdrefChangeGroup *group)
{
  for (guint side = 0; side < 2; side++) {
    group->first[side] = token_behind(self, side, group->start[side]);
    guint i = group->first[side];
    while (i < self->tokens[side]->len &&
           adref_clause_comparer_token(self, side, i)->start < group->end[side])
      i++;
    group->after[side] = i;
  }
}

static AdrefChangeGroup read_group(AdrefClauseComparer *self, guint first, guint last)
{
  const GArray *runs = self->text->runs;
  const AdrefChangeRun *from = &g_array_index(runs, AdrefChangeRun, first);
  const AdrefChangeRun *to = &g_array_index(runs, AdrefChangeRun, last);
  AdrefChangeGroup group = {
      .number = first, .start = {from->start[0], from->start[1]}, .end = {to->end[0], to->end[1]}};
  group.room[0] = first > 0 ? from->start[0] - (from - 1)->end[0] : from->start[0];
  group.room[1] = last + 1 < runs->len ? (to + 1)->start[0] - to->end[0]
                                       : (guint)self->text->words[0]->len - to->end[0];
  widen(self, &group);
  find_tokens(self, &group);
  return group;
}

char *adref_clause_comparer_quote(const AdrefClauseComparer *self, AdrefTextSide side, guint start,
                                  guint end)
{
  return adref_quote(self->text->words[side]->str + start, end - start);
}

char *adref_clause_comparer_word(const AdrefClauseComparer *self, AdrefTextSide side, guint i)
{
  const AdrefTextToken *token = adref_clause_comparer_token(self, side, i);
  return g_strndup(self->text->words[side]->str + token->start, token->end - token->start);
}

/* Groups */

/* The phrases of the group with this number, as positions in self->found. */
static void collect_phrases(AdrefClauseComparer *self, guint number, GArray *phrases[2])
{
  for (guint side = 0; side < 2; side++) {
    g_array_set_size(phrases[side], 0);
    for (; self->next[side] < self->changed[side]->len; self->next[side]++) {
      guint i = g_array_index(self->changed[side], guint, self->next[side]);
      if (g_array_index(self->found[side], AdrefPhraseMatch, i).group > number)
        break;
      g_array_append_val(phrases[side], i);
    }
  }
}

/* The words of a cross reference that leads nowhere now are told with it, not one by one. */
static gboolean is_in_broken_link(const AdrefClauseComparer *self, const AdrefChangeGroup *group,
                                  const AdrefNode *clause)
{
  const GArray *links = self->text->links[ADREF_TEXT_SIDE_NEW];
  guint low = 0, high = links->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index(links, AdrefLinkRange, middle).start <= group->start[1])
      low = middle + 1;
    else
      high = middle;
  }
  const AdrefLinkRange *range = low > 0 ? &g_array_index(links, AdrefLinkRange, low - 1) : NULL;
  return range && range->end >= group->end[1] &&
         adref_reference_targets_is_broken(self->targets, clause, range->link);
}

static void compare_group(AdrefClauseComparer *self, AdrefChangeGroup *group,
                          const AdrefNode *clause, GArray *phrases[2])
{
  if (is_in_broken_link(self, group, clause))
    return;
  adref_other_words_read(self, group);
  if (adref_other_words_equal(self)) {
    adref_same_words_report(self, group);
  } else if (adref_same_words_look_alike(self, group)) {
    adref_same_words_report_lookalike(self, group);
  } else {
    adref_same_words_report_hidden(self, group);
    guint before = self->reported->len;
    adref_phrase_pairs_report(self, group, clause, phrases);
    if (phrases[0]->len + phrases[1]->len > 0)
      adref_other_words_read(self, group);
    adref_other_words_report(self, group, self->reported->len - before);
  }
}

static gint compare_by_group(gconstpointer a, gconstpointer b, gpointer found)
{
  guint one = *(const guint *)a, two = *(const guint *)b;
  guint first = g_array_index((GArray *)found, AdrefPhraseMatch, one).group;
  guint second = g_array_index((GArray *)found, AdrefPhraseMatch, two).group;
  return first != second ? (first > second) - (first < second) : (one > two) - (one < two);
}

static void list_changed(AdrefClauseComparer *self, AdrefTextSide side)
{
  g_array_set_size(self->changed[side], 0);
  for (guint i = 0; i < self->found[side]->len; i++)
    if (g_array_index(self->found[side], AdrefPhraseMatch, i).group != G_MAXUINT)
      g_array_append_val(self->changed[side], i);
  g_array_sort_with_data(self->changed[side], compare_by_group, self->found[side]);
  self->next[side] = 0;
}

static void compare_groups(AdrefClauseComparer *self, const AdrefNode *clause)
{
  GArray *phrases[2] = {g_array_new(FALSE, FALSE, sizeof(guint)),
                        g_array_new(FALSE, FALSE, sizeof(guint))};
  const GArray *runs = self->text->runs;
  for (guint i = 0, j; i < runs->len; i = j) {
    guint number = g_array_index(runs, AdrefChangeRun, i).group;
    for (j = i + 1; j < runs->len; j++)
      if (g_array_index(runs, AdrefChangeRun, j).group != number)
        break;
    AdrefChangeGroup group = read_group(self, i, j - 1);
    collect_phrases(self, number, phrases);
    compare_group(self, &group, clause, phrases);
  }
  g_array_unref(phrases[0]);
  g_array_unref(phrases[1]);
}

/* Cross references by id are no numbers: those that came or went are references to their clause,
 * those that stayed are nothing. */

static gboolean is_figure(const AdrefPhraseMatch *found)
{
  return found->class == ADREF_CHANGE_CLASS_NUMBER || found->class == ADREF_CHANGE_CLASS_REFERENCE;
}

/* The phrase that a link is, where tokens were cut; FALSE: there are none. */
static gboolean link_phrase(AdrefClauseComparer *self, AdrefTextSide side,
                            const AdrefLinkRange *range, AdrefPhraseMatch *phrase)
{
  guint first = token_behind(self, side, range->start),
        after = token_behind(self, side, range->end);
  if (after < self->tokens[side]->len &&
      adref_clause_comparer_token(self, side, after)->start < range->end)
    after++;
  *phrase = (AdrefPhraseMatch){.start = range->start,
                               .end = range->end,
                               .first = first,
                               .after = after,
                               .class = ADREF_CHANGE_CLASS_REFERENCE,
                               .key = range->link->as.link.url,
                               .group = G_MAXUINT};
  return after > first && adref_clause_comparer_token(self, side, first)->start < range->end;
}

/* Copies phrases that are not in the link, and those in it that are no figures. */
static void apply_link(AdrefClauseComparer *self, AdrefTextSide side, const AdrefLinkRange *range,
                       GArray *out, guint *at)
{
  const GArray *all = self->found[side];
  for (; *at < all->len && g_array_index(all, AdrefPhraseMatch, *at).end <= range->start; (*at)++)
    g_array_append_val(out, g_array_index(all, AdrefPhraseMatch, *at));
  AdrefPhraseMatch phrase;
  gboolean whole = range->link->mark == ADREF_DELETED || range->link->mark == ADREF_INSERTED;
  whole = whole && link_phrase(self, side, range, &phrase);
  if (whole)
    g_array_append_val(out, phrase);
  for (; *at < all->len && g_array_index(all, AdrefPhraseMatch, *at).start < range->end; (*at)++)
    if (!whole && !is_figure(&g_array_index(all, AdrefPhraseMatch, *at)))
      g_array_append_val(out, g_array_index(all, AdrefPhraseMatch, *at));
}

static void apply_links(AdrefClauseComparer *self, AdrefTextSide side)
{
  const GArray *links = self->text->links[side];
  if (links->len == 0)
    return;
  GArray *out = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch));
  guint at = 0;
  for (guint i = 0; i < links->len; i++) {
    const AdrefLinkRange *range = &g_array_index(links, AdrefLinkRange, i);
    if (range->end > range->start)
      apply_link(self, side, range, out, &at);
  }
  for (; at < self->found[side]->len; at++)
    g_array_append_val(out, g_array_index(self->found[side], AdrefPhraseMatch, at));
  g_array_unref(self->found[side]);
  self->found[side] = out;
}

/* A clause */

static void report_structural_changes(AdrefClauseComparer *self)
{
  GArray *structural_changes = self->text->structural_changes;
  for (guint i = 0; i < structural_changes->len; i++) {
    AdrefStructuralChange *structural =
        &g_array_index(structural_changes, AdrefStructuralChange, i);
    adref_clause_comparer_report(self, structural->class, structural->at, 0,
                                 g_steal_pointer(&structural->old),
                                 g_steal_pointer(&structural->new));
    g_array_index(self->reported, AdrefPlacedFinding, self->reported->len - 1).finding->shift =
        structural->shift;
  }
}

static gint compare_reported(gconstpointer a, gconstpointer b)
{
  const AdrefPlacedFinding *one = a, *two = b;
  if (one->run != two->run)
    return one->run < two->run ? -1 : 1;
  return (one->place > two->place) - (one->place < two->place);
}

void adref_clause_comparer_compare(AdrefClauseComparer *self, const AdrefNode *clause)
{
  adref_phrase_scanner_clear_keys(&self->scanner);
  g_array_set_size(self->reported, 0);
  for (AdrefTextSide side = ADREF_TEXT_SIDE_OLD; side <= ADREF_TEXT_SIDE_NEW; side++) {
    g_array_set_size(self->found[side], 0);
    adref_phrase_scanner_start(&self->scanner, self->text->words[side]->str, self->tokens[side]);
    adref_change_group_scan(&self->scanner, self->text, side, self->found[side]);
    apply_links(self, side);
  }
  adref_change_group_find(self->text, self->found);
  list_changed(self, ADREF_TEXT_SIDE_OLD);
  list_changed(self, ADREF_TEXT_SIDE_NEW);
  compare_groups(self, clause);
  report_structural_changes(self);
  g_array_sort(self->reported, compare_reported);
}

void adref_clause_comparer_find_hidden(AdrefClauseComparer *self, const AdrefNode *clause)
{
  gsize start, end;
  g_array_set_size(self->reported, 0);
  report_structural_changes(self);
  const GString *words = self->text->words[ADREF_TEXT_SIDE_NEW];
  if (clause->as.clause->change->type != ADREF_CHANGE_ADDED ||
      !adref_hidden_find(words->str, words->len, self->scanner.language, &start, &end))
    return;
  g_autofree char *spelt = adref_hidden_escape(words->str + start, end - start, FALSE);
  adref_clause_comparer_report(self, ADREF_CHANGE_CLASS_HIDDEN, 0, 0, g_strdup(""),
                               adref_quote(spelt, strlen(spelt)));
  g_array_sort(self->reported, compare_reported);
}

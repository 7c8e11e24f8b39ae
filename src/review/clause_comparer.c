#include "review/clause_comparer.h"

#include <string.h>

#include "review/change_group.h"
#include "review/other_words.h"
#include "review/phrase_pairs.h"
#include "review/same_words.h"

void adref_comparer_init(AdrefComparer *self, const char *language, const char *style,
                         GHashTable *parties, AdrefTargets *targets)
{
  *self = (AdrefComparer){.targets = targets, .text = adref_clause_text_new()};
  adref_scanner_init(&self->scanner, language, style, parties);
  for (guint side = 0; side < 2; side++) {
    self->tokens[side] = g_array_new(FALSE, FALSE, sizeof(AdrefMatterToken));
    self->found[side] = g_array_new(FALSE, FALSE, sizeof(AdrefFound));
    self->touched[side] = g_array_new(FALSE, FALSE, sizeof(guint));
    self->scratch[side] = g_string_new(NULL);
  }
  self->told = g_array_new(FALSE, FALSE, sizeof(AdrefTold));
}

void adref_comparer_clear(AdrefComparer *self)
{
  adref_scanner_clear(&self->scanner);
  adref_look_free(self->look);
  adref_clause_text_free(self->text);
  for (guint side = 0; side < 2; side++) {
    g_array_unref(self->tokens[side]);
    g_array_unref(self->found[side]);
    g_array_unref(self->touched[side]);
    g_string_free(self->scratch[side], TRUE);
  }
  g_array_unref(self->told);
}

void adref_comparer_tell(AdrefComparer *self, AdrefMatterClass class, guint stretch, guint place,
                         char *old, char *new)
{
  AdrefTold told = {stretch, place, g_new0(AdrefMatter, 1)};
  told.matter->class = class;
  told.matter->old = old;
  told.matter->new = new;
  g_array_append_val(self->told, told);
}

/* A group */

const AdrefMatterToken *adref_comparer_token(const AdrefComparer *self, AdrefTextSide side, guint i)
{
  return &g_array_index(self->tokens[side], AdrefMatterToken, i);
}

/* The first token that ends behind a place: looked for from the last answer on, for groups are read
 * in their order. */
static guint token_behind(AdrefComparer *self, AdrefTextSide side, guint place)
{
  guint at = MIN(self->near[side], self->tokens[side]->len);
  while (at > 0 && adref_comparer_token(self, side, at - 1)->end > place)
    at--;
  while (at < self->tokens[side]->len && adref_comparer_token(self, side, at)->end <= place)
    at++;
  return self->near[side] = at;
}

/* How far a token reaches over the start or the end of the group, on one side. */
static guint overhang(AdrefComparer *self, const AdrefGroup *group, AdrefTextSide side,
                      gboolean at_end)
{
  guint place = at_end ? group->end[side] : group->start[side];
  guint i = token_behind(self, side, place);
  if (i >= self->tokens[side]->len || adref_comparer_token(self, side, i)->start >= place)
    return 0;
  return at_end ? adref_comparer_token(self, side, i)->end - place
                : place - adref_comparer_token(self, side, i)->start;
}

/* Makes the group begin and end with whole words on both sides; the words around it are the same
 * on both. */
static void widen(AdrefComparer *self, AdrefGroup *group)
{
  for (guint round = 0; round < 2; round++)
    for (guint side = 0; side < 2; side++) {
      guint before = MIN(overhang(self, group, side, FALSE), group->room[0]);
      guint behind = MIN(overhang(self, group, side, TRUE), group->room[1]);
      for (guint each = 0; each < 2; each++) {
        group->start[each] -= before;
        group->end[each] += behind;
      }
      group->room[0] -= before;
      group->room[1] -= behind;
    }
}

static void find_tokens(AdrefComparer *self, AdrefGroup *group)
{
  for (guint side = 0; side < 2; side++) {
    group->first[side] = token_behind(self, side, group->start[side]);
    guint i = group->first[side];
    while (i < self->tokens[side]->len &&
           adref_comparer_token(self, side, i)->start < group->end[side])
      i++;
    group->after[side] = i;
  }
}

static AdrefGroup read_group(AdrefComparer *self, guint first, guint last)
{
  const GArray *stretches = self->text->stretches;
  const AdrefStretch *from = &g_array_index(stretches, AdrefStretch, first);
  const AdrefStretch *to = &g_array_index(stretches, AdrefStretch, last);
  AdrefGroup group = {
      .number = first, .start = {from->start[0], from->start[1]}, .end = {to->end[0], to->end[1]}};
  group.room[0] = first > 0 ? from->start[0] - (from - 1)->end[0] : from->start[0];
  group.room[1] = last + 1 < stretches->len ? (to + 1)->start[0] - to->end[0]
                                            : (guint)self->text->words[0]->len - to->end[0];
  widen(self, &group);
  find_tokens(self, &group);
  return group;
}

char *adref_comparer_quote(const AdrefComparer *self, AdrefTextSide side, guint start, guint end)
{
  return adref_quote(self->text->words[side]->str + start, end - start);
}

char *adref_comparer_word(const AdrefComparer *self, AdrefTextSide side, guint i)
{
  const AdrefMatterToken *token = adref_comparer_token(self, side, i);
  return g_strndup(self->text->words[side]->str + token->start, token->end - token->start);
}

/* Groups */

/* The phrases of the group with this number, as positions in self->found. */
static void take_phrases(AdrefComparer *self, guint number, GArray *phrases[2])
{
  for (guint side = 0; side < 2; side++) {
    g_array_set_size(phrases[side], 0);
    for (; self->next[side] < self->touched[side]->len; self->next[side]++) {
      guint i = g_array_index(self->touched[side], guint, self->next[side]);
      if (g_array_index(self->found[side], AdrefFound, i).group > number)
        break;
      g_array_append_val(phrases[side], i);
    }
  }
}

/* The words of a cross reference that leads nowhere now are told with it, not one by one. */
static gboolean is_in_lost_link(const AdrefComparer *self, const AdrefGroup *group,
                                const AdrefNode *clause)
{
  const GArray *links = self->text->links[ADREF_TEXT_NEW];
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
         adref_targets_lost(self->targets, clause, range->link);
}

static void compare_group(AdrefComparer *self, AdrefGroup *group, const AdrefNode *clause,
                          GArray *phrases[2])
{
  if (is_in_lost_link(self, group, clause))
    return;
  adref_rest_read(self, group);
  if (adref_rest_same(self)) {
    adref_same_tell(self, group);
  } else if (adref_same_looks(self, group)) {
    adref_same_tell_looks(self, group);
  } else {
    adref_same_reveal(self, group);
    guint before = self->told->len;
    adref_pair_tell(self, group, clause, phrases);
    if (phrases[0]->len + phrases[1]->len > 0)
      adref_rest_read(self, group);
    adref_rest_tell(self, group, self->told->len - before);
  }
}

static gint compare_by_group(gconstpointer a, gconstpointer b, gpointer found)
{
  guint one = *(const guint *)a, two = *(const guint *)b;
  guint first = g_array_index((GArray *)found, AdrefFound, one).group;
  guint second = g_array_index((GArray *)found, AdrefFound, two).group;
  return first != second ? (first > second) - (first < second) : (one > two) - (one < two);
}

static void list_touched(AdrefComparer *self, AdrefTextSide side)
{
  g_array_set_size(self->touched[side], 0);
  for (guint i = 0; i < self->found[side]->len; i++)
    if (g_array_index(self->found[side], AdrefFound, i).group != G_MAXUINT)
      g_array_append_val(self->touched[side], i);
  g_array_sort_with_data(self->touched[side], compare_by_group, self->found[side]);
  self->next[side] = 0;
}

static void compare_groups(AdrefComparer *self, const AdrefNode *clause)
{
  GArray *phrases[2] = {g_array_new(FALSE, FALSE, sizeof(guint)),
                        g_array_new(FALSE, FALSE, sizeof(guint))};
  const GArray *stretches = self->text->stretches;
  for (guint i = 0, j; i < stretches->len; i = j) {
    guint number = g_array_index(stretches, AdrefStretch, i).group;
    for (j = i + 1; j < stretches->len; j++)
      if (g_array_index(stretches, AdrefStretch, j).group != number)
        break;
    AdrefGroup group = read_group(self, i, j - 1);
    take_phrases(self, number, phrases);
    compare_group(self, &group, clause, phrases);
  }
  g_array_unref(phrases[0]);
  g_array_unref(phrases[1]);
}

/* Cross references by id are no numbers: those that came or went are references to their clause,
 * those that stayed are nothing. */

static gboolean is_figure(const AdrefFound *found)
{
  return found->class == ADREF_MATTER_NUMBER || found->class == ADREF_MATTER_REFERENCE;
}

/* The phrase that a link is, where tokens were cut; FALSE: there are none. */
static gboolean link_phrase(AdrefComparer *self, AdrefTextSide side, const AdrefLinkRange *range,
                            AdrefFound *phrase)
{
  guint first = token_behind(self, side, range->start),
        after = token_behind(self, side, range->end);
  if (after < self->tokens[side]->len &&
      adref_comparer_token(self, side, after)->start < range->end)
    after++;
  *phrase = (AdrefFound){.start = range->start,
                         .end = range->end,
                         .first = first,
                         .after = after,
                         .class = ADREF_MATTER_REFERENCE,
                         .key = range->link->as.link.url,
                         .group = G_MAXUINT};
  return after > first && adref_comparer_token(self, side, first)->start < range->end;
}

/* Copies phrases that are not in the link, and those in it that are no figures. */
static void apply_link(AdrefComparer *self, AdrefTextSide side, const AdrefLinkRange *range,
                       GArray *out, guint *at)
{
  const GArray *all = self->found[side];
  for (; *at < all->len && g_array_index(all, AdrefFound, *at).end <= range->start; (*at)++)
    g_array_append_val(out, g_array_index(all, AdrefFound, *at));
  AdrefFound phrase;
  gboolean whole = range->link->mark == ADREF_DELETED || range->link->mark == ADREF_INSERTED;
  whole = whole && link_phrase(self, side, range, &phrase);
  if (whole)
    g_array_append_val(out, phrase);
  for (; *at < all->len && g_array_index(all, AdrefFound, *at).start < range->end; (*at)++)
    if (!whole && !is_figure(&g_array_index(all, AdrefFound, *at)))
      g_array_append_val(out, g_array_index(all, AdrefFound, *at));
}

static void apply_links(AdrefComparer *self, AdrefTextSide side)
{
  const GArray *links = self->text->links[side];
  if (links->len == 0)
    return;
  GArray *out = g_array_new(FALSE, FALSE, sizeof(AdrefFound));
  guint at = 0;
  for (guint i = 0; i < links->len; i++) {
    const AdrefLinkRange *range = &g_array_index(links, AdrefLinkRange, i);
    if (range->end > range->start)
      apply_link(self, side, range, out, &at);
  }
  for (; at < self->found[side]->len; at++)
    g_array_append_val(out, g_array_index(self->found[side], AdrefFound, at));
  g_array_unref(self->found[side]);
  self->found[side] = out;
}

/* A clause */

static void tell_structures(AdrefComparer *self)
{
  GArray *structures = self->text->structures;
  for (guint i = 0; i < structures->len; i++) {
    AdrefStructure *structure = &g_array_index(structures, AdrefStructure, i);
    adref_comparer_tell(self, structure->class, structure->at, 0, g_steal_pointer(&structure->old),
                        g_steal_pointer(&structure->new));
    g_array_index(self->told, AdrefTold, self->told->len - 1).matter->shift = structure->shift;
  }
}

static gint compare_told(gconstpointer a, gconstpointer b)
{
  const AdrefTold *one = a, *two = b;
  if (one->stretch != two->stretch)
    return one->stretch < two->stretch ? -1 : 1;
  return (one->place > two->place) - (one->place < two->place);
}

void adref_comparer_compare(AdrefComparer *self, const AdrefNode *clause)
{
  adref_scanner_forget(&self->scanner);
  g_array_set_size(self->told, 0);
  for (AdrefTextSide side = ADREF_TEXT_OLD; side <= ADREF_TEXT_NEW; side++) {
    g_array_set_size(self->found[side], 0);
    adref_scanner_start(&self->scanner, self->text->words[side]->str, self->tokens[side]);
    adref_group_scan(&self->scanner, self->text, side, self->found[side]);
    apply_links(self, side);
  }
  adref_group_find(self->text, self->found);
  list_touched(self, ADREF_TEXT_OLD);
  list_touched(self, ADREF_TEXT_NEW);
  compare_groups(self, clause);
  tell_structures(self);
  g_array_sort(self->told, compare_told);
}

void adref_comparer_reveal(AdrefComparer *self, const AdrefNode *clause)
{
  gsize start, end;
  g_array_set_size(self->told, 0);
  tell_structures(self);
  const GString *words = self->text->words[ADREF_TEXT_NEW];
  if (clause->as.clause->change->type != ADREF_CHANGE_ADDED ||
      !adref_hidden_find(words->str, words->len, self->scanner.language, &start, &end))
    return;
  g_autofree char *spelt = adref_hidden_spell(words->str + start, end - start, FALSE);
  adref_comparer_tell(self, ADREF_MATTER_HIDDEN, 0, 0, g_strdup(""),
                      adref_quote(spelt, strlen(spelt)));
  g_array_sort(self->told, compare_told);
}

#include "merge/matter_compare.h"

#include <string.h>

#include "merge/matter_group.h"
#include "merge/matter_pair.h"
#include "merge/matter_same.h"
#include "merge/matter_spelling.h"

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

/* The first token that ends behind a place. */
static guint token_behind(const AdrefComparer *self, AdrefTextSide side, guint place)
{
  guint low = 0, high = self->tokens[side]->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (adref_comparer_token(self, side, middle)->end <= place)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* How far a token reaches over the start or the end of the group, on one side. */
static guint overhang(const AdrefComparer *self, const AdrefGroup *group, AdrefTextSide side,
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
static void widen(const AdrefComparer *self, AdrefGroup *group)
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

static void find_tokens(const AdrefComparer *self, AdrefGroup *group)
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

static AdrefGroup read_group(const AdrefComparer *self, guint first, guint last)
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

/* What is left of a group beside the phrases that were told. */

/* The first phrase that ends behind a place. */
static guint found_behind(const AdrefComparer *self, AdrefTextSide side, guint place)
{
  guint low = 0, high = self->found[side]->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index(self->found[side], AdrefFound, middle).end <= place)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The words of one side that are left. */
typedef struct {
  guint first, last; /* tokens; G_MAXUINT: none */
  guint count;
  guint small_until;    /* the token behind the last word of no account */
  gboolean small;       /* all are of no account beside other words: "the", "and" */
  gboolean conjunctive; /* all are conjunctions */
} Rest;

/* Whether a phrase counts by its meaning, however it is written. */
static gboolean is_value(const AdrefFound *found)
{
  return found->class == ADREF_MATTER_NUMBER || found->class == ADREF_MATTER_DATE ||
         found->class == ADREF_MATTER_CONJUNCTION;
}

static void add_word(const AdrefComparer *self, AdrefTextSide side, guint i, Rest *rest,
                     GString *out)
{
  const AdrefMatterToken *token = adref_comparer_token(self, side, i);
  if (token->type == ADREF_PIECE_SIGN &&
      !(token->word && adref_scanner_role(&self->scanner, i, ADREF_ROLE_PERCENT, NULL)))
    return;
  adref_spelling_append(out, self->text->words[side]->str + token->start,
                        token->end - token->start);
  guint n = token->word ? adref_scanner_role(&self->scanner, i, ADREF_ROLE_SMALL, NULL) : 0;
  rest->small_until = MAX(rest->small_until, i + n);
  gboolean joins =
      token->word && adref_scanner_role(&self->scanner, i, ADREF_ROLE_CONJUNCTION, NULL);
  rest->small = rest->small && (joins || i < rest->small_until);
  rest->conjunctive = rest->conjunctive && joins;
  rest->first = MIN(rest->first, i);
  rest->last = i;
  rest->count++;
}

/* Passes over a phrase that begins at or before token i: one that was told says no more, and of a
 * number or date its value. Returns the token to go on with. */
static guint add_phrase(const AdrefFound *found, guint i, guint after, Rest *rest, GString *out)
{
  if (!found->told && !is_value(found))
    return i;
  if (!found->told) {
    g_string_append_printf(out, "#%s#", found->key);
    rest->first = MIN(rest->first, i);
    rest->last = MIN(found->after, after) - 1;
    rest->count++;
    rest->small = rest->small && found->class == ADREF_MATTER_CONJUNCTION;
    rest->conjunctive = rest->conjunctive && found->class == ADREF_MATTER_CONJUNCTION;
  }
  return MAX(found->after, i + 1);
}

/* Reads the words of one side of a group that no told phrase has, without regard to spelling. */
static Rest read_rest(AdrefComparer *self, const AdrefGroup *group, AdrefTextSide side)
{
  Rest rest = {.first = G_MAXUINT, .small = TRUE, .conjunctive = TRUE};
  GString *out = self->scratch[side];
  const GArray *all = self->found[side];
  guint i = group->first[side], at = found_behind(self, side, group->start[side]);
  g_string_truncate(out, 0);
  self->scanner.tokens = self->tokens[side];
  self->scanner.text = self->text->words[side]->str;
  while (i < group->after[side]) {
    while (at < all->len && g_array_index(all, AdrefFound, at).after <= i)
      at++;
    const AdrefFound *found = at < all->len ? &g_array_index(all, AdrefFound, at) : NULL;
    guint next = i;
    if (found && found->first <= i)
      next = add_phrase(found, i, group->after[side], &rest, out);
    if (next == i)
      add_word(self, side, next++, &rest, out);
    i = next;
  }
  return rest;
}

static char *quote_rest(const AdrefComparer *self, AdrefTextSide side, const Rest *rest)
{
  if (rest->count == 0)
    return g_strdup("");
  return adref_comparer_quote(self, side, adref_comparer_token(self, side, rest->first)->start,
                              adref_comparer_token(self, side, rest->last)->end);
}

static AdrefMatterClass class_of_rest(const AdrefComparer *self, const Rest *old, const Rest *new)
{
  if (old->conjunctive && new->conjunctive)
    return ADREF_MATTER_CONJUNCTION;
  if (old->count == 1 && new->count == 1 &&
      adref_spelling_negates(self->scratch[0]->str, self->scratch[1]->str))
    return ADREF_MATTER_NEGATION;
  return ADREF_MATTER_SUBSTANCE;
}

/* What is left of one side without words of no account and without the endings of verbs. */
static char *stems_of_rest(AdrefComparer *self, AdrefTextSide side, const Rest *rest)
{
  GString *stems = g_string_new(NULL);
  for (guint i = rest->first; rest->count > 0 && i <= rest->last; i++) {
    const AdrefMatterToken *token = adref_comparer_token(self, side, i);
    self->scanner.tokens = self->tokens[side];
    const char *word = self->text->words[side]->str + token->start;
    gsize length = token->end - token->start;
    gboolean plain =
        !token->word || (!adref_scanner_role(&self->scanner, i, ADREF_ROLE_SMALL, NULL) &&
                         !adref_scanner_role(&self->scanner, i, ADREF_ROLE_NEGATION, NULL));
    if (token->type == ADREF_PIECE_SIGN || !plain)
      continue;
    if (length > 3 && word[length - 1] == 's')
      length -= length > 4 && strncmp(word + length - 3, "ies", 3) != 0 && word[length - 2] == 'e'
                    ? 2
                    : 1;
    else if (length > 3 && word[length - 1] == 'e')
      length--;
    adref_matter_fold(stems, word, length);
  }
  return g_string_free(stems, FALSE);
}

/* "does not create" and "creates": the negation says it all. */
static gboolean differ_in_form(AdrefComparer *self, const Rest *old, const Rest *new)
{
  enum {
    MOST = 6
  };
  if (old->count > MOST || new->count > MOST)
    return FALSE;
  g_autofree char *before = stems_of_rest(self, ADREF_TEXT_OLD, old);
  g_autofree char *after = stems_of_rest(self, ADREF_TEXT_NEW, new);
  return strcmp(before, after) == 0;
}

/* A single matter of a short group that came or went is quoted with what stood for it: "without"
 * and "with". */
static void requote(AdrefComparer *self, const AdrefGroup *group, const Rest *old, const Rest *new)
{
  enum {
    MOST = 6
  };
  AdrefTold *last = &g_array_index(self->told, AdrefTold, self->told->len - 1);
  AdrefMatter *matter = last->matter;
  gboolean came = !matter->old[0] && old->count > 0, went = !matter->new[0] && new->count > 0;
  if ((!came && !went) || group->after[0] - group->first[0] > MOST ||
      group->after[1] - group->first[1] > MOST)
    return;
  g_free(matter->old);
  g_free(matter->new);
  matter->old = adref_comparer_quote(self, ADREF_TEXT_OLD, group->start[0], group->end[0]);
  matter->new = adref_comparer_quote(self, ADREF_TEXT_NEW, group->start[1], group->end[1]);
}

/* Tells of the words that are left behind the `told` matters of the group. */
static void tell_rest(AdrefComparer *self, AdrefGroup *group, guint told)
{
  Rest old = read_rest(self, group, ADREF_TEXT_OLD), new = read_rest(self, group, ADREF_TEXT_NEW);
  if (strcmp(self->scratch[0]->str, self->scratch[1]->str) == 0) {
    if (!told)
      adref_same_tell(self, group);
    return;
  }
  AdrefMatterClass class = class_of_rest(self, &old, &new);
  if (told && ((old.small && new.small) || differ_in_form(self, &old, &new))) {
    if (told == 1)
      requote(self, group, &old, &new);
    return;
  }
  guint place = group->start[1];
  if (new.count > 0)
    place = adref_comparer_token(self, ADREF_TEXT_NEW, new.first)->start;
  adref_comparer_tell(self, class, group->number, place, quote_rest(self, ADREF_TEXT_OLD, &old),
                      quote_rest(self, ADREF_TEXT_NEW, &new));
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

static void compare_group(AdrefComparer *self, AdrefGroup *group, const AdrefNode *clause,
                          GArray *phrases[2])
{
  read_rest(self, group, ADREF_TEXT_OLD);
  read_rest(self, group, ADREF_TEXT_NEW);
  if (strcmp(self->scratch[0]->str, self->scratch[1]->str) == 0) {
    adref_same_tell(self, group);
  } else if (adref_same_looks(self, group)) {
    adref_same_tell_looks(self, group);
  } else {
    adref_same_reveal(self, group);
    guint before = self->told->len;
    adref_pair_tell(self, group, clause, phrases);
    tell_rest(self, group, self->told->len - before);
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
static gboolean link_phrase(const AdrefComparer *self, AdrefTextSide side,
                            const AdrefLinkRange *range, AdrefFound *phrase)
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
  if (clause->mark != ADREF_INSERTED ||
      !adref_hidden_find(words->str, words->len, self->scanner.language, &start, &end))
    return;
  g_autofree char *spelt = adref_hidden_spell(words->str + start, end - start, FALSE);
  adref_comparer_tell(self, ADREF_MATTER_HIDDEN, 0, 0, g_strdup(""),
                      adref_quote(spelt, strlen(spelt)));
  g_array_sort(self->told, compare_told);
}

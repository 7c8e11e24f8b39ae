#include "review/change/change_group.h"

void adref_change_groups_init(AdrefChangeGroups *self, const AdrefClausePhrases *phrases)
{
  *self = (AdrefChangeGroups){.phrases = phrases};
  self->of_run = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint side = 0; side < 2; side++) {
    self->of_match[side] = g_array_new(FALSE, FALSE, sizeof(guint));
    self->changed[side] = g_array_new(FALSE, FALSE, sizeof(guint));
  }
}

void adref_change_groups_clear(AdrefChangeGroups *self)
{
  g_array_unref(self->of_run);
  for (guint side = 0; side < 2; side++) {
    g_array_unref(self->of_match[side]);
    g_array_unref(self->changed[side]);
  }
}

/* Which runs and phrases are one group */

static const AdrefChangeRun *run_at(const AdrefChangeGroups *self, guint i)
{
  return &g_array_index(self->phrases->text->runs, AdrefChangeRun, i);
}

static guint count_runs(const AdrefChangeGroups *self)
{
  return self->phrases->text->runs->len;
}

static guint *group_of_run(const AdrefChangeGroups *self, guint i)
{
  return &g_array_index(self->of_run, guint, i);
}

static guint *group_of_match(const AdrefChangeGroups *self, AdrefTextSide side, guint i)
{
  return &g_array_index(self->of_match[side], guint, i);
}

/* The first run of the group of a run. */
static guint find_root(const AdrefChangeGroups *self, guint i)
{
  while (*group_of_run(self, i) != i) {
    *group_of_run(self, i) = *group_of_run(self, *group_of_run(self, i));
    i = *group_of_run(self, i);
  }
  return i;
}

/* Joins the groups of two runs, and all groups between them. */
static void unite(const AdrefChangeGroups *self, guint one, guint two)
{
  guint first = find_root(self, one), second = find_root(self, two);
  for (guint i = MAX(first, second); i > MIN(first, second);) {
    *group_of_run(self, i) = MIN(first, second);
    i = find_root(self, i - 1);
  }
}

/* Whether nothing but a space or the like is between two runs. */
static gboolean is_joint(const GString *words, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (words->str[i] != ' ' && words->str[i] != '-' && words->str[i] != '/')
      return FALSE;
  return end - start <= 3;
}

static void join_neighbours(const AdrefChangeGroups *self)
{
  const GString *words = self->phrases->text->words[ADREF_TEXT_SIDE_OLD];
  for (guint i = 1; i < count_runs(self); i++)
    if (is_joint(words, run_at(self, i - 1)->end[0], run_at(self, i)->start[0]))
      unite(self, i - 1, i);
}

/* The first run that ends behind a place. */
static guint run_behind(const AdrefChangeGroups *self, AdrefTextSide side, guint place)
{
  guint low = 0, high = count_runs(self);
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (run_at(self, middle)->end[side] <= place)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

typedef struct {
  AdrefTextSide side;
  guint at;
} QueuedMatch;

static void mark_changed(const AdrefChangeGroups *self, GArray *queue, AdrefTextSide side, guint at,
                         guint group)
{
  guint *known = group_of_match(self, side, at);
  if (*known != G_MAXUINT) {
    unite(self, *known, group);
    return;
  }
  *known = group;
  QueuedMatch changed = {side, at};
  g_array_append_val(queue, changed);
}

static gboolean has_capital_or_digit(const GString *words, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (g_ascii_isupper(words->str[i]) || g_ascii_isdigit(words->str[i]) ||
        (guchar)words->str[i] >= 0x80)
      return TRUE;
  return FALSE;
}

/* Whether a run changes a phrase that it reaches into. Words that were inserted into the phrase do
 * not; nor do small words between the words of a name, as "of". */
static gboolean changes(const AdrefClauseText *text, AdrefTextSide side,
                        const AdrefPhraseMatch *found, const AdrefChangeRun *run)
{
  guint start = MAX(run->start[side], found->start), end = MIN(run->end[side], found->end);
  return start < end && (found->class != ADREF_CHANGE_CLASS_NAME ||
                         has_capital_or_digit(text->words[side], start, end));
}

static void mark_changed_by_runs(const AdrefChangeGroups *self, GArray *queue, AdrefTextSide side)
{
  const AdrefClausePhrases *phrases = self->phrases;
  guint count = count_runs(self);
  for (guint at = 0, i = 0; at < phrases->matches[side]->len; at++) {
    const AdrefPhraseMatch *match = adref_clause_phrases_match(phrases, side, at);
    while (i < count && run_at(self, i)->end[side] <= match->start)
      i++;
    for (guint j = i; j < count && run_at(self, j)->start[side] < match->end; j++)
      if (changes(phrases->text, side, match, run_at(self, j)))
        mark_changed(self, queue, side, at, j);
  }
}

static gboolean is_quantity(AdrefChangeClass class)
{
  return class == ADREF_CHANGE_CLASS_NUMBER || class == ADREF_CHANGE_CLASS_DATE;
}

/* Marks the phrases of the other text that have a part in bytes start to end, which stayed and
 * stand behind run i - 1. */
static void mark_changed_across(const AdrefChangeGroups *self, GArray *queue, QueuedMatch from,
                                guint start, guint end, guint i)
{
  const AdrefClausePhrases *phrases = self->phrases;
  AdrefChangeClass class = adref_clause_phrases_match(phrases, from.side, from.at)->class;
  AdrefTextSide other = adref_text_side_other(from.side);
  guint here = i > 0 ? run_at(self, i - 1)->end[from.side] : 0;
  guint there = i > 0 ? run_at(self, i - 1)->end[other] : 0;
  guint first = start - here + there, last = end - here + there;
  for (guint at = adref_clause_phrases_match_behind(phrases, other, first);
       at < phrases->matches[other]->len; at++) {
    const AdrefPhraseMatch *match = adref_clause_phrases_match(phrases, other, at);
    if (match->start >= last)
      break;
    if (match->class == class || (is_quantity(match->class) && is_quantity(class)))
      mark_changed(self, queue, other, at, *group_of_match(self, from.side, from.at));
  }
}

/* Words of commitment in a row, "should endeavour to", change together. */
static void mark_commitment_before(const AdrefChangeGroups *self, GArray *queue, QueuedMatch from)
{
  if (from.at == 0)
    return;
  const AdrefPhraseMatch *match = adref_clause_phrases_match(self->phrases, from.side, from.at);
  const AdrefPhraseMatch *before = match - 1;
  if (match->class == ADREF_CHANGE_CLASS_STRENGTH && before->class == ADREF_CHANGE_CLASS_STRENGTH &&
      !before->weak && !match->weak &&
      adref_clause_phrases_follows(self->phrases, from.side, match, before))
    mark_changed(self, queue, from.side, from.at - 1, *group_of_match(self, from.side, from.at));
}

static void propagate(const AdrefChangeGroups *self, GArray *queue, QueuedMatch from)
{
  const AdrefPhraseMatch *match = adref_clause_phrases_match(self->phrases, from.side, from.at);
  guint start = match->start, end = match->end, count = count_runs(self);
  for (guint i = run_behind(self, from.side, start); start < end; i++) {
    guint stop = i < count ? MIN(run_at(self, i)->start[from.side], end) : end;
    if (start < stop)
      mark_changed_across(self, queue, from, start, stop, i);
    start = i < count ? MAX(run_at(self, i)->end[from.side], start) : end;
    if (stop == end)
      break;
  }
  mark_commitment_before(self, queue, from);
}

/* At first each run is a group, and no phrase is in one. */
static void reset(AdrefChangeGroups *self)
{
  guint none = G_MAXUINT;
  g_array_set_size(self->of_run, 0);
  for (guint i = 0; i < count_runs(self); i++)
    g_array_append_val(self->of_run, i);
  self->next_run = 0;
  for (guint side = 0; side < 2; side++) {
    g_array_set_size(self->of_match[side], 0);
    for (guint i = 0; i < self->phrases->matches[side]->len; i++)
      g_array_append_val(self->of_match[side], none);
    g_array_set_size(self->changed[side], 0);
    self->next_match[side] = 0;
  }
}

static gint compare_by_group(gconstpointer a, gconstpointer b, gpointer of_match)
{
  guint one = *(const guint *)a, two = *(const guint *)b;
  guint first = g_array_index((GArray *)of_match, guint, one);
  guint second = g_array_index((GArray *)of_match, guint, two);
  return first != second ? (first > second) - (first < second) : (one > two) - (one < two);
}

static void list_changed(const AdrefChangeGroups *self, AdrefTextSide side)
{
  for (guint i = 0; i < self->of_match[side]->len; i++) {
    guint *group = group_of_match(self, side, i);
    if (*group == G_MAXUINT)
      continue;
    *group = find_root(self, *group);
    g_array_append_val(self->changed[side], i);
  }
  g_array_sort_with_data(self->changed[side], compare_by_group, self->of_match[side]);
}

void adref_change_groups_find(AdrefChangeGroups *self)
{
  g_autoptr(GArray) queue = g_array_new(FALSE, FALSE, sizeof(QueuedMatch));
  reset(self);
  join_neighbours(self);
  mark_changed_by_runs(self, queue, ADREF_TEXT_SIDE_OLD);
  mark_changed_by_runs(self, queue, ADREF_TEXT_SIDE_NEW);
  for (guint i = 0; i < queue->len; i++)
    propagate(self, queue, g_array_index(queue, QueuedMatch, i));
  list_changed(self, ADREF_TEXT_SIDE_OLD);
  list_changed(self, ADREF_TEXT_SIDE_NEW);
  for (guint i = 0; i < count_runs(self); i++)
    *group_of_run(self, i) = find_root(self, i);
}

/* One group */

/* How many bytes of a token are outside of the group, at its start or at its end, on one side. */
static guint token_overlap(const AdrefClausePhrases *phrases, const AdrefChangeGroup *group,
                           AdrefTextSide side, gboolean at_end)
{
  guint place = at_end ? group->end[side] : group->start[side];
  guint i = adref_clause_phrases_token_behind(phrases, side, place);
  if (i >= phrases->tokens[side]->len ||
      adref_clause_phrases_token(phrases, side, i)->start >= place)
    return 0;
  return at_end ? adref_clause_phrases_token(phrases, side, i)->end - place
                : place - adref_clause_phrases_token(phrases, side, i)->start;
}

/* Makes the group begin and end with whole words on both sides; the words around it are the same
 * on both. */
static void widen(const AdrefClausePhrases *phrases, AdrefChangeGroup *group)
{
  for (guint round = 0; round < 2; round++)
    for (guint side = 0; side < 2; side++) {
      guint before = MIN(token_overlap(phrases, group, side, FALSE), group->room[0]);
      guint behind = MIN(token_overlap(phrases, group, side, TRUE), group->room[1]);
      for (guint each = 0; each < 2; each++) {
        group->start[each] -= before;
        group->end[each] += behind;
      }
      group->room[0] -= before;
      group->room[1] -= behind;
    }
}

static void find_tokens(const AdrefClausePhrases *phrases, AdrefChangeGroup *group)
{
  for (guint side = 0; side < 2; side++) {
    group->first[side] = adref_clause_phrases_token_behind(phrases, side, group->start[side]);
    guint i = group->first[side];
    while (i < phrases->tokens[side]->len &&
           adref_clause_phrases_token(phrases, side, i)->start < group->end[side])
      i++;
    group->after[side] = i;
  }
}

/* The phrases of the group; groups are read in their order. */
static void take_matches(AdrefChangeGroups *self, AdrefChangeGroup *group)
{
  for (guint side = 0; side < 2; side++) {
    const GArray *changed = self->changed[side];
    guint first = self->next_match[side], at = first;
    while (at < changed->len &&
           *group_of_match(self, side, g_array_index(changed, guint, at)) <= group->number)
      at++;
    group->matches[side] = at > first ? &g_array_index(changed, guint, first) : NULL;
    group->match_count[side] = at - first;
    self->next_match[side] = at;
  }
}

gboolean adref_change_groups_next(AdrefChangeGroups *self, AdrefChangeGroup *group)
{
  const AdrefClauseText *text = self->phrases->text;
  guint first = self->next_run, after = first + 1, count = count_runs(self);
  if (first >= count)
    return FALSE;
  while (after < count && *group_of_run(self, after) == *group_of_run(self, first))
    after++;
  const AdrefChangeRun *from = run_at(self, first), *to = run_at(self, after - 1);
  *group = (AdrefChangeGroup){
      .number = first, .start = {from->start[0], from->start[1]}, .end = {to->end[0], to->end[1]}};
  group->room[0] = from->start[0] - (first > 0 ? (from - 1)->end[0] : 0);
  group->room[1] = (after < count ? (to + 1)->start[0] : (guint)text->words[0]->len) - to->end[0];
  widen(self->phrases, group);
  find_tokens(self->phrases, group);
  take_matches(self, group);
  self->next_run = after;
  return TRUE;
}

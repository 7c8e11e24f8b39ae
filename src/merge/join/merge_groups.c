#include "merge/join/merge_groups.h"

enum {
  MIN_REPEATED = 2 /* words of a phrase that two sides put at different places */
};

static AdrefMergeGroup *group_at(const AdrefMergeGroups *self, guint i)
{
  return &g_array_index(self->groups, AdrefMergeGroup, i);
}

static const AdrefMergeEdit *edit_at(const AdrefMergeGroup *group, guint i)
{
  return &g_array_index(group->edits, AdrefMergeEdit, i);
}

/* --- spans --- */

static void span_clear(gpointer span)
{
  g_array_unref(((AdrefMergeSpan *)span)->sides);
}

/* Whether two spans have the same words. */
static gboolean spans_equal(const AdrefMergeSpan *a, const AdrefMergeSpan *b)
{
  if (a->to - a->from != b->to - b->from)
    return FALSE;
  for (guint i = 0; i < a->to - a->from; i++) {
    const AdrefMergeWord *x = &a->words->words[a->from + i], *y = &b->words->words[b->from + i];
    if (x->id != y->id || x->spaced != y->spaced)
      return FALSE;
  }
  return TRUE;
}

static void add_span(const AdrefMergeGroups *self, AdrefMergeGroup *group, guint side,
                     const AdrefMergeEdit *first, const AdrefMergeEdit *last)
{
  AdrefMergeSpan span = {.words = self->sides[side],
                         .from = first->from - (first->start - group->start),
                         .to = last->to + (group->end - last->end)};
  for (guint i = 0; i < group->spans->len; i++) {
    AdrefMergeSpan *other = &g_array_index(group->spans, AdrefMergeSpan, i);
    if (spans_equal(other, &span)) {
      g_array_append_val(other->sides, side);
      return;
    }
  }
  span.sides = g_array_new(FALSE, FALSE, sizeof(guint));
  g_array_append_val(span.sides, side);
  g_array_append_val(group->spans, span);
}

/* The different results of a group, of the sides that changed it. */
static void find_spans(const AdrefMergeGroups *self, AdrefMergeGroup *group)
{
  g_clear_pointer(&group->spans, g_array_unref);
  group->spans = g_array_new(FALSE, FALSE, sizeof(AdrefMergeSpan));
  g_array_set_clear_func(group->spans, span_clear);
  g_autofree guint *first = g_new0(guint, self->count), *last = g_new0(guint, self->count);
  for (guint i = 0; i < group->edits->len; i++) {
    guint side = edit_at(group, i)->side;
    first[side] = first[side] ? first[side] : i + 1;
    last[side] = i + 1;
  }
  for (guint side = 0; side < self->count; side++)
    if (first[side])
      add_span(self, group, side, edit_at(group, first[side] - 1), edit_at(group, last[side] - 1));
}

gboolean adref_merge_groups_is_bracket(const AdrefMergeGroups *self, const AdrefMergeGroup *group)
{
  return self->all_bracketed || group->spans->len > 1;
}

/* --- clashes --- */

static gboolean is_insertion(const AdrefMergeEdit *edit)
{
  return edit->start == edit->end;
}

/* Notes and comments of several parties stand side by side. */
static gboolean is_notes(const AdrefMergeGroups *self, const AdrefMergeEdit *edit)
{
  const AdrefMergeWord *words = self->sides[edit->side]->words;
  for (guint i = edit->from; i < edit->to; i++)
    if (words[i].node->type != ADREF_NOTE && words[i].node->type != ADREF_COMMENT)
      return FALSE;
  return is_insertion(edit);
}

static gboolean is_capital(const AdrefMergeWord *word)
{
  return word->type == ADREF_TOKEN_WORD &&
         g_unichar_isupper(g_utf8_get_char(word->node->text + word->start));
}

/* Whether an insertion may lengthen a name of the base that the other side changed. */
static gboolean lengthens_name(const AdrefMergeGroups *self, const AdrefMergeEdit *insertion,
                               const AdrefMergeEdit *edit)
{
  const AdrefMergeWord *words = self->sides[insertion->side]->words;
  if (insertion->start == edit->end)
    return is_capital(&words[insertion->to - 1]) && is_capital(&self->base->words[edit->end - 1]);
  return is_capital(&words[insertion->from]) && is_capital(&self->base->words[edit->start]);
}

/* Whether the last word of an edit still stands there: "private" in "public-private". */
static gboolean keeps_last_word(const AdrefMergeGroups *self, const AdrefMergeEdit *edit)
{
  const AdrefMergeWord *words = self->sides[edit->side]->words, *base = self->base->words;
  return edit->from != edit->to && words[edit->to - 1].id == base[edit->end - 1].id;
}

/* Whether new words belong to the word of the base before them, and not to the one behind them: "of
 * trade" behind "ministers". */
static gboolean belongs_to_word_before(const AdrefMergeGroups *self,
                                       const AdrefMergeEdit *insertion)
{
  const AdrefMergeWord *first = &self->sides[insertion->side]->words[insertion->from];
  return self->adjectives_follow || first->small || first->type == ADREF_TOKEN_PUNCTUATION;
}

/* Whether an insertion meets an edit of words: inside of them; or beside a word that is gone, of
 * which it says something. "renewable" of an energy that another side takes out must not become
 * "renewable water". Before words that became others it stays: two sides changed different words.
 */
static gboolean insertion_meets(const AdrefMergeGroups *self, const AdrefMergeEdit *insertion,
                                const AdrefMergeEdit *edit)
{
  guint gap = insertion->start;
  if (gap < edit->start || gap > edit->end)
    return FALSE;
  if ((edit->start < gap && gap < edit->end) || lengthens_name(self, insertion, edit))
    return TRUE;
  if (gap == edit->start)
    return edit->from == edit->to;
  return !keeps_last_word(self, edit) && belongs_to_word_before(self, insertion);
}

static gboolean has_places(const AdrefMergeEdit *edit)
{
  return edit->low != edit->start || edit->high != edit->end;
}

/* Whether an edit that could stand at several places meets another one at any of them. */
static gboolean may_meet(const AdrefMergeEdit *edit, const AdrefMergeEdit *other)
{
  if (!has_places(edit))
    return FALSE;
  if (is_insertion(other))
    return edit->low <= other->start && other->start <= edit->high;
  return MAX(edit->low, other->start) < MIN(edit->high, other->end);
}

/* Whether new words stand at an end of all places where words that repeat may be taken out. Then
 * the equal words at the other end are taken to be gone, and the new words keep those beside them.
 */
static gboolean is_at_end_of_places(const AdrefMergeEdit *insertion, const AdrefMergeEdit *edit)
{
  return is_insertion(insertion) && !has_places(insertion) && edit->from == edit->to &&
         has_places(edit) && (insertion->start == edit->low || insertion->start == edit->high);
}

static gboolean clash(const AdrefMergeGroups *self, const AdrefMergeEdit *a,
                      const AdrefMergeEdit *b)
{
  if (a->side == b->side || (is_notes(self, a) && is_notes(self, b)))
    return FALSE;
  if (is_at_end_of_places(a, b) || is_at_end_of_places(b, a))
    return FALSE;
  if (may_meet(a, b) || may_meet(b, a))
    return TRUE;
  if (is_insertion(a) && is_insertion(b))
    return a->start == b->start;
  if (is_insertion(a))
    return insertion_meets(self, a, b);
  if (is_insertion(b))
    return insertion_meets(self, b, a);
  return MAX(a->start, b->start) < MIN(a->end, b->end);
}

/* --- groups --- */

static void group_clear(gpointer data)
{
  AdrefMergeGroup *group = data;
  g_array_unref(group->edits);
  g_clear_pointer(&group->spans, g_array_unref);
}

static gint compare_edits(gconstpointer a, gconstpointer b)
{
  const AdrefMergeEdit *x = a, *y = b;
  const guint keys[][2] = {
      {x->start, y->start}, {x->end, y->end}, {x->side, y->side}, {x->from, y->from}};
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;
  return 0;
}

static gint compare_groups(gconstpointer a, gconstpointer b)
{
  const AdrefMergeGroup *x = a, *y = b;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->end != y->end ? (x->end < y->end ? -1 : 1) : 0;
}

/* --- formatting --- */

static gboolean has_formatting(const AdrefMergeGroups *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (self->base->words[i].type == ADREF_TOKEN_OPEN ||
        self->base->words[i].type == ADREF_TOKEN_CLOSE)
      return TRUE;
  return FALSE;
}

/* Widens a group until all formatting that begins or ends in it does both. */
static void enclose_formatting(const AdrefMergeGroups *self, AdrefMergeGroup *group)
{
  gboolean widened;
  do {
    guint start = group->start, end = group->end;
    for (guint i = start; i < end; i++) {
      const AdrefMergeWord *word = &self->base->words[i];
      if (word->type == ADREF_TOKEN_OPEN)
        group->end = MAX(group->end, word->pair + 1);
      else if (word->type == ADREF_TOKEN_CLOSE)
        group->start = MIN(group->start, word->pair);
    }
    widened = group->start < start || group->end > end;
  } while (widened);
}

/* --- joining --- */

void adref_merge_groups_join(AdrefMergeGroups *self, guint first, guint last)
{
  AdrefMergeGroup *group = group_at(self, first);
  gboolean formatted = FALSE;
  for (guint i = first + 1; i <= last; i++) {
    const AdrefMergeGroup *other = group_at(self, i);
    formatted = formatted || has_formatting(self, group->end, other->start);
    group->start = MIN(group->start, other->start);
    group->end = MAX(group->end, other->end);
    g_array_append_vals(group->edits, other->edits->data, other->edits->len);
  }
  g_array_sort(group->edits, compare_edits);
  if (last > first)
    g_array_remove_range(self->groups, first + 1, last - first);
  if (formatted)
    enclose_formatting(self, group_at(self, first));
  find_spans(self, group_at(self, first));
}

void adref_merge_groups_widen(AdrefMergeGroups *self, guint i, gboolean left)
{
  AdrefMergeGroup *group = group_at(self, i);
  if (left)
    group->start--;
  else
    group->end++;
  enclose_formatting(self, group);
  find_spans(self, group);
}

static gboolean edits_clash(const AdrefMergeGroups *self, const AdrefMergeGroup *a,
                            const AdrefMergeGroup *b)
{
  for (guint i = 0; i < a->edits->len; i++)
    for (guint j = 0; j < b->edits->len; j++)
      if (clash(self, edit_at(a, i), edit_at(b, j)))
        return TRUE;
  return FALSE;
}

static guint low_of(const AdrefMergeGroup *group)
{
  guint low = group->start;
  for (guint i = 0; i < group->edits->len; i++)
    low = MIN(low, edit_at(group, i)->low);
  return low;
}

static guint high_of(const AdrefMergeGroup *group)
{
  guint high = group->end;
  for (guint i = 0; i < group->edits->len; i++)
    high = MAX(high, edit_at(group, i)->high);
  return high;
}

/* Whether a group is a bracket of the base, which stays a bracket of its own. */
static gboolean is_of_bracket(const AdrefMergeGroups *self, const AdrefMergeGroup *group)
{
  return group->end == group->start + 1 &&
         self->base->words[group->start].node->type == ADREF_BRACKET;
}

static gboolean are_touching_brackets(const AdrefMergeGroups *self, const AdrefMergeGroup *a,
                                      const AdrefMergeGroup *b)
{
  return b->start == a->end && !is_of_bracket(self, a) && !is_of_bracket(self, b) &&
         adref_merge_groups_is_bracket(self, a) && adref_merge_groups_is_bracket(self, b);
}

/* Whether a group has to be joined with the one behind it. */
static gboolean must_join(const AdrefMergeGroups *self, const AdrefMergeGroup *a,
                          const AdrefMergeGroup *b)
{
  gboolean overlap = b->start < a->end && (b->start < b->end || b->start > a->start);
  if (overlap || are_touching_brackets(self, a, b))
    return TRUE;
  return high_of(a) >= low_of(b) && edits_clash(self, a, b);
}

void adref_merge_groups_settle(AdrefMergeGroups *self)
{
  gboolean joined;
  do {
    joined = FALSE;
    g_array_sort(self->groups, compare_groups);
    for (guint i = 0; i + 1 < self->groups->len;)
      if (must_join(self, group_at(self, i), group_at(self, i + 1))) {
        adref_merge_groups_join(self, i, i + 1);
        joined = TRUE;
      } else {
        i++;
      }
  } while (joined);
}

/* --- the same phrase at two places --- */

/* Words without punctuation, after the number of a side; NULL: too few to be a phrase. Caller
 * frees.
 */
static GBytes *phrase_of(const AdrefMergeWords *words, guint from, guint to, guint side)
{
  g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(guint));
  guint count = 0;
  g_array_append_val(ids, side);
  for (guint i = from; i < to; i++) {
    if (words->words[i].type == ADREF_TOKEN_PUNCTUATION)
      continue;
    g_array_append_val(ids, words->words[i].id);
    count += words->words[i].type <= ADREF_TOKEN_NUMBER ? 1 : 0;
  }
  return count < MIN_REPEATED ? NULL : g_bytes_new(ids->data, ids->len * sizeof(guint));
}

/* The phrase that an insertion puts in; NULL: it is no insertion, or too short. */
static GBytes *new_phrase(const AdrefMergeGroups *self, const AdrefMergeEdit *edit, guint side)
{
  return edit->start == edit->end ? phrase_of(self->sides[edit->side], edit->from, edit->to, side)
                                  : NULL;
}

static gboolean has_side(const AdrefMergeGroup *group, guint side)
{
  for (guint i = 0; i < group->edits->len; i++)
    if (edit_at(group, i)->side == side)
      return TRUE;
  return FALSE;
}

static GHashTable *new_phrases(void)
{
  return g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
}

/* The place of the group in which another side puts the same phrase; else records it. */
static gboolean find_repeated(const AdrefMergeGroups *self, GHashTable *phrases, guint group,
                              const AdrefMergeEdit *edit, guint *other)
{
  GBytes *phrase = new_phrase(self, edit, 0);
  if (!phrase)
    return FALSE;
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(phrases, phrase));
  if (place == 0) {
    g_hash_table_insert(phrases, phrase, GUINT_TO_POINTER(group + 1));
    return FALSE;
  }
  g_bytes_unref(phrase);
  *other = place - 1;
  return *other != group && !has_side(group_at(self, *other), edit->side);
}

/* Joins the groups between two places at which sides put one phrase: it must not stand twice. */
static gboolean join_repeated(AdrefMergeGroups *self)
{
  g_autoptr(GHashTable) phrases = new_phrases();
  for (guint i = 0; i < self->groups->len; i++) {
    const AdrefMergeGroup *group = group_at(self, i);
    guint other;
    for (guint j = 0; j < group->edits->len; j++)
      if (find_repeated(self, phrases, i, edit_at(group, j), &other)) {
        adref_merge_groups_join(self, other, i);
        return TRUE;
      }
  }
  return FALSE;
}

/* The group in which a side puts the words that it took from elsewhere. */
static gboolean find_moved(const AdrefMergeGroups *self, GHashTable *phrases, guint group,
                           guint *other)
{
  const AdrefMergeGroup *from = group_at(self, group);
  for (guint i = 0; i < from->edits->len; i++) {
    const AdrefMergeEdit *edit = edit_at(from, i);
    g_autoptr(GBytes) phrase = phrase_of(self->base, edit->start, edit->end, edit->side);
    guint place = phrase ? GPOINTER_TO_UINT(g_hash_table_lookup(phrases, phrase)) : 0;
    *other = place - 1;
    if (place > 0 && *other != group)
      return TRUE;
  }
  return FALSE;
}

/* Joins the two places of a phrase that a side moved, when another side changed the first one: the
 * phrase must not stand at both. */
static gboolean join_moved(AdrefMergeGroups *self)
{
  g_autoptr(GHashTable) phrases = new_phrases();
  for (guint i = 0; i < self->groups->len; i++) {
    const AdrefMergeGroup *group = group_at(self, i);
    for (guint j = 0; j < group->edits->len; j++) {
      GBytes *phrase = new_phrase(self, edit_at(group, j), edit_at(group, j)->side);
      if (phrase)
        g_hash_table_insert(phrases, phrase, GUINT_TO_POINTER(i + 1));
    }
  }
  for (guint i = 0; i < self->groups->len && g_hash_table_size(phrases) > 0; i++) {
    guint other;
    if (group_at(self, i)->spans->len < 2 || !find_moved(self, phrases, i, &other))
      continue;
    adref_merge_groups_join(self, MIN(i, other), MAX(i, other));
    return TRUE;
  }
  return FALSE;
}

/* --- the whole --- */

void adref_merge_groups_init(AdrefMergeGroups *self, GArray *edits)
{
  self->groups = g_array_new(FALSE, FALSE, sizeof(AdrefMergeGroup));
  g_array_set_clear_func(self->groups, group_clear);
  g_array_sort(edits, compare_edits);
  for (guint i = 0; i < edits->len; i++) {
    const AdrefMergeEdit *edit = &g_array_index(edits, AdrefMergeEdit, i);
    AdrefMergeGroup group = {edit->start, edit->end,
                             g_array_new(FALSE, FALSE, sizeof(AdrefMergeEdit)), NULL};
    g_array_append_vals(group.edits, edit, 1);
    find_spans(self, &group);
    g_array_append_val(self->groups, group);
  }
  g_array_unref(edits);
  adref_merge_groups_settle(self);
  while (self->count > 1 && !self->all_bracketed && (join_repeated(self) || join_moved(self)))
    adref_merge_groups_settle(self);
}

void adref_merge_groups_clear(AdrefMergeGroups *self)
{
  g_array_unref(self->groups);
}

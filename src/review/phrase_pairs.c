#include "review/phrase_pairs.h"

#include <string.h>

enum {
  NEAR = 8,     /* how far the same phrase is looked for on the other side */
  LONGEST = 12, /* tokens of a commitment in several phrases */
};

typedef struct {
  AdrefClauseComparer *comparer;
  const AdrefChangeGroup *group;
  const AdrefNode *clause;
} PhrasePairing;

static AdrefPhraseMatch *found_at(const AdrefClauseComparer *self, AdrefTextSide side, guint i)
{
  return &g_array_index(self->found[side], AdrefPhraseMatch, i);
}

/* The lower of two ranks; that of the one that has any. */
static guint lower_rank(guint one, guint two)
{
  return one && two ? MIN(one, two) : MAX(one, two);
}

/* "should" and "endeavour to" in a row are one commitment. */
static gboolean join(AdrefClauseComparer *self, GArray *list, const AdrefPhraseMatch *found)
{
  AdrefPhraseMatch *last =
      list->len > 0 ? &g_array_index(list, AdrefPhraseMatch, list->len - 1) : NULL;
  if (!last || found->class != ADREF_CHANGE_CLASS_STRENGTH || last->after != found->first ||
      last->weak || found->weak || last->doubtful || found->after - last->first > LONGEST)
    return FALSE;
  g_autofree char *key = g_strconcat(last->key, " ", found->key, NULL);
  last->key = g_string_chunk_insert(self->scanner.keys, key);
  last->rank = lower_rank(last->rank, found->rank);
  last->act = lower_rank(last->act, found->act);
  last->after = found->after;
  last->end = found->end;
  return TRUE;
}

static GArray *list_class(const PhrasePairing *pairing, AdrefTextSide side, const GArray *phrases,
                          AdrefChangeClass class)
{
  GArray *list = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch));
  for (guint i = 0; i < phrases->len; i++) {
    const AdrefPhraseMatch *found =
        found_at(pairing->comparer, side, g_array_index(phrases, guint, i));
    if (found->class == class && !join(pairing->comparer, list, found))
      g_array_append_val(list, *found);
  }
  return list;
}

/* "not" is quoted with its word, "cannot". */
static guint quote_start(const AdrefClauseComparer *self, AdrefTextSide side,
                         const AdrefPhraseMatch *found)
{
  guint start = found->start;
  while (start > 0 && g_ascii_isalpha(self->text->words[side]->str[start - 1]))
    start--;
  return start;
}

/* "non" is quoted with its word, "non-binding". */
static guint quote_end(const AdrefClauseComparer *self, AdrefTextSide side,
                       const AdrefPhraseMatch *found)
{
  const char *words = self->text->words[side]->str;
  guint end = found->end;
  if (words[end] == '-' && found->end - found->start == 3 &&
      g_ascii_strncasecmp(words + found->start, "non", 3) == 0)
    for (end++; g_ascii_isalpha(words[end]);)
      end++;
  return end;
}

static char *quote(const PhrasePairing *pairing, AdrefTextSide side, const AdrefPhraseMatch *found)
{
  const AdrefClauseComparer *self = pairing->comparer;
  if (!found)
    return g_strdup("");
  if (found->class == ADREF_CHANGE_CLASS_REFERENCE)
    return adref_reference_targets_quote(self->targets, pairing->clause,
                                         self->text->words[side]->str + found->start,
                                         found->end - found->start, found->key, side);
  return adref_clause_comparer_quote(self, side, quote_start(self, side, found),
                                     quote_end(self, side, found));
}

/* The first phrase that ends behind a place. */
static guint found_behind(const AdrefClauseComparer *self, AdrefTextSide side, guint place)
{
  guint low = 0, high = self->found[side]->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (found_at(self, side, middle)->end <= place)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Marks all phrases that a joined one consists of. */
static void mark_reported(const AdrefClauseComparer *self, AdrefTextSide side,
                          const AdrefPhraseMatch *found)
{
  if (!found)
    return;
  guint i = found_behind(self, side, found->start);
  for (; i < self->found[side]->len && found_at(self, side, i)->start < found->end; i++)
    found_at(self, side, i)->reported = TRUE;
}

static AdrefShift shift_of(const AdrefPhraseMatch *old, const AdrefPhraseMatch *new)
{
  if (!old || !new || old->class != ADREF_CHANGE_CLASS_STRENGTH)
    return ADREF_SHIFT_NONE;
  gboolean rank = old->rank && new->rank && old->rank != new->rank;
  guint before = rank ? old->rank : old->act, after = rank ? new->rank : new->act;
  if (!before || !after || before == after)
    return ADREF_SHIFT_NONE;
  return after < before ? ADREF_SHIFT_WEAKER : ADREF_SHIFT_STRONGER;
}

static gboolean is_reportable(const AdrefPhraseMatch *old, const AdrefPhraseMatch *new)
{
  if (old && new)
    return !old->doubtful || !new->doubtful;
  const AdrefPhraseMatch *only = old ? old : new;
  return !only->weak && !only->doubtful;
}

static void report(PhrasePairing *pairing, const AdrefPhraseMatch *old, const AdrefPhraseMatch *new)
{
  AdrefClauseComparer *self = pairing->comparer;
  if (!is_reportable(old, new))
    return;
  mark_reported(self, ADREF_TEXT_SIDE_OLD, old);
  mark_reported(self, ADREF_TEXT_SIDE_NEW, new);
  if (old && new && old->class == ADREF_CHANGE_CLASS_REFERENCE &&
      adref_reference_targets_same(self->targets, pairing->clause, old->key, new->key))
    return;
  const AdrefChangeGroup *group = pairing->group;
  guint place = new ? new->start : old->start - group->start[0] + group->start[1];
  adref_clause_comparer_report(self, (old ? old : new)->class, group->number, place,
                               quote(pairing, ADREF_TEXT_SIDE_OLD, old),
                               quote(pairing, ADREF_TEXT_SIDE_NEW, new));
  AdrefPlacedFinding *last =
      &g_array_index(self->reported, AdrefPlacedFinding, self->reported->len - 1);
  last->finding->shift = shift_of(old, new);
}

static const AdrefPhraseMatch *item(const GArray *list, guint i, guint end)
{
  return i < end ? &g_array_index(list, AdrefPhraseMatch, i) : NULL;
}

static void report_range(PhrasePairing *pairing, GArray *lists[2], const guint from[2],
                         const guint to[2])
{
  for (guint i = from[0], j = from[1]; i < to[0] || j < to[1]; i++, j++)
    report(pairing, item(lists[0], i, to[0]), item(lists[1], j, to[1]));
}

/* The next two phrases, not far from each other, that mean the same. */
static gboolean find_same(GArray *lists[2], const guint from[2], guint same[2])
{
  for (guint distance = 0; distance <= 2 * NEAR; distance++)
    for (guint i = 0; i <= distance; i++) {
      const AdrefPhraseMatch *old = item(lists[0], from[0] + i, lists[0]->len);
      const AdrefPhraseMatch *new = item(lists[1], from[1] + distance - i, lists[1]->len);
      if (old && new &&strcmp(old->key, new->key) == 0) {
        same[0] = from[0] + i;
        same[1] = from[1] + distance - i;
        return TRUE;
      }
    }
  return FALSE;
}

static void pair(PhrasePairing *pairing, GArray *lists[2])
{
  guint from[2] = {0, 0};
  while (from[0] < lists[0]->len || from[1] < lists[1]->len) {
    guint same[2] = {lists[0]->len, lists[1]->len};
    if (!find_same(lists, from, same)) {
      same[0] = MIN(from[0] + NEAR, lists[0]->len);
      same[1] = MIN(from[1] + NEAR, lists[1]->len);
      report_range(pairing, lists, from, same);
      from[0] = same[0];
      from[1] = same[1];
      continue;
    }
    report_range(pairing, lists, from, same);
    from[0] = same[0] + 1;
    from[1] = same[1] + 1;
  }
}

void adref_phrase_pairs_report(AdrefClauseComparer *self, const AdrefChangeGroup *group,
                               const AdrefNode *clause, GArray *phrases[2])
{
  PhrasePairing pairing = {self, group, clause};
  guint classes = 0;
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < phrases[side]->len; i++)
      classes |= 1U << found_at(self, side, g_array_index(phrases[side], guint, i))->class;
  for (AdrefChangeClass class = ADREF_CHANGE_CLASS_STRENGTH; class <= ADREF_CHANGE_CLASS_REFERENCE;
       class ++) {
    if (!(classes & 1U << class))
      continue;
    GArray *lists[2] = {list_class(&pairing, ADREF_TEXT_SIDE_OLD, phrases[0], class),
                        list_class(&pairing, ADREF_TEXT_SIDE_NEW, phrases[1], class)};
    pair(&pairing, lists);
    g_array_unref(lists[0]);
    g_array_unref(lists[1]);
  }
}

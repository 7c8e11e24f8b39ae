#include "review/change/phrase_pairs.h"

#include <string.h>

#include "review/change/finding_list.h"

enum {
  NEAR = 8, /* how many phrases ahead, on each side, a phrase with the same meaning is looked for */
  LONGEST = 12, /* tokens of a commitment in several phrases */
};

/* The phrases of one group while they are paired. */
typedef struct {
  const AdrefClausePhrases *clause;
  AdrefReferenceTargets *targets;
  const AdrefChangeGroup *group;
  GStringChunk *keys; /* of joined phrases; NULL: none yet */
  GByteArray *const *reported;
  GArray *findings;
} PhrasePairing;

/* The lower of two ranks, where 0 is none. */
static guint lower_rank(guint one, guint two)
{
  return one && two ? MIN(one, two) : MAX(one, two);
}

static const char *join_keys(PhrasePairing *self, const char *first, const char *second)
{
  if (!self->keys)
    self->keys = g_string_chunk_new(128);
  g_autofree char *key = g_strconcat(first, " ", second, NULL);
  return g_string_chunk_insert(self->keys, key);
}

/* "should" and "endeavour to" in a row are one commitment. */
static gboolean join(PhrasePairing *self, AdrefTextSide side, GArray *list,
                     const AdrefPhraseMatch *match)
{
  AdrefPhraseMatch *last =
      list->len > 0 ? &g_array_index(list, AdrefPhraseMatch, list->len - 1) : NULL;
  if (!last || match->class != ADREF_CHANGE_CLASS_STRENGTH || last->weak || match->weak ||
      last->doubtful || match->after - last->first > LONGEST ||
      !adref_clause_phrases_follows(self->clause, side, match, last))
    return FALSE;
  last->key = join_keys(self, last->key, match->key);
  last->rank = lower_rank(last->rank, match->rank);
  last->act = lower_rank(last->act, match->act);
  last->after = match->after;
  last->end = match->end;
  return TRUE;
}

/* A phrase of the group. */
static const AdrefPhraseMatch *match_at(const PhrasePairing *self, AdrefTextSide side, guint i)
{
  return adref_clause_phrases_match(self->clause, side, self->group->matches[side][i]);
}

static GArray *list_class(PhrasePairing *self, AdrefTextSide side, AdrefChangeClass class)
{
  GArray *list = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch));
  for (guint i = 0; i < self->group->match_count[side]; i++) {
    const AdrefPhraseMatch *match = match_at(self, side, i);
    if (match->class == class && !join(self, side, list, match))
      g_array_append_val(list, *match);
  }
  return list;
}

/* "not" is quoted with its word, "cannot". */
static guint quote_start(const char *words, const AdrefPhraseMatch *match)
{
  guint start = match->start;
  while (start > 0 && g_ascii_isalpha(words[start - 1]))
    start--;
  return start;
}

/* "non" is quoted with its word, "non-binding". */
static guint quote_end(const char *words, const AdrefPhraseMatch *match)
{
  guint end = match->end;
  if (words[end] == '-' && match->end - match->start == 3 &&
      g_ascii_strncasecmp(words + match->start, "non", 3) == 0)
    for (end++; g_ascii_isalpha(words[end]);)
      end++;
  return end;
}

static char *quote(const PhrasePairing *self, AdrefTextSide side, const AdrefPhraseMatch *match)
{
  if (!match)
    return g_strdup("");
  const char *words = self->clause->text->words[side]->str;
  if (match->class == ADREF_CHANGE_CLASS_REFERENCE)
    return adref_reference_targets_quote(self->targets, self->clause->clause, words + match->start,
                                         match->end - match->start, match->key, side);
  return adref_clause_phrases_quote(self->clause, side, quote_start(words, match),
                                    quote_end(words, match));
}

/* Marks all phrases that a joined one consists of. */
static void mark_reported(const PhrasePairing *self, AdrefTextSide side,
                          const AdrefPhraseMatch *match)
{
  if (!match)
    return;
  guint count = self->clause->matches[side]->len;
  guint i = adref_clause_phrases_match_behind(self->clause, side, match->start);
  for (; i < count && adref_clause_phrases_match(self->clause, side, i)->start < match->end; i++)
    self->reported[side]->data[i] = TRUE;
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

static void report(PhrasePairing *self, const AdrefPhraseMatch *old, const AdrefPhraseMatch *new)
{
  if (!is_reportable(old, new))
    return;
  mark_reported(self, ADREF_TEXT_SIDE_OLD, old);
  mark_reported(self, ADREF_TEXT_SIDE_NEW, new);
  if (old && new && old->class == ADREF_CHANGE_CLASS_REFERENCE &&
      adref_reference_targets_same(self->targets, self->clause->clause, old->key, new->key))
    return;
  const AdrefChangeGroup *group = self->group;
  guint place = new ? new->start : old->start - group->start[0] + group->start[1];
  AdrefFinding *finding = adref_finding_list_add(
      self->findings, (old ? old : new)->class, group->number, place,
      quote(self, ADREF_TEXT_SIDE_OLD, old), quote(self, ADREF_TEXT_SIDE_NEW, new));
  finding->shift = shift_of(old, new);
  if (!new) /* words that went */
    adref_finding_list_last_placed(self->findings)->at = MIN(place, group->end[1]);
}

static const AdrefPhraseMatch *item(const GArray *list, guint i, guint end)
{
  return i < end ? &g_array_index(list, AdrefPhraseMatch, i) : NULL;
}

static void report_range(PhrasePairing *self, GArray *lists[2], const guint from[2],
                         const guint to[2])
{
  for (guint i = from[0], j = from[1]; i < to[0] || j < to[1]; i++, j++)
    report(self, item(lists[0], i, to[0]), item(lists[1], j, to[1]));
}

/* The next two phrases with the same meaning, at most 2 * NEAR phrases ahead. */
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

static void pair(PhrasePairing *self, GArray *lists[2])
{
  guint from[2] = {0, 0};
  while (from[0] < lists[0]->len || from[1] < lists[1]->len) {
    guint same[2] = {lists[0]->len, lists[1]->len};
    if (!find_same(lists, from, same)) {
      same[0] = MIN(from[0] + NEAR, lists[0]->len);
      same[1] = MIN(from[1] + NEAR, lists[1]->len);
      report_range(self, lists, from, same);
      from[0] = same[0];
      from[1] = same[1];
      continue;
    }
    report_range(self, lists, from, same);
    from[0] = same[0] + 1;
    from[1] = same[1] + 1;
  }
}

static guint classes_of(const PhrasePairing *self)
{
  guint classes = 0;
  for (AdrefTextSide side = ADREF_TEXT_SIDE_OLD; side <= ADREF_TEXT_SIDE_NEW; side++)
    for (guint i = 0; i < self->group->match_count[side]; i++)
      classes |= 1U << match_at(self, side, i)->class;
  return classes;
}

void adref_phrase_pairs_report(const AdrefClausePhrases *phrases, AdrefReferenceTargets *targets,
                               const AdrefChangeGroup *group, GByteArray *const reported[2],
                               GArray *findings)
{
  PhrasePairing pairing = {phrases, targets, group, NULL, reported, findings};
  guint classes = classes_of(&pairing);
  for (AdrefChangeClass class = ADREF_CHANGE_CLASS_STRENGTH; class <= ADREF_CHANGE_CLASS_REFERENCE;
       class ++) {
    if (!(classes & 1U << class))
      continue;
    GArray *lists[2] = {list_class(&pairing, ADREF_TEXT_SIDE_OLD, class),
                        list_class(&pairing, ADREF_TEXT_SIDE_NEW, class)};
    pair(&pairing, lists);
    g_array_unref(lists[0]);
    g_array_unref(lists[1]);
  }
  g_clear_pointer(&pairing.keys, g_string_chunk_free);
}

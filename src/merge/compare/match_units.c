#include "merge/compare/match_units.h"

#include <string.h>

#include "merge/compare/match_units_private.h"

enum {
  BUCKETS = 1 << 16,  /* entries of the tables that shared words are counted in */
  MIN_MOVED = 5,      /* words that a unit needs to be matched at another place */
  MIN_WEIGHT = 24,    /* bytes that a unit needs to be matched at another place by its content */
  SMALL_GAP = 400,    /* the most pairs of units that are all compared */
  SKETCH = 16,        /* pairs of neighbouring words that a unit is looked up by */
  MAX_HOLDERS = 8,    /* units that each of these leads to */
  MAX_CANDIDATES = 12 /* comparisons of one old unit outside of a small gap */
};

static const gdouble min_similarity_alone = 0.2, min_similarity_in_place = 0.34,
                     min_similarity_moved = 0.5, min_similarity_certain = 0.6,
                     in_place_bonus = 0.15;

/* The tables are made when words are counted first: in most comparisons none are. */
struct AdrefUnitMatcher {
  guint16 *words, *bigrams; /* NULL until then; one block */
};

/* Two units that may match. */
typedef struct {
  gdouble similarity;
  guint old, new;
} Candidate;

AdrefUnitMatcher *adref_unit_matcher_new(void)
{
  return g_new0(AdrefUnitMatcher, 1);
}

void adref_unit_matcher_free(AdrefUnitMatcher *matcher)
{
  g_free(matcher->words);
  g_free(matcher);
}

/* --- similarity --- */

static guint32 hash_bits(guint32 value)
{
  value = (value ^ (value >> 16)) * 0x7FEB352Du;
  value = (value ^ (value >> 15)) * 0x846CA68Bu;
  return value ^ (value >> 16);
}

AdrefWordBag *adref_word_bag_new(const guint *ids, guint length)
{
  AdrefWordBag *bag = g_malloc(sizeof *bag + length * (sizeof *bag->bigrams + sizeof *bag->words));
  bag->length = length;
  bag->bigrams = (guint32 *)(bag + 1);
  bag->words = (guint16 *)(bag->bigrams + length);
  for (guint i = 0; i < length; i++) {
    guint next = i + 1 < length ? ids[i + 1] : 0;
    bag->words[i] = (guint16)hash_bits(ids[i]);
    bag->bigrams[i] = hash_bits(ids[i] * 0x9E3779B1u + next);
  }
  return bag;
}

void adref_word_bag_free(AdrefWordBag *bag)
{
  g_free(bag);
}

void adref_match_units_clear(AdrefMatchUnits units)
{
  for (guint i = 0; i < units.length; i++)
    adref_word_bag_free(units.units[i].bag);
  g_free((gpointer)(guintptr)units.units);
}

guint adref_word_bag_pairs(const AdrefWordBag *bag)
{
  return bag->length > 0 ? bag->length - 1 : 0;
}

void adref_word_bag_count(AdrefUnitMatcher *self, const AdrefWordBag *bag)
{
  if (!self->words) {
    self->words = g_new0(guint16, 2 * BUCKETS);
    self->bigrams = self->words + BUCKETS;
  }
  for (guint i = 0; i < bag->length; i++)
    self->words[bag->words[i]]++;
  for (guint i = 0; i < adref_word_bag_pairs(bag); i++)
    self->bigrams[(guint16)bag->bigrams[i]]++;
}

static guint decrement(guint16 *left)
{
  guint any = *left > 0 ? 1 : 0;
  *left = (guint16)(*left - any);
  return any;
}

AdrefSharedWords adref_word_bag_take_shared(AdrefUnitMatcher *self, const AdrefWordBag *bag)
{
  AdrefSharedWords shared = {0};
  for (guint i = 0; i < bag->length; i++)
    shared.words += decrement(&self->words[bag->words[i]]);
  for (guint i = 0; i < adref_word_bag_pairs(bag); i++)
    shared.bigrams += decrement(&self->bigrams[(guint16)bag->bigrams[i]]);
  return shared;
}

void adref_word_bag_reset(AdrefUnitMatcher *self, const AdrefWordBag *bag)
{
  for (guint i = 0; i < bag->length; i++)
    self->words[bag->words[i]] = 0;
  for (guint i = 0; i < adref_word_bag_pairs(bag); i++)
    self->bigrams[(guint16)bag->bigrams[i]] = 0;
}

static AdrefSharedWords shared_by(AdrefUnitMatcher *self, const AdrefWordBag *first,
                                  const AdrefWordBag *second)
{
  adref_word_bag_count(self, first);
  AdrefSharedWords shared = adref_word_bag_take_shared(self, second);
  adref_word_bag_reset(self, first);
  return shared;
}

static gdouble similarity(AdrefUnitMatcher *self, const AdrefMatchUnit *old,
                          const AdrefMatchUnit *new)
{
  guint words = old->bag->length + new->bag->length;
  if (words == 0)
    return 0;
  AdrefSharedWords shared = shared_by(self, old->bag, new->bag);
  gdouble alike = 2.0 * shared.words / words;
  if (MIN(old->bag->length, new->bag->length) < ADREF_MATCH_FEW_WORDS)
    return 0.9 * alike;
  return 0.4 * alike + 0.6 * 2.0 * shared.bigrams / (words - 2);
}

/* --- the same content --- */

static void align_same(AdrefAligner *aligner, AdrefMatchUnits old, AdrefMatchUnits new,
                       const guint8 *taken, guint *matches)
{
  g_autofree AdrefElement *before = g_new(AdrefElement, old.length + 1);
  g_autofree AdrefElement *after = g_new(AdrefElement, new.length + 1);
  g_autofree guint *old_places = g_new(guint, old.length + 1);
  g_autofree guint *new_places = g_new(guint, new.length + 1);
  g_autofree guint *found = g_new(guint, old.length + 1);
  guint olds = 0, news = 0;
  for (guint i = 0; i < old.length; i++)
    if (matches[i] == ADREF_NO_MATCH) {
      old_places[olds] = i;
      before[olds++] = (AdrefElement){old.units[i].content, ADREF_ELEMENT_WORD};
    }
  for (guint j = 0; j < new.length; j++)
    if (!taken[j]) {
      new_places[news] = j;
      after[news++] = (AdrefElement){new.units[j].content, ADREF_ELEMENT_WORD};
    }
  adref_align_sequences(aligner, (AdrefSequence){before, olds}, (AdrefSequence){after, news},
                        found);
  for (guint i = 0; i < olds; i++)
    if (found[i] != ADREF_NO_MATCH)
      matches[old_places[i]] = new_places[found[i]];
}

/* By new unit: whether it has a match. Caller frees. */
static guint8 *taken_units(const guint *matches, guint length, guint news)
{
  guint8 *taken = g_new0(guint8, news + 1);
  for (guint i = 0; i < length; i++)
    if (matches[i] != ADREF_NO_MATCH)
      taken[matches[i]] = TRUE;
  return taken;
}

/* Matches equal contents at any place: the first one with the first one. */
static void match_moved(AdrefMatchUnits old, AdrefMatchUnits new, guint *matches)
{
  g_autofree guint8 *taken = taken_units(matches, old.length, new.length);
  g_autoptr(GHashTable) places = g_hash_table_new(g_direct_hash, g_direct_equal);
  g_autofree guint *later = g_new(guint, new.length + 1);
  for (guint j = new.length; j-- > 0;) {
    if (taken[j])
      continue;
    gpointer content = GUINT_TO_POINTER(new.units[j].content + 1);
    later[j] = GPOINTER_TO_UINT(g_hash_table_lookup(places, content));
    g_hash_table_insert(places, content, GUINT_TO_POINTER(j + 1));
  }
  for (guint i = 0; i < old.length; i++) {
    if (matches[i] != ADREF_NO_MATCH || old.units[i].weight < MIN_WEIGHT)
      continue;
    gpointer content = GUINT_TO_POINTER(old.units[i].content + 1);
    guint place = GPOINTER_TO_UINT(g_hash_table_lookup(places, content));
    if (place == 0)
      continue;
    matches[i] = place - 1;
    g_hash_table_insert(places, content, GUINT_TO_POINTER(later[place - 1]));
  }
}

void adref_match_units_identical(AdrefAligner *aligner, AdrefMatchUnits old, AdrefMatchUnits new,
                                 gboolean moves, guint *matches)
{
  g_autofree guint8 *taken = taken_units(matches, old.length, new.length);
  align_same(aligner, old, new, taken, matches);
  if (moves)
    match_moved(old, new, matches);
}

/* --- similar content --- */

typedef struct {
  AdrefUnitMatcher *matcher;
  AdrefMatchUnits old, new;
  const guint *matches;
  guint8 *taken;
  guint *old_gaps, *new_gaps; /* by unit: the gap between matches in order that it is in */
  GArray *candidates;
  gboolean moves;
  gdouble least; /* the similarity that units in their place need */
} SimilaritySearch;

static void consider(SimilaritySearch *self, guint i, guint j)
{
  const AdrefMatchUnit *old = self->old.units + i, *new = self->new.units + j;
  gboolean in_place = self->old_gaps[i] == self->new_gaps[j];
  if (old->kind != new->kind || (!in_place && !self->moves))
    return;
  if (!in_place && MIN(old->bag->length, new->bag->length) < MIN_MOVED)
    return;
  gdouble similarity_found = similarity(self->matcher, old, new);
  if (similarity_found < (in_place ? self->least : min_similarity_moved))
    return;
  Candidate candidate = {similarity_found + (in_place ? in_place_bonus : 0), i, j};
  g_array_append_val(self->candidates, candidate);
}

/* Numbers the gaps between matches that do not cross. */
static void number_gaps(SimilaritySearch *self)
{
  g_autofree guint *ordered = g_memdup2(self->matches, sizeof(guint) * self->old.length);
  g_autofree guint *weights = g_new(guint, self->old.length + 1);
  for (guint i = 0; i < self->old.length; i++)
    weights[i] = self->old.units[i].weight + 1;
  adref_keep_increasing_matches(ordered, self->old.length, weights);
  guint gap = 0, place = 0;
  for (guint i = 0; i < self->old.length; i++) {
    self->old_gaps[i] = gap;
    if (ordered[i] == ADREF_NO_MATCH)
      continue;
    for (; place <= ordered[i]; place++)
      self->new_gaps[place] = gap;
    gap++;
  }
  for (; place < self->new.length; place++)
    self->new_gaps[place] = gap;
}

/* The places of units without a match. */
static GArray *free_units(const SimilaritySearch *self, gboolean old)
{
  GArray *units = g_array_new(FALSE, FALSE, sizeof(guint));
  guint length = old ? self->old.length : self->new.length;
  for (guint i = 0; i < length; i++)
    if (old ? self->matches[i] == ADREF_NO_MATCH : !self->taken[i])
      g_array_append_val(units, i);
  return units;
}

/* The end of the units of one gap that begin at `from`. */
static guint gap_end(const GArray *units, const guint *gaps, guint from)
{
  guint end = from, gap = gaps[g_array_index(units, guint, from)];
  while (end < units->len && gaps[g_array_index(units, guint, end)] == gap)
    end++;
  return end;
}

/* Compares all pairs of a small gap; of a large gap, the pairs at about the same place. Where one
 * unit is alone against one, less similarity is needed. */
static void compare_gap(SimilaritySearch *self, const guint *olds, guint old_count,
                        const guint *news, guint new_count)
{
  gdouble least = self->least;
  if (old_count == 1 && new_count == 1 && least < min_similarity_certain)
    self->least = min_similarity_alone;
  if ((guint64)old_count * new_count <= SMALL_GAP) {
    for (guint i = 0; i < old_count; i++)
      for (guint j = 0; j < new_count; j++)
        consider(self, olds[i], news[j]);
    self->least = least;
    return;
  }
  for (guint i = 0; i < MIN(old_count, new_count); i++) {
    consider(self, olds[i], news[i]);
    if (old_count != new_count)
      consider(self, olds[old_count - 1 - i], news[new_count - 1 - i]);
  }
}

static void compare_gaps(SimilaritySearch *self, const GArray *olds, const GArray *news)
{
  const guint *old = (const guint *)(gconstpointer)olds->data;
  const guint *new = (const guint *)(gconstpointer)news->data;
  for (guint i = 0, j = 0; i < olds->len && j < news->len;) {
    guint old_gap = self->old_gaps[old[i]], new_gap = self->new_gaps[new[j]];
    guint old_end = gap_end(olds, self->old_gaps, i), new_end = gap_end(news, self->new_gaps, j);
    if (old_gap == new_gap)
      compare_gap(self, old + i, old_end - i, new + j, new_end - j);
    i = old_gap <= new_gap ? old_end : i;
    j = new_gap <= old_gap ? new_end : j;
  }
}

/* The smallest hashes of the word pairs of a unit: two units that share many pairs share some of
 * these. Returns how many there are. */
static guint sketch(const AdrefWordBag *bag, guint32 *least)
{
  guint length = 0;
  for (guint i = 0; i < adref_word_bag_pairs(bag); i++) {
    guint32 bigram = bag->bigrams[i];
    guint at = length;
    if (length == SKETCH && bigram >= least[SKETCH - 1])
      continue;
    while (at > 0 && least[at - 1] > bigram)
      at--;
    if (at > 0 && least[at - 1] == bigram)
      continue;
    guint kept = MIN(length, SKETCH - 1) - at;
    memmove(least + at + 1, least + at, kept * sizeof *least);
    least[at] = bigram;
    length = MIN(length + 1, SKETCH);
  }
  return length;
}

static GHashTable *index_units(const SimilaritySearch *self, const GArray *news)
{
  GHashTable *holders =
      g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, (GDestroyNotify)g_array_unref);
  guint32 least[SKETCH];
  for (guint j = 0; j < news->len; j++) {
    guint place = g_array_index(news, guint, j);
    guint length = sketch(self->new.units[place].bag, least);
    for (guint k = 0; k < length; k++) {
      GArray *units = g_hash_table_lookup(holders, GUINT_TO_POINTER(least[k]));
      if (!units) {
        units = g_array_new(FALSE, FALSE, sizeof(guint));
        g_hash_table_insert(holders, GUINT_TO_POINTER(least[k]), units);
      }
      if (units->len < MAX_HOLDERS)
        g_array_append_val(units, place);
    }
  }
  return holders;
}

static void find_candidates(SimilaritySearch *self, GHashTable *holders, guint place, guint *seen)
{
  guint32 least[SKETCH];
  guint length = sketch(self->old.units[place].bag, least), found = 0;
  for (guint k = 0; k < length; k++) {
    const GArray *units = g_hash_table_lookup(holders, GUINT_TO_POINTER(least[k]));
    for (guint u = 0; units && u < units->len && found < MAX_CANDIDATES; u++) {
      guint other = g_array_index(units, guint, u);
      if (seen[other] == place + 1)
        continue;
      seen[other] = place + 1;
      consider(self, place, other);
      found++;
    }
  }
}

static void compare_anywhere(SimilaritySearch *self, const GArray *olds, const GArray *news)
{
  g_autoptr(GHashTable) holders = index_units(self, news);
  g_autofree guint *seen = g_new0(guint, self->new.length + 1);
  for (guint i = 0; i < olds->len; i++)
    find_candidates(self, holders, g_array_index(olds, guint, i), seen);
}

static gint compare_candidates(gconstpointer a, gconstpointer b)
{
  const Candidate *first = a, *second = b;
  if (first->similarity != second->similarity)
    return first->similarity > second->similarity ? -1 : 1;
  if (first->old != second->old)
    return first->old < second->old ? -1 : 1;
  return first->new < second->new ? -1 : first->new > second->new;
}

/* The most similar pairs first. */
static void choose(SimilaritySearch *self, guint *matches)
{
  g_array_sort(self->candidates, compare_candidates);
  for (guint i = 0; i < self->candidates->len; i++) {
    const Candidate *candidate = &g_array_index(self->candidates, Candidate, i);
    if (matches[candidate->old] != ADREF_NO_MATCH || self->taken[candidate->new])
      continue;
    matches[candidate->old] = candidate->new;
    self->taken[candidate->new] = TRUE;
  }
}

static void compare_and_choose(SimilaritySearch *self, gboolean anywhere, guint *matches)
{
  g_autoptr(GArray) olds = free_units(self, TRUE), news = free_units(self, FALSE);
  if (olds->len == 0 || news->len == 0)
    return;
  g_array_set_size(self->candidates, 0);
  compare_gaps(self, olds, news);
  if (anywhere && (self->moves || (guint64)olds->len * news->len > SMALL_GAP))
    compare_anywhere(self, olds, news);
  choose(self, matches);
}

/* Units that are surely the same and in their place are matched first, for most units are. */
void adref_match_units_similar(AdrefUnitMatcher *matcher, AdrefMatchUnits old, AdrefMatchUnits new,
                               gboolean moves, guint *matches)
{
  SimilaritySearch search = {
      .matcher = matcher, .old = old, .new = new, .matches = matches, .moves = moves};
  search.taken = taken_units(matches, old.length, new.length);
  search.old_gaps = g_new(guint, old.length + 1);
  search.new_gaps = g_new(guint, new.length + 1);
  search.candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
  number_gaps(&search);
  search.least = min_similarity_certain;
  compare_and_choose(&search, FALSE, matches);
  search.least = min_similarity_in_place;
  compare_and_choose(&search, TRUE, matches);
  g_array_unref(search.candidates);
  g_free(search.taken);
  g_free(search.old_gaps);
  g_free(search.new_gaps);
}

/* --- short units at other places --- */

static gboolean are_short_and_alike(AdrefUnitMatcher *self, const AdrefMatchUnit *old,
                                    const AdrefMatchUnit *new)
{
  guint most = MAX(old->bag->length, new->bag->length),
        least = MIN(old->bag->length, new->bag->length);
  return old->kind == new->kind &&least > 1 && least < MIN_MOVED &&most <= 2 * least &&
         3 * shared_by(self, old->bag, new->bag).words >= 2 * most;
}

void adref_match_units_short(AdrefUnitMatcher *matcher, AdrefMatchUnits old, AdrefMatchUnits new,
                             guint *matches, guint8 *doubtful)
{
  SimilaritySearch search = {.old = old, .new = new, .matches = matches};
  search.taken = taken_units(matches, old.length, new.length);
  g_autoptr(GArray) olds = free_units(&search, TRUE), news = free_units(&search, FALSE);
  g_autofree guint *only = g_new0(guint, old.length + 1); /* place + 1 of the one that is alike */
  g_autofree guint *holders = g_new0(guint, new.length + 1); /* how many are like it */
  gboolean is_small = (guint64)olds->len * news->len <= SMALL_GAP;
  for (guint a = 0; a < olds->len && is_small; a++)
    for (guint b = 0; b < news->len; b++) {
      guint i = g_array_index(olds, guint, a), j = g_array_index(news, guint, b);
      if (!are_short_and_alike(matcher, old.units + i, new.units + j))
        continue;
      only[i] = only[i] == 0 ? j + 1 : G_MAXUINT;
      holders[j]++;
    }
  for (guint i = 0; i < old.length; i++)
    if (only[i] != 0 && only[i] != G_MAXUINT && holders[only[i] - 1] == 1) {
      matches[i] = only[i] - 1;
      doubtful[i] = TRUE;
    }
  g_free(search.taken);
}

guint adref_match_units_end_of_parts(const guint *wholes, guint length, guint at, guint whole)
{
  guint end = at + 1;
  while (end < length && wholes[end] == whole)
    end++;
  return end;
}

void adref_matches_invert(const guint *matches, guint length, guint *inverse, guint with_length)
{
  for (guint j = 0; j < with_length; j++)
    inverse[j] = ADREF_NO_MATCH;
  for (guint i = 0; i < length; i++)
    if (matches[i] != ADREF_NO_MATCH)
      inverse[matches[i]] = i;
}

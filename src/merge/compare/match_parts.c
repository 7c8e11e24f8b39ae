#include <string.h>

#include "merge/compare/match_units_private.h"

enum {
  MAX_SEEDED = 4, /* units without a match before a whole that are tried as its first part */
  MIN_PART = 3,   /* words that a part needs */
  MIN_PARTS = 4   /* words that several parts of few words need together */
};

static const gdouble min_part_share = 0.6, min_share_held = 0.9, min_share_of_parts = 0.8,
                     min_share_of_seed = 0.8;

/* Which share of a part is in the whole and not in the other part, from 0 to 1. */
static gdouble share_of_rest(AdrefUnitMatcher *self, const AdrefMatchUnit *part,
                             const AdrefMatchUnit *whole, const AdrefMatchUnit *other)
{
  adref_word_bag_count(self, whole->bag);
  adref_word_bag_take_shared(self, other->bag);
  AdrefSharedWords shared = adref_word_bag_take_shared(self, part->bag);
  adref_word_bag_reset(self, whole->bag);
  gdouble pairs = (gdouble)shared.bigrams / adref_word_bag_pairs(part->bag);
  gdouble words = (gdouble)shared.words / part->bag->length;
  gboolean is_short = part->bag->length < ADREF_MATCH_FEW_WORDS &&
                      (part->bag->length > MIN_PART || shared.bigrams > 0);
  return is_short ? MAX(pairs, 0.9 * words - 0.1) : pairs;
}

/* Whether the words of a bag are those that another one begins (or ends) with. At the end, the
 * first of several words may be another one: it has a capital letter where it begins a block. */
static gboolean is_edge(const AdrefWordBag *bag, const AdrefWordBag *of, gboolean first)
{
  if (bag->length == 0 || bag->length > of->length)
    return FALSE;
  guint passed = !first && bag->length >= MIN_PART ? 1 : 0;
  const guint16 *words = of->words + (first ? 0 : of->length - bag->length) + passed;
  return memcmp(words, bag->words + passed, (bag->length - passed) * sizeof *words) == 0;
}

/* A part of few words, such as a lead-in: the whole begins or ends with it, and the match of the
 * whole, which stands behind or before it, does not. */
static gboolean is_short_part(const AdrefWordBag *whole, const AdrefWordBag *part,
                              const AdrefWordBag *match, gboolean first)
{
  return part->length < ADREF_MATCH_FEW_WORDS && part->length < whole->length &&
         is_edge(part, whole, first) && !is_edge(part, match, first);
}

static gboolean is_part(AdrefUnitMatcher *matcher, AdrefMatchUnits wholes, AdrefMatchUnits parts,
                        guint i, guint j, guint other)
{
  const AdrefMatchUnit *whole = wholes.units + i, *part = parts.units + j,
                       *match = parts.units + other;
  if (whole->kind != part->kind || !whole->bag || !part->bag || !match->bag)
    return FALSE;
  return is_short_part(whole->bag, part->bag, match->bag, j < other) ||
         (part->bag->length >= MIN_PART &&
          share_of_rest(matcher, part, whole, match) >= min_part_share);
}

/* Whether the part holds all of the whole `next`, which has no match: it is that one, and words of
 * another went to it. */
static gboolean holds_next(AdrefUnitMatcher *self, AdrefMatchUnits wholes, AdrefMatchUnits parts,
                           const guint *matches, guint next, guint j)
{
  if (next >= wholes.length || matches[next] != ADREF_NO_MATCH)
    return FALSE;
  const AdrefMatchUnit *whole = wholes.units + next, *part = parts.units + j;
  if (whole->kind != part->kind || !whole->bag || !part->bag ||
      whole->bag->length < ADREF_MATCH_FEW_WORDS)
    return FALSE;
  adref_word_bag_count(self, part->bag);
  AdrefSharedWords shared = adref_word_bag_take_shared(self, whole->bag);
  adref_word_bag_reset(self, part->bag);
  return shared.bigrams >= min_share_held * adref_word_bag_pairs(whole->bag);
}

/* Units of one text while those that are parts of units of the other text are found. */
typedef struct {
  AdrefUnitMatcher *matcher;
  AdrefMatchUnits wholes, parts;
  guint *matches, *in_order;         /* by whole */
  guint *inverse, *in_order_inverse; /* by part */
  guint *whole_of;                   /* by part */
  const guint *part_of;              /* by whole: of what it is a part itself; or NULL */
} PartSearch;

static void set_match(PartSearch *self, guint whole, guint part)
{
  self->matches[whole] = self->in_order[whole] = part;
  self->inverse[part] = self->in_order_inverse[part] = whole;
  self->whole_of[part] = ADREF_NO_MATCH;
}

static gboolean is_free(const PartSearch *self, guint j)
{
  return self->inverse[j] == ADREF_NO_MATCH && self->whole_of[j] == ADREF_NO_MATCH;
}

/* Makes a part a later part of a whole, or the next whole when it holds all of that one. */
static void set_part(PartSearch *self, guint whole, guint j)
{
  self->whole_of[j] = whole;
  if (holds_next(self->matcher, self->wholes, self->parts, self->matches, whole + 1, j))
    set_match(self, whole + 1, j);
}

/* How many units from j on, forwards or backwards, are each too short to be a part, and together
 * hold words of the whole that its match does not have: the items that a sentence became. */
static guint count_small_parts(PartSearch *self, guint whole, guint j, gint step)
{
  const AdrefMatchUnit *of = self->wholes.units + whole,
                       *match = self->parts.units + self->matches[whole];
  guint count = 0, words = 0, shared = 0;
  if (!of->bag || !match->bag)
    return 0;
  adref_word_bag_count(self->matcher, of->bag);
  adref_word_bag_take_shared(self->matcher, match->bag);
  for (gint64 at = j; at >= 0 && at < self->parts.length && is_free(self, (guint)at); at += step) {
    const AdrefMatchUnit *part = self->parts.units + at;
    if (part->kind != of->kind || !part->bag || part->bag->length == 0)
      break;
    guint here = adref_word_bag_take_shared(self->matcher, part->bag).words;
    if (2 * here < part->bag->length)
      break;
    words += part->bag->length;
    shared += here;
    count++;
  }
  adref_word_bag_reset(self->matcher, of->bag);
  return count > 1 && words >= MIN_PARTS && shared >= min_share_of_parts * words ? count : 0;
}

/* Finds the parts behind a unit that is matched or a part itself. Returns the last one, or j - 1.
 */
static guint find_behind(PartSearch *self, guint whole, guint j)
{
  if (is_part(self->matcher, self->wholes, self->parts, whole, j, j - 1)) {
    set_part(self, whole, j);
    return j;
  }
  guint count = self->matches[whole] < j ? count_small_parts(self, whole, j, 1) : 0;
  for (guint k = j; k < j + count; k++)
    self->whole_of[k] = whole;
  return j + count - 1;
}

/* Finds the parts before the match of a whole; the first of them becomes its match. */
static void find_before(PartSearch *self, guint whole, guint j)
{
  guint k = j;
  for (; k > 0 && is_free(self, k - 1) &&
         is_part(self->matcher, self->wholes, self->parts, whole, k - 1, k);
       k--) {
    set_match(self, whole, k - 1);
    self->inverse[k] = self->in_order_inverse[k] = ADREF_NO_MATCH;
    set_part(self, whole, k);
  }
  guint count = k == j && k > 0 ? count_small_parts(self, whole, k - 1, -1) : 0;
  if (count == 0)
    return;
  set_match(self, whole, k - count);
  for (guint later = k - count + 1; later <= k; later++) {
    self->inverse[later] = self->in_order_inverse[later] = ADREF_NO_MATCH;
    self->whole_of[later] = whole;
  }
}

/* Whether a whole that is much longer than a part holds the words of it; few words are the lead-in
 * with which the whole begins. */
static gboolean holds_part(PartSearch *self, guint whole, guint j)
{
  const AdrefWordBag *of = self->wholes.units[whole].bag, *part = self->parts.units[j].bag;
  if (self->wholes.units[whole].kind != self->parts.units[j].kind || !of || !part ||
      of->length < 2 * part->length)
    return FALSE;
  if (part->length < ADREF_MATCH_FEW_WORDS)
    return part->length >= MIN_PART && is_edge(part, of, TRUE);
  adref_word_bag_count(self->matcher, of);
  AdrefSharedWords shared = adref_word_bag_take_shared(self->matcher, part);
  adref_word_bag_reset(self->matcher, of);
  return shared.bigrams >= min_share_of_seed * adref_word_bag_pairs(part);
}

/* The first of the free parts from j on that a whole does not hold together with those before. */
static guint skip_held(PartSearch *self, guint whole, guint j)
{
  const AdrefWordBag *of = self->wholes.units[whole].bag;
  if (!of || j >= self->parts.length || !is_free(self, j))
    return j;
  adref_word_bag_count(self->matcher, of);
  for (; j < self->parts.length && is_free(self, j); j++) {
    const AdrefWordBag *part = self->parts.units[j].bag;
    if (!part || part->length == 0 ||
        adref_word_bag_take_shared(self->matcher, part).words < min_part_share * part->length)
      break;
  }
  adref_word_bag_reset(self->matcher, of);
  return j;
}

/* A whole of many parts is similar to none of them: the first one is made its match, so that the
 * others are found behind it. Only parts between the matches around the whole are tried. */
static void find_first_parts(PartSearch *self)
{
  for (guint i = 0, from = 0; i < self->wholes.length; i++) {
    gboolean is_next = i + 1 < self->wholes.length && self->matches[i + 1] == ADREF_NO_MATCH;
    if (self->matches[i] != ADREF_NO_MATCH) {
      from = self->in_order[i] != ADREF_NO_MATCH ? self->in_order[i] + 1 : from;
      from = is_next ? skip_held(self, i, from) : from;
      continue;
    }
    if (self->part_of && self->part_of[i] != ADREF_NO_MATCH)
      continue;
    guint j = from, end = from + MAX_SEEDED;
    while (j < end && j < self->parts.length && is_free(self, j) && !holds_part(self, i, j))
      j++;
    if (j == end || j >= self->parts.length || !is_free(self, j))
      continue;
    set_match(self, i, j);
    from = is_next ? skip_held(self, i, j + 1) : j + 1;
  }
}

static void find_parts(PartSearch *self)
{
  find_first_parts(self);
  for (guint j = 1; j < self->parts.length; j++) {
    guint before = self->in_order_inverse[j - 1] != ADREF_NO_MATCH ? self->in_order_inverse[j - 1]
                                                                   : self->whole_of[j - 1];
    guint here = self->in_order_inverse[j];
    if (self->inverse[j] == ADREF_NO_MATCH && before != ADREF_NO_MATCH) {
      guint last = find_behind(self, before, j);
      j = MAX(last, j);
    } else if (here != ADREF_NO_MATCH) {
      find_before(self, here, j);
    }
  }
}

void adref_match_units_split(AdrefUnitMatcher *matcher, AdrefMatchUnits wholes,
                             AdrefMatchUnits parts, const guint *part_of, guint *matches,
                             guint *in_order, guint *whole_of)
{
  g_autofree guint *inverse = g_new(guint, parts.length + 1);
  g_autofree guint *ordered_inverse = g_new(guint, parts.length + 1);
  for (guint j = 0; j < parts.length; j++)
    inverse[j] = ordered_inverse[j] = whole_of[j] = ADREF_NO_MATCH;
  for (guint i = 0; i < wholes.length; i++) {
    if (matches[i] != ADREF_NO_MATCH)
      inverse[matches[i]] = i;
    if (in_order[i] != ADREF_NO_MATCH)
      ordered_inverse[in_order[i]] = i;
  }
  PartSearch search = {matcher, wholes,          parts,    matches, in_order,
                       inverse, ordered_inverse, whole_of, part_of};
  find_parts(&search);
}

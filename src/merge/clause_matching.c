#include "merge/clause_matching.h"

#include "base/parallel_for.h"

enum {
  MANY = 100 /* clauses that are worth a thread for each side */
};

static guint count_clauses(const AdrefNode *document)
{
  guint count = 0;
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    count++;
  return count;
}

static const AdrefNode **clauses_of(const AdrefNode *document, guint count)
{
  const AdrefNode **clauses = g_new(const AdrefNode *, count + 1);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    *clauses++ = clause;
  return clauses - count;
}

/* What a clause can be taken for: a heading for a heading, a paragraph for a paragraph. */
static guint kind_of(const AdrefNode *clause)
{
  return clause->as.clause->kind == ADREF_TITLE || !clause->first ? 0 : clause->first->type;
}

/* Each side is prepared at a bench of its own. */
typedef struct {
  AdrefCounterparts *match;
  AdrefBench *benches[2];
  AdrefUnit *units[2];
  const AdrefNode **clauses[2];
  guint lengths[2];
  guint8 *same[2]; /* by clause: its mate has the same content */
} Sides;

static void make_units(gpointer data, guint worker, guint from, guint to)
{
  (void)worker;
  const Sides *self = data;
  for (guint side = from; side < to; side++)
    for (guint i = 0; i < self->lengths[side]; i++) {
      const AdrefNode *clause = self->clauses[side][i];
      self->units[side][i] = adref_bench_unit(self->benches[side], clause, side);
      self->units[side][i].kind = kind_of(clause);
    }
}

/* Clauses that stayed as they were need no tokens. */
static void cut_clauses(gpointer data, guint worker, guint from, guint to)
{
  (void)worker;
  const Sides *self = data;
  for (guint side = from; side < to; side++)
    for (guint i = 0; i < self->lengths[side]; i++)
      if (!self->same[side][i])
        adref_bench_cut(self->benches[side], self->clauses[side][i], side);
}

static void fill_bags(gpointer data, guint worker, guint from, guint to)
{
  (void)worker;
  const Sides *self = data;
  for (guint side = from; side < to; side++)
    for (guint i = 0; i < self->lengths[side]; i++)
      if (!self->same[side][i])
        adref_bench_fill(self->benches[side], self->clauses[side][i], side, self->units[side] + i);
}

static void units_clear(AdrefUnits units)
{
  for (guint i = 0; i < units.length; i++)
    adref_bag_free(units.units[i].bag);
  g_free((gpointer)(guintptr)units.units);
}

/* id -> place + 1, or 0 for an id that stands twice. */
static GHashTable *places_by_id(const AdrefNode **clauses, guint count)
{
  GHashTable *places = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < count; i++) {
    char *id = clauses[i]->as.clause->id;
    if (!id)
      continue;
    gboolean twice = g_hash_table_contains(places, id);
    g_hash_table_insert(places, id, GUINT_TO_POINTER(twice ? 0 : i + 1));
  }
  return places;
}

static void match_ids(AdrefCounterparts *match)
{
  g_autoptr(GHashTable) olds = places_by_id(match->old, match->olds.length);
  g_autoptr(GHashTable) news = places_by_id(match->new, match->news.length);
  for (guint i = 0; i < match->olds.length; i++) {
    const char *id = match->old[i]->as.clause->id;
    if (!id || !g_hash_table_lookup(olds, id))
      continue;
    guint place = GPOINTER_TO_UINT(g_hash_table_lookup(news, id));
    if (place > 0)
      match->mates[i] = place - 1;
  }
}

static void find_same(Sides *self)
{
  for (guint side = 0; side < 2; side++)
    self->same[side] = g_new0(guint8, self->lengths[side] + 1);
  for (guint i = 0; i < self->lengths[0]; i++) {
    guint mate = self->match->mates[i];
    if (mate != ADREF_NO_MATE && self->units[0][i].exact == self->units[1][mate].exact)
      self->same[0][i] = self->same[1][mate] = TRUE;
  }
}

static void find_order(AdrefCounterparts *match)
{
  g_autofree guint *weights = g_new(guint, match->olds.length + 1);
  for (guint i = 0; i < match->olds.length; i++) {
    weights[i] = match->olds.units[i].weight;
    match->in_order[i] = match->mates[i];
  }
  adref_keep_order(match->in_order, match->olds.length, weights);
}

static void invert(const guint *mates, guint length, guint *with, guint with_length)
{
  for (guint j = 0; j < with_length; j++)
    with[j] = ADREF_NO_MATE;
  for (guint i = 0; i < length; i++)
    if (mates[i] != ADREF_NO_MATE)
      with[mates[i]] = i;
}

/* A heading is no part. */
static void drop_headings(AdrefUnits units, guint *wholes)
{
  for (guint i = 0; i < units.length; i++)
    if (units.units[i].kind == 0)
      wholes[i] = ADREF_NO_MATE;
}

/* Finds clauses divided or joined among those that did not move. */
static void find_parts(AdrefCounterparts *match, AdrefBench *bench)
{
  guint olds = match->olds.length, news = match->news.length;
  g_autofree guint *with = g_new(guint, news + 1), *beside = g_new(guint, news + 1);
  adref_pair_parts(bench->pairer, match->olds, match->news, match->mates, match->in_order,
                   match->new_whole);
  invert(match->mates, olds, with, news);
  invert(match->in_order, olds, beside, news);
  adref_pair_parts(bench->pairer, match->news, match->olds, with, beside, match->old_whole);
  invert(with, news, match->mates, olds);
  invert(beside, news, match->in_order, olds);
  drop_headings(match->olds, match->old_whole);
  drop_headings(match->news, match->new_whole);
}

static void for_each_side(Sides *self, AdrefWork work)
{
  gboolean many = self->lengths[0] > MANY && self->lengths[1] > MANY;
  adref_share(2, many ? 1 : 2, work, self);
}

/* Makes the contents of both sides comparable. */
static void unite_contents(Sides *self)
{
  g_autofree guint *contents =
      adref_lexicon_unite(self->benches[0]->contents, self->benches[1]->contents);
  for (guint i = 0; i < self->lengths[1]; i++) {
    self->units[1][i].content = contents[self->units[1][i].content];
    self->units[1][i].exact = contents[self->units[1][i].exact];
  }
  adref_bench_forget(self->benches[0]);
  adref_bench_forget(self->benches[1]);
}

static void prepare(AdrefCounterparts *match, Sides *sides)
{
  for_each_side(sides, make_units);
  unite_contents(sides);
  match_ids(match);
  adref_pair_same(sides->benches[0]->aligner, match->olds, match->news, TRUE, match->mates);
  find_same(sides);
  for_each_side(sides, cut_clauses);
  adref_store_unite(sides->benches[0]->store);
  for_each_side(sides, fill_bags);
  g_free(sides->same[0]);
  g_free(sides->same[1]);
}

static void init_sides(AdrefCounterparts *match, Sides *sides, const AdrefNode *const *documents)
{
  for (guint side = 0; side < 2; side++) {
    guint count = sides->lengths[side] = count_clauses(documents[side]);
    sides->clauses[side] = clauses_of(documents[side], count);
    sides->units[side] = g_new(AdrefUnit, count + 1);
  }
  match->old = sides->clauses[0];
  match->new = sides->clauses[1];
  match->olds = (AdrefUnits){sides->units[0], sides->lengths[0]};
  match->news = (AdrefUnits){sides->units[1], sides->lengths[1]};
}

void adref_counterparts_init(AdrefCounterparts *match, AdrefBench *bench, const AdrefNode *old,
                             const AdrefNode *new)
{
  AdrefBench beside;
  adref_bench_init_beside(&beside, bench);
  Sides sides = {.match = match, .benches = {bench, &beside}};
  init_sides(match, &sides, (const AdrefNode *const[]){old, new});
  guint olds = match->olds.length, news = match->news.length;
  match->mates = g_new(guint, olds + 1);
  match->in_order = g_new(guint, olds + 1);
  match->old_whole = g_new(guint, olds + 1);
  match->new_whole = g_new(guint, news + 1);
  for (guint i = 0; i < olds; i++)
    match->mates[i] = ADREF_NO_MATE;
  prepare(match, &sides);
  adref_pair_similar(bench->pairer, match->olds, match->news, TRUE, match->mates);
  find_order(match);
  find_parts(match, bench);
  adref_bench_clear(&beside);
}

void adref_counterparts_clear(AdrefCounterparts *match)
{
  units_clear(match->olds);
  units_clear(match->news);
  g_free(match->old);
  g_free(match->new);
  g_free(match->mates);
  g_free(match->in_order);
  g_free(match->old_whole);
  g_free(match->new_whole);
}

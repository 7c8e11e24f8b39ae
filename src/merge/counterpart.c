#include "merge/counterpart.h"

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

static AdrefUnits units_of(AdrefBench *bench, const AdrefNode **clauses, guint count,
                           AdrefReferences *references)
{
  AdrefUnit *units = g_new(AdrefUnit, count + 1);
  for (guint i = 0; i < count; i++) {
    units[i] = adref_bench_unit(bench, clauses[i], references);
    units[i].kind = kind_of(clauses[i]);
  }
  return (AdrefUnits){units, count};
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

static gboolean is_same(const AdrefCounterparts *match, guint i)
{
  return match->mates[i] != ADREF_NO_MATE &&
         match->olds.units[i].exact == match->news.units[match->mates[i]].exact;
}

/* Clauses that stayed as they were need no bag. */
static void fill_bags(AdrefCounterparts *match, AdrefBench *bench)
{
  AdrefUnit *olds = (AdrefUnit *)(guintptr)match->olds.units;
  AdrefUnit *news = (AdrefUnit *)(guintptr)match->news.units;
  g_autofree guint8 *same = g_new0(guint8, match->news.length + 1);
  for (guint i = 0; i < match->olds.length; i++) {
    if (is_same(match, i))
      same[match->mates[i]] = TRUE;
    else
      adref_bench_fill(bench, match->old[i], &bench->old_references, olds + i);
  }
  for (guint j = 0; j < match->news.length; j++)
    if (!same[j])
      adref_bench_fill(bench, match->new[j], &bench->new_references, news + j);
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

void adref_counterparts_init(AdrefCounterparts *match, AdrefBench *bench, const AdrefNode *old,
                             const AdrefNode *new)
{
  guint olds = count_clauses(old), news = count_clauses(new);
  match->old = clauses_of(old, olds);
  match->new = clauses_of(new, news);
  match->olds = units_of(bench, match->old, olds, &bench->old_references);
  match->news = units_of(bench, match->new, news, &bench->new_references);
  adref_bench_forget(bench);
  match->mates = g_new(guint, olds + 1);
  match->in_order = g_new(guint, olds + 1);
  match->old_whole = g_new(guint, olds + 1);
  match->new_whole = g_new(guint, news + 1);
  for (guint i = 0; i < olds; i++)
    match->mates[i] = ADREF_NO_MATE;
  match_ids(match);
  adref_pair_same(bench->aligner, match->olds, match->news, TRUE, match->mates);
  fill_bags(match, bench);
  adref_pair_similar(bench->pairer, match->olds, match->news, TRUE, match->mates);
  find_order(match);
  find_parts(match, bench);
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

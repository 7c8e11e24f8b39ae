#include "merge/compare/clause_matching.h"

#include "base/parallel_for.h"
#include "clause/markdown/footnote_check.h"

enum {
  MIN_PARALLEL = 100 /* with fewer clauses one thread prepares both sides */
};

static const AdrefNode **clauses_of(const AdrefNode *document, guint count)
{
  const AdrefNode **clauses = g_new(const AdrefNode *, count + 1);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    *clauses++ = clause;
  return clauses - count;
}

/* The kind of a clause: only clauses of one kind are matched, a heading with a heading, a paragraph
 * with a paragraph, or with code that has its words. */
static guint kind_of(const AdrefNode *clause)
{
  if (clause->as.clause->kind == ADREF_TITLE || !clause->first)
    return 0;
  return clause->first->type == ADREF_CODE_BLOCK ? ADREF_PARAGRAPH : clause->first->type;
}

/* Each side is prepared by a worker of its own. */
typedef struct {
  AdrefClauseMatching *matching;
  AdrefDiffWorker *workers[2];
  AdrefMatchUnit *units[2];
  const AdrefNode **clauses[2];
  guint lengths[2];
  guint8 *same[2]; /* by clause: whether its match has the same content */
} ClauseSides;

static void make_units(gpointer data, guint thread, guint from, guint to)
{
  (void)thread;
  const ClauseSides *self = data;
  for (guint side = from; side < to; side++)
    for (guint i = 0; i < self->lengths[side]; i++) {
      const AdrefNode *clause = self->clauses[side][i];
      self->units[side][i] = adref_diff_worker_unit(self->workers[side], clause, side);
      self->units[side][i].kind = kind_of(clause);
    }
}

/* Clauses that did not change need no tokens. */
static void tokenize_clauses(gpointer data, guint thread, guint from, guint to)
{
  (void)thread;
  const ClauseSides *self = data;
  for (guint side = from; side < to; side++)
    for (guint i = 0; i < self->lengths[side]; i++)
      if (!self->same[side][i])
        adref_diff_worker_tokenize(self->workers[side], self->clauses[side][i], side);
}

static void fill_bags(gpointer data, guint thread, guint from, guint to)
{
  (void)thread;
  const ClauseSides *self = data;
  for (guint side = from; side < to; side++)
    for (guint i = 0; i < self->lengths[side]; i++)
      if (!self->same[side][i])
        adref_diff_worker_set_bag(self->workers[side], self->clauses[side][i], side,
                                  self->units[side] + i);
}

/* id -> place + 1, or 0 for an id that occurs twice. */
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

static void match_ids(AdrefClauseMatching *matching)
{
  g_autoptr(GHashTable) olds = places_by_id(matching->old, matching->olds.length);
  g_autoptr(GHashTable) news = places_by_id(matching->new, matching->news.length);
  for (guint i = 0; i < matching->olds.length; i++) {
    const char *id = matching->old[i]->as.clause->id;
    if (!id || !g_hash_table_lookup(olds, id))
      continue;
    guint place = GPOINTER_TO_UINT(g_hash_table_lookup(news, id));
    if (place > 0)
      matching->matches[i] = place - 1;
  }
}

static void find_order(AdrefClauseMatching *matching)
{
  g_autofree guint *weights = g_new(guint, matching->olds.length + 1);
  for (guint i = 0; i < matching->olds.length; i++) {
    weights[i] = matching->olds.units[i].weight;
    matching->in_order[i] = matching->matches[i];
  }
  adref_keep_increasing_matches(matching->in_order, matching->olds.length, weights);
}

void adref_clause_matching_keep_ids(AdrefClauseMatching *matching)
{
  g_autofree guint *found =
      g_memdup2(matching->matches, (matching->olds.length + 1) * sizeof *found);
  g_autofree guint *owners = g_new(guint, matching->news.length + 1);
  match_ids(matching);
  adref_matches_invert(found, matching->olds.length, owners, matching->news.length);
  gboolean changed = FALSE;
  for (guint i = 0; i < matching->olds.length; i++) {
    guint place = matching->matches[i];
    if (place == found[i])
      continue;
    changed = TRUE;
    guint owner = owners[place];
    if (owner != ADREF_NO_MATCH && matching->matches[owner] == place)
      matching->matches[owner] = ADREF_NO_MATCH;
  }
  if (changed)
    find_order(matching);
}

static void find_identical(ClauseSides *self)
{
  for (guint side = 0; side < 2; side++)
    self->same[side] = g_new0(guint8, self->lengths[side] + 1);
  for (guint i = 0; i < self->lengths[0]; i++) {
    guint match = self->matching->matches[i];
    if (match != ADREF_NO_MATCH && self->units[0][i].exact == self->units[1][match].exact)
      self->same[0][i] = self->same[1][match] = TRUE;
  }
}

/* By new clause: whether an old one is matched with it. Caller frees. */
static guint8 *new_clauses_taken(const AdrefClauseMatching *matching)
{
  guint8 *taken = g_new0(guint8, matching->news.length + 1);
  for (guint i = 0; i < matching->olds.length; i++)
    if (matching->matches[i] != ADREF_NO_MATCH)
      taken[matching->matches[i]] = TRUE;
  return taken;
}

/* A heading whose text was found is found with it, whatever it is called now. */
static void match_headings(AdrefClauseMatching *matching)
{
  guint olds = matching->olds.length;
  g_autofree guint8 *taken = new_clauses_taken(matching);
  for (guint i = 0; i + 1 < olds; i++) {
    guint below = matching->matches[i + 1], j = below - 1;
    if (matching->matches[i] != ADREF_NO_MATCH || below == ADREF_NO_MATCH || below == 0 ||
        taken[j] || matching->olds.units[i].kind != 0 || matching->news.units[j].kind != 0 ||
        matching->olds.units[i + 1].kind == 0)
      continue;
    matching->matches[i] = j;
    taken[j] = TRUE;
  }
}

/* What footnotes are matched by: their labels, or the words behind them. NULL: it is none. */
static char *footnote_key(const AdrefNode *clause, gboolean by_label)
{
  const char *label = adref_footnote_label(clause->first);
  if (!label || by_label)
    return g_strdup(label);
  g_autofree char *words = adref_node_words(clause->first);
  return words[strspn(words, " \n")] ? g_steal_pointer(&words) : NULL;
}

/* Footnotes with the same label are the same, and so are those with the same words, however short.
 */
static void match_footnotes(AdrefClauseMatching *matching, gboolean by_label)
{
  g_autoptr(GHashTable) places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint8 *taken = new_clauses_taken(matching);
  for (guint j = 0; j < matching->news.length; j++) {
    char *key = taken[j] ? NULL : footnote_key(matching->new[j], by_label);
    if (key)
      g_hash_table_insert(places, key, GUINT_TO_POINTER(j + 1));
  }
  for (guint i = 0; i < matching->olds.length && g_hash_table_size(places) > 0; i++) {
    g_autofree char *key =
        matching->matches[i] == ADREF_NO_MATCH ? footnote_key(matching->old[i], by_label) : NULL;
    guint place = key ? GPOINTER_TO_UINT(g_hash_table_lookup(places, key)) : 0;
    if (place == 0)
      continue;
    matching->matches[i] = place - 1;
    g_hash_table_remove(places, key);
  }
}

/* Whether a clause is written in capitals: it has several letters, and none is small. */
static gboolean is_in_capitals(const char *words)
{
  enum {
    LEAST = 4
  };
  guint letters = 0;
  for (; *words; words++) {
    if (g_ascii_islower(*words) || (guchar)*words >= 0x80)
      return FALSE;
    letters += g_ascii_isupper(*words) ? 1 : 0;
  }
  return letters >= LEAST;
}

/* What is written in capitals is the same as what is not. */
static void match_capitals(AdrefClauseMatching *matching)
{
  g_autoptr(GHashTable) places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint8 *taken = new_clauses_taken(matching);
  g_autofree guint8 *capitals = g_new0(guint8, matching->news.length + 1);
  for (guint j = 0; j < matching->news.length; j++) {
    if (taken[j])
      continue;
    g_autofree char *words = adref_node_words(matching->new[j]);
    capitals[j] = is_in_capitals(words) ? TRUE : FALSE;
    g_hash_table_insert(places, g_ascii_strdown(words, -1), GUINT_TO_POINTER(j + 1));
  }
  for (guint i = 0; i < matching->olds.length && g_hash_table_size(places) > 0; i++) {
    if (matching->matches[i] != ADREF_NO_MATCH)
      continue;
    g_autofree char *words = adref_node_words(matching->old[i]);
    g_autofree char *folded = g_ascii_strdown(words, -1);
    guint place = GPOINTER_TO_UINT(g_hash_table_lookup(places, folded));
    if (place == 0 || !(capitals[place - 1] || is_in_capitals(words)))
      continue;
    matching->matches[i] = place - 1;
    g_hash_table_remove(places, folded);
  }
}

/* A heading is never a part of another clause. */
static void drop_headings(AdrefMatchUnits units, guint *wholes)
{
  for (guint i = 0; i < units.length; i++)
    if (units.units[i].kind == 0)
      wholes[i] = ADREF_NO_MATCH;
}

/* Finds clauses that were split or joined, among those that did not move. */
static void find_parts(AdrefClauseMatching *matching, AdrefDiffWorker *worker)
{
  guint olds = matching->olds.length, news = matching->news.length;
  g_autofree guint *inverse = g_new(guint, news + 1), *ordered = g_new(guint, news + 1);
  adref_match_units_split(worker->matcher, matching->olds, matching->news, NULL, matching->matches,
                          matching->in_order, matching->split_from);
  adref_matches_invert(matching->matches, olds, inverse, news);
  adref_matches_invert(matching->in_order, olds, ordered, news);
  adref_match_units_split(worker->matcher, matching->news, matching->olds, matching->split_from,
                          inverse, ordered, matching->joined_into);
  adref_matches_invert(inverse, news, matching->matches, olds);
  adref_matches_invert(ordered, news, matching->in_order, olds);
  drop_headings(matching->olds, matching->joined_into);
  drop_headings(matching->news, matching->split_from);
}

static void run_on_sides(ClauseSides *self, AdrefParallelFunc work)
{
  gboolean many = self->lengths[0] > MIN_PARALLEL && self->lengths[1] > MIN_PARALLEL;
  adref_parallel_for(2, many ? 1 : 2, work, self);
}

/* Gives equal contents of both sides equal ids. */
static void unify_contents(ClauseSides *self)
{
  g_autofree guint *contents =
      adref_interner_merge(self->workers[0]->contents, self->workers[1]->contents);
  for (guint i = 0; i < self->lengths[1]; i++) {
    self->units[1][i].content = contents[self->units[1][i].content];
    self->units[1][i].exact = contents[self->units[1][i].exact];
  }
  adref_diff_worker_clear_contents(self->workers[0]);
  adref_diff_worker_clear_contents(self->workers[1]);
}

static void prepare(AdrefClauseMatching *matching, ClauseSides *sides)
{
  run_on_sides(sides, make_units);
  unify_contents(sides);
  match_ids(matching);
  adref_match_units_identical(sides->workers[0]->aligner, matching->olds, matching->news, TRUE,
                              matching->matches);
  find_identical(sides);
  run_on_sides(sides, tokenize_clauses);
  adref_token_cache_unify_ids(sides->workers[0]->cache);
  run_on_sides(sides, fill_bags);
  g_free(sides->same[0]);
  g_free(sides->same[1]);
}

static void init_sides(AdrefClauseMatching *matching, ClauseSides *sides,
                       const AdrefNode *const *documents)
{
  for (guint side = 0; side < 2; side++) {
    guint count = sides->lengths[side] = adref_node_count_children(documents[side]);
    sides->clauses[side] = clauses_of(documents[side], count);
    sides->units[side] = g_new(AdrefMatchUnit, count + 1);
  }
  matching->old = sides->clauses[0];
  matching->new = sides->clauses[1];
  matching->olds = (AdrefMatchUnits){sides->units[0], sides->lengths[0]};
  matching->news = (AdrefMatchUnits){sides->units[1], sides->lengths[1]};
}

void adref_clause_matching_init(AdrefClauseMatching *matching, AdrefDiffWorker *worker,
                                const AdrefNode *old, const AdrefNode *new)
{
  AdrefDiffWorker second;
  adref_diff_worker_init_shared(&second, worker);
  ClauseSides sides = {.matching = matching, .workers = {worker, &second}};
  init_sides(matching, &sides, (const AdrefNode *const[]){old, new});
  guint olds = matching->olds.length, news = matching->news.length;
  matching->matches = g_new(guint, olds + 1);
  matching->in_order = g_new(guint, olds + 1);
  matching->joined_into = g_new(guint, olds + 1);
  matching->split_from = g_new(guint, news + 1);
  for (guint i = 0; i < olds; i++)
    matching->matches[i] = ADREF_NO_MATCH;
  prepare(matching, &sides);
  adref_match_units_similar(worker->matcher, matching->olds, matching->news, TRUE,
                            matching->matches);
  match_headings(matching);
  match_footnotes(matching, TRUE);
  match_footnotes(matching, FALSE);
  match_capitals(matching);
  find_order(matching);
  find_parts(matching, worker);
  adref_diff_worker_clear(&second);
}

void adref_clause_matching_clear(AdrefClauseMatching *matching)
{
  adref_match_units_clear(matching->olds);
  adref_match_units_clear(matching->news);
  g_free(matching->old);
  g_free(matching->new);
  g_free(matching->matches);
  g_free(matching->in_order);
  g_free(matching->joined_into);
  g_free(matching->split_from);
}

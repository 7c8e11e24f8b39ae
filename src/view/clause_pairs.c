#include "view/parallel_texts.h"

/* The state of pairing. */
typedef struct {
  const AdrefNode *const *documents, *const *titles;
  GHashTable *partners[ADREF_PARALLEL_TEXTS]; /* CLAUSE of one -> CLAUSE of the other */
} ClausePairing;

static gpointer without_const(const AdrefNode *node)
{
  return (gpointer)(guintptr)node;
}

static gboolean is_free(const ClausePairing *pairing, guint side, const AdrefNode *clause)
{
  return clause && clause != pairing->titles[side] &&
         !g_hash_table_contains(pairing->partners[side], clause);
}

static void join(const ClausePairing *pairing, const AdrefNode *left, const AdrefNode *right)
{
  if (!is_free(pairing, 0, left) || !is_free(pairing, 1, right))
    return;
  g_hash_table_insert(pairing->partners[0], without_const(left), without_const(right));
  g_hash_table_insert(pairing->partners[1], without_const(right), without_const(left));
}

/* The key of a clause; NULL: it has none. Caller frees. */
typedef char *(*PairKey)(const AdrefNode *clause, gpointer data);

static char *id_of(const AdrefNode *clause, gpointer data)
{
  (void)data;
  return g_strdup(clause->as.clause->id);
}

/* The key of a clause without an id: its kind, and how many of that kind stand between it and the
 * nearest clause with an id, in reading direction. */
static char *place_of(const AdrefNode *clause, gpointer data)
{
  GHashTable *alike = data; /* kind and level -> number since that clause; "" -> its id */
  const AdrefClause *facts = clause->as.clause;
  if (facts->id) {
    g_hash_table_remove_all(alike);
    g_hash_table_insert(alike, g_strdup(""), g_strdup(facts->id));
    return NULL;
  }
  guint level = clause->first && clause->first->type == ADREF_HEADING ? clause->first->as.level : 0;
  char *kind = g_strdup_printf("%d %u", (int)facts->kind, level);
  const char *count = g_hash_table_lookup(alike, kind), *near = g_hash_table_lookup(alike, "");
  char *key = g_strjoin(" ", kind, count ? count : "0", near, NULL);
  guint64 more = count ? g_ascii_strtoull(count, NULL, 10) + 1 : 1;
  g_hash_table_insert(alike, kind, g_strdup_printf("%" G_GUINT64_FORMAT, more));
  return key;
}

static GHashTable *find_keys(const AdrefNode *document, PairKey key, gboolean is_backward)
{
  GHashTable *keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) data = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  const AdrefNode *clause = is_backward ? document->last : document->first;
  for (; clause; clause = is_backward ? clause->prev : clause->next) {
    char *found = key(clause, data);
    if (found && !g_hash_table_contains(keys, found))
      g_hash_table_insert(keys, found, without_const(clause));
    else
      g_free(found);
  }
  return keys;
}

static void join_by(const ClausePairing *pairing, PairKey key, gboolean is_backward)
{
  g_autoptr(GHashTable) left = find_keys(pairing->documents[0], key, is_backward);
  g_autoptr(GHashTable) right = find_keys(pairing->documents[1], key, is_backward);
  GHashTableIter iter;
  gpointer word, clause;
  g_hash_table_iter_init(&iter, left);
  while (g_hash_table_iter_next(&iter, &word, &clause))
    join(pairing, clause, g_hash_table_lookup(right, word));
}

/* Adds clauses that only the second document has, from one on. */
static void add_alone(const ClausePairing *pairing, GArray *pairs, const AdrefNode *clause)
{
  for (; clause && !g_hash_table_contains(pairing->partners[1], clause); clause = clause->next) {
    AdrefClausePair pair = {{NULL, clause}};
    if (clause != pairing->titles[1])
      g_array_append_val(pairs, pair);
  }
}

GArray *adref_clause_pairs_new(const AdrefNode *const *documents, const AdrefNode *const *titles)
{
  g_autoptr(GHashTable) left = g_hash_table_new(NULL, NULL);
  g_autoptr(GHashTable) right = g_hash_table_new(NULL, NULL);
  ClausePairing pairing = {documents, titles, {left, right}};
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(AdrefClausePair));
  join_by(&pairing, id_of, FALSE);
  join_by(&pairing, place_of, FALSE);
  join_by(&pairing, place_of, TRUE);
  add_alone(&pairing, pairs, documents[1]->first);
  for (const AdrefNode *clause = documents[0]->first; clause; clause = clause->next) {
    AdrefClausePair pair = {{clause, g_hash_table_lookup(left, clause)}};
    if (clause == titles[0])
      continue;
    g_array_append_val(pairs, pair);
    if (pair.clauses[1])
      add_alone(&pairing, pairs, pair.clauses[1]->next);
  }
  return pairs;
}

GArray *adref_clause_pairs_of_redline(const AdrefNode *redline, const AdrefNode *title)
{
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(AdrefClausePair));
  for (const AdrefNode *clause = title ? title->next : redline->first; clause;
       clause = clause->next) {
    AdrefClausePair pair = {{clause->mark == ADREF_INSERTED ? NULL : clause,
                             clause->mark == ADREF_DELETED ? NULL : clause}};
    g_array_append_val(pairs, pair);
  }
  return pairs;
}

gboolean adref_clause_pair_is_annex(const AdrefClausePair *pair)
{
  const AdrefNode *clause = pair->clauses[pair->clauses[0] ? 0 : 1];
  return adref_view_begins_annex(clause);
}

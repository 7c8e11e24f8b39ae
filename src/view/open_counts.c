#include "view/open_counts.h"

static AdrefOpenCountsParty *party_of(AdrefOpenCounts *counts, const char *code)
{
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(counts->places, code));
  if (place == 0) {
    AdrefOpenCountsParty party = {.code = code};
    g_array_append_val(counts->parties, party);
    place = counts->parties->len;
    g_hash_table_insert(counts->places, (gpointer)(guintptr)code, GUINT_TO_POINTER(place));
  }
  return &g_array_index(counts->parties, AdrefOpenCountsParty, place - 1);
}

/* A party that occurs twice in a bracket counts once. */
static void count_positions(AdrefOpenCounts *counts, const AdrefNode *bracket,
                            const GPtrArray *groups)
{
  for (guint i = 0; groups && i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    for (char **code = position->parties; *code; code++) {
      AdrefOpenCountsParty *party = party_of(counts, *code);
      party->brackets += party->last != bracket;
      party->last = bracket;
    }
  }
}

static void count_edge(AdrefOpenCounts *counts, const AdrefNode *edge)
{
  counts->brackets += edge->as.edge.opens || !edge->as.edge.partner;
  count_positions(counts, edge, edge->as.edge.groups);
}

static void count(AdrefOpenCounts *counts, const AdrefNode *node)
{
  if (node->type == ADREF_BRACKET && node->as.placeholder) {
    counts->placeholders++;
  } else if (node->type == ADREF_BRACKET) {
    counts->brackets += node->as.settled ? 0 : 1;
  } else if (node->type == ADREF_ALTERNATIVE) {
    count_positions(counts, node->parent, node->as.positions.groups);
  } else if (node->type == ADREF_BRACKET_EDGE) {
    count_edge(counts, node);
  } else if (node->type == ADREF_AD_REF) {
    counts->agreed++;
  } else if (node->type == ADREF_NOTE) {
    counts->notes++;
    if (node->as.party)
      party_of(counts, node->as.party)->notes++;
  }
}

AdrefOpenCounts *adref_open_counts_new(const AdrefNode *root)
{
  AdrefOpenCounts *counts = g_new0(AdrefOpenCounts, 1);
  counts->parties = g_array_new(FALSE, FALSE, sizeof(AdrefOpenCountsParty));
  counts->places = g_hash_table_new(g_str_hash, g_str_equal);
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->type >= ADREF_HTML)
      count(counts, walk.node);
  return counts;
}

/* What is open in a clause, of the texts that were counted. */
typedef struct {
  guint brackets, placeholders;
} ClauseCounts;

/* The counts of a clause by its id; of all clauses without an id together. */
static ClauseCounts *counts_of(GHashTable *table, const AdrefNode *clause)
{
  const char *id = clause->as.clause->id ? clause->as.clause->id : "";
  ClauseCounts *counts = g_hash_table_lookup(table, id);
  if (!counts) {
    counts = g_new0(ClauseCounts, 1);
    g_hash_table_insert(table, (gpointer)(guintptr)id, counts);
  }
  return counts;
}

static GHashTable *count_clauses(const AdrefNode *document)
{
  GHashTable *table = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    ClauseCounts *counts = counts_of(table, clause);
    AdrefWalk walk = adref_walk(clause);
    while (adref_walk_next(&walk)) {
      const AdrefNode *node = walk.node;
      if (!walk.entering)
        continue;
      if (node->type == ADREF_BRACKET)
        *(node->as.placeholder ? &counts->placeholders : &counts->brackets) +=
            node->as.settled ? 0 : 1;
      else if (node->type == ADREF_BRACKET_EDGE)
        counts->brackets += node->as.edge.opens || !node->as.edge.partner;
    }
  }
  return table;
}

static void count_parties(AdrefOpenCounts *counts, const AdrefNode *clause)
{
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    if (walk.entering && walk.node->type == ADREF_ALTERNATIVE)
      count_positions(counts, walk.node->parent, walk.node->as.positions.groups);
    else if (walk.entering && walk.node->type == ADREF_BRACKET_EDGE)
      count_positions(counts, walk.node, walk.node->as.edge.groups);
  }
}

static void add_language(AdrefOpenCounts *counts, GHashTable *known, const AdrefNode *document)
{
  g_autoptr(GHashTable) own = count_clauses(document);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (counts_of(own, clause)->brackets > 0 && counts_of(known, clause)->brackets == 0)
      count_parties(counts, clause);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    ClauseCounts *here = counts_of(own, clause), *there = counts_of(known, clause);
    if (here->brackets > there->brackets) {
      counts->brackets += here->brackets - there->brackets;
      there->brackets = here->brackets;
    }
    if (here->placeholders > there->placeholders) {
      counts->placeholders += here->placeholders - there->placeholders;
      there->placeholders = here->placeholders;
    }
  }
}

void adref_open_counts_add_languages(AdrefOpenCounts *counts, const AdrefNode *first,
                                     const GPtrArray *others)
{
  g_autoptr(GHashTable) known = count_clauses(first);
  for (guint i = 0; i < others->len; i++)
    add_language(counts, known, others->pdata[i]);
}

void adref_open_counts_free(AdrefOpenCounts *counts)
{
  if (!counts)
    return;
  g_array_unref(counts->parties);
  g_hash_table_unref(counts->places);
  g_free(counts);
}

const AdrefOpenCountsParty *adref_open_counts_party(const AdrefOpenCounts *counts, guint place)
{
  return &g_array_index(counts->parties, AdrefOpenCountsParty, place);
}

guint adref_open_counts_place(const AdrefOpenCounts *counts, const char *code)
{
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(counts->places, code));
  return place > 0 ? place - 1 : 0;
}

char *adref_open_counts_words(const AdrefOpenCounts *counts, const AdrefPageWords *words)
{
  guint n = counts->brackets, later = counts->placeholders;
  AdrefPageWord word = n == 0   ? ADREF_PAGE_WORD_NO_BRACKET
                       : n == 1 ? ADREF_PAGE_WORD_BRACKET
                                : ADREF_PAGE_WORD_BRACKETS;
  g_autofree char *brackets = adref_page_words_count(words, word, n);
  if (later == 0)
    return g_steal_pointer(&brackets);
  word = later == 1 ? ADREF_PAGE_WORD_PLACEHOLDER : ADREF_PAGE_WORD_PLACEHOLDERS;
  g_autofree char *placeholders = adref_page_words_count(words, word, later);
  return adref_page_words_fill(words, ADREF_PAGE_WORD_BOTH, "one", brackets, "two", placeholders,
                               NULL);
}

#include "view/open_counts.h"

static AdrefPartyTally *party_of(AdrefTally *tally, const char *code)
{
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(tally->places, code));
  if (place == 0) {
    AdrefPartyTally party = {.code = code};
    g_array_append_val(tally->parties, party);
    place = tally->parties->len;
    g_hash_table_insert(tally->places, (gpointer)(guintptr)code, GUINT_TO_POINTER(place));
  }
  return &g_array_index(tally->parties, AdrefPartyTally, place - 1);
}

/* A party that stands twice in a bracket counts once. */
static void count_positions(AdrefTally *tally, const AdrefNode *bracket, const GPtrArray *groups)
{
  for (guint i = 0; groups && i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    for (char **code = position->parties; *code; code++) {
      AdrefPartyTally *party = party_of(tally, *code);
      party->brackets += party->last != bracket;
      party->last = bracket;
    }
  }
}

static void count_edge(AdrefTally *tally, const AdrefNode *edge)
{
  tally->brackets += edge->as.edge.opens || !edge->as.edge.partner;
  count_positions(tally, edge, edge->as.edge.groups);
}

static void count(AdrefTally *tally, const AdrefNode *node)
{
  if (node->type == ADREF_BRACKET && node->as.placeholder) {
    tally->placeholders++;
  } else if (node->type == ADREF_BRACKET) {
    tally->brackets++;
  } else if (node->type == ADREF_ALTERNATIVE) {
    count_positions(tally, node->parent, node->as.positions.groups);
  } else if (node->type == ADREF_EDGE) {
    count_edge(tally, node);
  } else if (node->type == ADREF_AD_REF) {
    tally->agreed++;
  } else if (node->type == ADREF_NOTE) {
    tally->notes++;
    if (node->as.party)
      party_of(tally, node->as.party)->notes++;
  }
}

AdrefTally *adref_tally_new(const AdrefNode *root)
{
  AdrefTally *tally = g_new0(AdrefTally, 1);
  tally->parties = g_array_new(FALSE, FALSE, sizeof(AdrefPartyTally));
  tally->places = g_hash_table_new(g_str_hash, g_str_equal);
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->type >= ADREF_HTML)
      count(tally, walk.node);
  return tally;
}

void adref_tally_free(AdrefTally *tally)
{
  if (!tally)
    return;
  g_array_unref(tally->parties);
  g_hash_table_unref(tally->places);
  g_free(tally);
}

const AdrefPartyTally *adref_tally_party(const AdrefTally *tally, guint place)
{
  return &g_array_index(tally->parties, AdrefPartyTally, place);
}

guint adref_tally_place(const AdrefTally *tally, const char *code)
{
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(tally->places, code));
  return place > 0 ? place - 1 : 0;
}

char *adref_tally_words(const AdrefTally *tally)
{
  GString *words = g_string_new(NULL);
  if (tally->brackets == 0)
    g_string_append(words, "no open bracket");
  else
    g_string_append_printf(words, "%u bracket%s open", tally->brackets,
                           tally->brackets == 1 ? "" : "s");
  if (tally->placeholders > 0)
    g_string_append_printf(words, ", %u placeholder%s", tally->placeholders,
                           tally->placeholders == 1 ? "" : "s");
  return g_string_free(words, FALSE);
}

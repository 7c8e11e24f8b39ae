#include "clause/proposals/clause_proposals.h"

#include "clause/node_copy.h"
#include "clause/proposals/bracket_build.h"
#include "clause/proposals/preferred_text.h"

static void add_parties(GPtrArray *parties, const AdrefNode *alternative)
{
  const GPtrArray *groups = adref_alternative_groups(alternative);
  for (guint i = 0; groups && i < groups->len; i++)
    for (char **code = ((AdrefPosition *)groups->pdata[i])->parties; *code; code++)
      if (!g_ptr_array_find_with_equal_func(parties, *code, g_str_equal, NULL))
        g_ptr_array_add(parties, *code);
}

/* FALSE: a bracket leaves the clauses. *open: brackets that are open so far. */
static gboolean add_parties_of(GPtrArray *parties, const AdrefNode *clause, guint *open)
{
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (!walk.entering)
      continue;
    if (node->type == ADREF_ALTERNATIVE)
      add_parties(parties, node);
    if (node->type != ADREF_BRACKET_EDGE)
      continue;
    if (!node->as.edge.partner || (!node->as.edge.opens && *open == 0))
      return FALSE;
    *open = node->as.edge.opens ? *open + 1 : *open - 1;
    if (!node->as.edge.opens)
      add_parties(parties, node);
  }
  return TRUE;
}

GPtrArray *adref_clause_proposals_parties(const AdrefNode *first, guint count)
{
  g_autoptr(GPtrArray) parties = g_ptr_array_new();
  guint open = 0;
  for (const AdrefNode *clause = first; count > 0; clause = clause->next, count--)
    if (!add_parties_of(parties, clause, &open))
      return NULL;
  return open == 0 ? g_steal_pointer(&parties) : NULL;
}

int adref_clause_proposals_open(const AdrefNode *node)
{
  int open = 0;
  AdrefWalk walk = adref_walk(node);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->type == ADREF_BRACKET_EDGE && walk.node->as.edge.partner)
      open += walk.node->as.edge.opens ? 1 : -1;
  return open;
}

AdrefNode *adref_clause_proposals_text(const AdrefNode *first, guint count, const char *party)
{
  const char *codes[] = {party, NULL};
  AdrefPreference preference = {.codes = party ? codes : NULL};
  g_auto(AdrefPreferenceCounts) counts = {0};
  AdrefNode *document = adref_node_new(ADREF_DOCUMENT);
  for (const AdrefNode *clause = first; count > 0; clause = clause->next, count--)
    adref_node_append(document, adref_node_copy_tree(clause, ADREF_KEPT));
  adref_node_pair_bracket_edges(document);
  adref_preferred_text(document, &preference, &counts);
  return document;
}

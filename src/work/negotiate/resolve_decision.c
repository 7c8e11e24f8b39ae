#include "work/negotiate/resolve_decision.h"

#include "clause/proposals/row_brackets.h"

void adref_resolve_decision_clear(AdrefResolveDecision *decision)
{
  g_clear_pointer(&decision->brackets, g_array_unref);
  g_clear_pointer(&decision->inner, g_ptr_array_unref);
}

static void add_row(const GArray *all, const AdrefOpenBracket *open,
                    const AdrefResolveChoice *choice, AdrefResolveDecision *decision)
{
  AdrefResolveHow how = decision->resolution.how;
  gboolean is_words = how == ADREF_RESOLVE_TEXT || how == ADREF_RESOLVE_BOTH, alike = FALSE;
  gboolean goes = choice->removes || (choice->alternative && !choice->alternative->first);
  g_autoptr(GPtrArray) row = is_words ? NULL : adref_row_brackets(open->bracket, &alike);
  if (!row || (!alike && !(goes && adref_row_brackets_are_new(row))))
    return;
  g_array_set_size(decision->brackets, 0);
  for (guint i = 0; i < all->len; i++)
    if (g_ptr_array_find(row, g_array_index(all, AdrefOpenBracket, i).bracket, NULL))
      g_array_append_vals(decision->brackets, &g_array_index(all, AdrefOpenBracket, i), 1);
  decision->is_row = TRUE;
  if (!alike) /* no words of a new row: each cell has its own numbers */
    decision->resolution.how = ADREF_RESOLVE_BASE;
}

static gboolean is_below(const AdrefNode *node, const AdrefNode *above)
{
  while (node && node != above)
    node = node->parent;
  return node != NULL;
}

static void add_inner(const AdrefParties *parties, const GArray *all, const AdrefNode *taken,
                      AdrefResolveDecision *decision)
{
  for (guint i = 0; taken && i < all->len; i++) {
    const AdrefOpenBracket *each = &g_array_index(all, AdrefOpenBracket, i);
    AdrefResolveChoice choice;
    if (!is_below(each->bracket, taken))
      continue;
    if (decision->resolution.how == ADREF_RESOLVE_PARTY &&
        adref_resolve_choose(parties, each->bracket, &decision->resolution, &choice, NULL))
      g_array_append_val(decision->brackets, *each);
    else
      g_ptr_array_add(decision->inner, each->bracket);
  }
}

void adref_resolve_decide(const AdrefParties *parties, const GArray *all,
                          const AdrefOpenBracket *open, const AdrefResolution *resolution,
                          const AdrefResolveChoice *choice, AdrefResolveDecision *decision)
{
  *decision = (AdrefResolveDecision){.resolution = *resolution,
                                     .brackets = g_array_new(FALSE, FALSE, sizeof *open),
                                     .inner = g_ptr_array_new()};
  g_array_append_val(decision->brackets, *open);
  add_row(all, open, choice, decision);
  if (!decision->is_row)
    add_inner(parties, all, choice->alternative, decision);
}

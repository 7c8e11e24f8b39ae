#include "merge/compare/block_matching.h"

#include "clause/markdown/footnote_check.h"

GPtrArray *adref_merge_child_list(const AdrefNode *node)
{
  GPtrArray *children = g_ptr_array_new();
  for (const AdrefNode *child = node ? node->first : NULL; child; child = child->next)
    g_ptr_array_add(children, (gpointer)(guintptr)child);
  return children;
}

static AdrefMatchUnits units_of(AdrefDiffWorker *worker, const GPtrArray *nodes, guint side)
{
  AdrefMatchUnit *units = g_new0(AdrefMatchUnit, nodes->len + 1);
  for (guint i = 0; i < nodes->len; i++) {
    const AdrefNode *node = nodes->pdata[i];
    units[i] = adref_diff_worker_unit(worker, node, side);
    units[i].kind = node->type;
  }
  return (AdrefMatchUnits){units, nodes->len};
}

static void set_bags(AdrefDiffWorker *worker, const GPtrArray *nodes, guint side,
                     AdrefMatchUnits units)
{
  for (guint i = 0; i < units.length; i++)
    adref_diff_worker_set_bag(worker, nodes->pdata[i], side,
                              (AdrefMatchUnit *)(guintptr)units.units + i);
}

/* A block that stands alone between two matches, on both sides, is the same one however much it
 * changed; a footnote with another label is not. */
static void match_alone(const GPtrArray *olds, const GPtrArray *news, guint *matches)
{
  guint old_at = 0, new_at = 0;
  for (guint i = 0; i <= olds->len; i++) {
    guint match = i == olds->len ? news->len : matches[i];
    if (match == ADREF_NO_MATCH)
      continue;
    if (i == old_at + 1 && match == new_at + 1) {
      const AdrefNode *old = olds->pdata[old_at], *new = news->pdata[new_at];
      if (old->type == new->type &&
          g_strcmp0(adref_footnote_label(old), adref_footnote_label(new)) == 0)
        matches[old_at] = new_at;
    }
    old_at = i + 1;
    new_at = match + 1;
  }
}

static void match_units(AdrefDiffWorker *worker, const GPtrArray *olds, const GPtrArray *news,
                        guint *matches)
{
  AdrefMatchUnits old = units_of(worker, olds, 0), new = units_of(worker, news, 1);
  g_autofree guint *weights = g_new(guint, olds->len + 1);
  for (guint i = 0; i < olds->len; i++)
    weights[i] = old.units[i].weight;
  adref_match_units_identical(worker->aligner, old, new, FALSE, matches);
  set_bags(worker, olds, 0, old);
  set_bags(worker, news, 1, new);
  adref_match_units_similar(worker->matcher, old, new, FALSE, matches);
  adref_keep_increasing_matches(matches, olds->len, weights);
  match_alone(olds, news, matches);
  adref_match_units_clear(old);
  adref_match_units_clear(new);
}

guint *adref_merge_match_blocks(AdrefDiffWorker *worker, const AdrefNode *base,
                                const AdrefNode *node)
{
  g_autoptr(GPtrArray) olds = adref_merge_child_list(base), news = adref_merge_child_list(node);
  guint *matches = g_new(guint, olds->len + 1);
  for (guint i = 0; i < olds->len; i++)
    matches[i] = base->type == ADREF_TABLE_ROW && olds->len == news->len ? i : ADREF_NO_MATCH;
  if (base->type != ADREF_TABLE_ROW)
    match_units(worker, olds, news, matches);
  return matches;
}

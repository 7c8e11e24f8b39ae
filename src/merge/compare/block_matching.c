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

/* Whether words have two letters: "3" and "(c)" are labels of a row, and not its name. */
static gboolean is_name(const char *words)
{
  guint letters = 0;
  for (const char *at = words; *at && letters < 2; at = g_utf8_next_char(at))
    letters += g_unichar_isalpha(g_utf8_get_char(at)) ? 1 : 0;
  return letters == 2;
}

/* The place + 1 of each row by the words of its first cell, which say what the row is about; 0: of
 * several rows. Caller unrefs. */
static GHashTable *named_rows(const GPtrArray *rows)
{
  GHashTable *places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < rows->len; i++) {
    const AdrefNode *row = rows->pdata[i];
    if (row->type != ADREF_TABLE_ROW || !row->first)
      continue;
    char *name = adref_node_words(row->first);
    gboolean is_known = g_hash_table_contains(places, name);
    if (is_name(name))
      g_hash_table_replace(places, name, GUINT_TO_POINTER(is_known ? 0 : i + 1));
    else
      g_free(name);
  }
  return places;
}

/* Of a table, rows that moved and have the first cell that no other row has. */
static void match_named_rows(const GPtrArray *olds, const GPtrArray *news, guint *matches)
{
  g_autoptr(GHashTable) old = named_rows(olds), new = named_rows(news);
  g_autofree guint *inverse = g_new(guint, news->len + 1);
  adref_matches_invert(matches, olds->len, inverse, news->len);
  GHashTableIter iter;
  gpointer name, place;
  g_hash_table_iter_init(&iter, old);
  while (g_hash_table_iter_next(&iter, &name, &place)) {
    guint i = GPOINTER_TO_UINT(place), j = GPOINTER_TO_UINT(g_hash_table_lookup(new, name));
    if (i > 0 && j > 0 && matches[i - 1] == ADREF_NO_MATCH && inverse[j - 1] == ADREF_NO_MATCH)
      matches[i - 1] = j - 1;
  }
}

/* Finds the blocks without a match that stand at another place. */
static void match_moved(AdrefDiffWorker *worker, const GPtrArray *olds, const GPtrArray *news,
                        AdrefMatchUnits old, AdrefMatchUnits new, const AdrefBlockMatches *matches)
{
  g_autofree guint *all = g_memdup2(matches->in_order, (old.length + 1) * sizeof(guint));
  match_named_rows(olds, news, all);
  adref_match_units_identical(worker->aligner, old, new, TRUE, all);
  adref_match_units_similar(worker->matcher, old, new, TRUE, all);
  for (guint i = 0; i < old.length; i++)
    if (matches->in_order[i] == ADREF_NO_MATCH)
      matches->moved[i] = all[i];
}

static void match_units(AdrefDiffWorker *worker, const GPtrArray *olds, const GPtrArray *news,
                        const AdrefBlockMatches *found)
{
  guint *matches = found->in_order;
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
  match_moved(worker, olds, news, old, new, found);
  adref_match_units_clear(old);
  adref_match_units_clear(new);
}

AdrefBlockMatches adref_merge_match_blocks(AdrefDiffWorker *worker, const AdrefNode *base,
                                           const AdrefNode *node)
{
  g_autoptr(GPtrArray) olds = adref_merge_child_list(base), news = adref_merge_child_list(node);
  AdrefBlockMatches matches = {g_new(guint, olds->len + 1), g_new(guint, olds->len + 1)};
  gboolean by_place = base->type == ADREF_TABLE_ROW && olds->len == news->len;
  for (guint i = 0; i < olds->len; i++) {
    matches.in_order[i] = by_place ? i : ADREF_NO_MATCH;
    matches.moved[i] = ADREF_NO_MATCH;
  }
  if (base->type != ADREF_TABLE_ROW)
    match_units(worker, olds, news, &matches);
  return matches;
}

void adref_block_matches_clear(AdrefBlockMatches *matches)
{
  g_clear_pointer(&matches->in_order, g_free);
  g_clear_pointer(&matches->moved, g_free);
}

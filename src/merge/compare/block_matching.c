#include "merge/compare/block_matching.h"

#include <string.h>

#include "clause/markdown/footnote_check.h"

enum {
  MOVED_PERCENT = 60 /* of the word pairs of a block that moved and was changed, which stay */
};

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

/* Whether two rows have the same words in some cell. */
static gboolean share_cell(const AdrefNode *a, const AdrefNode *b)
{
  g_autoptr(GHashTable) cells = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  gboolean share = FALSE;
  for (const AdrefNode *cell = a->first; cell; cell = cell->next)
    if (cell->first)
      g_hash_table_add(cells, adref_node_words(cell));
  for (const AdrefNode *cell = b->first; cell && !share; cell = cell->next) {
    g_autofree char *words = adref_node_words(cell);
    share = g_hash_table_contains(cells, words);
  }
  return share;
}

/* A footnote with another label is another one. So is a row of other cells, unless that is asked
 * for. */
static gboolean may_be_one(const AdrefNode *old, const AdrefNode *new, gboolean other_cells)
{
  return old->type == new->type &&
         (other_cells || old->type != ADREF_TABLE_ROW || share_cell(old, new)) &&
         g_strcmp0(adref_footnote_label(old), adref_footnote_label(new)) == 0;
}

/* Whether one of two blocks is a part of another block. */
static gboolean is_part(const AdrefBlockMatches *matches, guint old, guint new)
{
  return matches->joined_into && (matches->joined_into[old] != ADREF_NO_MATCH ||
                                  matches->split_from[new] != ADREF_NO_MATCH);
}

/* A block that stands alone between two matches, on both sides, is the same one however much it
 * changed, unless it moved. */
static void match_alone(const GPtrArray *olds, const GPtrArray *news,
                        const AdrefBlockMatches *matches, gboolean other_cells)
{
  g_autofree guint *moved_from = g_new(guint, news->len + 1);
  adref_matches_invert(matches->moved, olds->len, moved_from, news->len);
  guint old_at = 0, new_at = 0;
  for (guint i = 0; i <= olds->len; i++) {
    guint match = i == olds->len ? news->len : matches->in_order[i];
    if (match == ADREF_NO_MATCH)
      continue;
    if (i == old_at + 1 && match == new_at + 1 && matches->moved[old_at] == ADREF_NO_MATCH &&
        moved_from[new_at] == ADREF_NO_MATCH && !is_part(matches, old_at, new_at)) {
      if (may_be_one(olds->pdata[old_at], news->pdata[new_at], other_cells))
        matches->in_order[old_at] = new_at;
    }
    old_at = i + 1;
    new_at = match + 1;
  }
}

char *adref_row_name(const AdrefNode *row)
{
  if (row->type != ADREF_TABLE_ROW || !row->first)
    return NULL;
  char *words = adref_node_words(row->first);
  guint letters = 0;
  for (const char *at = words; *at && letters < 2; at = g_utf8_next_char(at))
    letters += g_unichar_isalpha(g_utf8_get_char(at)) ? 1 : 0;
  if (letters < 2)
    g_clear_pointer(&words, g_free);
  return words;
}

/* The place + 1 of each row by its name; 0: of several rows. Caller unrefs. */
static GHashTable *named_rows(const GPtrArray *rows)
{
  GHashTable *places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < rows->len; i++) {
    char *name = adref_row_name(rows->pdata[i]);
    gboolean is_known = name && g_hash_table_contains(places, name);
    if (name)
      g_hash_table_replace(places, name, GUINT_TO_POINTER(is_known ? 0 : i + 1));
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

/* Of matches in any order, those that keep the order; the others moved. */
static void divide(AdrefMatchUnits old, const guint *all, const AdrefBlockMatches *matches)
{
  g_autofree guint *weights = g_new(guint, old.length + 1);
  for (guint i = 0; i < old.length; i++)
    weights[i] = old.units[i].weight;
  memcpy(matches->in_order, all, old.length * sizeof *all);
  adref_keep_increasing_matches(matches->in_order, old.length, weights);
  for (guint i = 0; i < old.length; i++)
    matches->moved[i] = matches->in_order[i] == ADREF_NO_MATCH ? all[i] : ADREF_NO_MATCH;
}

static gint compare_pairs(gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
  return x < y ? -1 : x > y;
}

/* The word pairs of a block, sorted. Caller unrefs. */
static GArray *pairs_of(const AdrefWordBag *bag)
{
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(guint32));
  if (bag->length > 1)
    g_array_append_vals(pairs, bag->bigrams, bag->length - 1);
  g_array_sort(pairs, compare_pairs);
  return pairs;
}

/* Whether most word pairs of the longer one of two blocks are in both: the items of a list are
 * often made by one pattern, in which only names and numbers differ. */
static gboolean share_pairs(const AdrefWordBag *a, const AdrefWordBag *b)
{
  g_autoptr(GArray) first = pairs_of(a), second = pairs_of(b);
  guint common = 0;
  for (guint i = 0, j = 0; i < first->len && j < second->len;) {
    guint32 x = g_array_index(first, guint32, i), y = g_array_index(second, guint32, j);
    common += x == y ? 1 : 0;
    i += x <= y ? 1 : 0;
    j += y <= x ? 1 : 0;
  }
  guint pairs = MAX(first->len, second->len);
  return pairs > 0 && common * 100 >= pairs * MOVED_PERCENT;
}

/* Forgets what was matched in a gap by less similarity than what moved needs, and crosses others.
 */
static void forget_crossed(AdrefMatchUnits old, AdrefMatchUnits new, guint *matches)
{
  g_autofree guint *ordered = g_memdup2(matches, (old.length + 1) * sizeof(guint));
  g_autofree guint *weights = g_new(guint, old.length + 1);
  for (guint i = 0; i < old.length; i++)
    weights[i] = old.units[i].weight;
  adref_keep_increasing_matches(ordered, old.length, weights);
  for (guint i = 0; i < old.length; i++) {
    if (matches[i] == ADREF_NO_MATCH || ordered[i] != ADREF_NO_MATCH)
      continue;
    const AdrefMatchUnit *unit = old.units + i, *to = new.units + matches[i];
    if (unit->kind != ADREF_TABLE_ROW && unit->content != to->content &&
        !share_pairs(unit->bag, to->bag))
      matches[i] = ADREF_NO_MATCH;
  }
}

/* Matches blocks that moved and changed little. */
static void match_moved(AdrefDiffWorker *worker, AdrefMatchUnits old, AdrefMatchUnits new,
                        guint *matches)
{
  forget_crossed(old, new, matches);
  g_autofree guint *all = g_memdup2(matches, (old.length + 1) * sizeof(guint));
  adref_match_units_similar(worker->matcher, old, new, TRUE, all);
  for (guint i = 0; i < old.length; i++)
    if (matches[i] == ADREF_NO_MATCH && all[i] != ADREF_NO_MATCH &&
        share_pairs(old.units[i].bag, new.units[all[i]].bag))
      matches[i] = all[i];
}

/* Only paragraphs and items are divided and joined. */
static void drop_others(AdrefMatchUnits units, guint *wholes)
{
  for (guint i = 0; i < units.length; i++)
    if (units.units[i].kind != ADREF_PARAGRAPH && units.units[i].kind != ADREF_ITEM)
      wholes[i] = ADREF_NO_MATCH;
}

/* Finds blocks that were divided or joined. What is the first part of a block is its match. */
static void find_parts(AdrefDiffWorker *worker, AdrefMatchUnits old, AdrefMatchUnits new,
                       AdrefBlockMatches *matches, guint *all)
{
  g_autofree guint *inverse = g_new(guint, new.length + 1);
  matches->doubtful = g_new0(guint8, old.length + 1);
  adref_match_units_short(worker->matcher, old, new, all, matches->doubtful);
  for (guint i = 0; i < old.length; i++) /* rows are matched by their names */
    if (matches->doubtful[i] && old.units[i].kind == ADREF_TABLE_ROW) {
      all[i] = ADREF_NO_MATCH;
      matches->doubtful[i] = FALSE;
    }
  matches->joined_into = g_new(guint, old.length + 1);
  matches->split_from = g_new(guint, new.length + 1);
  adref_match_units_split(worker->matcher, old, new, NULL, all, all, matches->split_from);
  adref_matches_invert(all, old.length, inverse, new.length);
  adref_match_units_split(worker->matcher, new, old, matches->split_from, inverse, inverse,
                          matches->joined_into);
  adref_matches_invert(inverse, new.length, all, old.length);
  matches->same = g_new0(guint8, old.length + 1);
  for (guint i = 0; i < old.length; i++)
    matches->same[i] =
        all[i] != ADREF_NO_MATCH && old.units[i].exact == new.units[all[i]].exact ? TRUE : FALSE;
  drop_others(old, matches->joined_into);
  drop_others(new, matches->split_from);
}

/* What is surely the same is matched first, wherever it stands: the same content, and rows by their
 * names. */
static void match_units(AdrefDiffWorker *worker, const GPtrArray *olds, const GPtrArray *news,
                        AdrefBlockMatches *matches, gboolean other_cells)
{
  AdrefMatchUnits old = units_of(worker, olds, 0), new = units_of(worker, news, 1);
  g_autofree guint *all = g_memdup2(matches->in_order, (old.length + 1) * sizeof(guint));
  adref_match_units_identical(worker->aligner, old, new, FALSE, all);
  match_named_rows(olds, news, all);
  adref_match_units_identical(worker->aligner, old, new, TRUE, all);
  set_bags(worker, olds, 0, old);
  set_bags(worker, news, 1, new);
  adref_match_units_similar(worker->matcher, old, new, FALSE, all);
  match_moved(worker, old, new, all);
  if (!other_cells)
    find_parts(worker, old, new, matches, all);
  divide(old, all, matches);
  match_alone(olds, news, matches, other_cells);
  adref_match_units_clear(old);
  adref_match_units_clear(new);
}

AdrefBlockMatches adref_merge_match_blocks(AdrefDiffWorker *worker, const AdrefNode *base,
                                           const AdrefNode *node, gboolean other_cells)
{
  g_autoptr(GPtrArray) olds = adref_merge_child_list(base), news = adref_merge_child_list(node);
  AdrefBlockMatches matches = {
      g_new(guint, olds->len + 1), g_new(guint, olds->len + 1), NULL, NULL, NULL, NULL};
  gboolean by_place = base->type == ADREF_TABLE_ROW && olds->len == news->len;
  for (guint i = 0; i < olds->len; i++) {
    matches.in_order[i] = by_place ? i : ADREF_NO_MATCH;
    matches.moved[i] = ADREF_NO_MATCH;
  }
  if (base->type != ADREF_TABLE_ROW)
    match_units(worker, olds, news, &matches, other_cells);
  return matches;
}

void adref_block_matches_clear(AdrefBlockMatches *matches)
{
  g_clear_pointer(&matches->in_order, g_free);
  g_clear_pointer(&matches->moved, g_free);
  g_clear_pointer(&matches->joined_into, g_free);
  g_clear_pointer(&matches->split_from, g_free);
  g_clear_pointer(&matches->same, g_free);
  g_clear_pointer(&matches->doubtful, g_free);
}

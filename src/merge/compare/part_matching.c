#include "merge/compare/part_matching.h"

#include "clause/change.h"
#include "clause/node_copy.h"
#include "merge/compare/diff.h"

static AdrefNode *document_of(const AdrefNode *clause)
{
  AdrefNode *document = adref_node_new(ADREF_DOCUMENT);
  adref_node_append(document, adref_node_copy_tree(clause, ADREF_KEPT));
  return document;
}

/* Of a part that moved, the old place (DELETED) and the first new one are found apart. */
static void add_move(GHashTable *places, const AdrefNode *part, const AdrefBlockMove *move,
                     AdrefNode *was, AdrefNode *is, GHashTable *matches)
{
  AdrefNode *here = part == move->from ? was : is;
  AdrefNode *there = g_hash_table_lookup(places, move);
  if (!there)
    g_hash_table_insert(places, (gpointer)(guintptr)move, here);
  else if (part == move->from)
    g_hash_table_insert(matches, here, there);
  else if (!g_hash_table_contains(matches, there))
    g_hash_table_insert(matches, there, here);
}

/* The redline has the parts of both forms in their order. One whose attribute changed is a new node
 * around the old one. */
GHashTable *adref_part_matching_new(const AdrefNode *old, const AdrefNode *new, AdrefNodeType type,
                                    const char *language)
{
  GHashTable *matches = g_hash_table_new(g_direct_hash, g_direct_equal);
  g_autoptr(GHashTable) places = g_hash_table_new(g_direct_hash, g_direct_equal);
  g_autoptr(GPtrArray) before = adref_node_find_all(old, type),
                       after = adref_node_find_all(new, type);
  g_autoptr(AdrefNode) first = document_of(old), second = document_of(new);
  g_autoptr(AdrefNode) redline = adref_diff(first, second, language);
  guint at[2] = {0, 0};
  AdrefWalk walk = adref_walk(redline);
  while (adref_walk_next(&walk)) {
    const AdrefNode *part = walk.node;
    if (!walk.entering || part->type != type)
      continue;
    const AdrefBlockMove *move = adref_change_move_of(part);
    gboolean is_old = adref_change_in_old(part) && (!move || part == move->from);
    gboolean is_new = adref_change_in_new(part);
    gboolean is_both = is_new && (is_old || adref_change_old_node(part));
    if ((is_old && at[0] >= before->len) || (is_new && at[1] >= after->len))
      break;
    if (move)
      add_move(places, part, move, is_old ? before->pdata[at[0]] : NULL,
               is_new ? after->pdata[at[1]] : NULL, matches);
    else if (is_both && at[0] < before->len)
      g_hash_table_insert(matches, before->pdata[at[0]], after->pdata[at[1]]);
    at[0] += is_old ? 1 : 0;
    at[1] += is_new ? 1 : 0;
  }
  return matches;
}

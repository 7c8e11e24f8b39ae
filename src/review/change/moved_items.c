#include "review/change/moved_items.h"

#include "clause/change.h"

static gboolean is_old_place(const AdrefNode *item, const AdrefBlockMove *move)
{
  return move && move->from == item;
}

static gboolean is_unchanged(const AdrefNode *item)
{
  AdrefWalk walk = adref_walk(item);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->mark != ADREF_KEPT)
      return FALSE;
  return TRUE;
}

/* Whether the item is the only new place of one of the same list, with the same words. */
static gboolean moved_within(const AdrefNode *item, const AdrefBlockMove *move)
{
  return move && move->from != item && move->from->type == ADREF_ITEM &&
         move->from->parent == item->parent && move->to->len == 1 && is_unchanged(item);
}

void adref_moved_items_add(GHashTable *moved, const AdrefNode *list)
{
  guint old = 0, new = 0;
  g_autoptr(GHashTable) numbers = g_hash_table_new(NULL, NULL); /* of items at their old places */
  for (const AdrefNode *item = list->first; item; item = item->next) {
    const AdrefBlockMove *move = adref_change_move_of(item);
    gboolean from = is_old_place(item, move);
    if (from || (!move && item->mark != ADREF_INSERTED && item->mark != ADREF_WRAPPED))
      old++;
    if (from)
      g_hash_table_insert(numbers, (gpointer)(guintptr)item, GUINT_TO_POINTER(old));
  }
  for (const AdrefNode *item = list->first; item; item = item->next) {
    const AdrefBlockMove *move = adref_change_move_of(item);
    if (item->mark == ADREF_DELETED || item->mark == ADREF_UNWRAPPED)
      continue;
    new ++;
    if (!moved_within(item, move))
      continue;
    guint was = GPOINTER_TO_UINT(g_hash_table_lookup(numbers, move->from));
    if (was == new) /* other items came and went around it */
      continue;
    AdrefMovedItem *both = g_new(AdrefMovedItem, 1);
    *both = (AdrefMovedItem){was, new};
    g_hash_table_insert(moved, (gpointer)(guintptr)item, both);
  }
}

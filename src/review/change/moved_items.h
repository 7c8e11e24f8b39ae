/* Items of a list that moved within it with the same words: such an item stands at its new place
 * with its words, and a DELETED one without words at its old place (clause/change.h). */
#ifndef ADREF_REVIEW_CHANGE_MOVED_ITEMS_H
#define ADREF_REVIEW_CHANGE_MOVED_ITEMS_H

#include <glib.h>

#include "clause/node.h"

typedef struct {
  guint old, new; /* the number of the item, from 1, in each text */
} AdrefMovedItem;

/* Adds the items of a LIST of a redline that moved so: ITEM at its new place -> AdrefMovedItem,
 * which the hash table frees. An item whose words changed, too, is told by these. */
void adref_moved_items_add(GHashTable *moved, const AdrefNode *list);

#endif

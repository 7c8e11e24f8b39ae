/* Items and tables that a part of a clause does not have: somebody has sent "(b)" alone, which is
 * still "(b)", or the words before a table. */
#ifndef ADREF_CLAUSE_TEXT_MISSING_ITEMS_H
#define ADREF_CLAUSE_TEXT_MISSING_ITEMS_H

#include "clause/labels/item_label.h"
#include "clause/node.h"

/* The label that was typed before a paragraph, or that an item has, "(b)"; its length is 0 where
 * there is none. */
AdrefItemLabel adref_block_label(const AdrefNode *block);

/* Whether two labels count the same; of length 0 none does. */
gboolean adref_block_label_is_same(const AdrefItemLabel *a, const AdrefItemLabel *b);

/* Puts the paragraphs and items with labels of `whole` that `part` does not have into it, where an
 * item behind them has kept its label. How many they are. */
guint adref_missing_items_keep(AdrefNode *part, const AdrefNode *whole);

/* Puts the tables of `whole` into `part`, which has none, behind as many other blocks as they have
 * before them. How many they are. */
guint adref_missing_tables_keep(AdrefNode *part, const AdrefNode *whole);

#endif

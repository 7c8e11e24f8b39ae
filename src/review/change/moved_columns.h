/* Columns of a table that moved: in a redline the cells of such a column are DELETED in one place
 * of each row and INSERTED in another, with the same words in the head. */
#ifndef ADREF_REVIEW_CHANGE_MOVED_COLUMNS_H
#define ADREF_REVIEW_CHANGE_MOVED_COLUMNS_H

#include <glib.h>

#include "clause/node.h"

typedef struct {
  const AdrefNode *other; /* the cell at the other place */
  guint old, new;         /* the number of the column, from 1, in each text */
  gboolean same;          /* the two cells have the same content */
} AdrefMovedCell;

/* Adds the cells of columns of a TABLE of a redline that moved: TABLE_CELL -> AdrefMovedCell, which
 * the hash table frees, for both places of each cell. Cells of which only formatting or
 * links changed are not added. */
void adref_moved_columns_add(GHashTable *moved, const AdrefNode *table);

#endif

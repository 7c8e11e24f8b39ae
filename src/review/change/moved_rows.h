/* Rows of a table that moved: in a redline such a row is DELETED in one place and INSERTED in
 * another, with the same content. */
#ifndef ADREF_REVIEW_CHANGE_MOVED_ROWS_H
#define ADREF_REVIEW_CHANGE_MOVED_ROWS_H

#include <glib.h>

#include "clause/node.h"

typedef struct {
  guint old, new; /* the number of the row below the head, from 1, in each text */
} AdrefMovedRow;

/* Adds the rows of a TABLE of a redline that moved: ROW -> AdrefMovedRow, which the hash table
 * frees, for both places of each row. */
void adref_moved_rows_add(GHashTable *moved, const AdrefNode *table);

#endif

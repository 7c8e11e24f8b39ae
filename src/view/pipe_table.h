/* Tables that are written with | : a paragraph with ROW_BREAK between its rows. */
#ifndef ADREF_VIEW_PIPE_TABLE_H
#define ADREF_VIEW_PIPE_TABLE_H

#include <glib.h>

#include "clause/node.h"

/* The number of columns when the paragraph is a simple table: each row begins and ends with |, the
 * second is |---|---|, and all have the same number of cells. 0: anything else. A | inside a
 * bracket or emphasis divides nothing. */
guint adref_pipe_table_columns(const AdrefNode *paragraph);

/* Whether a TEXT node is the row |---|---| below the heads. */
gboolean adref_pipe_table_is_delimiter(const AdrefNode *text);

#endif

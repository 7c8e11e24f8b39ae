/* Tables that are written with "|": a paragraph with ROW_BREAK between its rows. */
#ifndef ADREF_VIEW_PIPE_TABLE_H
#define ADREF_VIEW_PIPE_TABLE_H

#include <glib.h>

#include "clause/node.h"

/* The number of columns when the paragraph is a simple table: each row begins and ends with "|",
 * the second is "|---|---|", and all rows have the same number of cells. 0: not a table. A "|"
 * inside a bracket or emphasis does not divide cells. */
guint adref_pipe_table_columns(const AdrefNode *paragraph);

/* Whether a TEXT node is the row "|---|---|" below the header. */
gboolean adref_pipe_table_is_delimiter(const AdrefNode *text);

#endif

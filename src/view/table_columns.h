/* In which column of a table each cell stands. In a redline a row that was deleted has no cells in
 * columns that were added later, and a row that was inserted has none in columns that went. */
#ifndef ADREF_VIEW_TABLE_COLUMNS_H
#define ADREF_VIEW_TABLE_COLUMNS_H

#include "view/view.h"

typedef struct {
  const char *alignments; /* private: of the columns from the next cell on */
  const AdrefNode *head;  /* private: the cell of the head above the next cell; NULL: none */
  AdrefChangeMark absent; /* private: the mark of heads below which the row has no cell */
} AdrefTableColumns;

/* For the cells of a row. `table`: the TABLE that is written, which has the alignments. */
AdrefTableColumns adref_table_columns(const AdrefNode *table, const AdrefNode *row,
                                      AdrefViewSide side);

/* The number of columns before the next cell that stay empty; `cell` NULL: behind the last cell.
 * *alignment: of the cell (l, c, r, -). */
guint adref_table_columns_next(AdrefTableColumns *columns, const AdrefNode *cell, char *alignment);

#endif

/* Two columns: rows of clauses side by side.
 *
 * Both cells of a row begin at the same height, on one base line. A row that is not high stays on
 * one page; in a higher one each cell flows on in its own column, and the next row begins below the
 * longer one. A row of headings stays with the row below it.
 *
 * For programs that read to people the columns are a table: a row of heads, then a row for each
 * pair, the left cell before the right one. What goes on over the page is a row of its own there,
 * since Cairo cannot go back to a cell that it has closed. */
#ifndef ADREF_PRINT_PARALLEL_COLUMNS_H
#define ADREF_PRINT_PARALLEL_COLUMNS_H

#include "print/page_flow.h"

enum {
  ADREF_PARALLEL_COLUMNS_GUTTER = 28 /* points between the columns */
};

typedef struct AdrefParallelColumns AdrefParallelColumns;

typedef enum {
  ADREF_PARALLEL_COLUMNS_LEFT, /* the first column: in Arabic the right one */
  ADREF_PARALLEL_COLUMNS_RIGHT,
  ADREF_PARALLEL_COLUMNS_ACROSS, /* above both */
} AdrefParallelColumnsPart;

/* `geometry`: the page of each column. `language`: that of the second column; it is not used when
 * the flow has one line breaker. The flow's own geometry is the first one again after each part. */
AdrefParallelColumns *adref_parallel_columns_new(AdrefPageFlow *flow,
                                                 const AdrefPageGeometry *geometry,
                                                 const char *language);
void adref_parallel_columns_free(AdrefParallelColumns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefParallelColumns, adref_parallel_columns_free)

/* Begins a row, of clauses or of the heads of the columns. */
void adref_parallel_columns_begin_row(AdrefParallelColumns *columns, gboolean is_head);

/* Begins a part of the row: what is set in the flow from then on stands there, in the element that
 * is returned. In any order; again only while nothing has been set in the part. */
guint adref_parallel_columns_begin_part(AdrefParallelColumns *columns,
                                        AdrefParallelColumnsPart part);

/* The element in which a part of the row stands, without beginning that part. */
guint adref_parallel_columns_cell(const AdrefParallelColumns *columns,
                                  AdrefParallelColumnsPart part);

/* Whether nothing has been set in a part of the row. */
gboolean adref_parallel_columns_is_empty(const AdrefParallelColumns *columns,
                                         AdrefParallelColumnsPart part);

/* Ends the last row: what is set afterwards stands below it as before. */
void adref_parallel_columns_end(AdrefParallelColumns *columns);

#endif

/* Parallel columns: rows of clauses side by side.
 *
 * All cells of a row begin at the same height, with level base lines. A low row stays on one page.
 * In a higher row each cell continues on the next page in its own column, and the next row begins
 * below the longer cell. A row of headings stays with the row below it.
 *
 * In the structure tree the columns are a table: a header row, then a row for each pair, its
 * cells in the order of the columns. What continues on the next page is a row of its own there,
 * because Cairo cannot open a cell again. */
#ifndef ADREF_PRINT_PARALLEL_COLUMNS_H
#define ADREF_PRINT_PARALLEL_COLUMNS_H

#include "print/page_flow.h"

enum {
  ADREF_PARALLEL_COLUMNS_GUTTER = 28,      /* points between two columns */
  ADREF_PARALLEL_COLUMNS_MANY_GUTTER = 14, /* between three and more */
  ADREF_PARALLEL_COLUMNS_MAX = 6
};

typedef struct AdrefParallelColumns AdrefParallelColumns;

typedef enum {
  ADREF_PARALLEL_COLUMNS_LEFT, /* the first column: on the right in Arabic */
  ADREF_PARALLEL_COLUMNS_RIGHT,
  /* ... further columns, by their numbers ... */
  ADREF_PARALLEL_COLUMNS_ACROSS = ADREF_PARALLEL_COLUMNS_MAX, /* above all of them */
} AdrefParallelColumnsPart;

/* `geometry`: the page of each column. `language`: that of the second column; it is not used when
 * the flow has one line breaker. The flow's own geometry is the first one again after each part. */
AdrefParallelColumns *adref_parallel_columns_new(AdrefPageFlow *flow,
                                                 const AdrefPageGeometry *geometry,
                                                 const char *language);

/* `count` columns, all of one text and set by the first line breaker of the flow. `titles` stand
 * above them on each page but those with a row of column titles; they are kept by reference until
 * the pages are drawn. */
AdrefParallelColumns *adref_parallel_columns_new_many(AdrefPageFlow *flow,
                                                      const AdrefPageGeometry *geometry,
                                                      guint count, const char *const *titles);
void adref_parallel_columns_free(AdrefParallelColumns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefParallelColumns, adref_parallel_columns_free)

/* Begins a row, of clauses or of column titles. */
void adref_parallel_columns_begin_row(AdrefParallelColumns *columns, gboolean is_head);

/* Begins a part of the row: what is added to the flow from now on stands there. The return value is
 * the part's element. Parts can be begun in any order, and a part again while it is empty. */
guint adref_parallel_columns_begin_part(AdrefParallelColumns *columns,
                                        AdrefParallelColumnsPart part);

/* The row stays on one page with the next row, as a row of headings does. */
void adref_parallel_columns_keep_row(AdrefParallelColumns *columns);

/* The width of each of `count` columns of a page, and where column `at` begins, from 0, in the
 * direction of the lines. */
float adref_parallel_columns_width(const AdrefPageGeometry *geometry, guint count);
float adref_parallel_columns_start(const AdrefPageGeometry *geometry, guint count, guint at);

typedef struct {
  float top, bottom; /* from the top of the paper */
} AdrefColumnRule;

/* The pieces of the rule between two columns of a page that stands at `x` from the start of the
 * lines, from the top: none runs through words that stand across the columns. Caller unrefs. */
GArray *adref_parallel_columns_rules(const AdrefPageFlow *flow, const AdrefPageContent *content,
                                     float x);

/* The element of a part of the row, without beginning the part. */
guint adref_parallel_columns_cell(const AdrefParallelColumns *columns,
                                  AdrefParallelColumnsPart part);

/* Whether a part of the row is empty. */
gboolean adref_parallel_columns_is_empty(const AdrefParallelColumns *columns,
                                         AdrefParallelColumnsPart part);

/* Ends the last row: what is added afterwards stands below it, across the page. */
void adref_parallel_columns_end(AdrefParallelColumns *columns);

#endif

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
  ADREF_SPREAD_GUTTER = 28 /* points between the columns */
};

typedef struct AdrefSpread AdrefSpread;

typedef enum {
  ADREF_SPREAD_LEFT, /* the first column: in Arabic the right one */
  ADREF_SPREAD_RIGHT,
  ADREF_SPREAD_ACROSS, /* above both */
} AdrefSpreadPart;

/* Takes the measures of a page for each column; those of the flow are the first ones again once the
 * spread is freed. `setters` may be one and the same. `other`: the language of the second column,
 * where it is another one; NULL: it is not. */
AdrefSpread *adref_spread_new(AdrefFlow *flow, const AdrefMeasures *measures,
                              AdrefSetter *const *setters, const char *other);
void adref_spread_free(AdrefSpread *spread);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefSpread, adref_spread_free)

/* Begins a row, of clauses or of the heads of the columns. */
void adref_spread_row(AdrefSpread *spread, gboolean is_head);

/* Begins a part of the row: what is set in the flow from then on stands there, in the element that
 * is returned. In any order; again only while nothing has been set in the part. */
guint adref_spread_part(AdrefSpread *spread, AdrefSpreadPart part);

/* The element in which a part of the row stands, without beginning that part. */
guint adref_spread_cell(const AdrefSpread *spread, AdrefSpreadPart part);

/* Whether nothing has been set in a part of the row. */
gboolean adref_spread_is_empty(const AdrefSpread *spread, AdrefSpreadPart part);

/* Ends the last row: what is set afterwards stands below it as before. */
void adref_spread_end(AdrefSpread *spread);

#endif

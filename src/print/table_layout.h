/* A table on paper: cells are collected, then columns get the widths that their words need. */
#ifndef ADREF_PRINT_TABLE_LAYOUT_H
#define ADREF_PRINT_TABLE_LAYOUT_H

#include <glib.h>

#include "print/page_flow.h"

typedef struct AdrefGrid AdrefGrid;

AdrefGrid *adref_grid_new(guint columns);
void adref_grid_free(AdrefGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefGrid, adref_grid_free)

/* A new row; the first one holds the heads. */
void adref_grid_row(AdrefGrid *grid);

/* A new cell in it, to be filled; NULL when the row is full. The grid owns it. */
AdrefPassage *adref_grid_cell(AdrefGrid *grid);

/* Sets the table between x and x + width, as the child of an element. */
void adref_grid_set(AdrefGrid *grid, AdrefFlow *flow, guint parent, float x, float width, float gap,
                    float leading);

#endif

/* A table on paper: cells are collected, then columns get the widths that their words need. */
#ifndef ADREF_PRINT_TABLE_LAYOUT_H
#define ADREF_PRINT_TABLE_LAYOUT_H

#include <glib.h>

#include "print/page_flow.h"

typedef struct AdrefTableLayout AdrefTableLayout;

AdrefTableLayout *adref_table_layout_new(guint columns);
void adref_table_layout_free(AdrefTableLayout *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefTableLayout, adref_table_layout_free)

/* A new row; the first one holds the heads. */
void adref_table_layout_add_row(AdrefTableLayout *table);

/* A new cell in it, to be filled; NULL when the row is full. The grid owns it. */
AdrefStyledText *adref_table_layout_add_cell(AdrefTableLayout *table);

/* Sets the table between x and x + width, as the child of an element. */
void adref_table_layout_set(AdrefTableLayout *table, AdrefPageFlow *flow, guint parent, float x,
                            float width, float gap, float leading);

#endif

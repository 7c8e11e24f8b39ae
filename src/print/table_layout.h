/* Table layout: collects the cells of a table, then gives each column the width that its words
 * need. */
#ifndef ADREF_PRINT_TABLE_LAYOUT_H
#define ADREF_PRINT_TABLE_LAYOUT_H

#include <glib.h>

#include "print/page_flow.h"

typedef struct AdrefTableLayout AdrefTableLayout;

AdrefTableLayout *adref_table_layout_new(guint columns);
void adref_table_layout_free(AdrefTableLayout *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefTableLayout, adref_table_layout_free)

/* How the words of a column stand; at its start when nothing is said. */
void adref_table_layout_align(AdrefTableLayout *table, guint column, AdrefTextAlign align);

/* A new row; the first one is the header. */
void adref_table_layout_add_row(AdrefTableLayout *table);

/* A new empty cell in the row; NULL when the row is full. The table owns it. */
AdrefStyledText *adref_table_layout_add_cell(AdrefTableLayout *table);

/* Adds the table to a flow, between x and x + width, in the element `parent`. */
void adref_table_layout_set(AdrefTableLayout *table, AdrefPageFlow *flow, guint parent, float x,
                            float width, float gap, float leading);

#endif

/* Table layout: collects the cells of a table, then gives each column the width that its words
 * need. A table that is too wide for its place is set in smaller letters. */
#ifndef ADREF_PRINT_TABLE_LAYOUT_H
#define ADREF_PRINT_TABLE_LAYOUT_H

#include <glib.h>

#include "print/page_flow.h"

/* Points: no table is set smaller. */
#define ADREF_TABLE_LAYOUT_SMALLEST 6.0F

typedef struct AdrefTableLayout AdrefTableLayout;

AdrefTableLayout *adref_table_layout_new(guint columns);
void adref_table_layout_free(AdrefTableLayout *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefTableLayout, adref_table_layout_free)

/* A new row. The rows of the head come first; they are printed again on each page. */
void adref_table_layout_add_row(AdrefTableLayout *table, gboolean is_head);

/* A new empty cell in the row; NULL when the row is full. The table owns it. */
AdrefStyledText *adref_table_layout_add_cell(AdrefTableLayout *table, AdrefTextAlign align);

/* Adds the table to a flow, between x and x + width, in the element `parent`. FALSE: also the
 * smallest letters need more than that width, so that words are divided. */
gboolean adref_table_layout_set(AdrefTableLayout *table, AdrefPageFlow *flow, guint parent, float x,
                                float width, float gap, float leading);

#endif

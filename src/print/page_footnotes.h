/* Footnotes at the bottom of the page. Only for pagination.c.
 *
 * The lines of all footnotes stand in one queue, in the order of their calls. A page takes from it
 * the lines that its boxes call. When a long footnote does not fit, its last lines continue at the
 * bottom of the next page. */
#ifndef ADREF_PRINT_PAGE_FOOTNOTES_H
#define ADREF_PRINT_PAGE_FOOTNOTES_H

#include "print/page_flow.h"

/* Whether the footnotes that box `at` calls fit when the box ends at `bottom`. */
gboolean adref_page_footnotes_fit(const AdrefPageFlow *flow, guint at, float bottom);

/* Takes the footnote lines of the page that ends above box `end`, and places them. */
void adref_page_footnotes_place(AdrefPageFlow *flow, guint end);

/* Whether footnote lines are left that need one more page. */
gboolean adref_page_footnotes_are_pending(const AdrefPageFlow *flow);

#endif

/* The foot of the page: notes below the text that calls them. For the files of the flow alone.
 *
 * Lines of notes stand in one queue, in the order in which they are called. A page takes from it
 * what its boxes call; where a long note does not fit, its last lines go on at the foot of the next
 * page. */
#ifndef ADREF_PRINT_PAGE_FOOTNOTES_H
#define ADREF_PRINT_PAGE_FOOTNOTES_H

#include "print/page_flow.h"

/* Whether the notes that a box calls find room when it ends at `bottom`. */
gboolean adref_page_footnotes_fit(const AdrefPageFlow *flow, guint at, float bottom);

/* Takes the lines of the page that ends above a box, and puts them in their place. */
void adref_page_footnotes_place(AdrefPageFlow *flow, guint end);

/* Whether lines wait for one more page. */
gboolean adref_page_footnotes_are_pending(const AdrefPageFlow *flow);

#endif

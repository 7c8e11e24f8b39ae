/* The column in which the numbers of clauses stand: as wide as the widest number that the view
 * prints, "112 ter.", so that no number runs into its paragraph. */
#ifndef ADREF_VIEW_NUMBER_COLUMN_H
#define ADREF_VIEW_NUMBER_COLUMN_H

#include "view/view.h"

/* Called with each number that may need more than the usual column, also those of the old text of a
 * redline. */
typedef void (*AdrefNumberColumnCallback)(gpointer data, const AdrefNode *clause,
                                          const char *number);
void adref_number_column_each(const AdrefNode *document, AdrefView view,
                              AdrefNumberColumnCallback callback, gpointer data);

/* About the width of the widest of them in font sizes, for outputs that do not set lines
 * themselves; 0: the usual column has room for all. */
float adref_number_column_width(const AdrefNode *document, AdrefView view);

#endif

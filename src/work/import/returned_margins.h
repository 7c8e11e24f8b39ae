/* The headers and footers of a Word file that came back, which are no text: what in them differs.
 */
#ifndef ADREF_WORK_IMPORT_RETURNED_MARGINS_H
#define ADREF_WORK_IMPORT_RETURNED_MARGINS_H

#include "view/reports/word_report.h"

/* Adds the lines of `now` that did not go out to what is left out; where none is new, those of
 * `sent` that are gone. Both are lists of char *. The ids of version and content in a footer are no
 * news; `base` is another name of the version, or NULL. */
void adref_returned_margins_compare(AdrefWordReport *report, const GPtrArray *now,
                                    const GPtrArray *sent, const char *base);

#endif

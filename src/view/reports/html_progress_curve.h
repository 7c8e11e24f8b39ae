/* The progress curve as a page: the picture, and below it a table of the drafts. */
#ifndef ADREF_VIEW_REPORTS_HTML_PROGRESS_CURVE_H
#define ADREF_VIEW_REPORTS_HTML_PROGRESS_CURVE_H

#include "draft/library/page_words.h"
#include "view/reports/progress_curve.h"

/* `points` (of AdrefProgressPoint) must not be empty. `title` is that of the statement, `name` its
 * id, which stands in the picture; `words` are those of the page, NULL: English. */
GString *adref_html_progress_curve_write(const GPtrArray *points, const char *title,
                                         const char *name, const AdrefPageWords *words,
                                         const char *language);

#endif

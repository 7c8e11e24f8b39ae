/* The progress curve of a negotiation as a self-contained SVG, for a page, a slide or paper, light
 * and dark. */
#ifndef ADREF_VIEW_REPORTS_SVG_PROGRESS_CURVE_H
#define ADREF_VIEW_REPORTS_SVG_PROGRESS_CURVE_H

#include "draft/library/page_words.h"
#include "view/reports/progress_curve.h"

/* Two panels, one above the other, with one column per draft (GPtrArray of AdrefProgressPoint,
 * oldest first, at least one): agreed and open paragraphs; and open brackets. Title and description
 * say the same in words, those of a page in `language`; `words` may be NULL: English. `name` is
 * that of the statement. */
GString *adref_svg_progress_curve_write(const GPtrArray *points, const char *name,
                                        const AdrefPageWords *words, const char *language);

#endif

/* The curve of a negotiation as a picture: one SVG that needs nothing else, for a page, a slide or
 * paper, light and dark. */
#ifndef ADREF_VIEW_SVG_PROGRESS_CURVE_H
#define ADREF_VIEW_SVG_PROGRESS_CURVE_H

#include "view/progress_curve.h"

/* Two panels above each other, one draft beside the other (GPtrArray of AdrefProgressPoint, oldest
 * first, at least one): paragraphs, those agreed and those open; and open brackets. Title and
 * description say in words what is drawn. */
GString *adref_svg_progress_curve_write(const GPtrArray *points, const char *title);

#endif

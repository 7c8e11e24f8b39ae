/* What stands on every page and is not the text: header, footer, numbers of lines, the mark of a
 * draft. */
#ifndef ADREF_WRITE_FURNITURE_H
#define ADREF_WRITE_FURNITURE_H

#include <glib.h>

#include "write/flow.h"
#include "write/pen.h"
#include "write/press.h"

void adref_furniture_print(AdrefPen *pen, const AdrefFlow *flow, const AdrefImprint *imprint,
                           guint page);

/* The number of a line, before the line whose base line is at y. */
void adref_furniture_number(AdrefPen *pen, const AdrefMeasures *measures, guint number, float y);

#endif

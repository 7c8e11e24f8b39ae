/* Two texts side by side in a flow. For pdf.c alone. */
#ifndef ADREF_VIEW_PDF_PARALLEL_H
#define ADREF_VIEW_PDF_PARALLEL_H

#include "print/page_flow.h"
#include "view/parallel_texts.h"

/* The flow's setters are those of the texts; the second is NULL when both are in one language. The
 * flow is ended: its pages are known. */
void adref_beside_fill(AdrefFlow *flow, const AdrefBeside *beside, const AdrefSheet *sheet,
                       const AdrefMeasures *measures);

#endif

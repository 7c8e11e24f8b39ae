/* Two texts side by side in a flow. For pdf.c alone. */
#ifndef ADREF_VIEW_PDF_PARALLEL_H
#define ADREF_VIEW_PDF_PARALLEL_H

#include "print/page_flow.h"
#include "view/parallel_texts.h"

/* The flow's setters are those of the texts; the second is NULL when both are in one language. The
 * flow is ended: its pages are known. */
void adref_pdf_parallel_typeset(AdrefPageFlow *flow, const AdrefParallelTexts *parallel,
                                const AdrefPageOptions *page_options,
                                const AdrefPageGeometry *geometry);

#endif

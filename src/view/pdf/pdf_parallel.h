/* Two parallel texts in a page flow. Only for pdf.c. */
#ifndef ADREF_VIEW_PDF_PDF_PARALLEL_H
#define ADREF_VIEW_PDF_PDF_PARALLEL_H

#include "print/page_flow.h"
#include "view/parallel_texts.h"

/* The flow's line breakers are those of the texts; the second is NULL when both are in one
 * language. Ends the flow, so that its pages are counted. */
void adref_pdf_parallel_typeset(AdrefPageFlow *flow, const AdrefParallelTexts *parallel,
                                const AdrefPageOptions *page_options,
                                const AdrefPageGeometry *geometry);

#endif

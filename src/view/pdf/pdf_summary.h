/* The summary above a redline in a PDF: the names of the two texts, the facts that changed, the
 * findings by class, and the totals. */
#ifndef ADREF_VIEW_PDF_PDF_SUMMARY_H
#define ADREF_VIEW_PDF_PDF_SUMMARY_H

#include "print/page_flow.h"
#include "view/review.h"

void adref_pdf_summary_typeset(AdrefPageFlow *flow, const AdrefNode *redline,
                               const AdrefReviewOptions *review);

#endif

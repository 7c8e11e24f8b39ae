/* What stands above a redline on paper: which two texts, what matters most in the changes, how much
 * changed in all. */
#ifndef ADREF_VIEW_PDF_SUMMARY_H
#define ADREF_VIEW_PDF_SUMMARY_H

#include "print/page_flow.h"
#include "view/review.h"

void adref_pdf_summary_typeset(AdrefPageFlow *flow, const AdrefNode *redline,
                               const AdrefReviewOptions *review);

#endif

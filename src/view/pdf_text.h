/* The galley: walks a text and lets it run into the flow, block by block. */
#ifndef ADREF_VIEW_PDF_TEXT_H
#define ADREF_VIEW_PDF_TEXT_H

#include "print/page_flow.h"
#include "view/open_counts.h"
#include "view/pdf_composer.h"
#include "view/review.h"
#include "view/view.h"

typedef struct AdrefPdfText AdrefPdfText;

/* For a text; all arguments are kept by reference. Its clauses are numbered from `first` on among
 * those that links of the flow lead to. */
AdrefPdfText *adref_pdf_text_new(AdrefPageFlow *flow, const AdrefNode *document,
                                 const AdrefViewOptions *options,
                                 const AdrefPageOptions *page_options, guint first);
void adref_pdf_text_free(AdrefPdfText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPdfText, adref_pdf_text_free)

/* The state of its walk: between clauses it may be told how to set the next one. */
AdrefPdfComposer *adref_pdf_text_composer(AdrefPdfText *text);

/* The title and what stands below it, and a clause. */
void adref_pdf_text_head(AdrefPdfText *text, const AdrefOpenCounts *counts);
void adref_pdf_text_put(AdrefPdfText *text, const AdrefNode *clause);

/* A whole text: title and clauses in their order, with the lines on which the sheet's signatories
 * sign. The flow is ended: its pages are known. With `review`, what it says stands above the text.
 */
void adref_pdf_text_typeset(AdrefPageFlow *flow, const AdrefNode *document,
                            const AdrefViewOptions *options, const AdrefPageOptions *page_options,
                            const AdrefOpenCounts *counts, const AdrefReviewOptions *review);

#endif

/* Walks a text and adds it to a page flow, block by block. */
#ifndef ADREF_VIEW_PDF_PDF_TEXT_H
#define ADREF_VIEW_PDF_PDF_TEXT_H

#include "print/page_flow.h"
#include "view/open_counts.h"
#include "view/pdf/pdf_composer.h"
#include "view/review.h"
#include "view/view.h"

typedef struct AdrefPdfText AdrefPdfText;

/* All arguments but `review` (NULL: no redline) are kept by reference. Its clauses have the link
 * targets from `first` on; those that `review` folds have none. */
AdrefPdfText *adref_pdf_text_new(AdrefPageFlow *flow, const AdrefNode *document,
                                 const AdrefViewOptions *options,
                                 const AdrefPageOptions *page_options,
                                 const AdrefReviewOptions *review, guint first);
void adref_pdf_text_free(AdrefPdfText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPdfText, adref_pdf_text_free)

/* The state of the output. It can be changed between clauses. */
AdrefPdfComposer *adref_pdf_text_composer(AdrefPdfText *text);

/* Writes what stands before the title in the text, which stands before it on the page too. */
void adref_pdf_text_put_before_title(AdrefPdfText *text);

/* Writes the title with what stands below it, also what is open unless `counts` is NULL (of a
 * redline, which holds both texts); writes a clause. */
void adref_pdf_text_head(AdrefPdfText *text, const AdrefOpenCounts *counts);
void adref_pdf_text_put(AdrefPdfText *text, const AdrefNode *clause);

/* Writes a whole text: title and clauses in order, with the signature block. Ends the flow, so that
 * its pages are counted. With `review`, its summary stands above the text. */
void adref_pdf_text_typeset(AdrefPageFlow *flow, const AdrefNode *document,
                            const AdrefViewOptions *options, const AdrefPageOptions *page_options,
                            const AdrefOpenCounts *counts, const AdrefReviewOptions *review);

#endif

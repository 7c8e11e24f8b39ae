/* The galley: walks a text and lets it run into the flow, block by block. */
#ifndef ADREF_VIEW_PDF_TEXT_H
#define ADREF_VIEW_PDF_TEXT_H

#include "print/page_flow.h"
#include "view/open_counts.h"
#include "view/pdf_composer.h"
#include "view/review.h"
#include "view/view.h"

typedef struct AdrefGalley AdrefGalley;

/* For a text; all arguments are kept by reference. Its clauses are numbered from `first` on among
 * those that links of the flow lead to. */
AdrefGalley *adref_galley_new(AdrefFlow *flow, const AdrefNode *document, const AdrefWriting *how,
                              const AdrefSheet *sheet, guint first);
void adref_galley_free(AdrefGalley *galley);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefGalley, adref_galley_free)

/* The state of its walk: between clauses it may be told how to set the next one. */
AdrefComposing *adref_galley_composing(AdrefGalley *galley);

/* The title and what stands below it, and a clause. */
void adref_galley_head(AdrefGalley *galley, const AdrefTally *tally);
void adref_galley_put(AdrefGalley *galley, const AdrefNode *clause);

/* A whole text: title and clauses in their order, with the lines on which the sheet's signatories
 * sign. The flow is ended: its pages are known. With `review`, what it says stands above the text.
 */
void adref_galley_fill(AdrefFlow *flow, const AdrefNode *document, const AdrefWriting *how,
                       const AdrefSheet *sheet, const AdrefTally *tally, const AdrefReview *review);

#endif

/* A compilation text in columns, in a page flow. Only for pdf.c. */
#ifndef ADREF_VIEW_PDF_PDF_PROPOSALS_H
#define ADREF_VIEW_PDF_PDF_PROPOSALS_H

#include "print/page_flow.h"
#include "view/proposal_columns.h"

/* The titles above the columns: for each set of parties, which has pages of its own, an array (of
 * char *) that ends with NULL. The caller unrefs the whole. */
GPtrArray *adref_pdf_proposals_titles(const AdrefProposalColumns *columns,
                                      const AdrefViewOptions *options);

/* The geometry of such pages. */
AdrefPageGeometry adref_pdf_proposals_geometry(const AdrefProposalColumns *columns,
                                               const AdrefPageOptions *page_options,
                                               const AdrefScript *script);

/* Ends the flow, so that its pages are counted. `titles` must live until the pages are drawn. */
void adref_pdf_proposals_typeset(AdrefPageFlow *flow, const AdrefProposalColumns *columns,
                                 const AdrefViewOptions *options,
                                 const AdrefPageOptions *page_options, const GPtrArray *titles);

#endif

/* The galley: walks a text and lets it run into the flow, block by block. */
#ifndef ADREF_WRITE_GALLEY_H
#define ADREF_WRITE_GALLEY_H

#include "write/flow.h"
#include "write/review.h"
#include "write/tally.h"
#include "write/write.h"

/* The flow is ended: its pages are known. With `review`, what it says stands above the text. */
void adref_galley_fill(AdrefFlow *flow, const AdrefNode *document, const AdrefWriting *how,
                       const AdrefSheet *sheet, const AdrefTally *tally, const AdrefReview *review);

#endif

/* The paragraphs of a text that comes in before its operative ones. */
#ifndef ADREF_EXCHANGE_PARAGRAPHS_PARAGRAPH_PREAMBLE_H
#define ADREF_EXCHANGE_PARAGRAPHS_PARAGRAPH_PREAMBLE_H

#include "exchange/paragraphs/paragraph_sight.h"

/* The chapeau and the preamble, up to the enacting words. Headings are decided before. */
void adref_paragraph_preamble_decide(AdrefSights *self);

/* What introduces. `numbered`: the text has numbered paragraphs; `through_headings`: all before the
 * first of them introduces, else only what stands above the first heading behind it. */
void adref_paragraph_introduction_decide(AdrefSights *self, gboolean numbered,
                                         gboolean through_headings);

#endif

/* The lines of a text that comes in which are no paragraphs: title, headings, place and date. */
#ifndef ADREF_EXCHANGE_PARAGRAPHS_PARAGRAPH_HEADING_H
#define ADREF_EXCHANGE_PARAGRAPHS_PARAGRAPH_HEADING_H

#include "exchange/paragraphs/paragraph_sight.h"

/* Lines of place and date near the start and the end, and fields of a record above the text. */
void adref_paragraph_dates_decide(AdrefSights *self);

/* Headings, annexes and the title, with their levels. Dates are decided before. */
void adref_paragraph_headings_decide(AdrefSights *self);

#endif

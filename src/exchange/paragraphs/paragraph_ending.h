/* The paragraphs with which a text that comes in ends: the closing, dates, names and offices. */
#ifndef ADREF_EXCHANGE_PARAGRAPHS_PARAGRAPH_ENDING_H
#define ADREF_EXCHANGE_PARAGRAPHS_PARAGRAPH_ENDING_H

#include "exchange/paragraphs/paragraph_sight.h"

/* The closing, and lines of names that look like headings. All else but lists is decided before. */
void adref_paragraph_closing_decide(AdrefSights *self);

/* Of a numbered text, what stands behind a line of asterisks at its end. */
void adref_paragraph_conclusion_decide(AdrefSights *self);

#endif

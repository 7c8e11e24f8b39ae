/* Numbers in the style of another language. */
#ifndef ADREF_REVIEW_CHECK_CHECK_NUMBER_STYLE_H
#define ADREF_REVIEW_CHECK_CHECK_NUMBER_STYLE_H

#include "review/check/check_text.h"

/* Digits grouped, and decimals divided, otherwise than in the language of the text: "1.000.000" in
 * English. Groups of two ("16,00,000") are right in a text that has no others, or counts in lakh
 * and rupees. */
void adref_check_number_style(AdrefCheckText *text);

#endif

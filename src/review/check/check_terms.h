/* Defined terms, "(hereinafter "the Plan")", and abbreviations, "the Treaty on X (TX)". */
#ifndef ADREF_REVIEW_CHECK_CHECK_TERMS_H
#define ADREF_REVIEW_CHECK_CHECK_TERMS_H

#include "review/check/check_text.h"

/* Terms that are defined twice, used before their definition, or never. */
void adref_check_terms(AdrefCheckText *text);

/* Abbreviations that are spelled out twice, never, or only later. In languages written in Latin
 * letters. Names of parties and what everybody knows (UN, EU) need no explanation; of words in
 * capitals between other words in capitals nothing is known. */
void adref_check_abbreviations(AdrefCheckText *text);

#endif

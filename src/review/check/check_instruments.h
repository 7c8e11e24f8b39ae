/* Instruments that a text cites with two dates. */
#ifndef ADREF_REVIEW_CHECK_CHECK_INSTRUMENTS_H
#define ADREF_REVIEW_CHECK_CHECK_INSTRUMENTS_H

#include "review/check/check_text.h"

/* English: "the Paris Agreement of 12 December 2015", "resolution 1325 (2000)", "the Tokyo
 * Declaration signed on 11 December 2003". A date that says less, such as the year alone, agrees
 * with one that says more; the days of signature and of adoption may differ. Names of common words
 * only ("Joint Declaration") are not compared: there are many of them. */
void adref_check_instruments(AdrefCheckText *text);

#endif

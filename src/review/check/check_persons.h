/* Names of persons in two spellings: a part of "adref check". */
#ifndef ADREF_REVIEW_CHECK_CHECK_PERSONS_H
#define ADREF_REVIEW_CHECK_CHECK_PERSONS_H

#include "review/check/check_text.h"

/* "Prime Minister Kishda" once in an English text that has "Prime Minister Kishida" twice or
 * more. Only the word behind a title is a name. */
void adref_check_persons(AdrefCheckText *text);

#endif

/* Words of an English text that do not go together. */
#ifndef ADREF_REVIEW_CHECK_CHECK_ENGLISH_H
#define ADREF_REVIEW_CHECK_CHECK_ENGLISH_H

#include "review/check/check_text.h"

/* Common misspellings; words that nobody means ("in accordance to", "later then"); a number that
 * does not fit ("each countries", "these measure", "the Leaders welcomes"); "both ... or", "either
 * ... nor"; words of British and American spelling in one text. Does nothing where the text is not
 * in English. */
void adref_check_english(AdrefCheckText *text);

#endif

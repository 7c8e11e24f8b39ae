/* Words that are left from a draft, and characters that nobody sees: the part of the group
 * integrity that needs no knowledge of the whole text. */
#ifndef ADREF_REVIEW_CHECK_CHECK_WORDS_H
#define ADREF_REVIEW_CHECK_CHECK_WORDS_H

#include "review/check/check_text.h"

/* Placeholders, doubled words, unusual spaces, paragraphs that stand twice, brackets without
 * parties. */
void adref_check_words(AdrefCheckText *text);

#endif

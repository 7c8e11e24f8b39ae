/* Paragraphs that lack the sign at their end that nearly all others of the text have: a part of
 * "adref check". */
#ifndef ADREF_REVIEW_CHECK_CHECK_ENDS_H
#define ADREF_REVIEW_CHECK_CHECK_ENDS_H

#include "review/check/check_text.h"

/* Looks at paragraphs of at least twelve words (or as long, in a script without spaces), and at
 * items of lists by themselves. Quiet where a rule of the house style has spoken of the end of the
 * clause: call it behind those rules. Thai, Lao, Khmer and Burmese need no sign. */
void adref_check_ends(AdrefCheckText *text);

#endif

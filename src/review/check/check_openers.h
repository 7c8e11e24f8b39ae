/* The first words of paragraphs in English texts: what most have alike, and one has not. */
#ifndef ADREF_REVIEW_CHECK_CHECK_OPENERS_H
#define ADREF_REVIEW_CHECK_CHECK_OPENERS_H

#include "review/check/check_text.h"

/* Reports integrity/opener: an opener without the italics of the others, a verb whose "We" is lost,
 * a present among many "We welcomed", and "Also requests" where nothing was requested before. */
void adref_check_openers(AdrefCheckText *text);

#endif

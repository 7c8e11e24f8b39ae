/* Numbers that the text itself contradicts. */
#ifndef ADREF_REVIEW_CHECK_CHECK_COUNTS_H
#define ADREF_REVIEW_CHECK_CHECK_COUNTS_H

#include "review/check/check_text.h"

/* "the following four areas:" and "the 12 countries:" before a list of three, "ninety (60) days"
 * (in English), and years that run backwards, "from 2030 to 2025", "2030–2025". */
void adref_check_counts(AdrefCheckText *text);

#endif

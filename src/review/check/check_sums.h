/* Tables with a row or a column of totals: whether their figures add up, and whether the sentence
 * before the table names the same total. */
#ifndef ADREF_REVIEW_CHECK_CHECK_SUMS_H
#define ADREF_REVIEW_CHECK_CHECK_SUMS_H

#include "review/check/check_text.h"

/* Reports integrity/table-sum. A table with figures that are not agreed, in several units, or said
 * to be rounded is passed over, and so is one with subtotals. */
void adref_check_sums(AdrefCheckText *text);

#endif

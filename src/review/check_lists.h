/* Lists whose items have several forms. */
#ifndef ADREF_REVIEW_CHECK_LISTS_H
#define ADREF_REVIEW_CHECK_LISTS_H

#include "review/check_text.h"

/* In a list of at least three items: one that ends with another sign than the others (the last one
 * may), begins with another kind of letter, or does not begin with a verb in -ing where all others
 * do. */
void adref_check_lists(AdrefCheckText *text);

#endif

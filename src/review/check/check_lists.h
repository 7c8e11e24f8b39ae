/* Lists whose items have several forms. */
#ifndef ADREF_REVIEW_CHECK_CHECK_LISTS_H
#define ADREF_REVIEW_CHECK_CHECK_LISTS_H

#include "review/check/check_text.h"

/* In a list of at least three items, or a row of paragraphs with labels, "(a)": an item that ends
 * with another sign than the others (the last one may end with a full stop), begins with another
 * kind of letter, or with another form of words (language/item_form.h). */
void adref_check_lists(AdrefCheckText *text);

#endif

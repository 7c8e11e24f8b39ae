/* Quotation marks and parentheses without their other half. */
#ifndef ADREF_REVIEW_CHECK_CHECK_QUOTATIONS_H
#define ADREF_REVIEW_CHECK_CHECK_QUOTATIONS_H

#include "review/check/check_text.h"

/* A quotation that is opened and not closed in its paragraph, or closed and not opened, or closed
 * with the mark of another style; at most one finding of each kind in a paragraph. A quotation may
 * go on over several paragraphs of a clause: each begins with the mark, or the last one closes it.
 * Apostrophes, inches and marks of seconds are none. */
void adref_check_quotations(AdrefCheckText *text);

/* The same for parentheses, of both widths. Labels, "a)" and "2)", are none. */
void adref_check_parentheses(AdrefCheckText *text);

#endif

/* Headings and clauses without words below them. */
#ifndef ADREF_REVIEW_CHECK_CHECK_HEADINGS_H
#define ADREF_REVIEW_CHECK_CHECK_HEADINGS_H

#include "review/check/check_text.h"

/* A heading with nothing below it, a heading that stands twice below the same one, and a marker
 * without a clause. */
void adref_check_headings(AdrefCheckText *text);

#endif

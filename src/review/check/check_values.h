/* Numbers, days and words of a text that are not those of statement.yaml. */
#ifndef ADREF_REVIEW_CHECK_CHECK_VALUES_H
#define ADREF_REVIEW_CHECK_CHECK_VALUES_H

#include "draft/library/library.h"
#include "draft/statement/statement.h"
#include "review/check/check_text.h"

/* The value `people: 5000`, which the template of a clause prints as "{{people}} people", and
 * "3,000 people" in the clause. Nothing is said where the clause has the value, or several numbers
 * with the word behind it, or where a bracket holds the number. A day is compared where it is the
 * only date of the template and of the clause, a text where the words before and behind it are
 * those of the template. */
void adref_check_values(AdrefCheckText *text, const AdrefStatement *statement,
                        AdrefLibrary *library);

#endif

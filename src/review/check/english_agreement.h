/* Words of an English text that do not agree: one and many, a subject and its verb. */
#ifndef ADREF_REVIEW_CHECK_ENGLISH_AGREEMENT_H
#define ADREF_REVIEW_CHECK_ENGLISH_AGREEMENT_H

#include "review/check/english_tokens.h"

/* "each countries", "these measure", "the Leaders welcomes", "we welcomes", "shall to": what the
 * word of this number asks of those around it. */
void adref_english_agreement_check(AdrefEnglishCheck *self, guint index);

#endif

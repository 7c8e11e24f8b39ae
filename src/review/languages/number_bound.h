/* The bound beside a number, by one name for all languages. */
#ifndef ADREF_REVIEW_LANGUAGES_NUMBER_BOUND_H
#define ADREF_REVIEW_LANGUAGES_NUMBER_BOUND_H

#include "language/phrase_scanner.h"
#include "language/token_reader.h"

/* "at least" or "at most" of the number of a match; NULL: neither. "More than" is "at least", but
 * in a sentence that denies something it may be the contrary, "il ne sera pas dépensé plus de":
 * that is neither. */
const char *adref_number_bound_of(const AdrefTokenReader *reader, const AdrefPhraseMatch *match);

#endif

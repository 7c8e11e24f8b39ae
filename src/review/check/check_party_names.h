/* Misspelled names of parties. */
#ifndef ADREF_REVIEW_CHECK_CHECK_PARTY_NAMES_H
#define ADREF_REVIEW_CHECK_CHECK_PARTY_NAMES_H

#include "draft/data/party.h"
#include "review/check/check_text.h"

/* Words with a capital that are nearly one of the words of a party's name, "Phillipines": another
 * letter in one of at least eight letters, two in one of ten. Names in Latin letters only. */
void adref_check_party_names(AdrefCheckText *text, const AdrefParties *parties);

#endif

/* Lists of parties in the order of the language: "Indonesia, Japan and Thailand" is alphabetical in
 * English and sorted anew in each authentic language; a provisional translation keeps the order of
 * its original. */
#ifndef ADREF_REVIEW_CHECK_CHECK_PARTY_ORDER_H
#define ADREF_REVIEW_CHECK_CHECK_PARTY_ORDER_H

#include "draft/data/party.h"
#include "review/check/check_text.h"

/* A list of five parties or more of which one alone stands out of the alphabetical order. */
void adref_check_party_order(AdrefCheckText *text, const AdrefParties *parties);

/* Lists of three parties or more in the clauses of both texts. Where the source is in the
 * alphabetical order of its language the translation is in that of its own, unless it `follows` the
 * source; a list in another order has the same in both. */
void adref_check_party_orders(const AdrefCheckText *source, AdrefCheckText *translation,
                              const AdrefParties *parties, gboolean follows);

#endif

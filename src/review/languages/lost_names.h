/* A party that a list names in one language only: "Japan, Thailand and Mongolia" and "Jepang dan
 * Mongolia".
 *
 * The other text must name most of the list, and must not name the party anywhere in the clause,
 * not even in an adjective (language/party_mention.h); of two parties it must have no word that may
 * mean both, "they" or "the partner". Where the party's name in the other language may have
 * spellings that nobody here knows, the loss is UNREAD, which proves nothing. */
#ifndef ADREF_REVIEW_LANGUAGES_LOST_NAMES_H
#define ADREF_REVIEW_LANGUAGES_LOST_NAMES_H

#include "review/languages/language_numbers.h"

/* Adds what is lost, of AdrefNumberDifference with the type VALUE or UNREAD, to `out`. */
void adref_lost_names_add(const AdrefLanguageNumbers *first, const AdrefLanguageNumbers *second,
                          GPtrArray *out);

#endif

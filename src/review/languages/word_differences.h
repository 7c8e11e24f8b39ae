/* Words of one clause in two languages whose meaning the word tables know: names of parties,
 * weekdays, ordinal numbers, whose dollars, "at least" and "at most".
 *
 * A translation may leave a name out ("the host"), or say it as an adjective; so a name proves
 * something only where each text has one that the other lacks, also as an adjective
 * (language/party_mention.h), and so does a weekday or an ordinal. Cells of tables, items and
 * paragraphs that each name one party, and at the same place another one, have exchanged them.
 * Bounds are compared where both texts have one beside the same number; "within" counts as "at
 * most", and "more than" as "at least", but not in a sentence that denies something. Last come
 * words that contradict each other without a number beside them (language/tables/contrary_words.h),
 * and how binding the modals are (review/languages/clause_bonds.h). */
#ifndef ADREF_REVIEW_LANGUAGES_WORD_DIFFERENCES_H
#define ADREF_REVIEW_LANGUAGES_WORD_DIFFERENCES_H

#include "review/languages/language_numbers.h"

/* Adds what differs, of AdrefNumberDifference with the type VALUE, UNREAD or STRENGTH, to `out`. */
void adref_word_differences_add(const AdrefLanguageNumbers *first,
                                const AdrefLanguageNumbers *second, GPtrArray *out);

#endif

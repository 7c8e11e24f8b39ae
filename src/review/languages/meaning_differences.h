/* What the words of two texts of a clause say against each other: "at least" and 多くとも
 * (language/tables/contrary_words.h), "or" and "dan" (language/tables/joint_words.h), "will" and
 * 努める (review/languages/clause_bonds.h). */
#ifndef ADREF_REVIEW_LANGUAGES_MEANING_DIFFERENCES_H
#define ADREF_REVIEW_LANGUAGES_MEANING_DIFFERENCES_H

#include "review/languages/language_numbers.h"

/* Adds them, of AdrefNumberDifference with the type VALUE or STRENGTH, to `out`, which has the
 * numbers that differ. "or" for "and" is UNREAD: translators exchange them freely, "floods or
 * storms" and 洪水及び暴風. */
void adref_meaning_differences_add(const AdrefLanguageNumbers *first,
                                   const AdrefLanguageNumbers *second, GPtrArray *out);

/* Of two headings adds what they are about (language/tables/heading_topics.h), as UNREAD: a topic
 * may be said in words that no table has, such as the name of a ministry, and a false proof would
 * block a signature. */
void adref_meaning_differences_add_topics(const AdrefLanguageNumbers *first,
                                          const AdrefLanguageNumbers *second, GPtrArray *out);

#endif

/* Words that a party proposes in one language, while those of another language are still to come:
 * there the clause stands in a bracket, "[clause / (translation to come) - JPN]". */
#ifndef ADREF_CLAUSE_PROPOSALS_TRANSLATION_TO_COME_H
#define ADREF_CLAUSE_PROPOSALS_TRANSLATION_TO_COME_H

#include <glib.h>

#include "clause/node.h"

/* The words of the alternative, in every language. */
#define ADREF_TRANSLATION_TO_COME "(translation to come)"

/* Whether an alternative has these words. */
gboolean adref_translation_to_come_is(const AdrefNode *alternative);

/* Whether a clause has no other words. */
gboolean adref_translation_to_come_is_all(const AdrefNode *clause);

/* The alternative of a clause that has them; NULL: there is none. */
AdrefNode *adref_translation_to_come_find(const AdrefNode *clause);

/* A paragraph with these words, to be proposed. */
AdrefNode *adref_translation_to_come_words(void);

/* Puts the bracket around the words of a clause; of one with several blocks, around those of the
 * first. Where the clause has the bracket, the party joins it. FALSE: the words stand in a table or
 * in code, which no bracket can hold. */
gboolean adref_translation_to_come_wrap(AdrefNode *clause, const char *party);

#endif

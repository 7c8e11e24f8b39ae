/* Changed stretches that say the same, or seem to. */
#ifndef ADREF_REVIEW_SAME_WORDS_H
#define ADREF_REVIEW_SAME_WORDS_H

#include "review/clause_comparer.h"

/* Tells of a group whose words are the same: what cannot be seen is HIDDEN, all else EDITORIAL. */
void adref_same_words_report(AdrefClauseComparer *comparer, AdrefChangeGroup *group);

/* Whether all words of a group that differ look alike, one by one. */
gboolean adref_same_words_look_alike(AdrefClauseComparer *comparer, const AdrefChangeGroup *group);

/* Tells of a group whose old and new words look alike. */
void adref_same_words_report_lookalike(AdrefClauseComparer *comparer,
                                       const AdrefChangeGroup *group);

/* Tells what is hidden in new words, if anything is. */
void adref_same_words_report_hidden(AdrefClauseComparer *comparer, const AdrefChangeGroup *group);

#endif

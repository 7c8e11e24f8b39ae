/* Changed words that say the same, or that look the same. Findings go to the end of a list
 * (review/change/finding_list.h). */
#ifndef ADREF_REVIEW_CHANGE_SAME_WORDS_H
#define ADREF_REVIEW_CHANGE_SAME_WORDS_H

#include "clause/text/hidden.h"
#include "review/change/change_group.h"

/* Whether only signs differ within values that are the same: "10-year" and "10 year". */
gboolean adref_same_words_are_signs_in_values(const AdrefClausePhrases *phrases,
                                              const AdrefChangeGroup *group);

/* Reports a group whose words are the same: characters that are not visible, and spaces of another
 * kind, are HIDDEN, everything else is EDITORIAL. */
void adref_same_words_report(const AdrefClausePhrases *phrases, const AdrefChangeGroup *group,
                             GArray *findings);

/* Whether all words of a group that differ look alike, one by one. *confusables is made when it is
 * needed and NULL; the caller frees it. */
gboolean adref_same_words_look_alike(const AdrefClausePhrases *phrases,
                                     const AdrefChangeGroup *group, AdrefConfusables **confusables);

/* Reports a group whose old and new words look alike: HIDDEN. */
void adref_same_words_report_lookalike(const AdrefClausePhrases *phrases,
                                       const AdrefChangeGroup *group, GArray *findings);

/* Reports the hidden characters of new words, if there are any. */
void adref_same_words_report_hidden(const AdrefClausePhrases *phrases,
                                    const AdrefChangeGroup *group, GArray *findings);

#endif

/* Changed stretches that say the same, or seem to. */
#ifndef ADREF_REVIEW_SAME_WORDS_H
#define ADREF_REVIEW_SAME_WORDS_H

#include "review/clause_comparer.h"

/* Tells of a group whose words are the same: what cannot be seen is HIDDEN, all else EDITORIAL. */
void adref_same_tell(AdrefComparer *comparer, AdrefGroup *group);

/* Whether all words of a group that differ look alike, one by one. */
gboolean adref_same_looks(AdrefComparer *comparer, const AdrefGroup *group);

/* Tells of a group whose old and new words look alike. */
void adref_same_tell_looks(AdrefComparer *comparer, const AdrefGroup *group);

/* Tells what is hidden in new words, if anything is. */
void adref_same_reveal(AdrefComparer *comparer, const AdrefGroup *group);

#endif

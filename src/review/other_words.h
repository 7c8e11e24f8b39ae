/* What is left of a changed group beside the phrases that were told. */
#ifndef ADREF_REVIEW_OTHER_WORDS_H
#define ADREF_REVIEW_OTHER_WORDS_H

#include "review/clause_comparer.h"

/* Reads the words of a group that no phrase has which was told, for the two below. */
void adref_other_words_read(AdrefClauseComparer *comparer, const AdrefChangeGroup *group);

/* Whether both sides have the same words, without regard to spelling. */
gboolean adref_other_words_equal(const AdrefClauseComparer *comparer);

/* Tells of the words that are left when the last `told` matters are those of the group. */
void adref_other_words_report(AdrefClauseComparer *comparer, AdrefChangeGroup *group,
                              guint reported);

#endif

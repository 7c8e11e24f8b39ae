/* The phrases of a changed group, old beside new. */
#ifndef ADREF_REVIEW_PHRASE_PAIRS_H
#define ADREF_REVIEW_PHRASE_PAIRS_H

#include "review/clause_comparer.h"

/* Tells of the phrases of a group that matter, class by class, and marks them told. Those that mean
 * the same on both sides are not told; references among them, which have other numbers for the same
 * paragraph, are marked all the same. `phrases` are positions in comparer->found, by side. */
void adref_phrase_pairs_report(AdrefClauseComparer *comparer, const AdrefChangeGroup *group,
                               const AdrefNode *clause, GArray *phrases[2]);

#endif

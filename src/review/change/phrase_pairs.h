/* The phrases of a changed group, each old one paired with the new one that replaced it. */
#ifndef ADREF_REVIEW_CHANGE_PHRASE_PAIRS_H
#define ADREF_REVIEW_CHANGE_PHRASE_PAIRS_H

#include "review/change/change_group.h"
#include "review/change/reference_targets.h"

/* Reports the phrases of a group that changed, class by class, at the end of a list
 * (review/change/finding_list.h), and sets reported[side]->data[i] of these to 1. Phrases that mean
 * the same on both sides are not reported. A reference that names the same paragraph by another
 * number is not reported either, but it is set. */
void adref_phrase_pairs_report(const AdrefClausePhrases *phrases, AdrefReferenceTargets *targets,
                               const AdrefChangeGroup *group, GByteArray *const reported[2],
                               GArray *findings);

#endif

/* References in words that stayed, which name another paragraph now. */
#ifndef ADREF_REVIEW_CHANGE_REFERENCE_CHECK_H
#define ADREF_REVIEW_CHANGE_REFERENCE_CHECK_H

#include "language/phrase_scanner.h"
#include "review/change/reference_targets.h"

/* Appends a finding (AdrefFinding) of class REFERENCE for each reference by number, in words of a
 * clause that stayed, that names another paragraph now or none, and for each cross reference whose
 * clause is gone. */
void adref_reference_check(AdrefReferenceTargets *targets, AdrefPhraseScanner *scanner,
                           const AdrefNode *clause, GPtrArray *findings);

#endif

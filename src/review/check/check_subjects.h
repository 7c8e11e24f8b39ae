/* Subjects that are names of parties, and their verbs: a part of "adref check". */
#ifndef ADREF_REVIEW_CHECK_CHECK_SUBJECTS_H
#define ADREF_REVIEW_CHECK_CHECK_SUBJECTS_H

#include "draft/data/party.h"
#include "review/check/check_text.h"

/* "Japan and the Republic of Korea continues": a list of names that ends with "and", and that is
 * all of the subject, takes a plural. English. */
void adref_check_subjects(AdrefCheckText *text, const AdrefParties *parties);

#endif

/* Agreements that a version opens again, said when it is saved: the words are no longer those to
 * which parties agreed. */
#ifndef ADREF_WORK_EDIT_REOPENED_CLAUSES_H
#define ADREF_WORK_EDIT_REOPENED_CLAUSES_H

#include "work/session.h"

/* Says of these clauses (of char *) of the work folder which parties had agreed to other words, 5
 * lines at most. */
void adref_reopened_clauses_say(AdrefSession *session, const AdrefStatement *statement,
                                const GPtrArray *ids);

#endif

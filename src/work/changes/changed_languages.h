/* How the languages of the clauses that a version changed differ, said when it is saved: whoever
 * wrote a translation hears of a slip at once, not at the next `status`. */
#ifndef ADREF_WORK_CHANGES_CHANGED_LANGUAGES_H
#define ADREF_WORK_CHANGES_CHANGED_LANGUAGES_H

#include "work/session.h"

/* Says what differs between the languages of the work folder in these clauses (of char *), 5 lines
 * at most: values, brackets, lists, tables, links, footnotes. What is still to come, and a clause
 * that a language lacks, are said elsewhere; `said_behind`: so are clauses that are behind. */
void adref_changed_languages_say(AdrefSession *session, const AdrefStatement *statement,
                                 const GPtrArray *ids, gboolean said_behind);

#endif

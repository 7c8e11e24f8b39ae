/* Acts of parties that are in the history and no longer in the records. adref only adds acts, so
 * such a one was removed or altered with git or an editor. */
#ifndef ADREF_WORK_CHANGES_LOST_ACTS_H
#define ADREF_WORK_CHANGES_LOST_ACTS_H

#include "draft/data/file_source.h"
#include "draft/statement/statement.h"
#include "history/repo.h"

/* "a record of JPN (agree, 2023-12-01) is in the history, version 1a2b3c4d, but no longer in the
 * files", a line for each act that a version of the current branch has and the work folder has not
 * (of char *), the newest version first. `source` has the files: those of the work folder, or of
 * HEAD in a bare repository; without a repository nothing is found. A record and a version that do
 * not read are not compared; 1,000 versions of the records are. Caller unrefs. */
GPtrArray *adref_lost_acts_find(AdrefRepo *repo, AdrefFileSource *source,
                                const AdrefStatement *statement);

/* Appends the same lines of the acts that stand against an adoption: a party withheld its agreement
 * to a clause, or made a statement that pages print, and in `records`, those of `source`, it has
 * not agreed since. */
void adref_lost_acts_add_reasons(GPtrArray *reasons, AdrefRepo *repo, AdrefFileSource *source,
                                 const AdrefStatement *statement, GHashTable *records);

#endif

/* Words that stood in earlier versions of a text and are gone: which version took them out. */
#ifndef ADREF_WORK_CHANGES_FIND_REMOVED_H
#define ADREF_WORK_CHANGES_FIND_REMOVED_H

#include "view/reports/removed_output.h"
#include "work/text.h"

enum {
  ADREF_REMOVED_MOST = 1000,          /* removals that are listed, the newest first */
  ADREF_REMOVED_MOST_VERSIONS = 10000 /* versions that are read for them */
};

/* The removals of a statement's text, or of its clause with an id (NULL: all), in the versions up
 * to that of the text, the newest first. Words that stand again between the same words of the
 * clause are left out; so are those of a version that joins two lines of history, which have one in
 * each line. A clause that is gone is found by its id. NULL on failure, also where neither the text
 * nor an older version has the clause. The caller frees it. */
AdrefRemoved *adref_find_removed(const AdrefText *text, const char *clause, GError **error);

#endif

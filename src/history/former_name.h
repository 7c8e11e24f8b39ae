/* Former names of statements. A statement that was renamed stands in older versions, and in the
 * names of its older tags, under the names that it had. All that reads versions finds it there: a
 * path below statements/ID is that of the name that the version knows. */
#ifndef ADREF_HISTORY_FORMER_NAME_H
#define ADREF_HISTORY_FORMER_NAME_H

#include "history/repo.h"

/* The names that a statement had before, the last one first (NULL-terminated, copied). */
void adref_repo_set_former_names(AdrefRepo *repo, const char *statement, char *const *names);

/* Those names; an empty list for a statement that was never renamed, and for NULL. */
const char *const *adref_repo_former_names(const AdrefRepo *repo, const char *statement);

#endif

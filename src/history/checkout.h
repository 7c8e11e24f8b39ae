/* The first branch and the files of a clone in which nothing is checked out yet. */
#ifndef ADREF_HISTORY_CHECKOUT_H
#define ADREF_HISTORY_CHECKOUT_H

#include "history/version.h"

/* Makes the branch at a version, or takes the one of that name as it is, and lets HEAD name it. The
 * work folder and the index stay as they are. */
gboolean adref_repo_begin_branch(AdrefRepo *repo, const char *branch, const AdrefVersion *version,
                                 GError **error);

/* Writes the files of HEAD that are missing in the work folder, as they are, without filters, and
 * the index. A file that is there stays as it is. */
gboolean adref_repo_check_out(AdrefRepo *repo, GError **error);

#endif

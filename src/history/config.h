/* git's configuration, found where git finds it: GIT_CONFIG_SYSTEM, GIT_CONFIG_NOSYSTEM and
 * GIT_CONFIG_GLOBAL count as for git, and so does config.worktree of a work tree. */
#ifndef ADREF_HISTORY_CONFIG_H
#define ADREF_HISTORY_CONFIG_H

#include "history/repo.h"

/* A value of the user's own configuration (system and user, with what these include), never of the
 * repository's; NULL for none. Caller frees. */
char *adref_repo_user_config(AdrefRepo *repo, const char *key);

/* A value of the effective configuration: system, user and repository; NULL for none. Caller frees.
 */
char *adref_repo_config(AdrefRepo *repo, const char *key);

/* A boolean of the effective configuration (system, user and repository); FALSE where it is not set
 * or no boolean. */
gboolean adref_repo_config_is_true(AdrefRepo *repo, const char *key);

#endif

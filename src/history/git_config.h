/* Private to history/: the configuration as the environment says. */
#ifndef ADREF_HISTORY_GIT_CONFIG_H
#define ADREF_HISTORY_GIT_CONFIG_H

#include "history/git.h"

/* Whether GIT_CONFIG_NOSYSTEM is set to a true value. */
gboolean adref_git_config_has_no_system(void);

/* Opens system and user configuration. `git` decides what `includeIf` includes; it may be NULL.
 * Returns libgit2's status. */
int adref_git_config_open_user(git_config **config, git_repository *git);

/* Lets the configuration of a repository that was opened follow the environment. */
void adref_git_config_follow_environment(git_repository *git);

#endif

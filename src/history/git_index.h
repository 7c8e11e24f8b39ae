/* git's index, changed for a few paths while git is kept out of it.
 *
 * The index is locked as git locks it, by the file index.lock; so nobody else changes it meanwhile.
 * The lock says whose it is and is tied to the living process: what a killed adref left behind is
 * taken over by the next one. Not for other folders. */
#ifndef ADREF_HISTORY_GIT_INDEX_H
#define ADREF_HISTORY_GIT_INDEX_H

#include <git2.h>
#include <sys/stat.h>

#include "history/repo.h"

typedef struct AdrefGitIndex AdrefGitIndex;

/* Locks and reads the index. Waits a second for git, ten for another adref, then fails with
 * ADREF_ERROR_REFUSED. An index with conflicts is refused too. */
AdrefGitIndex *adref_git_index_lock(AdrefRepo *repo, GError **error);

/* Unlocks. Changes that were not put in place are dropped. */
void adref_git_index_free(AdrefGitIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefGitIndex, adref_git_index_free)

/* Enters the file at `path` (within the repository) with its content and its state on disk, or
 * takes it out when `status` is NULL. */
gboolean adref_git_index_set(AdrefGitIndex *index, const char *path, const git_oid *id,
                             const struct stat *status, GError **error);

/* Puts the changes in place, in one step. */
gboolean adref_git_index_commit(AdrefGitIndex *index, GError **error);

/* Puts back what the index held when it was locked. */
void adref_git_index_restore(AdrefGitIndex *index);

/* Unlocks what a killed adref left locked. */
void adref_git_index_recover(AdrefRepo *repo);

#endif

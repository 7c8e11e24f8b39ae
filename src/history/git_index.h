/* Changes a few entries of git's index while the lock on the index (history/index_lock.h) keeps git
 * and other processes of adref out of it. Private to history/. */
#ifndef ADREF_HISTORY_GIT_INDEX_H
#define ADREF_HISTORY_GIT_INDEX_H

#include <git2.h>
#include <sys/stat.h>

#include "history/repo.h"

typedef struct AdrefGitIndex AdrefGitIndex;

/* Locks (adref_index_lock_new) and reads the index. An index with conflicts is ADREF_ERROR_REFUSED.
 */
AdrefGitIndex *adref_git_index_lock(AdrefRepo *repo, GError **error);

/* Releases the lock. Changes without adref_git_index_commit() are dropped. */
void adref_git_index_free(AdrefGitIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefGitIndex, adref_git_index_free)

/* Sets the entry of the file at `path` (within the repository): the id of its content, its mode in
 * git and its status on disk. Removes the entry when `status` is NULL. */
gboolean adref_git_index_set(AdrefGitIndex *index, const char *path, const git_oid *id, guint mode,
                             const struct stat *status, GError **error);

/* The id that the entry of a file has; NULL: the index has no such file. The index' own. */
const git_oid *adref_git_index_get(const AdrefGitIndex *index, const char *path);

/* Replaces the index on disk by the changed one, in one step (a rename). */
gboolean adref_git_index_commit(AdrefGitIndex *index, GError **error);

/* Writes the index on disk as it was when it was locked. */
void adref_git_index_restore(AdrefGitIndex *index);

/* Releases the lock that a killed adref left, and removes its temporary files. */
void adref_git_index_recover(AdrefRepo *repo);

#endif

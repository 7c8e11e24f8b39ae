/* The git repository that contains a workspace, read and written with libgit2. All that history/
 * writes can be read and verified with ordinary git.
 *
 * No hook and no filter of a repository is ever run. Objects are written before a ref moves, and
 * every write is synced to disk. The workspace may be a folder below the top of the repository:
 * paths are relative to the workspace's root, with "/" between names. */
#ifndef ADREF_HISTORY_REPO_H
#define ADREF_HISTORY_REPO_H

#include <glib.h>

#include "base/error.h"

typedef struct AdrefRepo AdrefRepo;

/* Opens the repository whose work folder contains `root`, and removes locks that a killed adref
 * left (history/index_lock.h). The error says what to do when there is no repository, and when it
 * is bare, belongs to another user (safe.directory), has features that libgit2 does not know, or is
 * broken. */
AdrefRepo *adref_repo_open(const char *root, GError **error);

/* The same for callers that only read versions: a bare repository is accepted too. Its workspace is
 * at the top of its versions. */
AdrefRepo *adref_repo_open_any(const char *root, GError **error);
gboolean adref_repo_is_bare(AdrefRepo *repo);

/* Creates a repository at `root` when there is none, then opens it. A repository in a parent folder
 * is not used: a workspace in a folder of another project must never save into that project's
 * history. The first branch is init.defaultBranch, or "main". */
AdrefRepo *adref_repo_init(const char *root, GError **error);
void adref_repo_free(AdrefRepo *repo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefRepo, adref_repo_free)

/* Gives back the memory in which libgit2 and history/ remember what was read, for a caller that
 * goes on with much to do: what is asked for later is read again. */
void adref_repo_forget_objects(AdrefRepo *repo);

/* The folder "adref" in the git directory of this work tree: what adref keeps here that belongs to
 * no version. It need not exist. Caller frees. */
char *adref_repo_private_folder(AdrefRepo *repo);

/* Lets git see a file or folder (an absolute path) no more as new, if it is in the work folder: a
 * line in info/exclude of the git directory, which no version holds. */
gboolean adref_repo_exclude(AdrefRepo *repo, const char *path, GError **error);

/* The current branch ("main"), also one without commits; NULL when HEAD is detached. Valid until
 * the next call. */
const char *adref_repo_branch(AdrefRepo *repo);

/* ADREF_ERROR_REFUSED while a merge, a rebase or another operation of git has not ended; the
 * message gives the commands that finish or stop it. */
gboolean adref_repo_check_state(AdrefRepo *repo, GError **error);

#endif

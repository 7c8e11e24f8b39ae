/* The git repository around a workspace, by libgit2. Ordinary git is the witness of everything done
 * in this folder.
 *
 * No hook and no filter of a repository is ever run. Objects are written before a ref moves, and
 * every write is durable. A workspace may be below the repository's top: paths here are relative to
 * the workspace's root, with "/" between names. */
#ifndef ADREF_HISTORY_REPO_H
#define ADREF_HISTORY_REPO_H

#include <glib.h>

#include "base/error.h"

typedef struct AdrefRepo AdrefRepo;

/* Opens the repository whose work folder contains `root`. No repository, a bare one, one of another
 * owner (safe.directory), one with features that libgit2 does not know, a broken one: errors that
 * say what to do. What a killed adref left locked is unlocked. */
AdrefRepo *adref_repo_open(const char *root, GError **error);

/* The same, for what only reads versions: a bare repository will do, whose workspace is at the top
 * of its versions. */
AdrefRepo *adref_repo_open_any(const char *root, GError **error);
gboolean adref_repo_is_bare(AdrefRepo *repo);

/* Makes a repository at `root` when there is none, then opens it. One around it does not count: a
 * workspace made in a folder of another project must never save into that project's history. Its
 * first branch is init.defaultBranch, or "main". */
AdrefRepo *adref_repo_init(const char *root, GError **error);
void adref_repo_free(AdrefRepo *repo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefRepo, adref_repo_free)

/* The path of the repository's top, without a slash at its end. */
const char *adref_repo_toplevel(AdrefRepo *repo);

/* The branch HEAD is on ("main"), also one without commits; NULL when HEAD is detached. Valid until
 * the next call. */
const char *adref_repo_branch(AdrefRepo *repo);

/* Refused while a merge, a rebase or the like is under way; the message says how to end it. */
gboolean adref_repo_check_state(AdrefRepo *repo, GError **error);

#endif

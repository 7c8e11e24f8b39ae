/* A workspace as a clone of another repository: the work of a delegation begins.
 *
 * With a party, the clone has a branch with the code of the party, which `adref sync` sends, and
 * the branch of the other repository is the trunk, which it only reads (work/join/sync.h). Without
 * one all share the branch of the other repository. */
#ifndef ADREF_WORK_JOIN_CLONE_WORKSPACE_H
#define ADREF_WORK_JOIN_CLONE_WORKSPACE_H

#include "history/remote.h"

typedef struct {
  const char *url;    /* of the other repository; a relative path begins at `folder` */
  const char *folder; /* absolute */
  const char *root;   /* where the workspace is made: missing, or an empty folder; absolute */
  const char *party;  /* NULL: no branch of its own */
  AdrefRemoteProgress progress;
} AdrefCloneWorkspaceOptions;

/* *branch gets the name of its branch, *trunk that of the other repository; caller frees. The clone
 * is made in a folder ".adref-clone-XXXXXX" at `root` and renamed when all is checked; the next
 * call removes what a killed one has left or, where the files alone are missing, writes them. */
gboolean adref_clone_workspace(const AdrefCloneWorkspaceOptions *options, char **branch,
                               char **trunk, GError **error);

#endif

/* Makes a version whose files were put together from several versions, and brings the work folder
 * to it.
 *
 * The order: the objects are written; what will be done is noted in the file "join" of adref's
 * folder in the git directory; the files of the work folder are written, then the index; the branch
 * moves; the note is removed. After a kill the note is there: whoever opens the repository next
 * finishes the files and the index where the branch has moved, and puts them back where it has not
 * (adref_join_recover()). What a person has changed since then stays.
 *
 * Files are regular files; what would change a symbolic link or a repository within the repository
 * is refused. The caller holds the lock on the files of the workspace (history/work_lock.h). */
#ifndef ADREF_HISTORY_JOIN_H
#define ADREF_HISTORY_JOIN_H

#include "history/save.h"
#include "history/tree_changes.h"

typedef struct {
  const AdrefRepoSaveOptions *message; /* its paths are not read; NULL: no version is made, and the
                                          branch goes to the only one of `others` */
  AdrefVersion ours;                   /* where the branch is */
  const AdrefVersion *others;          /* the other parents of the new version */
  guint count;
  char *const *paths; /* what is otherwise than in `ours`, within the repository */
  const AdrefTreeFile *old, *new;
  guint file_count;
} AdrefJoinOptions;

/* Whether the work folder and the index can take the files: those that change are as in `ours`, or
 * as they will be. Line ends of Windows in the work folder are no change. */
gboolean adref_join_check(AdrefRepo *repo, const AdrefJoinOptions *options, GError **error);

/* Makes the version. After an error the files, the index and the branch are as before. */
gboolean adref_join(AdrefRepo *repo, const AdrefJoinOptions *options, AdrefVersion *version,
                    GError **error);

/* Finishes or takes back what a killed adref began; does nothing while another one joins. */
void adref_join_recover(AdrefRepo *repo);

#endif

/* Writes a version: its message, its people and its signature, and moves the branch to it. Private
 * to history/. */
#ifndef ADREF_HISTORY_COMMIT_WRITER_H
#define ADREF_HISTORY_COMMIT_WRITER_H

#include "history/git.h"
#include "history/save.h"

typedef struct {
  AdrefRepo *repo;
  char *message;
  char *reflog;
  AdrefVersionSigner sign;
  git_signature *author; /* NULL until adref_commit_writer_find_people() */
  git_signature *committer;
} AdrefCommitWriter;

/* Puts the message together; the paths of the options are not read. */
gboolean adref_commit_writer_init(AdrefCommitWriter *writer, AdrefRepo *repo,
                                  const AdrefRepoSaveOptions *options, GError **error);
void adref_commit_writer_clear(AdrefCommitWriter *writer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefCommitWriter, adref_commit_writer_clear)

/* The author (NULL: git's) and the committer. */
gboolean adref_commit_writer_find_people(AdrefCommitWriter *writer, const AdrefPerson *author,
                                         GError **error);

/* Writes the commit, which no branch has yet. */
gboolean adref_commit_writer_write(AdrefCommitWriter *writer, const git_tree *tree,
                                   const git_commit **parents, gsize count, git_oid *id,
                                   GError **error);

/* The ref of the current branch. HEAD on no branch is refused. Caller frees. */
char *adref_commit_writer_branch(AdrefRepo *repo, GError **error);

/* Moves a branch from the commit `from` (NULL: it has none) to `id`. Returns libgit2's status; not
 * 0 also when the branch is not there. */
int adref_commit_writer_move(const AdrefCommitWriter *writer, const char *branch,
                             const git_oid *from, const git_oid *id);

#endif

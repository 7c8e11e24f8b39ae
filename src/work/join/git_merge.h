/* What git says of the merge for which it calls the driver: which versions come together, and so
 * whose the two files are. */
#ifndef ADREF_WORK_JOIN_GIT_MERGE_H
#define ADREF_WORK_JOIN_GIT_MERGE_H

#include "work/session.h"

enum {
  ADREF_GIT_MERGE_MAX_TODO = 1024 * 1024, /* bytes of a rebase's list that are read */
};

typedef struct {
  char *party[2];           /* of our file and theirs; NULL: unknown */
  GHashTable *parties[2];   /* likewise, by clause (work/join/side_party.h) */
  gint64 time[2];           /* when the versions were written; 0: not known */
  AdrefSessionFiles *files; /* how texts are read; NULL: as the work folder says */
} AdrefGitMerge;

/* Finds them. `git merge` and `git pull` name the other version in the environment, a rebase in its
 * list. Nobody is named where a file is not the one that the version has: git then merges common
 * ancestors, or a file that was renamed. `path` is relative to the root of the workspace. */
void adref_git_merge_find(AdrefSession *session, const char *path, GBytes *ours, GBytes *theirs,
                          AdrefGitMerge *merge);
void adref_git_merge_clear(AdrefGitMerge *merge);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefGitMerge, adref_git_merge_clear)

#endif

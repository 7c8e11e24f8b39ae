/* Files of the work folder, read to be saved: as bytes, without git's filters. Not for other
 * folders. */
#ifndef ADREF_HISTORY_WORK_FILE_H
#define ADREF_HISTORY_WORK_FILE_H

#include <git2.h>
#include <sys/stat.h>

#include "history/repo.h"

typedef struct {
  char *path;         /* within the repository */
  GBytes *bytes;      /* NULL when the file is gone */
  struct stat status; /* taken before the bytes were read */
  git_oid id;         /* of the blob that holds these bytes */
} AdrefWorkFile;

/* Reads the files at `paths` (relative to the workspace's root, NULL-terminated), each once. A
 * symbolic link, on the way or at the end, and anything but a regular file are refused. */
GPtrArray *adref_work_file_read_all(AdrefRepo *repo, const char *const *paths, GError **error);

/* Whether a tree holds the file as it is in the work folder; `tree` may be NULL. */
gboolean adref_work_file_is_in_tree(const AdrefWorkFile *file, const git_tree *tree, gboolean *same,
                                    GError **error);

#endif

/* Files of the work folder, read in order to save them: the bytes on disk, without git's filters.
 * Private to history/. */
#ifndef ADREF_HISTORY_WORK_FILE_H
#define ADREF_HISTORY_WORK_FILE_H

#include <git2.h>
#include <sys/stat.h>

#include "history/repo.h"

typedef struct {
  char *path;         /* within the repository */
  GBytes *bytes;      /* NULL when the file does not exist */
  struct stat status; /* taken before the bytes were read */
  git_oid id;         /* of the blob that holds these bytes */
} AdrefWorkFile;

/* Reads the files at `paths` (relative to the workspace's root, NULL-terminated; of AdrefWorkFile),
 * each once. Refused: a symbolic link anywhere in the path, and anything but a regular file. A file
 * of more than ADREF_TEXT_LIMIT bytes is an error. */
GPtrArray *adref_work_file_read_all(AdrefRepo *repo, const char *const *paths, GError **error);

/* The same for the file at a path within the repository. */
AdrefWorkFile *adref_work_file_read(AdrefRepo *repo, const char *inside, GError **error);
void adref_work_file_free(AdrefWorkFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefWorkFile, adref_work_file_free)

/* Whether the file in a tree is the same as in the work folder; a tree NULL has no files. */
gboolean adref_work_file_is_in_tree(const AdrefWorkFile *file, const git_tree *tree, gboolean *same,
                                    GError **error);

#endif

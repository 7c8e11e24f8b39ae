/* Git's ids of files of the work folder that have not changed since git's index was written, so
 * that they need not be hashed. Private to history/.
 *
 * As git does, this takes a file for unchanged that has the size, the times, and the number of its
 * entry in the index. An entry proves nothing when its file changed shortly before the index was
 * written ("racily clean"), when the blob has another size than the file (a filter changed it), or
 * when no such blob is here. */
#ifndef ADREF_HISTORY_INDEX_STAMP_H
#define ADREF_HISTORY_INDEX_STAMP_H

#include <git2.h>
#include <sys/stat.h>

#include "history/repo.h"

enum {
  ADREF_INDEX_STAMP_MAX_INDEX = 1024 * 1024, /* bytes; a larger index is not read for this */
  ADREF_INDEX_STAMP_MARGIN = 20 * 1000       /* microseconds between a change and the index */
};

/* The id of the blob that the file at `path` (within the repository) holds, when the index proves
 * it for a file of this status. */
gboolean adref_index_stamp_find(AdrefRepo *repo, const char *path, const struct stat *status,
                                git_oid *id);

#endif

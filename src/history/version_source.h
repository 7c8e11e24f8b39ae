/* The workspace in a version, as a source of files for draft/. */
#ifndef ADREF_HISTORY_VERSION_SOURCE_H
#define ADREF_HISTORY_VERSION_SOURCE_H

#include "draft/data/file_source.h"
#include "history/version.h"

enum {
  ADREF_VERSION_SOURCE_MAX_ENTRIES = 100000, /* files and folders that one listing reads */
  ADREF_VERSION_SOURCE_MAX_PATH = 4096,      /* bytes of the path of a folder */
};

/* A source that reads the files of the workspace in a version, or in a tree that no version has
 * yet; it holds a reference to the
 * repository, which keeps the bytes of the last files that were read, for other versions have them,
 * too. `read` refuses symbolic links, `list` leaves them out. A listing that reads more than
 * ADREF_VERSION_SOURCE_MAX_ENTRIES entries of folders is an error. */
AdrefFileSource *adref_version_source_new(AdrefRepo *repo, const AdrefVersion *version,
                                          GError **error);

#endif

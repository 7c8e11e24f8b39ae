/* The workspace as it was in a version, for draft/. */
#ifndef ADREF_HISTORY_VERSION_SOURCE_H
#define ADREF_HISTORY_VERSION_SOURCE_H

#include "draft/file_source.h"
#include "history/version.h"

enum {
  ADREF_VERSION_SOURCE_MAX_ENTRIES = 100000, /* files and folders that one listing reads */
  ADREF_VERSION_SOURCE_MAX_PATH = 4096,      /* bytes of the path of a folder */
};

/* A source that reads the workspace as it was in a version; it keeps the repository alive. Symbolic
 * links are refused by `read` and left out by `list`; a list of more than 100,000 entries is an
 * error. */
AdrefFileSource *adref_version_source_new(AdrefRepo *repo, const AdrefVersion *version,
                                          GError **error);

#endif

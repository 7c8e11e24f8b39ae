/* The workspace as it was in a version, for draft/. */
#ifndef ADREF_HISTORY_VERSION_SOURCE_H
#define ADREF_HISTORY_VERSION_SOURCE_H

#include "draft/file_source.h"
#include "history/version.h"

/* A source that reads the workspace as it was in a version; it keeps the repository alive. Symbolic
 * links are refused by `read` and left out by `list`; a list of more than 100,000 entries is an
 * error. */
AdrefFileSource *adref_version_source_new(AdrefRepo *repo, const AdrefVersion *version,
                                          GError **error);

#endif

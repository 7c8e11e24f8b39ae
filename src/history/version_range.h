/* Which versions one line of history has and another one has not. */
#ifndef ADREF_HISTORY_VERSION_RANGE_H
#define ADREF_HISTORY_VERSION_RANGE_H

#include "history/log.h"
#include "history/version.h"

/* The versions that `of` was made from, and itself, without those of `known` (of AdrefVersion; none
 * where its id is ""): the newest first, at most `limit` of them (of AdrefLogEntry, without
 * labels). *count is the number of all. */
GPtrArray *adref_repo_versions_beyond(AdrefRepo *repo, const AdrefVersion *of,
                                      const AdrefVersion *known, guint known_count, guint limit,
                                      guint *count, GError **error);

#endif

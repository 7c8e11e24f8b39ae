/* From which version others were made: what a merge of them is compared with. */
#ifndef ADREF_HISTORY_COMMON_BASE_H
#define ADREF_HISTORY_COMMON_BASE_H

#include "history/version.h"

enum {
  ADREF_COMMON_BASE_MAX = 64, /* bases of two versions that are read */
};

/* Whether `older` is `newer`, or one of the versions that `newer` was made from. */
gboolean adref_repo_is_ancestor(AdrefRepo *repo, const AdrefVersion *older,
                                const AdrefVersion *newer, gboolean *is, GError **error);

/* The best common bases of a version and the others (of AdrefVersion), which count as if they were
 * merged already; the oldest first. Empty: their histories have nothing in common. */
GArray *adref_repo_common_bases(AdrefRepo *repo, const AdrefVersion *version,
                                const AdrefVersion *others, guint count, GError **error);

/* The base that all versions have; *found is FALSE where there is none. */
gboolean adref_repo_base_of_all(AdrefRepo *repo, const AdrefVersion *versions, guint count,
                                AdrefVersion *base, gboolean *found, GError **error);

/* How many parents a version has, and the first of them; none where a shallow clone ends. */
gboolean adref_repo_parent(AdrefRepo *repo, const AdrefVersion *version, guint *parents,
                           AdrefVersion *first, GError **error);

#endif

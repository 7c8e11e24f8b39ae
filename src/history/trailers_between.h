/* What the messages of the versions say in which a side differs from others. */
#ifndef ADREF_HISTORY_TRAILERS_BETWEEN_H
#define ADREF_HISTORY_TRAILERS_BETWEEN_H

#include "history/log.h"

enum {
  ADREF_TRAILERS_BETWEEN_MAX = 10000, /* versions that are read */
};

/* Calls `visit` with each version of `from` that none of `others` (of AdrefVersion) has, the newest
 * first; not with those that join two lines of history. */
gboolean adref_repo_visit_between(AdrefRepo *repo, const AdrefVersion *from,
                                  const AdrefVersion *others, guint count,
                                  void (*visit)(gpointer data, const AdrefLogEntry *entry),
                                  gpointer data, GError **error);

#endif

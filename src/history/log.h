/* The log: in which versions a folder changed. */
#ifndef ADREF_HISTORY_LOG_H
#define ADREF_HISTORY_LOG_H

#include "history/person.h"
#include "history/version.h"

/* One entry of the log. All text is valid UTF-8; it is a stranger's, so make it visible
 * (base/error.h) before it goes to a terminal. */
typedef struct {
  AdrefVersion version;
  AdrefPerson author; /* with the time of writing */
  char *subject;
  char *body;          /* without subject and trailers; "" when there is none */
  GPtrArray *trailers; /* of char *, "Statement: x" */
  GPtrArray *labels;   /* of char *: names of the tags that point here, sorted */
} AdrefLogEntry;

void adref_log_entry_free(AdrefLogEntry *entry);

/* The versions, newest first, in which a file below `folder` (relative to the workspace's root; ""
 * is the workspace) changed, at most `limit` of them (0: all). A merge is among them when the
 * folder differs from that of every parent. An unborn HEAD gives an empty array. */
GPtrArray *adref_repo_log(AdrefRepo *repo, const char *folder, guint limit, GError **error);

#endif

/* What the log says of a version, read from a commit. Not for other folders. */
#ifndef ADREF_HISTORY_LOG_ENTRY_H
#define ADREF_HISTORY_LOG_ENTRY_H

#include "history/git.h"
#include "history/log.h"

/* Names of all tags (GPtrArray of char *, sorted), by the id of the commit they point at. */
GHashTable *adref_log_entry_labels_by_commit(AdrefRepo *repo);

/* `labels`: those of the commit, or NULL. */
AdrefLogEntry *adref_log_entry_read(git_commit *commit, GPtrArray *labels);

#endif

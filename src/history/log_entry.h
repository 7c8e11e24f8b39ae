/* Reads an AdrefLogEntry from a commit. Private to history/. */
#ifndef ADREF_HISTORY_LOG_ENTRY_H
#define ADREF_HISTORY_LOG_ENTRY_H

#include "history/git.h"
#include "history/log.h"

/* The table commit id -> names of the tags that point to it (GPtrArray of char *, sorted). */
GHashTable *adref_log_entry_labels_by_commit(AdrefRepo *repo);

/* `labels`: the names for this commit from that table, or NULL. */
AdrefLogEntry *adref_log_entry_read(git_commit *commit, GPtrArray *labels);

#endif

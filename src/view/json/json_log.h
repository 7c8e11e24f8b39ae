/* A version as a member of the list that "adref log --json" gives. */
#ifndef ADREF_VIEW_JSON_JSON_LOG_H
#define ADREF_VIEW_JSON_JSON_LOG_H

#include "history/log_entry.h"
#include "view/redline.h"

/* {"version", "author", "email", "time", "party", "subject", "body", "trailers": [], "labels": []};
 * with `counts` (or NULL), "changes": {"words_inserted": 12, ...}; with `facts` that changed (of
 * AdrefFactChange; empty or NULL: none), "facts": [{"key", "words", "old", "new"}]. `time` is ISO
 * 8601. Every line is indented by two spaces; the first line and the end of the last are the
 * caller's. */
GString *adref_json_log_entry(const AdrefLogEntry *entry, const char *time,
                              const AdrefRedlineCounts *counts, const GPtrArray *facts);

#endif

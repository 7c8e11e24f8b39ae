/* What "adref merge VERSION... --json" says. */
#ifndef ADREF_VIEW_JSON_JSON_MERGE_H
#define ADREF_VIEW_JSON_JSON_MERGE_H

#include "merge/join/merge.h"

typedef struct {
  const char *path;
  gboolean joined, changed;
  const GPtrArray *by, *notes;    /* of const char * */
  const AdrefMergeReport *report; /* of a text; NULL: none */
} AdrefJsonMergeFile;

/* An agreement to other words. */
typedef struct {
  const char *statement, *clause;
  const GPtrArray *parties; /* of const char * */
} AdrefJsonReopened;

typedef struct {
  const char *outcome, *before, *version;
  char *const *names;     /* of the sides, NULL-terminated */
  char *const *parties;   /* theirs; "": unknown */
  const GArray *files;    /* of AdrefJsonMergeFile */
  const GArray *reopened; /* of AdrefJsonReopened */
} AdrefJsonMerge;

/* {"outcome", "before", "version", "sides": [{"name", "party": "" | null}], "files": [{"path",
 * "joined", "changed", "by", "events": [{"clause", "event", "by", "detail": "" | null}], "notes"}],
 * "reopened": [{"statement", "clause", "parties"}]} */
GString *adref_json_merge_write(const AdrefJsonMerge *merge);

#endif

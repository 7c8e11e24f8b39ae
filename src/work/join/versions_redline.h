/* What differs between two versions of a whole workspace. */
#ifndef ADREF_WORK_JOIN_VERSIONS_REDLINE_H
#define ADREF_WORK_JOIN_VERSIONS_REDLINE_H

#include "history/tree_changes.h"
#include "work/join/comparison.h"

/* A file of one of two trees, and how it is read. */
typedef struct {
  AdrefSessionFiles *files;
  const AdrefTreeFile *file;
  const char *what; /* "as it is": behind the path in the name of the text */
} AdrefVersionsRedlineSide;

/* The old and the new text at a path of the workspace, compared. */
AdrefComparison *adref_versions_redline_compare(AdrefSession *session, const char *path,
                                                const AdrefVersionsRedlineSide sides[2],
                                                GError **error);

/* Adds their redline. A text that does not read has a line that says why. */
void adref_versions_redline_add(AdrefSession *session, const char *path,
                                const AdrefVersionsRedlineSide sides[2],
                                const AdrefComparisonOptions *options, GString *out);

/* The redline of each text that differs, one below the other, then the names of the other files
 * that differ. A text that does not read has a line that says why. Caller frees. */
GString *adref_versions_redline(AdrefSession *session, const AdrefVersion *old,
                                const AdrefVersion *new, const AdrefComparisonOptions *options,
                                GError **error);

#endif

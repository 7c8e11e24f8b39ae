/* What differs between two versions of a whole workspace. */
#ifndef ADREF_WORK_VERSIONS_REDLINE_H
#define ADREF_WORK_VERSIONS_REDLINE_H

#include "work/comparison.h"

/* The redline of each text that differs, one below the other, then the names of the other files
 * that differ. A text that does not read has a line that says why. Caller frees. */
GString *adref_versions_redline(AdrefSession *session, const AdrefVersion *old,
                                const AdrefVersion *new, const AdrefComparisonOptions *options,
                                GError **error);

#endif

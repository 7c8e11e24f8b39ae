/* What a version says of a statement, read from git alone. */
#ifndef ADREF_WORK_CHECK_VERSION_SNAPSHOT_H
#define ADREF_WORK_CHECK_VERSION_SNAPSHOT_H

#include "sign/statement_snapshot.h"
#include "work/session.h"

/* An error where the version does not read cleanly. Caller frees. */
AdrefStatementSnapshot *adref_version_snapshot(AdrefSession *session, const char *statement,
                                               const AdrefVersion *version, GError **error);

#endif

/* The facts of a statement in two versions, compared: what review/fact_changes.h is given. */
#ifndef ADREF_WORK_CHANGES_FACT_COMPARISON_H
#define ADREF_WORK_CHANGES_FACT_COMPARISON_H

#include "history/log.h"
#include "work/session.h"

/* What changed in the facts of a statement from the last version to the work folder (of
 * AdrefFactChange); empty where the last version has no such statement. NULL: its facts do not
 * read. Caller unrefs. The session's repository is open. */
GPtrArray *adref_fact_comparison_since_head(AdrefSession *session, const AdrefStatement *statement,
                                            GError **error);

/* What changed in the facts of a statement in the current version of a log, compared with its first
 * parent; empty where either has no such statement. The facts of a version are read only when a
 * file with facts changed in it. */
GPtrArray *adref_fact_comparison_of_log(AdrefSession *session, const char *statement, AdrefLog *log,
                                        GError **error);

#endif

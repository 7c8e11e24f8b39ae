/* The versions of a statement, walked through. */
#ifndef ADREF_WORK_CHANGES_STATEMENT_LOG_H
#define ADREF_WORK_CHANGES_STATEMENT_LOG_H

#include "history/log.h"
#include "work/session.h"

/* A walk through the versions in which the folder of a statement changed, or a file of the library
 * that it is read with; the ids of the walk are those of the folder. Where the facts of the work
 * folder do not read, only the folder counts. `from` NULL: from HEAD. */
AdrefLog *adref_statement_log_new(AdrefSession *session, const char *statement,
                                  const AdrefVersion *from, GError **error);

/* Whether the current version of such a walk is one of the statement: its folder changed, it was
 * saved for the statement, or it changed one of its facts, such as the name of a party. A version
 * whose facts cannot be compared is one. */
gboolean adref_statement_log_has(AdrefSession *session, const char *statement, AdrefLog *log);

#endif

/* Which files belong to a statement. */
#ifndef ADREF_WORK_STATEMENT_FILES_H
#define ADREF_WORK_STATEMENT_FILES_H

#include "work/session.h"

/* The files of a statement that a version holds, relative to the root: statement.yaml, its texts,
 * assembly.lock, its records and corrections; also those that only the last version has.
 * NULL-terminated. */
char **adref_session_statement_files(AdrefSession *session, const AdrefStatement *statement,
                                     GError **error);

#endif

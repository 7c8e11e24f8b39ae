/* Renaming a statement. */
#ifndef ADREF_WORK_EDIT_RENAME_STATEMENT_H
#define ADREF_WORK_EDIT_RENAME_STATEMENT_H

#include "work/session.h"

/* Moves the folder statements/ID to statements/NAME, notes both names in statement.yaml
 * (draft/statement/statement.h), and saves that as one version. Labels and sign-offs keep the names
 * of their tags, since signatures cover these; they are found by the names in statement.yaml.
 * Private comments follow in this clone.
 *
 * Refused: a name that is, or was, that of another statement; a statement with a final text, whose
 * package has its name. A rename that was killed before it was saved is undone first. `party`:
 * whose change it is, or NULL. */
gboolean adref_rename_statement(AdrefSession *session, const char *id, const char *name,
                                const char *party, GError **error);

#endif

/* The id of a statement that begins. */
#ifndef ADREF_WORK_STATEMENT_ID_H
#define ADREF_WORK_STATEMENT_ID_H

#include "work/session.h"

/* Checks that an id can be that of a new statement: a name that no statement and no tag of adref's
 * own has. */
gboolean adref_statement_id_check_free(AdrefSession *session, const char *id, GError **error);

#endif

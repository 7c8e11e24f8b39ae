/* What is meant by the arguments [STATEMENT] [CLAUSE]. */
#ifndef ADREF_CMD_SELECT_CLAUSE_H
#define ADREF_CMD_SELECT_CLAUSE_H

#include "cmd/text.h"

/* Splits the arguments. One argument that is no statement is a clause: *statement is NULL then, for
 * the only one. Both belong to `run`; each may be NULL. */
gboolean adref_select_clause_arguments(const AdrefRun *run, const AdrefSession *session,
                                       const char **statement, const char **clause, GError **error);

/* Opens the text of the arguments [STATEMENT[@VERSION] | FILE] [CLAUSE], in the language of --lang.
 * One argument that is no statement may be a clause of the only one. */
AdrefText *adref_select_clause_text(const AdrefRun *run, const char **clause, GError **error);

/* The clause with an id or, where no clause has this id, with a number as a reader sees it ("12",
 * "12bis", "PP3", without regard to spaces and case); NULL when there is none. */
AdrefNode *adref_select_clause_find(const AdrefNode *document, const char *name);

/* The same, with an error that names the nearest id. */
AdrefNode *adref_select_clause(const AdrefText *text, const char *name, GError **error);

#endif

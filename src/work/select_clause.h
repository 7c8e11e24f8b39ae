/* Which clause a person means, by the arguments [STATEMENT] [CLAUSE]. */
#ifndef ADREF_WORK_SELECT_CLAUSE_H
#define ADREF_WORK_SELECT_CLAUSE_H

#include "work/text.h"

/* Whether the open workspace has a statement of that name. An argument that is none may be a clause
 * of the only statement. */
gboolean adref_select_clause_is_statement(AdrefSession *session, const char *name,
                                          gboolean *is_statement, GError **error);

/* Opens the text of the argument STATEMENT[@VERSION] or FILE (NULL: of the only statement). Where
 * *clause is NULL and `first` is no statement, it may be a clause of the only one, and becomes
 * *clause. */
AdrefText *adref_select_clause_text(AdrefSession *session, const char *first, const char **clause,
                                    const char *language, GError **error);

/* The clause with an id or, where no clause has this id, with a number as a reader sees it ("12",
 * "12bis", "PP3", without regard to spaces and case); NULL when there is none. */
AdrefNode *adref_select_clause_find(const AdrefNode *document, const char *name);

/* The same, with an error that names the nearest id. */
AdrefNode *adref_select_clause(const AdrefText *text, const char *name, GError **error);

#endif

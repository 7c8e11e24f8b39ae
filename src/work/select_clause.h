/* Which clause a person means, by the arguments [STATEMENT] [CLAUSE]. */
#ifndef ADREF_WORK_SELECT_CLAUSE_H
#define ADREF_WORK_SELECT_CLAUSE_H

#include "clause/text/address.h"
#include "work/text.h"

/* Whether the open workspace has a statement of that name. An argument that is none may be a clause
 * of the only statement. */
gboolean adref_select_clause_is_statement(AdrefSession *session, const char *name,
                                          gboolean *is_statement, GError **error);

/* Whether a name is nearly that of a statement of the open workspace. */
gboolean adref_select_clause_is_slip(AdrefSession *session, const char *name);

/* Opens the text of the argument STATEMENT[@VERSION] or FILE (NULL: of the only statement). Where
 * *clause is NULL and `first` is no statement, it may be a clause of the only one, and becomes
 * *clause. */
AdrefText *adref_select_clause_text(AdrefSession *session, const char *first, const char **clause,
                                    const char *language, GError **error);

/* The clause with an id or, where no clause has this id, with a number as a reader sees it ("12",
 * "12bis", "PP3", without regard to spaces and case); NULL when there is none. */
AdrefNode *adref_select_clause_find(const AdrefNode *document, const char *name);

/* The clause at an address (clause/text/address.h), or the one that holds the part at the address.
 */
AdrefNode *adref_select_clause(const AdrefText *text, const char *name, GError **error);

/* The part of a text at an address. */
gboolean adref_select_part(const AdrefText *text, const char *name, AdrefAddress *address,
                           GError **error);

/* The same for what takes clauses only: the error names the clause that holds the part. `command`
 * is the command as it is typed, "agree". */
AdrefNode *adref_select_whole_clause(const AdrefText *text, const char *name, const char *command,
                                     GError **error);

/* Gives an item its number, so that it keeps it without the items before it. Does nothing to other
 * nodes. */
void adref_select_keep_number(AdrefNode *item);

/* Leaves only a part in a document: of a heading its section; around an item the items that it is
 * in, with the words that introduce it. */
void adref_select_only(AdrefNode *document, const AdrefAddress *address);

#endif

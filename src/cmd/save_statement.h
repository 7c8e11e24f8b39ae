/* Keeping files of a statement as a version: what `draft`, `edit`, `save` and `new` share. */
#ifndef ADREF_CMD_SAVE_STATEMENT_H
#define ADREF_CMD_SAVE_STATEMENT_H

#include "cmd/text.h"

/* What is said of a version. */
typedef struct {
  const char *subject; /* NULL: made from what changed, "op private-sector; new op supply-chains" */
  const char *party;   /* whose change it is (--as), or NULL */
  const char *action;  /* "draft", "edit", "save" */
  const char *author;  /* "Name <email>" (--author), or NULL: git's */
} AdrefSaveStatementOptions;

/* Saves the statement's files, and says so. Before, every text is read: one with a serious problem
 * is not saved. ADREF_YES, also when there is nothing new (which is said); else the error is set.
 */
int adref_save_statement(const AdrefSession *session, const AdrefStatement *statement,
                         const AdrefSaveStatementOptions *options, GError **error);

/* The same for what is about clauses whose words have not changed: their ids (char *) stand in the
 * version's trailers. */
int adref_save_statement_with_clauses(const AdrefSession *session, const AdrefStatement *statement,
                                      const AdrefSaveStatementOptions *options,
                                      const GPtrArray *clauses, GError **error);

/* Refuses at once what would let saving fail at the end: no repository, no identity. Asked before
 * anything is written. */
gboolean adref_save_statement_check(const AdrefSession *session, GError **error);

/* Refuses while files of the statement hold changes that are not saved. */
gboolean adref_save_statement_check_clean(const AdrefSession *session,
                                          const AdrefStatement *statement, GError **error);

/* Checks --as: a code of the registry, and of a party of the statement, a member of one, or a group
 * that speaks for one. */
gboolean adref_save_statement_check_party(const AdrefSession *session,
                                          const AdrefStatement *statement, const char *party,
                                          GError **error);

#endif

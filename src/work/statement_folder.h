/* The folder of a statement that begins. It is made beside its place and put there whole, so that a
 * command which is killed leaves no half of it: the next command that makes one removes the rest.
 */
#ifndef ADREF_WORK_STATEMENT_FOLDER_H
#define ADREF_WORK_STATEMENT_FOLDER_H

#include "base/stage_folder.h"
#include "work/session.h"

typedef struct {
  AdrefStageFolder stage;
  char *place; /* statements/<id> of the workspace */
} AdrefStatementFolder;

/* Begins with an empty folder. FALSE with an error: it cannot be made. */
gboolean adref_statement_folder_begin(const AdrefSession *session, const char *id,
                                      AdrefStatementFolder *folder, GError **error);

/* Writes a file of it: "statement.yaml", "en.md". */
gboolean adref_statement_folder_write(const AdrefStatementFolder *folder, const char *name,
                                      const GString *text, GError **error);

/* Puts it in its place. */
gboolean adref_statement_folder_put(AdrefStatementFolder *folder, GError **error);

/* Removes what was not put in its place. */
void adref_statement_folder_clear(AdrefStatementFolder *folder);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefStatementFolder, adref_statement_folder_clear)

#endif

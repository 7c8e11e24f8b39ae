/* A workspace: the folder with templates/ and statements/ (DESIGN.md section 2). */
#ifndef ADREF_DRAFT_WORKSPACE_H
#define ADREF_DRAFT_WORKSPACE_H

#include <glib.h>

#include "draft/file_source.h"

typedef struct {
  char *root;              /* absolute path */
  char *current_statement; /* statement whose folder the search began in, or NULL */
  AdrefFileSource *source; /* the work folder */
} AdrefWorkspace;

/* Looks in `start` and its parents for a folder that holds both statements/ and templates/. */
AdrefWorkspace *adref_workspace_find(const char *start, GError **error);
void adref_workspace_free(AdrefWorkspace *workspace);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefWorkspace, adref_workspace_free)

/* Ids of the statements, sorted (folders of statements/ with a statement.yaml). */
char **adref_workspace_statements(const AdrefWorkspace *workspace, GError **error);

/* The id meant by an argument: itself when it exists, else an error with the near miss; for NULL
 * the statement of the folder one is in, or the only one. Caller frees. */
char *adref_workspace_choose(const AdrefWorkspace *workspace, const char *argument, GError **error);

/* Refuses what adref_workspace_make() would refuse: a workspace, and folders that are in the way.
 */
gboolean adref_workspace_check_can_make(const char *root, gboolean sample, GError **error);

/* Makes a workspace at `root` from the starter library at `library` (a folder with templates/ and
 * statements/): copies templates/, makes statements/, and with `sample` copies the sample
 * statement. Existing files are never overwritten: a folder that already is a workspace is refused.
 * *made, when not NULL, gets the paths of the files written, relative to the root. */
gboolean adref_workspace_make(const char *root, const char *library, gboolean sample, char ***made,
                              GError **error);

#endif

/* A workspace: the folder that contains templates/ and statements/. */
#ifndef ADREF_DRAFT_STATEMENT_WORKSPACE_H
#define ADREF_DRAFT_STATEMENT_WORKSPACE_H

#include <glib.h>

#include "draft/data/file_source.h"

typedef struct {
  char *root;              /* absolute path */
  char *current_statement; /* id of the statement in whose folder the search began, or NULL */
  AdrefFileSource *source; /* the work folder */
} AdrefWorkspace;

/* Finds the workspace: `start` or the nearest parent with both statements/ and templates/. */
AdrefWorkspace *adref_workspace_find(const char *start, GError **error);
void adref_workspace_free(AdrefWorkspace *workspace);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefWorkspace, adref_workspace_free)

/* The ids of the statements, sorted: folders of statements/ that contain a statement.yaml. */
char **adref_workspace_statements(const AdrefWorkspace *workspace, GError **error);

/* The id of the statement that the argument of a command names, by its id or a former one; an
 * unknown id is an error with the most similar one. For NULL: the current statement, else the only
 * one. Caller frees. */
char *adref_workspace_choose(const AdrefWorkspace *workspace, const char *argument, GError **error);

/* The id of the statement that was called `former` before it was renamed; NULL: none. Caller frees.
 */
char *adref_workspace_renamed(const AdrefWorkspace *workspace, const char *former);

/* What a new workspace begins with. */
typedef enum {
  ADREF_WORKSPACE_STARTER, /* templates/ of the starter library, statements/ without a statement */
  ADREF_WORKSPACE_SAMPLE,  /* the same, with the sample statement */
  ADREF_WORKSPACE_EMPTY,   /* no clauses and no outlines: styles, and a registry with two parties
                              that are to be replaced */
} AdrefWorkspaceContent;

/* Checks that adref_workspace_make() can make a workspace at `root`: it is not a workspace yet, and
 * the folders to be made do not exist or are empty. */
gboolean adref_workspace_check_can_make(const char *root, AdrefWorkspaceContent content,
                                        GError **error);

/* Makes a workspace at `root` from the starter library at `library` (a folder with templates/ and
 * statements/). Never overwrites a file. Either the whole workspace is made or none of it. *made,
 * when not NULL, is set to the paths of the files written, relative to the root. */
gboolean adref_workspace_make(const char *root, const char *library, AdrefWorkspaceContent content,
                              char ***made, GError **error);

/* Removes what a process that was killed in adref_workspace_make() has left at `root`: its folder
 * .adref-init-XXXXXX and, where there is no templates/ yet, statements/ when it holds only what the
 * library has. */
void adref_workspace_clean_up(const char *root, const char *library);

/* Whether the workspace at `root` is as adref_workspace_make() made it: each file has the bytes
 * that it would write. *made is set as there. */
gboolean adref_workspace_is_as_made(const char *root, const char *library,
                                    AdrefWorkspaceContent content, char ***made);

#endif

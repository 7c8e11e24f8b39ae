#include "work/statement_id.h"

#include "base/name.h"
#include "history/version_files.h"

/* Whether the last version has the statement. It has not where the program was killed before it
 * saved what it had written. */
static gboolean has_version(AdrefSession *session, const char *id)
{
  AdrefVersion head;
  AdrefRepo *repo = adref_session_repo(session, NULL);
  if (!repo || !adref_repo_resolve(repo, NULL, "HEAD", &head, NULL))
    return FALSE;
  g_autofree char *path = g_strdup_printf("statements/%s/statement.yaml", id);
  g_autofree char *file = adref_version_file_id(repo, &head, path);
  return *file;
}

gboolean adref_statement_id_check_free(AdrefSession *session, const char *id, GError **error)
{
  g_autofree char *folder = g_build_filename(session->workspace->root, "statements", id, NULL);
  if (!adref_name_check(ADREF_NAME_STATEMENT, id, error))
    return FALSE;
  static const char *const taken[] = {"signoff", "silence", "final", "withdrawn", NULL};
  if (g_strv_contains(taken, id)) {
    adref_error(
        error, ADREF_ERROR_USAGE,
        "\"%s\" cannot be the name of a statement: tags of that name are signatures, breaks "
        "of silence, withdrawals and final texts",
        id);
    return FALSE;
  }
  g_autofree char *renamed = adref_workspace_renamed(session->workspace, id);
  gboolean exists = g_file_test(folder, G_FILE_TEST_EXISTS);
  if (exists && !has_version(session, id))
    adref_error(
        error, ADREF_ERROR_REFUSED,
        "statements/%s exists already, and no version has it yet; adref status %s says how it "
        "goes on; remove the folder, or choose another id",
        id, id);
  else if (exists)
    adref_error(error, ADREF_ERROR_REFUSED, "statements/%s exists already; choose another id", id);
  else if (renamed)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s is a former name of the statement %s; choose another id", id, renamed);
  else
    return TRUE;
  return FALSE;
}

#include "work/statement_id.h"

#include "base/name.h"

gboolean adref_statement_id_check_free(const AdrefSession *session, const char *id, GError **error)
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
  if (g_file_test(folder, G_FILE_TEST_EXISTS))
    adref_error(error, ADREF_ERROR_REFUSED, "statements/%s exists already; choose another id", id);
  else if (renamed)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s is a former name of the statement %s; choose another id", id, renamed);
  else
    return TRUE;
  return FALSE;
}

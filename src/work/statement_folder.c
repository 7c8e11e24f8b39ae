#include "work/statement_folder.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

/* No id of a statement begins so. */
static const char prefix[] = ".adref-new-";

static gboolean fail(const AdrefStatementFolder *self, int number, GError **error)
{
  adref_error(error, ADREF_ERROR_SYSTEM, "%s: cannot be made: %s", self->place, g_strerror(number));
  return FALSE;
}

gboolean adref_statement_folder_begin(const AdrefSession *session, const char *id,
                                      AdrefStatementFolder *folder, GError **error)
{
  g_autofree char *all = adref_session_path(session, "statements");
  *folder = (AdrefStatementFolder){.place = g_build_filename(all, id, NULL)};
  if (!adref_folder_make(all, error))
    return FALSE;
  adref_stage_folders_remove(all, prefix);
  return adref_stage_folder_make(all, prefix, &folder->stage) || fail(folder, errno, error);
}

gboolean adref_statement_folder_write(const AdrefStatementFolder *folder, const char *name,
                                      const GString *text, GError **error)
{
  g_autofree char *path = g_build_filename(folder->stage.path, name, NULL);
  return adref_file_write(path, text->str, text->len, error);
}

gboolean adref_statement_folder_put(AdrefStatementFolder *folder, GError **error)
{
  if (g_rename(folder->stage.path, folder->place) != 0)
    return fail(folder, errno, error);
  if (folder->stage.lock >= 0)
    close(folder->stage.lock);
  g_clear_pointer(&folder->stage.path, g_free);
  return TRUE;
}

void adref_statement_folder_clear(AdrefStatementFolder *folder)
{
  adref_stage_folder_clear(&folder->stage);
  g_clear_pointer(&folder->place, g_free);
}

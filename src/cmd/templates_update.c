#include "cmd/templates_update.h"

#include <string.h>

#include "view/json/json_library.h"
#include "work/join/library_update.h"

/* The arguments behind "update", NULL-terminated. Caller frees the array alone. */
static char **wanted_of(const AdrefRun *run)
{
  GPtrArray *wanted = g_ptr_array_new();
  const char *name;
  for (guint i = 1; (name = adref_run_argument(run, i)); i++)
    g_ptr_array_add(wanted, (gpointer)(guintptr)name);
  g_ptr_array_add(wanted, NULL);
  return (char **)g_ptr_array_free(wanted, FALSE);
}

static gboolean put_redline(AdrefRun *run, const AdrefLibraryFile *file, GString *out,
                            GError **error)
{
  g_autoptr(GString) redline =
      adref_library_update_redline(run->session, file, adref_width(), adref_in_color(run), error);
  if (!redline)
    return FALSE;
  g_string_append_printf(out, "%s\n%s\n", file->path, redline->str);
  return TRUE;
}

static void put_json(AdrefRun *run, const GPtrArray *files)
{
  g_autoptr(AdrefJsonList) list = adref_json_list_new();
  for (guint i = 0; i < files->len; i++) {
    const AdrefLibraryFile *file = files->pdata[i];
    gboolean has_keys = file->ours && g_str_has_suffix(file->path, ".yaml");
    g_autoptr(GPtrArray) keys =
        has_keys ? adref_library_update_keys(file->ours, file->starter) : NULL;
    adref_json_library_file_add(list, file->path, file->ours == NULL, keys);
  }
  adref_put(run, adref_json_list_write(list));
}

static int show_all(AdrefRun *run, const GPtrArray *files, GError **error)
{
  for (guint i = 0; i < files->len; i++)
    if (!put_redline(run, files->pdata[i], run->out, error))
      return ADREF_FAILURE;
  adref_say("templates: %u file%s differ%s from the starter library; adref templates update FILE "
            "takes those that you name, --all all of them",
            files->len, files->len == 1 ? "" : "s", files->len == 1 ? "s" : "");
  return ADREF_NO;
}

static gboolean take(AdrefRun *run, const AdrefLibraryFile *file, GError **error)
{
  if (!adref_library_update_take(run->session, file, error))
    return FALSE;
  const char *how = file->ours ? "replaced" : "added";
  if (file->kept)
    adref_say("%s: %s; what only the workspace has stays: %s", file->path, how, file->kept);
  else
    adref_say("%s: %s", file->path, how);
  return TRUE;
}

/* Each file with its redline and a question. */
static int ask(AdrefRun *run, const GPtrArray *files, GError **error)
{
  for (guint i = 0; i < files->len; i++) {
    const AdrefLibraryFile *file = files->pdata[i];
    g_autoptr(GString) redline = g_string_new(NULL);
    if (!put_redline(run, file, redline, error))
      return ADREF_FAILURE;
    adref_say("%s", redline->str);
    g_autofree char *answer = adref_ask("Take it? y, n or q (stop): ");
    if (!answer || g_ascii_tolower(*answer) == 'q')
      return ADREF_YES;
    if (g_ascii_tolower(*answer) == 'y' && !take(run, file, error))
      return ADREF_FAILURE;
  }
  return ADREF_YES;
}

/* All or none. */
static int take_all(AdrefRun *run, const GPtrArray *files, GError **error)
{
  for (guint i = 0; i < files->len; i++)
    if (!adref_library_update_check(run->session, files->pdata[i], error))
      return ADREF_FAILURE;
  for (guint i = 0; i < files->len; i++)
    if (!take(run, files->pdata[i], error))
      return ADREF_FAILURE;
  return ADREF_YES;
}

int adref_templates_update(AdrefRun *run, GError **error)
{
  g_autofree char **wanted = wanted_of(run);
  gboolean only_shows = adref_run_flag(run, "dry-run") || run->json;
  gboolean takes = !only_shows && (adref_run_flag(run, "all") || *wanted);
  if (takes && !adref_session_lock(run->session, error))
    return ADREF_FAILURE;
  g_autoptr(GPtrArray) files = adref_library_update_files(run->session, wanted, error);
  if (!files)
    return ADREF_FAILURE;
  if (run->json) {
    put_json(run, files);
    return files->len > 0 ? ADREF_NO : ADREF_YES;
  }
  if (files->len == 0) {
    adref_say("templates: nothing differs from the starter library");
    return ADREF_YES;
  }
  if (takes)
    return take_all(run, files, error);
  return !only_shows && adref_can_ask() ? ask(run, files, error) : show_all(run, files, error);
}

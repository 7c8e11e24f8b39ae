#include "work/odt_file.h"

#include <errno.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/program_run.h"
#include "base/stage_folder.h"
#include "exchange/archive/odt_package.h"

enum {
  TIMED_OUT = 124,       /* the status of timeout when the time is over */
  PRIVATE_FOLDER = 0700, /* nobody else reads the text */
};

#define LONGEST "60" /* seconds that LibreOffice may take */

static char *find_program(const char *name, GError **error)
{
  char *program = g_find_program_in_path("soffice");
  if (!program)
    program = g_find_program_in_path("libreoffice");
  if (!program)
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "%s: an .odt file is read by LibreOffice, which is not installed here (there is no "
                "soffice in PATH); install libreoffice-writer-nogui, or save the file as .docx",
                name);
  return program;
}

static gboolean make_folder(AdrefStageFolder *stage, GError **error)
{
  const char *root = g_get_tmp_dir();
  if (adref_stage_folder_make(root, "adref-odt-", stage) && chmod(stage->path, PRIVATE_FOLDER) == 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_SYSTEM, "%s: no folder can be made in it: %s", root,
              g_strerror(errno));
  return FALSE;
}

/* timeout ends the program with all that it has started. */
static gboolean run_program(const char *program, const char *folder, const char *file,
                            const char *name, GError **error)
{
  g_autofree char *profile = g_build_filename(folder, "profile", NULL);
  g_autofree char *address = g_filename_to_uri(profile, NULL, error);
  if (!address)
    return FALSE;
  g_autofree char *option = g_strconcat("-env:UserInstallation=", address, NULL);
  const char *const arguments[] = {
      "timeout",  "-k",           "5",    LONGEST,    program, option, "--headless", "--norestore",
      "--nologo", "--convert-to", "docx", "--outdir", folder,  file,   NULL};
  g_auto(AdrefProgramRun) run = adref_program_run_new(NULL);
  if (!adref_program_run(&run, arguments, error))
    return FALSE;
  if (run.status == 0)
    return TRUE;
  g_autofree char *said = adref_escape_controls(g_strstrip(run.errors), -1, FALSE);
  if (run.status == TIMED_OUT)
    adref_error(error, ADREF_ERROR_INPUT,
                "%s: LibreOffice has not read it in " LONGEST
                " seconds; save the file as .docx, and import that",
                name);
  else
    adref_error(error, ADREF_ERROR_INPUT, "%s: LibreOffice cannot read it%s%s", name,
                *said ? ": " : "", said);
  return FALSE;
}

GBytes *adref_odt_file_convert(GBytes *bytes, const char *name, GPtrArray *left_out, GError **error)
{
  g_auto(AdrefStageFolder) stage = {0};
  g_autofree char *program = find_program(name, error);
  g_autoptr(GString) copy = program ? adref_odt_package_copy(bytes, name, left_out, error) : NULL;
  if (!copy || !make_folder(&stage, error))
    return NULL;
  g_autofree char *file = g_build_filename(stage.path, "text.odt", NULL);
  g_autofree char *made = g_build_filename(stage.path, "text.docx", NULL);
  if (!adref_file_write(file, copy->str, copy->len, error) ||
      !run_program(program, stage.path, file, name, error))
    return NULL;
  if (!g_file_test(made, G_FILE_TEST_EXISTS)) {
    adref_error(error, ADREF_ERROR_INPUT,
                "%s: LibreOffice has made no Word file of it; save it as .docx there", name);
    return NULL;
  }
  return adref_file_read(made, name, ADREF_TEXT_LIMIT, error);
}

#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "work/edit/rename_statement.h"

static gboolean check_names(const AdrefRun *run, GError **error)
{
  if (adref_run_argument(run, 1))
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE,
              "rename: two names are needed: adref rename STATEMENT NEW-NAME");
  return FALSE;
}

static int run(AdrefRun *run, GError **error)
{
  return adref_rename_statement(run->session, adref_run_argument(run, 0),
                                adref_run_argument(run, 1), adref_run_value(run, "as"), error)
             ? ADREF_YES
             : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    ADREF_OPTION_AS,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_rename = {
    .name = "rename",
    .arguments = "STATEMENT NEW-NAME",
    .summary = "Give a statement another name",
    .details =
        "Moves the folder of the statement, and saves that as one version. Texts, records, labels, "
        "history and blame go on: a version from before is read under the new name, and the old "
        "name is still understood. Tags keep their names, because signatures cover them: the draft "
        "rev1 of a statement that was called OLD stays the tag OLD/rev1, and what was signed "
        "stays signed. The line `renamed: [OLD, NEW]` in statement.yaml says so to every "
        "clone.\n\n"
        "A name that another statement has or had is refused, and so is a statement with a final "
        "text: it was published under its name. Changes that are not saved are refused.",
    .options = options,
    .most = 2,
    .needs =
        ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_REPOSITORY | ADREF_NEEDS_NO_MERGE,
    .check = check_names,
    .usual_party = TRUE,
    .run = run,
};

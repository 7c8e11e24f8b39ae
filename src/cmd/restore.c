#include <string.h>

#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "work/edit/restore.h"

static gboolean check_from(const AdrefRun *run, GError **error)
{
  if (adref_run_value(run, "from"))
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE,
              "restore: from which version? --from VERSION; adref log lists them");
  return FALSE;
}

static int run(AdrefRun *run, GError **error)
{
  AdrefRestoreOptions restore_options = {.from = adref_run_value(run, "from"),
                                         .clause = adref_run_argument(run, run->clauses),
                                         .language = adref_run_value(run, "lang"),
                                         .party = adref_run_value(run, "as"),
                                         .message = adref_run_value(run, "message")};
  if (strcmp(restore_options.from, ADREF_VERSION_WORK) == 0) {
    adref_error(
        error, ADREF_ERROR_USAGE,
        "restore: work is the files as they are already; adref log lists the versions before");
    return ADREF_USAGE;
  }
  return adref_restore(run->session, run->session->statement, &restore_options, error)
             ? ADREF_YES
             : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    {"from", 0, "VERSION", NULL, FALSE, "the version that has what you want back"},
    ADREF_OPTION_AS,
    {"lang", 'l', "LANG", NULL, FALSE, "only the text in this language"},
    ADREF_OPTION_MESSAGE,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_restore = {
    .name = "restore",
    .arguments = "[STATEMENT] [CLAUSE]",
    .summary = "Bring back a text, or one clause, from a version",
    .details =
        "Puts the text as it was in VERSION in the place of the text as it is, in every language, "
        "and saves that as a new version: nothing that came between is lost. With CLAUSE (its id "
        "or its number then) only this clause comes back: in its place or, when it is gone, behind "
        "the clause that stood before it. A clause keeps the number it has now.\n\n"
        "The facts in statement.yaml stay as they are. Changes that are not saved are never "
        "overwritten: save them first. `adref help show` tells what a VERSION is.",
    .options = options,
    .most = 2,
    .first = ADREF_FIRST_STATEMENT_CLAUSE,
    .needs = ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT |
             ADREF_NEEDS_REPOSITORY | ADREF_NEEDS_NO_MERGE,
    .check = check_from,
    .usual_party = TRUE,
    .run = run,
};

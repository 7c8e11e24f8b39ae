#include "work/join/undo.h"
#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"

static int run(AdrefRun *run, GError **error)
{
  return adref_undo(run->session, run->session->statement, adref_run_argument(run, run->clauses),
                    adref_run_value(run, "as"), error)
             ? ADREF_YES
             : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    ADREF_OPTION_AS,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_undo = {
    .name = "undo",
    .arguments = "[STATEMENT] [VERSION]",
    .summary = "Take back what a version changed",
    .details =
        "Saves a new version in which the files of the statement are what they were before its "
        "last "
        "version; history keeps both. A second undo takes back the first. A last version of "
        "somebody else, which a sync may have brought, is taken back by its name only. With "
        "VERSION (adref log "
        "lists them) the change of that version is taken back, and what was changed since then "
        "stays: where the same words were changed again, both stand in a bracket.\n\n"
        "Agreements, signatures and drafts that were circulated are not undone: `adref reopen` and "
        "`adref circulate --withdraw` say that they end. `adref restore` brings back a text of any "
        "version.",
    .options = options,
    .most = 2,
    .first = ADREF_FIRST_STATEMENT_CLAUSE,
    .needs = ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_PARTY |
             ADREF_NEEDS_REPOSITORY,
    .usual_party = TRUE,
    .run = run,
};

#include "cmd/act.h"
#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"

static int run(AdrefRun *run, GError **error)
{
  return adref_run_act(run, ADREF_PARTY_ACT_REOPEN, error);
}

static const AdrefOption options[] = {
    {"as", 0, "PARTY", NULL, FALSE, "who takes its word back"},
    {"reason", 0, "TEXT", NULL, FALSE, "why; kept in the record"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_reopen = {
    .name = "reopen",
    .arguments = "[STATEMENT] CLAUSE...",
    .summary = "Take back a party's agreement or reservation",
    .details = "Notes in the record of the party that the clauses are open again, and why, and "
               "saves a version. What was agreed before stays in the record: a reopening is seen "
               "by everybody, with its reason.",
    .options = options,
    .most = 1000,
    .first = ADREF_FIRST_STATEMENT_CLAUSES,
    .needs = ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_ID,
    .usual_party = TRUE,
    .run = run,
};

#include "cmd/act.h"
#include "cmd/commands.h"
#include "cmd/shared_options.h"

static int run(AdrefRun *run, GError **error)
{
  return adref_run_act(run, ADREF_PARTY_ACT_RESERVE, error);
}

static const AdrefOption options[] = {
    {"as", 0, "PARTY", NULL, FALSE, "whose reservation it is"},
    {"reason", 0, "TEXT", NULL, FALSE, "why; kept in the record"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_reserve = {
    .name = "reserve",
    .arguments = "[STATEMENT] CLAUSE...",
    .summary = "Withhold a party's agreement to clauses",
    .details = "Notes in the record of the party that it withholds agreement, and why, and saves a "
               "version. A reservation stands, whatever becomes of the words, until the party "
               "itself agrees or reopens the clause.",
    .options = options,
    .most = 1000,
    .first = ADREF_FIRST_STATEMENT_CLAUSES,
    .needs = ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_ID,
    .usual_party = TRUE,
    .run = run,
};

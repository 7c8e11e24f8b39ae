#include "cmd/commands.h"
#include "cmd/shared_options.h"
#include "work/change_clauses.h"

static int run(AdrefRun *run, GError **error)
{
  const char *clause = adref_run_argument(run, run->clauses),
             *after = adref_run_value(run, "after");
  if (!clause || !after || run->arguments->len > run->clauses + 1) {
    adref_error(error, ADREF_ERROR_USAGE, "move: one clause and --after CLAUSE are needed");
    return ADREF_USAGE;
  }
  return adref_move_clause(run->session, run->session->statement, clause, after,
                           adref_run_value(run, "as"), error)
             ? ADREF_YES
             : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    {"after", 0, "CLAUSE", NULL, FALSE, "behind this clause"},
    ADREF_OPTION_AS,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_move = {
    .name = "move",
    .arguments = "[STATEMENT] CLAUSE",
    .summary = "Move a clause behind another one",
    .details =
        "Moves a clause behind the one of --after, in every language that has both, and saves a "
        "version. It keeps its id, its words and a frozen number; references to it follow.",
    .options = options,
    .fewest = 1,
    .most = 2,
    .first = ADREF_FIRST_STATEMENT_CLAUSES,
    .needs = ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_PARTY |
             ADREF_NEEDS_REPOSITORY,
    .usual_party = TRUE,
    .run = run,
};

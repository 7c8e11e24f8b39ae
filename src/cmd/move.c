#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "work/edit/change_clauses.h"

static int run(AdrefRun *run, GError **error)
{
  const char *clause = adref_run_argument(run, run->clauses);
  const char *after = adref_run_value(run, "after"), *before = adref_run_value(run, "before");
  if (!clause || !after == !before || run->arguments->len > run->clauses + 1) {
    adref_error(error, ADREF_ERROR_USAGE,
                "move: one clause and either --after CLAUSE or --before CLAUSE are needed");
    return ADREF_USAGE;
  }
  AdrefMoveClauseOptions options = {.clause = clause,
                                    .place = after ? after : before,
                                    .before = before != NULL,
                                    .party = adref_run_value(run, "as")};
  return adref_move_clause(run->session, run->session->statement, &options, error) ? ADREF_YES
                                                                                   : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    {"after", 0, "CLAUSE", NULL, FALSE, "behind this clause"},
    {"before", 0, "CLAUSE", NULL, FALSE, "before this clause"},
    ADREF_OPTION_AS,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_move = {
    .name = "move",
    .arguments = "[STATEMENT] CLAUSE",
    .summary = "Move a clause behind or before another one",
    .details = "Moves a clause behind the one of --after, or before the one of --before, in every "
               "language "
               "that has both, and saves a version. It keeps its id, its words and a frozen "
               "number; references to it follow.",
    .options = options,
    .fewest = 1,
    .most = 2,
    .first = ADREF_FIRST_STATEMENT_CLAUSES,
    .needs = ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_PARTY |
             ADREF_NEEDS_REPOSITORY,
    .usual_party = TRUE,
    .run = run,
};

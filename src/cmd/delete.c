#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "work/edit/change_clauses.h"

static int run(AdrefRun *run, GError **error)
{
  const char *clause = adref_run_argument(run, run->clauses);
  if (!clause || run->arguments->len > run->clauses + 1) {
    adref_error(error, ADREF_ERROR_USAGE, "delete: one clause is needed, its id or number");
    return ADREF_USAGE;
  }
  return adref_delete_clause(run->session, run->session->statement, clause,
                             adref_run_value(run, "as"), error)
             ? ADREF_YES
             : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    ADREF_OPTION_AS,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_delete = {
    .name = "delete",
    .arguments = "[STATEMENT] CLAUSE",
    .summary = "Delete a clause",
    .details =
        "Removes a clause in every language, and saves a version. References to it that lead "
        "nowhere "
        "then are counted. A frozen number stays with the words \"[deleted]\" in the next draft. "
        "`adref undo` brings it back; `adref propose --delete` only asks for it.",
    .options = options,
    .fewest = 1,
    .most = 2,
    .first = ADREF_FIRST_STATEMENT_CLAUSES,
    .needs = ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_PARTY |
             ADREF_NEEDS_REPOSITORY,
    .usual_party = TRUE,
    .run = run,
};

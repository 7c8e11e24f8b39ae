#include "cmd/commands.h"
#include "cmd/position.h"
#include "cmd/shared/shared_options.h"

static int run(AdrefRun *run, GError **error)
{
  return adref_run_position(run, ADREF_TAKE_POSITION_OPPOSE, error);
}

static const AdrefOption options[] = {
    {"as", 0, "PARTY", NULL, FALSE, "which party (git config adref.party)"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_oppose = {
    .name = "oppose",
    .arguments = ADREF_POSITION_ARGUMENTS,
    .summary = "Oppose an alternative of a bracket",
    .details =
        "Notes that a party opposes an alternative of a bracket, \"[extreme - USA; JPN oppose]\", "
        "in "
        "every language that has it, and saves a version. The alternative is named as for `adref "
        "support`. Who proposes other words says so with `adref propose`.",
    .options = options,
    .fewest = 1,
    .most = 2,
    .first = ADREF_FIRST_STATEMENT_CLAUSES,
    .needs = ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_PARTY |
             ADREF_NEEDS_REPOSITORY,
    .usual_party = TRUE,
    .run = run,
};

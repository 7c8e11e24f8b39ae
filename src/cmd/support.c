#include "cmd/commands.h"
#include "cmd/position.h"
#include "cmd/shared/shared_options.h"

static int run(AdrefRun *run, GError **error)
{
  return adref_run_position(run, ADREF_TAKE_POSITION_SUPPORT, error);
}

static const AdrefOption options[] = {
    {"as", 0, "PARTY", NULL, FALSE, "which party (git config adref.party)"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_support = {
    .name = "support",
    .arguments = ADREF_POSITION_ARGUMENTS,
    .summary = "Support an alternative of a bracket",
    .details =
        "Adds a party to an alternative of a bracket, in every language that has it, and saves a "
        "version. \"12:2.1\" is the first alternative of the second bracket of clause 12; a number "
        "is needed where there are several (`adref resolve --list` shows them). The party leaves "
        "the alternative that it wanted before; base text it retains. `adref help positions` has "
        "examples.",
    .options = options,
    .fewest = 1,
    .most = 2,
    .first = ADREF_FIRST_STATEMENT_CLAUSES,
    .needs = ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_PARTY |
             ADREF_NEEDS_REPOSITORY,
    .usual_party = TRUE,
    .run = run,
};

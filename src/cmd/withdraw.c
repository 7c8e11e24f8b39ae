#include "cmd/commands.h"
#include "cmd/position.h"
#include "cmd/shared/shared_options.h"

static int run(AdrefRun *run, GError **error)
{
  return adref_run_position(run, ADREF_TAKE_POSITION_WITHDRAW, error);
}

static const AdrefOption options[] = {
    {"as", 0, "PARTY", NULL, FALSE, "which party (git config adref.party)"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_withdraw = {
    .name = "withdraw",
    .arguments = ADREF_POSITION_ARGUMENTS,
    .summary = "Give up a position in a bracket",
    .details =
        "Takes the position of a party off an alternative of a bracket, in every language that has "
        "it, and saves a version. Words that nobody proposes any more are removed; where only base "
        "text is left, to which nobody objects, it stands without a bracket. Without a number of "
        "an "
        "alternative it is the one on which the party has a position. A whole draft is withdrawn "
        "with `adref circulate --withdraw`.",
    .options = options,
    .fewest = 1,
    .most = 2,
    .first = ADREF_FIRST_STATEMENT_CLAUSES,
    .needs = ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_PARTY |
             ADREF_NEEDS_REPOSITORY,
    .usual_party = TRUE,
    .run = run,
};

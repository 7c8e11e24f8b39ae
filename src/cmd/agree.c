#include "cmd/act.h"
#include "cmd/commands.h"
#include "cmd/shared_options.h"

static int run(AdrefRun *run, GError **error)
{
  return adref_run_act(run, ADREF_PARTY_ACT_AGREE, error);
}

static const AdrefOption options[] = {
    {"as", 0, "PARTY", NULL, FALSE, "whose agreement it is"},
    {"all-unbracketed", 0, NULL, NULL, FALSE, "all clauses without brackets"},
    {"reason", 0, "TEXT", NULL, FALSE, "kept in the record"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_agree = {
    .name = "agree",
    .arguments = "[STATEMENT] CLAUSE...",
    .summary = "Agree clauses ad ref, for a party",
    .details =
        "Notes in statements/ID/record/PARTY.yaml that the party agrees to the clauses, by id or "
        "number, and saves a version. The agreement is to the words as they are, in every language "
        "with authority: when a word changes, `adref status` says \"changed since agreed\" by "
        "itself. A clause with an open bracket cannot be agreed.\n\n"
        "A group speaks for its members where templates/parties.yaml says `speaks: true`; a member "
        "that reserves or reopens holds it back. A group is agreed too when all its members are.",
    .options = options,
    .most = 1000,
    .first = ADREF_FIRST_STATEMENT_CLAUSES,
    .needs = ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_ID,
    .run = run,
};

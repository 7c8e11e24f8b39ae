#include "cmd/act.h"
#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"

static int run(AdrefRun *run, GError **error)
{
  return adref_run_act(run, ADREF_PARTY_ACT_CONFIRM, error);
}

static const AdrefOption options[] = {
    {"as", 0, "PARTY", NULL, FALSE, "whose capital confirms"},
    {"all-agreed", 0, NULL, NULL, FALSE, "all clauses that the party has agreed"},
    {"reason", 0, "TEXT", NULL, FALSE, "kept in the record"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_confirm = {
    .name = "confirm",
    .arguments = "[STATEMENT] CLAUSE...",
    .summary = "Confirm, for a party's capital, what it agreed ad ref",
    .details =
        "What is agreed ad referendum waits for the capital. confirm notes in "
        "statements/ID/record/PARTY.yaml that the capital stands by the agreement to the clauses, "
        "by id, number, address or range (3-9, 12), and saves a version. It is bound to the words "
        "as they are, as the agreement is: when one changes, both are gone. A clause that the "
        "party has not agreed in plenary cannot be confirmed; reserve, reopen and a disassociation "
        "take a confirmation back.\n\n"
        "A clause is confirmed when all parties have confirmed it, but for those that disassociate "
        "themselves. A group that speaks for its members confirms for them, and is confirmed when "
        "all its members are.\n\n"
        "`adoption: confirmed` in statement.yaml, which `adref new` writes, makes `adref finalize "
        "--adopted` ask for this of every clause; `plenary` asks for agreement in plenary, "
        "`agreed` "
        "for agreement at any level. A statement that does not say is adopted as with plenary. "
        "Where silence held, nobody need confirm.",
    .options = options,
    .most = 1000,
    .first = ADREF_FIRST_STATEMENT_CLAUSES,
    .needs = ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_ID,
    .usual_party = TRUE,
    .run = run,
};

#include "cmd/act.h"
#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"

static int run(AdrefRun *run, GError **error)
{
  return adref_run_act(run,
                       adref_run_flag(run, "disassociate") ? ADREF_PARTY_ACT_DISASSOCIATE
                                                           : ADREF_PARTY_ACT_RESERVE,
                       error);
}

static const AdrefOption options[] = {
    {"as", 0, "PARTY", NULL, FALSE, "whose reservation it is"},
    {"reason", 0, "TEXT", NULL, FALSE, "why; kept in the record"},
    {"disassociate", 0, NULL, NULL, FALSE, "let consensus pass, but not for this party"},
    {"statement", 0, "TEXT", NULL, FALSE, "of a disassociation; pages print it"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_reserve = {
    .name = "reserve",
    .arguments = "[STATEMENT] CLAUSE...",
    .summary = "Withhold a party's agreement to clauses",
    .details =
        "Notes in the record of the party that it withholds agreement, and why, and saves a "
        "version. A reservation stands, whatever becomes of the words, until the party "
        "itself agrees or reopens the clause.\n\n"
        "With --disassociate the party lets consensus on the clauses pass, but not for "
        "itself: it holds back neither the count of agreed clauses nor a signature nor an "
        "adoption. Its statement, one line of text, is printed with the party's name at the "
        "end of every page of the text, in every language in the words in which it was given, "
        "and is signed with the text. It is bound to the words as an agreement is, and the party "
        "withdraws "
        "it as a reservation. `adref agree --explanation TEXT` records an explanation of "
        "position, which is printed likewise.",
    .options = options,
    .most = 1000,
    .first = ADREF_FIRST_STATEMENT_CLAUSES,
    .needs = ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_ID,
    .usual_party = TRUE,
    .run = run,
};

#include "cmd/act.h"
#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"

static int run(AdrefRun *run, GError **error)
{
  AdrefPartyActType type = adref_run_flag(run, "difference") ? ADREF_PARTY_ACT_DIFFERENCE
                           : adref_run_flag(run, "as-words") ? ADREF_PARTY_ACT_WORDS
                           : g_strcmp0(adref_run_value(run, "in"), "working-group") == 0
                               ? ADREF_PARTY_ACT_WORKING_GROUP
                               : ADREF_PARTY_ACT_AGREE;
  return adref_run_act(run, type, error);
}

static const AdrefOption options[] = {
    {"as", 0, "PARTY", NULL, FALSE, "whose agreement it is"},
    {"in", 0, "LEVEL", "working-group|plenary", FALSE, "where it is agreed (plenary)"},
    {"all-unbracketed", 0, NULL, NULL, FALSE, "all clauses without brackets"},
    {"difference", 0, NULL, NULL, FALSE, "accept that the languages of the clauses differ"},
    {"as-words", 0, NULL, NULL, FALSE, "what looks open in the clauses is words"},
    {"reason", 0, "TEXT", NULL, FALSE, "kept in the record"},
    {"explanation", 0, "TEXT", NULL, FALSE, "of position; pages print it"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_agree = {
    .name = "agree",
    .arguments = "[STATEMENT] CLAUSE...",
    .summary = "Agree clauses ad ref, for a party",
    .details =
        "Notes in statements/ID/record/PARTY.yaml that the party agrees to the clauses, by id or "
        "number, and saves a version. Several are named as 3-9, 12 or levels,ferries. The "
        "agreement is to the words as they are, in every language "
        "with authority: when a word changes, `adref status` says \"changed since agreed\" by "
        "itself. A clause with an open bracket cannot be agreed.\n\n"
        "--in working-group agrees in the working group only; the plenary then agrees with --in "
        "plenary, which is what agree says without --in. `adref confirm` is the word of the "
        "capital. `adoption:` in statement.yaml says which level an adoption needs.\n\n"
        "Where a text in another language differs from the rolling text (adref status lists the "
        "differences), an authentic text and an official translation are not signed, unless all "
        "who must sign accept the difference with --difference CLAUSE --reason TEXT. That holds "
        "until the clause changes in any language; reopen withdraws it. Order, numbers and "
        "headings cannot be accepted, but are put in step.\n\n"
        "--explanation TEXT is the party's explanation of position: one line of text, printed with "
        "the party's name at the end of every page of the text, in every language in the words in "
        "which it was given, "
        "and signed with the text. One on the whole text stands with the title. The party takes it "
        "back when it agrees by name without one, or reopens the clause.\n\n"
        "Brackets such as [1], [Art. 5], [x] and [ ], and what looks like a position in a link, in "
        "code or in other brackets (adref status lists it), keep a text open until --as-words "
        "CLAUSE --reason TEXT says that they are words. What names parties of these talks, each of "
        "them has to say it of; of the rest any one. It holds for a language until the clause "
        "changes in it; reopen withdraws it.\n\n"
        "A group speaks for its members where templates/parties.yaml says `speaks: true`; a member "
        "that reserves or reopens holds it back. A group is agreed too when all its members are.",
    .options = options,
    .most = 1000,
    .first = ADREF_FIRST_STATEMENT_CLAUSES,
    .needs = ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_ID,
    .usual_party = TRUE,
    .run = run,
};

#include <string.h>

#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "cmd/shared/typed_text.h"
#include "work/edit/change_clauses.h"
#include "work/negotiate/propose.h"

/* What is proposed, by option; exactly one is given. */
static const struct {
  const char *option;
  AdrefProposeType type;
} kinds[] = {
    {"replace", ADREF_PROPOSE_REPLACE},
    {"insert", ADREF_PROPOSE_INSERT_AFTER},
    {"delete", ADREF_PROPOSE_DELETE},
    {"text", ADREF_PROPOSE_CLAUSE},
};

/* A whole new clause: --new, or --alt for an option. */
static gboolean check_clause(const AdrefRun *run, GError **error)
{
  gboolean new = adref_run_flag(run, "new");
  if (!adref_run_flag(run, "text") || adref_run_flag(run, "replace") ||
      adref_run_flag(run, "insert") || adref_run_flag(run, "delete") ||
      adref_run_flag(run, "before") || adref_run_flag(run, "nth"))
    adref_error(error, ADREF_ERROR_USAGE, "propose: --%s goes with --text FILE alone%s",
                new ? "new" : "alt", new ? ", and --after CLAUSE" : "");
  else if (new == !adref_run_flag(run, "after") || (new &&adref_run_flag(run, "alt")))
    adref_error(
        error, ADREF_ERROR_USAGE,
        "propose: --new --after CLAUSE proposes a clause behind that one, CLAUSE --alt one in "
        "its place");
  else
    return TRUE;
  return FALSE;
}

static gboolean check(const AdrefRun *run, GError **error)
{
  if (adref_run_flag(run, "new") || adref_run_flag(run, "alt"))
    return check_clause(run, error);
  guint given = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
    given += adref_run_flag(run, kinds[i].option) ? 1 : 0;
  gboolean after = adref_run_flag(run, "after"), before = adref_run_flag(run, "before");
  gboolean inserts = adref_run_flag(run, "insert");
  if (given != 1)
    adref_error(error, ADREF_ERROR_USAGE,
                "propose: one of --replace OLD NEW, --insert WORDS, --delete WORDS and --text FILE "
                "is needed");
  else if (inserts && after == before)
    adref_error(error, ADREF_ERROR_USAGE,
                "propose: --insert goes with --after WORDS or --before WORDS, which say where");
  else if (!inserts && (after || before))
    adref_error(error, ADREF_ERROR_USAGE, "propose: --%s goes with --insert",
                after ? "after" : "before");
  else if (adref_run_flag(run, "nth") && adref_run_flag(run, "text"))
    adref_error(error, ADREF_ERROR_USAGE, "propose: --nth does not go with --text");
  else
    return TRUE;
  return FALSE;
}

/* The words of the place and those that are proposed. `text` keeps those of a file. */
static gboolean read_words(AdrefRun *run, AdrefProposeOptions *options, GBytes **text,
                           GError **error)
{
  const GPtrArray *replaced = adref_run_values(run, "replace");
  const char *file = adref_run_value(run, "text");
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (adref_run_flag(run, kinds[i].option))
      options->type = kinds[i].type;
  if (replaced && replaced->len != 2) {
    adref_error(error, ADREF_ERROR_USAGE, "propose: --replace OLD NEW is given once");
    return FALSE;
  }
  if (options->type == ADREF_PROPOSE_INSERT_AFTER && adref_run_flag(run, "before"))
    options->type = ADREF_PROPOSE_INSERT_BEFORE;
  options->place = replaced                        ? replaced->pdata[0]
                   : adref_run_flag(run, "delete") ? adref_run_value(run, "delete")
                   : adref_run_flag(run, "before") ? adref_run_value(run, "before")
                                                   : adref_run_value(run, "after");
  options->words = replaced ? replaced->pdata[1] : adref_run_value(run, "insert");
  if (!file)
    return TRUE;
  *text = adref_typed_text_read(run, file, error);
  options->words = *text ? g_bytes_get_data(*text, NULL) : NULL;
  return *text != NULL;
}

static int propose_clause(AdrefRun *run, const char *party, GError **error)
{
  gboolean new = adref_run_flag(run, "new");
  g_autoptr(GBytes) text = adref_typed_text_read(run, adref_run_value(run, "text"), error);
  AdrefInsertClauseOptions options = {.words = text ? g_bytes_get_data(text, NULL) : NULL,
                                      .after = new ? adref_run_value(run, "after")
                                                   : adref_run_argument(run, run->clauses),
                                      .language = adref_run_value(run, "in"),
                                      .others = adref_run_values(run, "lang"),
                                      .party = party,
                                      .proposes = TRUE,
                                      .replaces = !new};
  if (new ? run->arguments->len > run->clauses : !options.after) {
    adref_error(error, ADREF_ERROR_USAGE,
                new ? "propose: --new stands behind the clause of --after; no other is named"
                    : "propose: --alt needs the clause that it would replace");
    return ADREF_USAGE;
  }
  return text && adref_insert_clause(run->session, run->session->statement, &options, error)
             ? ADREF_YES
             : ADREF_FAILURE;
}

static int run(AdrefRun *run, GError **error)
{
  g_autoptr(GBytes) text = NULL;
  AdrefProposeOptions options = {.clause = adref_run_argument(run, run->clauses),
                                 .party = adref_typed_text_party(run, error),
                                 .language = adref_run_value(run, "in"),
                                 .others = adref_run_values(run, "lang"),
                                 .choose = adref_can_ask() ? adref_typed_text_choose : NULL};
  if (!options.party)
    return ADREF_USAGE;
  if (adref_run_flag(run, "new") || adref_run_flag(run, "alt"))
    return propose_clause(run, options.party, error);
  if (!options.clause || run->arguments->len > run->clauses + 1) {
    adref_error(error, ADREF_ERROR_USAGE,
                "propose: one clause is needed, its id, number or address; words with spaces stand "
                "in quotation marks");
    return ADREF_USAGE;
  }
  gboolean done = adref_typed_text_number(run, "nth", &options.nth, error) &&
                  read_words(run, &options, &text, error) &&
                  adref_propose(run->session, run->session->statement, &options, error);
  return done ? ADREF_YES : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    ADREF_OPTION_AS,
    {"replace", 0, "OLD NEW", NULL, TRUE, "other words in the place of these"},
    {"insert", 0, "WORDS", NULL, FALSE, "more words, with --after or --before"},
    {"after", 0, "WORDS", NULL, FALSE, "behind these words; with --new, this clause"},
    {"before", 0, "WORDS", NULL, FALSE, "before these words"},
    {"delete", 0, "WORDS", NULL, FALSE, "without these words"},
    {"text", 0, "FILE", NULL, FALSE, "the whole clause; what differs is bracketed (- reads it)"},
    {"new", 0, NULL, NULL, FALSE, "a new clause, with --text and --after CLAUSE"},
    {"alt", 0, NULL, NULL, FALSE, "an option for the clause, with --text"},
    {"nth", 0, "N", NULL, FALSE, "which place, where the words stand at several"},
    {"in", 0, "LANG", NULL, FALSE, "the language of the words"},
    {"lang", 'l', "LANG=WORDS", NULL, TRUE,
     "the clause with the change in another language, or \"LANG=OLD => NEW\""},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_propose = {
    .name = "propose",
    .arguments = "[STATEMENT] [CLAUSE]",
    .summary = "Propose other words, in a bracket with the name of your party",
    .details =
        "Puts a bracket around the words that a party wants to change, and saves a version. "
        "--replace makes \"[shall / should - JPN]\", --insert \"[, as appropriate - JPN]\", "
        "--delete \"[extreme - JPN delete]\". With --text the whole clause is given, and the "
        "smallest brackets around what differs are found. Inside a bracket the proposal becomes "
        "another alternative; the same words as an alternative that there is join it. A party "
        "that proposes other words in a bracket leaves the alternative that it wanted "
        "before.\n\n"
        "The words that are there need not be typed to the letter: case, spaces, accents, width "
        "and the shape of quotation marks do not count. Where they stand at several places these "
        "are listed; --nth chooses one. \"12 (b)\" looks only in that part (`adref help "
        "addresses`).\n\n"
        "--new --after CLAUSE --text FILE proposes a new clause, whose words stand in a bracket; "
        "CLAUSE --alt --text FILE one that would replace it (alt=).\n\n"
        "The proposal stands in every language. --lang LANG=WORDS gives the words of another one; "
        "a language without them gets \"[clause / (translation to come) - JPN]\", and is named. "
        "`adref help positions` has examples.",
    .options = options,
    .most = 2,
    .first = ADREF_FIRST_STATEMENT_CLAUSES,
    .needs = ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_PARTY |
             ADREF_NEEDS_REPOSITORY,
    .usual_party = TRUE,
    .check = check,
    .run = run,
};

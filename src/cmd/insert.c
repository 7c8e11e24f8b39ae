#include "cmd/commands.h"
#include "cmd/shared_options.h"
#include "cmd/typed_text.h"
#include "work/change_clauses.h"

static int run(AdrefRun *run, GError **error)
{
  const char *file = adref_run_value(run, "text"), *after = adref_run_value(run, "after");
  if (!file || !after || run->arguments->len > 1) {
    adref_error(error, ADREF_ERROR_USAGE,
                "insert: --text FILE and --after CLAUSE are needed, and no other clause");
    return ADREF_USAGE;
  }
  g_autoptr(GBytes) text = adref_typed_text_read(run, file, error);
  AdrefInsertClauseOptions options = {.words = text ? g_bytes_get_data(text, NULL) : NULL,
                                      .after = after,
                                      .language = adref_run_value(run, "in"),
                                      .others = adref_run_values(run, "lang"),
                                      .party = adref_run_value(run, "as")};
  return text && adref_insert_clause(run->session, run->session->statement, &options, error)
             ? ADREF_YES
             : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    {"text", 0, "FILE", NULL, FALSE, "the words of the clause, Markdown (- reads it)"},
    {"after", 0, "CLAUSE", NULL, FALSE, "behind this clause"},
    {"in", 0, "LANG", NULL, FALSE, "the language of the words"},
    {"lang", 'l', "LANG=WORDS", NULL, TRUE, "its words in another language"},
    ADREF_OPTION_AS,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_insert = {
    .name = "insert",
    .arguments = "[STATEMENT]",
    .summary = "Insert a clause behind another one",
    .details =
        "Puts a new clause behind the one of --after, in every language, and saves a version. The "
        "words are Markdown; with a marker, <!-- op new-id -->, that is its kind and id, else it "
        "has "
        "the kind of the clause before it and an id made from its words. A language without words "
        "gets \"[(translation to come)]\", and is named. `adref propose --new` does the same in a "
        "bracket with the name of a party.",
    .options = options,
    .most = 1,
    .first = ADREF_FIRST_STATEMENT,
    .needs = ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_PARTY |
             ADREF_NEEDS_REPOSITORY,
    .usual_party = TRUE,
    .run = run,
};

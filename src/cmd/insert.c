#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "cmd/shared/typed_text.h"
#include "work/edit/change_clauses.h"
#include "work/edit/insert_template.h"

/* The template, where one is named instead of --text. */
static gboolean check(const AdrefRun *run, const char *template, GError **error)
{
  const char *file = adref_run_value(run, "text");
  const GPtrArray *set = adref_run_values(run, "set"), *others = adref_run_values(run, "lang");
  if (!adref_run_value(run, "after") || !file == !template ||
      run->arguments->len > run->clauses + 1)
    adref_error(error, ADREF_ERROR_USAGE,
                "insert: --after CLAUSE and either TEMPLATE or --text FILE are needed");
  else if (!template && set && set->len > 0)
    adref_error(error, ADREF_ERROR_USAGE, "insert: --set goes with TEMPLATE");
  else if (template && ((others && others->len > 0) || adref_run_value(run, "in")))
    adref_error(error, ADREF_ERROR_USAGE,
                "insert: --in and --lang go with --text; a template has its own languages");
  else
    return TRUE;
  return FALSE;
}

static gboolean insert(AdrefRun *run, const AdrefInsertClauseOptions *options, GError **error)
{
  return options->words &&
         adref_insert_clause(run->session, run->session->statement, options, error);
}

static int run(AdrefRun *run, GError **error)
{
  const char *template = adref_run_argument(run, run->clauses);
  if (!check(run, template, error))
    return ADREF_USAGE;
  AdrefInsertClauseOptions options = {.after = adref_run_value(run, "after"),
                                      .language = adref_run_value(run, "in"),
                                      .others = adref_run_values(run, "lang"),
                                      .party = adref_run_value(run, "as")};
  if (!template) {
    g_autoptr(GBytes) text = adref_typed_text_read(run, adref_run_value(run, "text"), error);
    options.words = text ? g_bytes_get_data(text, NULL) : NULL;
    return insert(run, &options, error) ? ADREF_YES : ADREF_FAILURE;
  }
  g_auto(AdrefTemplateClause) clause = {NULL};
  if (!adref_template_clause_make(run->session, run->session->statement, template, options.after,
                                  adref_run_values(run, "set"), &clause, error))
    return ADREF_FAILURE;
  options.words = clause.words;
  options.others = clause.others;
  options.language = run->session->statement->languages[0];
  return insert(run, &options, error) ? ADREF_YES : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    {"text", 0, "FILE", NULL, FALSE, "the words of the clause, Markdown (- reads it)"},
    {"set", 0, "NAME=VALUE", NULL, TRUE, "a value of the template"},
    {"after", 0, "CLAUSE", NULL, FALSE, "behind this clause"},
    {"in", 0, "LANG", NULL, FALSE, "the language of the words"},
    {"lang", 'l', "LANG=WORDS", NULL, TRUE, "its words in another language"},
    ADREF_OPTION_AS,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_insert = {
    .name = "insert",
    .arguments = "[STATEMENT] [TEMPLATE]",
    .summary = "Insert a clause behind another one",
    .details =
        "Puts a new clause behind the one of --after, in every language, and saves a version. The "
        "words are Markdown; with a marker, <!-- op new-id -->, that is its kind and id, else it "
        "has the kind of the clause before it and an id made from its words. A language without "
        "words "
        "gets \"[(translation to come)]\", and is named. With TEMPLATE, the name of a clause "
        "template "
        "(`adref templates list`), it is assembled in every language with the values of the "
        "statement; --set gives others. `adref propose --new` does the same in a "
        "bracket with the name of a party.",
    .options = options,
    .most = 2,
    .first = ADREF_FIRST_STATEMENT_CLAUSES,
    .needs = ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_PARTY |
             ADREF_NEEDS_REPOSITORY,
    .usual_party = TRUE,
    .run = run,
};

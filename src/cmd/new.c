#include <string.h>

#include "base/name.h"
#include "base/string_list.h"
#include "cmd/commands.h"
#include "cmd/new_facts.h"
#include "cmd/shared/shared_options.h"
#include "view/json/json_next.h"
#include "work/edit/next_statement.h"
#include "work/statement_id.h"

/* The option's value, or the person's answer; NULL where nobody can be asked. */
static char *fact(const AdrefRun *run, const char *option, const char *question)
{
  const char *given = adref_run_value(run, option);
  if (given || !question || !adref_can_ask())
    return g_strdup(given);
  g_autofree char *answer = adref_ask(question);
  return answer && *answer ? g_steal_pointer(&answer) : NULL;
}

static const char *place_of(const AdrefDatedWords *dated)
{
  return *dated->clause ? dated->clause : "(heading)";
}

/* A line for each: language, kind, clause, words, in columns. */
static void put_dated(AdrefRun *run, const AdrefNextStatement *next)
{
  gsize widest = 0;
  for (guint i = 0; i < next->dated->len; i++)
    widest = MAX(widest, strlen(place_of(next->dated->pdata[i])));
  for (guint i = 0; i < next->dated->len; i++) {
    const AdrefDatedWords *dated = next->dated->pdata[i];
    g_autofree char *words = adref_escape_controls(dated->words, -1, FALSE);
    g_string_append_printf(run->out, "%s  %-7s  %-*s  %s\n", dated->language, dated->kind,
                           (int)widest, place_of(dated), words);
  }
}

static void put_json(AdrefRun *run, const char *id, const AdrefNextStatement *next)
{
  g_autoptr(GArray) dated = g_array_new(FALSE, FALSE, sizeof(AdrefJsonDatedWords));
  for (guint i = 0; i < next->dated->len; i++) {
    const AdrefDatedWords *words = next->dated->pdata[i];
    AdrefJsonDatedWords one = {words->language, words->clause, words->kind, words->words};
    g_array_append_val(dated, one);
  }
  adref_put(run, adref_json_next_write(id, next->source, next->missing, dated));
}

static void say_missing(const AdrefNextStatement *next)
{
  g_autofree char *list = adref_string_list_join(next->missing, 0);
  if (*list)
    adref_say("not known yet: %s; write them into statement.yaml", list);
  if (next->dated->len > 0)
    adref_say("%u words may hold only for the text before; read them one by one", next->dated->len);
}

/* Starts the statement from another one's text. */
static int run_from(AdrefRun *run, const char *id, GError **error)
{
  g_autofree char *where = fact(run, "place", "Place (Enter: not known yet):");
  g_autofree char *date = fact(run, "date", "Date, such as 2023-12-17 (Enter: not known yet):");
  g_autofree char *meeting = fact(run, "meeting", "Number of the meeting (Enter: none yet):");
  g_autofree char *deadline =
      fact(run, "deadline", "Deadline, such as 2024-12-31 (Enter: none yet):");
  g_autoptr(AdrefValue) title = NULL, place = NULL;
  if (!adref_new_read_words(&title, "title", adref_run_value(run, "title"), error) ||
      !adref_new_read_words(&place, "place", where, error))
    return ADREF_FAILURE;
  AdrefNextStatementOptions options = {.id = id,
                                       .source = adref_run_value(run, "from"),
                                       .title = title,
                                       .place = place,
                                       .date = date,
                                       .meeting = meeting,
                                       .deadline = deadline};
  if (!adref_new_check_date("date", date, error) ||
      !adref_new_check_date("deadline", deadline, error))
    return ADREF_FAILURE;
  g_autoptr(AdrefNextStatement) next = adref_next_statement_make(run->session, &options, error);
  if (!next)
    return ADREF_FAILURE;
  say_missing(next);
  if (run->json)
    put_json(run, id, next);
  else
    put_dated(run, next);
  run->use_pager = TRUE;
  return ADREF_YES;
}

/* --from takes the text of another statement, --outline assembles one. */
static gboolean check(const AdrefRun *run, GError **error)
{
  static const char *const assembled[] = {"outline", "parties", "languages", "values", "set"};
  static const char *const copied[] = {"meeting", "deadline"};
  const char *from = adref_run_value(run, "from");
  for (gsize i = 0; from && i < G_N_ELEMENTS(assembled); i++)
    if (adref_run_value(run, assembled[i])) {
      adref_error(error, ADREF_ERROR_USAGE,
                  "new: --%s does not go with --from, which takes all "
                  "from the other statement; change statement.yaml afterwards",
                  assembled[i]);
      return FALSE;
    }
  for (gsize i = 0; !from && i < G_N_ELEMENTS(copied); i++)
    if (adref_run_value(run, copied[i])) {
      adref_error(error, ADREF_ERROR_USAGE,
                  "new: --%s goes with --from; a value for the "
                  "templates is given with --set",
                  copied[i]);
      return FALSE;
    }
  return TRUE;
}

static int run(AdrefRun *run, GError **error)
{
  const char *id = adref_run_argument(run, 0);
  AdrefSession *session = run->session;
  if (!adref_statement_id_check_free(session, id, error))
    return ADREF_FAILURE;
  if (adref_run_value(run, "from"))
    return run_from(run, id, error);
  AdrefNewFacts facts = {.session = session};
  gboolean done = adref_new_facts_gather(run, &facts, error) &&
                  adref_new_facts_complete(&facts, error) &&
                  adref_new_facts_write(&facts, id, error);
  adref_new_facts_clear(&facts);
  return done ? ADREF_YES : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    {"outline", 0, "NAME", NULL, FALSE, "the kind of statement"},
    {"from", 0, "STATEMENT[@VERSION]", NULL, FALSE, "begin with the text of another statement"},
    {"parties", 0, "CODES", NULL, FALSE, "who negotiates: JPN,ASEAN; not with --from"},
    {"title", 0, "TEXT", NULL, FALSE, "the title, instead of the outline's"},
    {"place", 0, "TEXT", NULL, FALSE, "where"},
    {"date", 0, "DATE", NULL, FALSE, "when: 2023-12-17"},
    {"meeting", 0, "NUMBER", NULL, FALSE, "with --from: the number of the meeting"},
    {"deadline", 0, "DATE", NULL, FALSE, "with --from: until when what is agreed is to be done"},
    {"languages", 0, "LANGS", NULL, FALSE, "en,ja; the first is the rolling text (en)"},
    {"values", 0, "FILE", NULL, FALSE, "YAML file with values for the templates"},
    {"set", 0, "NAME=VALUE", NULL, TRUE, "a value for the templates"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_new = {
    .name = "new",
    .arguments = "STATEMENT",
    .summary = "Start a statement",
    .details =
        "Writes statements/STATEMENT/statement.yaml with the facts and values that its "
        "outline needs; \"adref draft\" then assembles the text. Outline, parties and what has "
        "no default are asked for on a terminal, where a wrong answer is asked for again; "
        "what has a default stands there as a comment. Words by language are written "
        "\"{en: Hanoi, ja: ...}\", also for --title, --place and --set.\n\n"
        "With --from it begins with the text of another statement, as it is or was in a "
        "version: all its languages, parties and style, without records, labels, "
        "signatures, notes and frozen numbers. Date, place, meeting and deadline begin "
        "empty and are asked for on a terminal. Each clause names its precedent in from=. "
        "Dates, years, ordinals and places in the words are listed: read them one by "
        "one. status lists those that still name last year's parties, place or day.\n\n"
        "\"adref templates list --outlines\" names the outlines.",
    .options = options,
    .fewest = 1,
    .most = 1,
    .needs = ADREF_NEEDS_WORKSPACE,
    .check = check,
    .run = run,
};

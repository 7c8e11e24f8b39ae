#include <stdlib.h>
#include <string.h>

#include "cmd/commands.h"
#include "cmd/shared/manual.h"
#include "cmd/shared/resolve_walk.h"
#include "cmd/shared/shared_options.h"
#include "view/json/json_bracket.h"
#include "work/negotiate/resolve.h"
#include "work/select_bracket.h"
#include "work/select_clause.h"
#include "work/text.h"

static gboolean check(const AdrefRun *run, GError **error)
{
  static const char *const hows[] = {"take", "text", "both", "delete"};
  guint given = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(hows); i++)
    given += adref_run_flag(run, hows[i]) ? 1 : 0;
  gboolean walks = adref_run_flag(run, "one") || adref_run_flag(run, "plain");
  if (given > 1)
    adref_error(error, ADREF_ERROR_USAGE,
                "resolve: one of --take, --text, --both and --delete, not several");
  else if (adref_run_flag(run, "list") && (given > 0 || walks || adref_run_flag(run, "ad-ref")))
    adref_error(error, ADREF_ERROR_USAGE, "resolve: --list only lists; it goes alone");
  else if (walks && (given > 0 || adref_run_flag(run, "ad-ref")))
    adref_error(error, ADREF_ERROR_USAGE,
                "resolve: --one and --plain are of the walk through all brackets");
  else
    return TRUE;
  return FALSE;
}

/* What the options say; FALSE: nothing is resolved by them. */
static gboolean read_resolution(const AdrefRun *run, AdrefResolution *resolution)
{
  const char *take = adref_run_value(run, "take");
  resolution->words = adref_run_value(run, "text");
  resolution->others = adref_run_values(run, "lang");
  resolution->ad_ref = adref_run_flag(run, "ad-ref");
  if (take && *take && strspn(take, "0123456789") == strlen(take)) {
    resolution->how = ADREF_RESOLVE_NUMBER;
    resolution->number = (guint)MIN(g_ascii_strtoull(take, NULL, 10), G_MAXUINT);
  } else if (take) {
    resolution->how = strcmp(take, "base") == 0 ? ADREF_RESOLVE_BASE : ADREF_RESOLVE_PARTY;
    resolution->party = take;
  } else if (resolution->words) {
    resolution->how = ADREF_RESOLVE_TEXT;
  } else if (adref_run_flag(run, "both")) {
    resolution->how = ADREF_RESOLVE_BOTH;
  } else if (adref_run_flag(run, "delete")) {
    resolution->how = ADREF_RESOLVE_DELETE;
  }
  return resolution->how != ADREF_RESOLVE_NONE || resolution->ad_ref;
}

/* "  1. [shall - JPN]", its further lines below the words. */
static void put_bracket(GString *out, guint number, const char *words)
{
  enum {
    INDENT = 5
  };
  g_autoptr(GString) lines = g_string_new(NULL);
  adref_manual_wrap(lines, words, INDENT);
  g_string_append_printf(out, "  %u. %s", number, lines->str + MIN(lines->len, (gsize)INDENT));
}

/* "ja: 3 brackets are open"; NULL: the other languages have none. Caller frees. */
static char *open_in_others(AdrefRun *run, const AdrefText *text)
{
  g_autoptr(GString) line = g_string_new(NULL);
  for (char **language = run->session->statement->languages; *language; language++) {
    g_autoptr(AdrefText) other =
        strcmp(*language, text->language) == 0
            ? NULL
            : adref_text_share_statement(run->session, run->session->statement, *language, NULL);
    if (!other)
      continue;
    g_autoptr(GArray) open = adref_open_brackets_list(other->document);
    if (open->len > 0)
      g_string_append_printf(line, "%s%s: %u bracket%s open", line->len > 0 ? ", " : "", *language,
                             open->len, open->len == 1 ? " is" : "s are");
  }
  return line->len > 0 ? g_strdup(line->str) : NULL;
}

/* `name` names the clause of which they are listed; NULL: all of the text. */
static int list(AdrefRun *run, const char *name, GError **error)
{
  g_auto(AdrefBracketName) read = {NULL};
  adref_bracket_name_read(name ? name : "", &read);
  g_autoptr(AdrefText) text = adref_text_share_statement(run->session, run->session->statement,
                                                         adref_run_value(run, "in"), error);
  if (!text)
    return ADREF_FAILURE;
  const AdrefNode *clause = name ? adref_select_clause(text, read.clause, error) : NULL;
  if (name && !clause)
    return ADREF_FAILURE;
  g_autoptr(GArray) brackets = adref_open_brackets_list(clause ? clause : text->document);
  g_autofree char *where = clause ? adref_select_clause_name(clause) : NULL;
  gboolean is_settled = brackets->len == 0 && !clause && !adref_run_flag(run, "in");
  g_autofree char *others = is_settled ? open_in_others(run, text) : NULL;
  g_autoptr(AdrefJsonList) json = adref_json_list_new();
  for (guint i = 0; i < brackets->len; i++) {
    const AdrefOpenBracket *open = &g_array_index(brackets, AdrefOpenBracket, i);
    adref_json_bracket_add(json, open);
    g_autofree char *of_clause = adref_select_clause_name(open->clause);
    g_autofree char *words = adref_select_bracket_words(open->bracket, 2 * adref_width());
    if (open->number == 1 && !run->json)
      g_string_append_printf(run->out, "%s%s\n", i > 0 ? "\n" : "", of_clause);
    if (!run->json)
      put_bracket(run->out, open->number, words);
  }
  if (run->json)
    adref_put(run, adref_json_list_write(json));
  else if (brackets->len == 0)
    adref_say("%s: %s%sno open bracket%s%s", text->statement->id, where ? where : "",
              where ? " has " : "", others ? " in " : "", others ? text->language : "");
  if (others && !run->json)
    adref_say("%s; adref resolve --list --in LANG lists them", others);
  return brackets->len > 0 || others ? ADREF_NO : ADREF_YES;
}

static AdrefResolvingOptions read_options(const AdrefRun *run)
{
  return (AdrefResolvingOptions){.party = adref_run_value(run, "as"),
                                 .language = adref_run_value(run, "in"),
                                 .one = adref_run_flag(run, "one")};
}

/* Says what is still open. */
static void say_left(const AdrefRun *run, AdrefResolving *resolving)
{
  guint left = adref_resolving_brackets(resolving)->len;
  g_autofree char *others = adref_resolving_others(resolving);
  if (left == 0 && others)
    adref_say("%s: no open bracket is left in %s", run->session->statement->id,
              adref_resolving_language(resolving));
  else if (left == 0)
    adref_say("%s: no open bracket is left", run->session->statement->id);
  else
    adref_say("%s: %u bracket%s still open", run->session->statement->id, left,
              left == 1 ? " is" : "s are");
  guint options = adref_resolving_options(resolving);
  if (options > 0)
    adref_say("%s: %u paragraph%s that would replace another one (alt=) %s still open; `adref "
              "delete` takes out what is not wanted",
              run->session->statement->id, options, options == 1 ? "" : "s",
              options == 1 ? "is" : "are");
  if (others)
    adref_say("%s", others);
}

static int resolve_one(AdrefRun *run, const char *name, const AdrefResolution *resolution,
                       GError **error)
{
  AdrefResolvingOptions options = read_options(run);
  g_autoptr(AdrefResolving) resolving =
      adref_resolving_new(run->session, run->session->statement, &options, error);
  guint place;
  gboolean done = resolving != NULL;
  if (done && resolution->how == ADREF_RESOLVE_NONE)
    done = adref_resolving_mark(resolving, name, error);
  else if (done)
    done = adref_resolving_find(resolving, name, &place, error) &&
           adref_resolving_step(resolving, place, resolution, error);
  if (done)
    say_left(run, resolving);
  return done ? ADREF_YES : ADREF_FAILURE;
}

static int walk(AdrefRun *run, GError **error)
{
  gboolean plain = adref_run_flag(run, "plain");
  AdrefResolvingOptions options = read_options(run);
  g_autoptr(AdrefResolving) resolving =
      adref_resolving_new(run->session, run->session->statement, &options, error);
  if (!resolving)
    return ADREF_FAILURE;
  adref_resolve_walk(run, resolving, plain);
  if (!adref_resolving_save(resolving, error))
    return ADREF_FAILURE;
  say_left(run, resolving);
  return ADREF_YES;
}

static int run(AdrefRun *run, GError **error)
{
  AdrefResolution resolution = {0};
  const char *name = adref_run_argument(run, run->clauses);
  gboolean resolves = read_resolution(run, &resolution);
  if (run->arguments->len > run->clauses + 1) {
    adref_error(error, ADREF_ERROR_USAGE, "resolve: one bracket, CLAUSE or CLAUSE:N");
    return ADREF_USAGE;
  }
  if (resolves && name)
    return resolve_one(run, name, &resolution, error);
  if (name && adref_run_flag(run, "list"))
    return list(run, name, error);
  if (resolves || name) {
    adref_error(error, ADREF_ERROR_USAGE,
                name ? "resolve: how? --take PARTY|base|N, --text WORDS, --both, --delete or "
                       "--ad-ref is needed; --list only shows its brackets"
                     : "resolve: which bracket? CLAUSE or CLAUSE:N is needed; adref resolve --list "
                       "shows them");
    return ADREF_USAGE;
  }
  gboolean walks = adref_run_flag(run, "plain") || adref_run_flag(run, "one") || adref_can_ask();
  return adref_run_flag(run, "list") || run->json || !walks ? list(run, NULL, error)
                                                            : walk(run, error);
}

static const AdrefOption options[] = {
    {"take", 0, "WHO", NULL, FALSE,
     "the words of a party, \"base\", or an alternative by its number"},
    {"text", 0, "WORDS", NULL, FALSE, "these words instead"},
    {"both", 0, NULL, NULL, FALSE, "the words of all alternatives"},
    {"delete", 0, NULL, NULL, FALSE, "no word of the bracket stays"},
    {"ad-ref", 0, NULL, NULL, FALSE,
     "mark the clause [Agreed ad ref]; none of its brackets is open"},
    {"lang", 'l', "LANG=WORDS", NULL, TRUE, "the words of --text in another language"},
    {"in", 0, "LANG", NULL, FALSE, "the text whose brackets are meant"},
    {"as", 0, "PARTY", NULL, FALSE, "in whose name it is saved"},
    {"list", 0, NULL, NULL, FALSE,
     "list the open brackets, of all or of CLAUSE; status 1 where there are some"},
    {"one", 0, NULL, NULL, FALSE, "save the whole walk as one version"},
    {"plain", 0, NULL, NULL, FALSE, "walk in sentences, an answer a line, for a screen reader"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_resolve = {
    .name = "resolve",
    .arguments = "[STATEMENT] [CLAUSE[:N]]",
    .summary = "Settle open brackets, one by one or in a walk through all",
    .details =
        "Settles one bracket of a clause, and saves a version. N is its number in the clause, "
        "needed where it has several. --take JPN takes the words that Japan wants, or removes the "
        "bracket where Japan wants its words deleted; --take base takes the text that no party "
        "proposed, and removes an insertion; --take 2 takes the second alternative. Brackets of "
        "others in the words that are taken stay open, and are named. --ad-ref marks "
        "the clause as agreed ad referendum; alone it marks one that has no open bracket. The same "
        "bracket of every other language is settled alike; what has no words there stays open, and "
        "is named.\n\n"
        "Without a bracket, on a terminal, it walks through all open brackets: each with the words "
        "around it, its alternatives and their parties, and one key to take one, both, base text, "
        "other words, to skip, go back, undo, go to another, or take all words of one party. Each "
        "step is a version; with --one the walk is. What was done is kept when you quit, also with "
        "Ctrl-C. --plain asks in sentences, and reads an answer a line.\n\n"
        "Elsewhere, and with --list, it lists them.",
    .options = options,
    .most = 2,
    .first = ADREF_FIRST_STATEMENT_CLAUSES,
    .needs =
        ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_PARTY | ADREF_NEEDS_REPOSITORY,
    .usual_party = TRUE,
    .check = check,
    .run = run,
};

#include <string.h>

#include "cmd/commands.h"
#include "cmd/diff_pick.h"
#include "cmd/diff_request.h"
#include "cmd/shared/pdf_arguments.h"
#include "cmd/shared/redline_arguments.h"
#include "cmd/shared/shared_options.h"
#include "work/changes/party_changes.h"

enum {
  SHORT_ID = 8 /* letters of a version's id, as a name of it */
};

static const char *format_of(const AdrefRun *run)
{
  return adref_run_format(run, "terminal");
}

static AdrefComparison *compare(const AdrefRun *run, const AdrefDiffRequest *request, guint from,
                                guint to, GError **error)
{
  const char *old_name = request->names->pdata[from], *new_name = request->names->pdata[to];
  g_autofree char *old_shown =
      adref_session_version_name(run->session, request->statement, old_name);
  g_autofree char *new_shown =
      adref_session_version_name(run->session, request->statement, new_name);
  g_autoptr(GError) no_old = NULL, no_new = NULL;
  g_autoptr(AdrefText) old = adref_diff_request_text(run, request, from, &no_old);
  g_autoptr(AdrefText) new = adref_diff_request_text(run, request, to, &no_new);
  if (!old && new &&new->statement)
    old = adref_text_load_like(new, old_name, g_steal_pointer(&no_old), error);
  else if (old && !new && old->statement)
    new = adref_text_load_like(old, new_name, g_steal_pointer(&no_new), error);
  else if (!old || !new)
    g_propagate_error(error, no_old ? g_steal_pointer(&no_old) : g_steal_pointer(&no_new));
  if (!old || !new)
    return NULL;
  g_autoptr(AdrefComparison) comparison = adref_comparison_new(
      g_steal_pointer(&old), g_steal_pointer(&new), old_shown, new_shown,
      strcmp(format_of(run), "pdf") == 0 || strcmp(format_of(run), "docx") == 0, error);
  const char *clause = adref_run_value(run, "clause");
  if (comparison && clause && !adref_comparison_keep(comparison, clause, error))
    return NULL;
  return g_steal_pointer(&comparison);
}

/* Where nothing differs a person reads nothing; a file or another program gets its form. */
static gboolean is_silent(const AdrefRun *run, const AdrefComparisonOptions *options)
{
  const char *format = options->format;
  gboolean for_people = strcmp(format, "terminal") == 0 || strcmp(format, "text") == 0;
  return for_people && !options->review.full && !adref_run_value(run, "output");
}

/* A person at a terminal reads that nothing differs; elsewhere, as for git, no output says it. */
static void say_equal(const AdrefRun *run, const AdrefDiffRequest *request)
{
  const char *only = adref_run_value(run, "only") ? " in what --only asks for" : "";
  const char *old = request->names->pdata[0];
  const char *new = request->names->pdata[request->names->len - 1];
  if (adref_on_terminal())
    adref_say("%s and %s do not differ%s", old, new, only);
}

/* A redline says this itself. */
static void say_facts_problem(const AdrefRun *run, const AdrefComparison *comparison,
                              const AdrefComparisonOptions *options)
{
  if (comparison->facts_problem && adref_summary_filter_shows_facts(&options->review.only))
    adref_session_say(run->session, "facts are not compared; %s", comparison->facts_problem);
}

static int finish(AdrefRun *run, GString **made, const char *format, gboolean differs,
                  GError **error)
{
  if (!adref_run_write_result(run, made, error))
    return ADREF_FAILURE;
  run->use_pager = strcmp(format, "terminal") == 0;
  run->is_source = !run->use_pager;
  return differs ? ADREF_NO : ADREF_YES;
}

static int run_two(AdrefRun *run, const AdrefDiffRequest *request,
                   const AdrefComparisonOptions *options, GError **error)
{
  g_autoptr(AdrefComparison) comparison = compare(run, request, 0, 1, error);
  if (!comparison)
    return ADREF_FAILURE;
  gboolean differs = adref_comparison_differs(comparison, &options->review.only);
  if (!differs && is_silent(run, options)) {
    say_facts_problem(run, comparison, options);
    say_equal(run, request);
    return ADREF_YES;
  }
  g_autoptr(GString) made = adref_comparison_write(comparison, options, error);
  if (!made)
    return ADREF_FAILURE;
  run->kept_until_exit = g_steal_pointer(&comparison);
  return finish(run, &made, options->format, differs, error);
}

static gboolean check_three(const AdrefRun *run, const char *format, GError **error)
{
  if (strcmp(format, "json") != 0 && strcmp(format, "critic") != 0 && strcmp(format, "pdf") != 0 &&
      strcmp(format, "docx") != 0 && !adref_run_flag(run, "stat"))
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE,
              "diff: a base and two texts go with the formats terminal, "
              "text and html, and not with --stat");
  return FALSE;
}

static int run_three(AdrefRun *run, const AdrefDiffRequest *request,
                     const AdrefComparisonOptions *options, GError **error)
{
  if (!check_three(run, options->format, error))
    return ADREF_USAGE;
  g_autoptr(AdrefComparison) a = compare(run, request, 0, 1, error);
  g_autoptr(AdrefComparison) b = a ? compare(run, request, 0, 2, error) : NULL;
  if (!b)
    return ADREF_FAILURE;
  AdrefComparison *sides[] = {a, b};
  gboolean differs = adref_comparison_differs(a, &options->review.only) ||
                     adref_comparison_differs(b, &options->review.only);
  if (!differs && is_silent(run, options)) {
    say_facts_problem(run, a, options);
    say_facts_problem(run, b, options);
    say_equal(run, request);
    return ADREF_YES;
  }
  g_autoptr(GString) made = adref_comparison_write_three(sides, options, error);
  if (!made)
    return ADREF_FAILURE;
  return finish(run, &made, options->format, differs, error);
}

/* The redline of one change of a party, below the versions that made it. FALSE: error. */
static gboolean put_party_change(AdrefRun *run, const AdrefDiffRequest *request,
                                 const AdrefComparisonOptions *options,
                                 const AdrefPartyChange *change, GString *out, GError **error)
{
  AdrefDiffRequest own = {.statement = request->statement,
                          .names = g_ptr_array_new_with_free_func(g_free)};
  g_autoptr(GPtrArray) names = own.names;
  g_ptr_array_add(names, g_strndup(change->from.id, SHORT_ID));
  g_ptr_array_add(names, g_strndup(change->to.id, SHORT_ID));
  g_autoptr(AdrefComparison) comparison = compare(run, &own, 0, 1, error);
  if (!comparison)
    return FALSE;
  if (!adref_comparison_differs(comparison, &options->review.only))
    return TRUE;
  g_autoptr(GString) made = adref_comparison_write(comparison, options, error);
  if (!made)
    return FALSE;
  gboolean is_json = strcmp(options->format, "json") == 0;
  g_autofree char *words = is_json ? g_strdup("") : adref_party_change_words(change);
  g_string_append(out, out->len == 0 ? "" : is_json ? ",\n" : "\n");
  g_string_append_printf(out, "%s%s", words, made->str);
  return TRUE;
}

/* The versions between which a party is asked for; words that are not saved are nobody's yet. */
static gboolean resolve_span(AdrefRun *run, const AdrefDiffRequest *request, AdrefVersion span[2],
                             GError **error)
{
  AdrefRepo *repo = adref_session_repo(run->session, error);
  for (guint i = 0; repo && i < 2; i++) {
    const char *name = request->names->pdata[i];
    name = strcmp(name, ADREF_VERSION_WORK) == 0 ? "HEAD" : name;
    if (!adref_repo_resolve(repo, request->statement, name, &span[i], error))
      return FALSE;
  }
  return repo != NULL;
}

/* --by: what one party changed, one redline after the other. */
static int run_by(AdrefRun *run, const AdrefDiffRequest *request,
                  const AdrefComparisonOptions *options, GError **error)
{
  const char *party = adref_run_value(run, "by");
  AdrefVersion span[2];
  guint joined = 0;
  if (!resolve_span(run, request, span, error))
    return ADREF_FAILURE;
  g_autoptr(GPtrArray) changes = adref_party_changes_find(run->session, request->statement, party,
                                                          &span[0], &span[1], &joined, error);
  if (!changes ||
      (changes->len == 0 && !adref_party_check_known(run->session, "--by", party, error)))
    return ADREF_FAILURE;
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < changes->len; i++)
    if (!put_party_change(run, request, options, changes->pdata[i], out, error))
      return ADREF_FAILURE;
  if (joined > 0)
    adref_say("%u version%s of %s that join%s lines of history %s left out", joined,
              joined == 1 ? "" : "s", party, joined == 1 ? "s" : "", joined == 1 ? "is" : "are");
  gboolean differs = out->len > 0, is_json = strcmp(options->format, "json") == 0;
  if (!differs && !is_json) {
    adref_say("%s changed nothing%s", party, adref_run_value(run, "only") ? " of that class" : "");
    return ADREF_YES;
  }
  if (is_json) {
    g_string_prepend(out, "[\n");
    g_string_append(out, "]\n");
  }
  return finish(run, &out, options->format, differs, error);
}

/* --pick: the changes are taken and refused one by one. */
static int run_pick(AdrefRun *run, const AdrefDiffRequest *request, GError **error)
{
  AdrefSession *session = run->session;
  g_auto(AdrefDiffPick) pick = {.versions = {.from = request->names->pdata[0],
                                             .to = request->names->pdata[1],
                                             .language = adref_run_value(run, "lang")}};
  if (!adref_session_repo(session, error) ||
      !(pick.versions.statement = adref_session_facts(session->files, request->statement, error)) ||
      !adref_diff_pick_check(run, &pick, error))
    return ADREF_FAILURE;
  AdrefComparison *comparison = compare(run, request, 0, 1, error);
  return comparison ? adref_diff_pick_run(run, &pick, comparison, error) : ADREF_FAILURE;
}

static gboolean check_pick(const AdrefRun *run, GError **error)
{
  static const char *const others[] = {"files", "format", "stat",         "clause",       "only",
                                       "by",    "full",   "changed-only", "side-by-side", "output",
                                       "paper", "large",  "line-numbers", "marking"};
  gboolean picks = adref_run_flag(run, "pick");
  if (!picks && (adref_run_value(run, "as") || adref_run_flag(run, "plain"))) {
    adref_error(error, ADREF_ERROR_USAGE, "diff: --as and --plain go with --pick");
    return FALSE;
  }
  for (gsize i = 0; picks && i < G_N_ELEMENTS(others); i++)
    if (adref_run_value(run, others[i]) || adref_run_flag(run, others[i])) {
      adref_error(error, ADREF_ERROR_USAGE,
                  "diff: --pick walks through all changes between two versions; it goes with "
                  "--as, --lang and --plain, not with --%s",
                  others[i]);
      return FALSE;
    }
  return !picks || adref_pick_walk_check(run, "diff --pick", error);
}

static gboolean check_by(const AdrefRun *run, GError **error)
{
  const char *format = format_of(run);
  if (!adref_run_value(run, "by"))
    return TRUE;
  if (adref_run_flag(run, "files") ||
      (strcmp(format, "terminal") != 0 && strcmp(format, "text") != 0 &&
       strcmp(format, "json") != 0)) {
    adref_error(error, ADREF_ERROR_USAGE,
                "diff: --by goes with versions of a statement, and with the formats terminal, text "
                "and json");
    return FALSE;
  }
  return TRUE;
}

static gboolean check(const AdrefRun *run, GError **error)
{
  if (!check_pick(run, error) || !check_by(run, error))
    return FALSE;
  if (strcmp(format_of(run), "docx") == 0 && adref_run_flag(run, "side-by-side")) {
    adref_error(error, ADREF_ERROR_USAGE,
                "diff: tracked changes stand in one text; --side-by-side goes with the formats "
                "terminal, text, html and pdf");
    return FALSE;
  }
  if (strcmp(format_of(run), "pdf") != 0 && adref_run_flag(run, "changed-only")) {
    adref_error(error, ADREF_ERROR_USAGE,
                "diff: --changed-only goes with the format pdf; terminal, text and html fold what "
                "did not change by themselves, the other formats are whole texts");
    return FALSE;
  }
  return adref_pdf_arguments_check(run, format_of(run), error);
}

static int run(AdrefRun *run, GError **error)
{
  gint64 start;
  g_auto(AdrefDiffRequest) request = {0};
  if (!adref_diff_request_read(run, &request, error))
    return ADREF_FAILURE;
  AdrefComparisonOptions options = adref_redline_arguments_read(run, format_of(run), &start);
  if (request.names->len == 2 && adref_run_flag(run, "pick"))
    return run_pick(run, &request, error);
  if (request.names->len == 2 && adref_run_value(run, "by"))
    return run_by(run, &request, &options, error);
  if (request.names->len == 2)
    return run_two(run, &request, &options, error);
  if (adref_run_value(run, "by") || adref_run_flag(run, "pick")) {
    adref_error(error, ADREF_ERROR_USAGE, "diff: --%s goes with two versions",
                adref_run_flag(run, "pick") ? "pick" : "by");
    return ADREF_USAGE;
  }
  options.width = adref_window_width();
  return run_three(run, &request, &options, error);
}

static const AdrefOption options[] = {
    {"files", 0, NULL, NULL, FALSE, "compare files, Markdown or Word; \"-\" is standard input"},
    {"format", 'f', "FORMAT", "terminal|text|html|pdf|docx|critic|json", FALSE,
     "the form (terminal)"},
    {"stat", 0, NULL, NULL, FALSE, "one line for each paragraph that changed, and totals"},
    {"clause", 0, "CLAUSE", NULL, FALSE, "only this clause, or this section"},
    {"only", 0, "CLASS", adref_summary_filter_words, TRUE, "show only changes of this class"},
    {"by", 0, "PARTY", NULL, FALSE, "only what this party changed, version by version"},
    {"full", 0, NULL, NULL, FALSE, "show what did not change, too"},
    {"changed-only", 0, NULL, NULL, FALSE, "on paper, too, fold what did not change to a line"},
    {"side-by-side", 0, NULL, NULL, FALSE, "the old text on the left, the new one on the right"},
    {"pick", 0, NULL, NULL, FALSE, "take, refuse or edit each change; the result is a new version"},
    {"as", 0, "PARTY", NULL, FALSE, "with --pick: whose version it is"},
    {"plain", 0, NULL, NULL, FALSE, "with --pick: in sentences, an answer a line"},
    ADREF_OPTION_LANGUAGE,
    ADREF_OPTION_OUTPUT,
    ADREF_OPTION_PAPER,
    ADREF_OPTION_LINE_NUMBERS,
    ADREF_OPTION_LARGE,
    ADREF_OPTION_MARKING,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_diff = {
    .name = "diff",
    .arguments = "[STATEMENT] [FROM [TO] | BASE A B] | --files [BASE] OLD NEW",
    .summary = "Show what changed between two versions, word by word",
    .details =
        "Compares two versions of a statement, clause by clause and word by word: what was added, "
        "deleted, modified and moved, and above it what matters most, with the facts that changed "
        "first (who must sign, parties, the place, the date). FROM and TO are versions: a "
        "label, a branch, a commit, HEAD~2, a date @2023-12-01, or work, the text as it stands in "
        "the files. FROM is the label that was given last, or HEAD where there is none; TO is "
        "work. With --files, any two files are compared, Markdown or Word (.docx). Three names are "
        "a base and what "
        "two "
        "delegations made of it: the three stand side by side, clause by clause.\n\n"
        "In a terminal deletions stand as {-words-}, insertions as {+words+}, in colour also "
        "struck and underlined; what did not change is folded to a line. A window of 140 columns "
        "shows the two texts side by side. The html format is one page that needs nothing else; "
        "pdf "
        "is the whole text on paper, with bars beside what changed, with --side-by-side in two "
        "columns, with --changed-only without what did not change; "
        "docx is the text with tracked changes, for Word; "
        "critic is the canonical text with CriticMarkup; json is for other programs.\n\n"
        "With --clause (an id, a number, or the address of any part: `adref help addresses`) only "
        "the clause that holds it is compared, or the section of a heading.\n\n"
        "With --by only what one party changed is shown, what it deleted as well: a redline of "
        "each version that was saved for it after FROM up to TO, the oldest first; those that "
        "follow one another are one. A version that joins two lines of history is left out, since "
        "its words are of several parties.\n\n"
        "With --pick each change is asked for, one key for an answer (y take, n refuse, e other "
        "words, a all, d none, t those of one party, s skip, p back, u undo, g go to, q quit, ? "
        "help), and the result is saved as a version. Where the text has the changes of TO, those "
        "that you refuse are taken out of it; else those that you take come into it, and it is "
        "joined with what the text says otherwise. What you did not decide stays as it is. What "
        "was decided is kept when you quit, also with Ctrl-C. --plain asks in sentences, and reads "
        "an answer a line.\n\n"
        "The status is 0 when nothing differs and 1 when something does; with --only, when "
        "something of that class does.",
    .options = options,
    .most = 4,
    .check = check,
    .run = run,
};

#include <string.h>

#include "cmd/commands.h"
#include "cmd/shared/pdf_arguments.h"
#include "cmd/shared/shared_options.h"
#include "cmd/status_drift.h"
#include "cmd/status_matrix.h"
#include "cmd/status_parts.h"
#include "cmd/status_text.h"
#include "view/reports/json_status.h"
#include "work/negotiate/statement_status.h"

/* The same on a page. Caller frees. */
static char *page_open_words(const AdrefStatementStatus *state, const AdrefStatusTable *table)
{
  const AdrefOpenCounts *tally = state->tally;
  if (!table->words)
    return adref_status_open_words(state);
  g_autofree char *open = adref_open_counts_words(tally, table->words);
  g_autofree char *n = g_strdup_printf("%u", tally->agreed);
  g_autofree char *agreed =
      adref_page_words_fill(table->words, ADREF_PAGE_WORD_TOTAL_PART, "n", n, "what",
                            adref_page_words_get(table->words, ADREF_PAGE_WORD_STATE_AGREED), NULL);
  return tally->agreed > 0 ? adref_page_words_fill(table->words, ADREF_PAGE_WORD_BOTH, "one", open,
                                                   "two", agreed, NULL)
                           : g_steal_pointer(&open);
}

/* The lines above the table of a page: silence, and the languages. Caller frees. */
static char **page_notes(AdrefRun *run, const AdrefStatementStatus *state,
                         const AdrefPageWords *words)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
  g_auto(GStrv) silence =
      state->silence ? adref_silence_lines(state->silence, run->session->now, words) : NULL;
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(state->report->language_versions);
  for (char **line = silence; line && *line; line++)
    g_ptr_array_add(lines, g_strdup(*line));
  char *withdrawn = adref_status_withdrawn_line(run, state->id, words),
       *published = adref_status_published_line(run, state->id, words),
       *is_signed = adref_status_signed_line(run, state, words);
  char *level = adref_status_adoption_words(run, state, words);
  if (level)
    g_ptr_array_add(lines, level);
  if (withdrawn)
    g_ptr_array_add(lines, withdrawn);
  if (published)
    g_ptr_array_add(lines, published);
  if (is_signed)
    g_ptr_array_add(lines, is_signed);
  for (guint i = 0; i < state->languages->len; i++)
    adref_status_add_language(lines, state, hashes, state->languages->pdata[i],
                              adref_run_flag(run, "languages"), words);
  char *suspected = adref_status_suspected_words(state, words);
  if (suspected)
    g_ptr_array_add(lines, suspected);
  g_ptr_array_add(lines, NULL);
  return (char **)g_ptr_array_free(lines, FALSE);
}

static void add_json(AdrefJsonList *list, const AdrefRun *run, const AdrefStatementStatus *state)
{
  AdrefStatusTable table = {NULL};
  const AdrefLabel *draft = NULL;
  g_auto(GStrv) signers = NULL;
  AdrefJsonStatus status = {.id = state->id, .changed = state->changed, .library = state->library};
  if (state->version)
    status.version = state->version->version.id;
  else if (state->text && *state->text->version.id)
    status.version = state->text->version.id;
  if (state->text) {
    table = adref_status_make_table(run, state);
    status.counts = state->tally;
    status.paragraphs = state->paragraphs;
    status.words = state->words;
    status.problems = state->problems;
    status.table = &table;
    status.agreed = state->report->agreed;
    status.languages = state->languages;
    status.versions = state->report->language_versions;
    status.adoption = state->text->statement->says_adoption
                          ? adref_adoption_level_word(state->text->statement->adoption)
                          : NULL;
    status.records = state->report->records;
    status.silence = state->silence;
    status.outdated = state->outdated;
    status.suspected = state->report->suspected;
    status.strangers = state->report->strangers;
    status.labels = adref_session_labels(run->session, state->id, NULL);
    status.lost = state->lost;
    const AdrefLabel *published = adref_status_published_draft(run, state->id);
    status.published = published ? published->name : NULL;
    signers = adref_status_signers(run, state, &draft);
    status.signed_by = signers;
  }
  adref_json_status_add(list, &status);
}

static const char *format_of(const AdrefRun *run)
{
  return adref_run_format(run, "text");
}

static void put_names(AdrefRun *run, char **ids)
{
  for (char **id = ids; *id; id++)
    g_string_append_printf(run->out, "%s\n", *id);
}

static char **chosen(const AdrefRun *run, AdrefSession *session, GError **error)
{
  const char *argument = adref_run_argument(run, 0);
  if (argument && strchr(argument, '@'))
    return g_strdupv((char *[]){(char *)(guintptr)argument, NULL});
  if (!argument && !session->workspace->current_statement)
    return adref_workspace_statements(session->workspace, error);
  g_autofree char *id = adref_workspace_choose(session->workspace, argument, error);
  return id ? g_strsplit(id, "\n", -1) : NULL;
}

/* "version 1a2b3c4d", or NULL. */
static char *version_words(const AdrefStatusTable *table)
{
  const char *word =
      table->language ? adref_page_words_get(table->words, ADREF_PAGE_WORD_VERSION) : "version";
  return table->commit ? g_strconcat(word, " ", table->commit, NULL) : NULL;
}

/* In another language than English: "草案 rev1, 版 1a2b3c4d", and an arrow where it changed since.
 */
static char *own_draft_words(const AdrefStatementStatus *state, const AdrefStatusTable *table)
{
  const AdrefStatusReport *report = state->report;
  gboolean is_it = report->is_draft && table->commit;
  g_autofree char *version = version_words(table);
  const char *saved =
      version ? version : adref_page_words_get(table->words, ADREF_PAGE_WORD_NOT_SAVED);
  return report->label
             ? g_strconcat(adref_page_words_get(table->words, ADREF_PAGE_WORD_BLAME_DRAFT), " ",
                           report->label, is_it ? ", " : " \342\206\222 ", saved, NULL)
             : g_strdup(saved);
}

/* "Draft rev1, 2023-12-01, version 1a2b3c4d"; "Changed since draft rev1, not saved". */
static char *draft_words(const AdrefStatementStatus *state, const char *commit)
{
  const AdrefStatusReport *report = state->report;
  gboolean is_it = report->is_draft && commit;
  g_autofree char *saved = commit ? g_strconcat("version ", commit, NULL) : g_strdup("not saved");
  return g_strconcat(!report->label ? "Not circulated"
                     : is_it        ? "Draft "
                                    : "Changed since draft ",
                     report->label ? report->label : "", ", ", saved, NULL);
}

static GString *make_page(AdrefRun *run, const AdrefStatementStatus *state, AdrefStatusTable *table,
                          GError **error)
{
  const char *commit = table->commit;
  if (strcmp(format_of(run), "html") == 0) {
    g_autofree char *version = version_words(table);
    table->version = version;
    return adref_status_table_html(table);
  }
  g_autofree char *draft =
      table->language ? own_draft_words(state, table) : draft_words(state, commit);
  gboolean is_letter = g_strcmp0(adref_run_value(run, "paper"), "letter") == 0;
  table->draft = draft;
  return adref_pdf_status_write(table, is_letter ? ADREF_PAPER_SIZE_LETTER : ADREF_PAPER_SIZE_A4,
                                state->text->name, error);
}

/* The version that holds exactly this text, abbreviated, or NULL. */
static char *commit_of(const AdrefStatementStatus *state)
{
  if (state->version && !state->changed)
    return g_strndup(state->version->version.id, 8);
  return *state->text->version.id ? g_strndup(state->text->version.id, 8) : NULL;
}

static gboolean put_page(AdrefRun *run, const AdrefStatementStatus *state, GError **error)
{
  AdrefStatusTable table = adref_status_make_table(run, state);
  g_autofree char *title = adref_status_page_title(run, state);
  g_autofree char *commit = commit_of(state);
  g_autoptr(AdrefPageWords) words = NULL;
  if (!adref_status_page_words(run, state, &words, &table.language, error))
    return FALSE;
  g_auto(GStrv) notes = page_notes(run, state, words);
  table.words = words;
  g_autofree char *open = page_open_words(state, &table);
  table.notes = notes;
  table.open_words = open;
  table.title = title;
  table.commit = commit;
  g_autoptr(GString) page = make_page(run, state, &table, error);
  return page && adref_run_write_result(run, &page, error);
}

static gboolean wants_page(const AdrefRun *run)
{
  return strcmp(format_of(run), "text") != 0;
}

static gboolean is_csv(const AdrefRun *run)
{
  return strcmp(format_of(run), "csv") == 0;
}

static gboolean put_matrix(AdrefRun *run, const AdrefStatementStatus *state, GError **error)
{
  AdrefStatusTable filter = adref_status_make_table(run, state);
  g_autofree char *commit = commit_of(state);
  return adref_status_matrix_put(run, state, &filter, commit, error);
}

static gboolean put_one(AdrefRun *run, const AdrefStatementStatus *state, AdrefJsonList *list,
                        GError **error)
{
  if (adref_run_flag(run, "drift") && state->text)
    return adref_status_drift_put(run, state->text, list, error);
  if (adref_run_flag(run, "matrix") && state->text)
    return put_matrix(run, state, error);
  if ((wants_page(run) || run->json) && state->text &&
      !adref_status_report_find_changes(state->report, state->text, error))
    return FALSE;
  if (wants_page(run) && state->text)
    return put_page(run, state, error);
  if (run->json)
    add_json(list, run, state);
  else
    adref_status_put_text(run, state);
  return TRUE;
}

/* Of several statements, one that cannot be read must not hide the others: the error is said, and
 * the status is that of a failure. */
static gboolean skip_unreadable(AdrefRun *run, const char *id, AdrefJsonList *list, GError *cause)
{
  adref_say("adref: %s", cause->message);
  if (run->json)
    adref_json_list_add_error(list, id, cause->message);
  else
    g_string_append_printf(run->out, "%s\n  cannot be read\n", id);
  g_error_free(cause);
  return FALSE;
}

static gboolean put_all(AdrefRun *run, char **ids, AdrefJsonList *list, GError **error)
{
  gboolean good = TRUE;
  for (char **id = ids; *id && !*error; id++) {
    AdrefStatementStatus state = {0};
    g_autoptr(GError) cause = NULL;
    if (adref_statement_status_read(run->session, *id, &state, &cause) &&
        put_one(run, &state, list, &cause))
      adref_statement_status_clear(&state);
    else {
      adref_statement_status_clear(&state);
      if (ids[1])
        good = skip_unreadable(run, *id, list, g_steal_pointer(&cause));
      else
        g_propagate_error(error, g_steal_pointer(&cause));
    }
  }
  return good && !*error;
}

static gboolean check_options(const AdrefRun *run, const AdrefSession *session, char **ids,
                              GError **error)
{
  const char *party = adref_run_value(run, "party");
  if (!adref_pdf_arguments_check(run, format_of(run), error) ||
      !adref_status_matrix_check(run, g_strv_length(ids), error) ||
      !adref_status_drift_check(run, error))
    return FALSE;
  if (adref_run_value(run, "lang") && (!wants_page(run) || run->json || is_csv(run))) {
    adref_error(error, ADREF_ERROR_USAGE,
                "status: --lang goes with the pages, --format html and --format pdf");
    return FALSE;
  }
  if (wants_page(run) && (run->json || !ids[0] || ids[1])) {
    adref_error(error, ADREF_ERROR_USAGE,
                "status: --format %s goes with one statement: adref status STATEMENT --format %s",
                format_of(run), format_of(run));
    return FALSE;
  }
  if (!party || adref_parties_get(adref_library_parties(session->library), party))
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE,
              "--party %s: no party of templates/parties.yaml; adref parties lists the codes",
              party);
  return FALSE;
}

static int run(AdrefRun *run, GError **error)
{
  g_autoptr(GError) cause = NULL;
  AdrefSession *session = run->session;
  g_auto(GStrv) ids = chosen(run, session, error);
  if (!ids)
    return ADREF_FAILURE;
  if (!check_options(run, session, ids, error))
    return ADREF_USAGE;
  if (adref_run_flag(run, "names")) {
    put_names(run, ids);
    return ADREF_YES;
  }
  g_autoptr(AdrefJsonList) list = adref_json_list_new();
  gboolean good = put_all(run, ids, list, &cause);
  if (run->json && !cause && !adref_run_flag(run, "matrix"))
    adref_put(run, adref_json_list_write(list));
  if (g_str_has_suffix(run->out->str, "\n\n")) /* the empty line below a table */
    g_string_truncate(run->out, run->out->len - 1);
  if (cause)
    g_propagate_error(error, g_steal_pointer(&cause));
  else if (!*ids && !run->json)
    g_string_append(run->out, "no statement yet; adref new ID --outline NAME starts one, "
                              "adref import FILE brings one in\n");
  run->use_pager = TRUE;
  return good ? ADREF_YES : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    {"party", 0, "PARTY", NULL, FALSE, "only the clauses that wait for this party"},
    {"open", 0, NULL, NULL, FALSE, "only the clauses that are not agreed"},
    {"each", 0, NULL, NULL, FALSE, "every clause on a line of its own"},
    {"languages", 0, NULL, NULL, FALSE, "all that differs between the languages"},
    {"matrix", 0, NULL, NULL, FALSE, "clauses against parties: who says what of which clause"},
    {"drift", 0, NULL, NULL, FALSE, "how far each clause is from its template or precedent"},
    {"format", 'f', "FORMAT", "text|html|pdf|csv", FALSE, "the form (text); csv of the matrix"},
    {"lang", 'l', "LANG", NULL, FALSE, "the language of the page (that of the text)"},
    ADREF_OPTION_PAPER,
    ADREF_OPTION_OUTPUT,
    {"names", 0, NULL, NULL, FALSE, "only the ids of the statements, one a line"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_status = {
    .name = "status",
    .arguments = "[STATEMENT[@VERSION]]",
    .summary = "Say what is open in a text, and what is not saved",
    .details =
        "For each statement, or for one: how many paragraphs and words its rolling text "
        "has, how many brackets and placeholders are open and which parties stand in them, "
        "the last version, and whether the files have changed since. STATEMENT@VERSION "
        "counts a version.\n\n"
        "A paragraph has a number of its own; a clause is all that parties agree to: paragraphs, "
        "the title and headings, the chapeau, the closing. So there are more clauses.\n\n"
        "Once parties have agreed or reserved something, or when it is asked for by --open, "
        "--each or --party, the clauses follow: agreed ad ref (by all), confirmed "
        "(by the capitals), agreed in working group, agreed by some, "
        "open, bracketed, reserved, to come, changed since agreed; and whose move it is. "
        "Neighbours of which all is the same share a line.\n\n"
        "Every other language is compared with the rolling text, clause by clause: kinds, "
        "numbers, brackets, amounts, dates, references, footnotes, tables. What differs is "
        "listed where it is at most 5 lines, else with --languages; values that stand in words "
        "which adref does not read are \"not compared\".\n\n"
        "Where a fact has changed since the text was assembled (the date, the place, the "
        "parties and their names), the words that still say the old one are listed, with "
        "their clauses.\n\n"
        "What looks like a party's position in a link, in code or in other brackets is "
        "listed with its place: it is not circulated and not signed before it is written "
        "as a bracket, or its party has said that it is words (adref agree --as-words).\n\n"
        "The pdf format is one sheet for the table, more for a long text: the totals, and a "
        "row for each clause with its first words, its state, who agreed, whose move it is "
        "and who stands in its brackets.\n\n"
        "--matrix shows what each party says of each clause, in its brackets and on record: it "
        "proposes words (P), supports (S), opposes (O), reserves (R), has agreed in the working "
        "group (W) or ad ref (A), its capital has confirmed (C). Parties that do not fit into the "
        "width follow in further tables; csv is for a spreadsheet. --open and --party select "
        "clauses.\n\n"
        "Where a draft was circulated under silence (adref circulate --silence), it says "
        "until when, or that the draft is adopted by silence, or by whom, when and why the "
        "silence was broken, and whether that is signed.",
    .options = options,
    .most = 1,
    .needs = ADREF_NEEDS_WORKSPACE,
    .run = run,
};

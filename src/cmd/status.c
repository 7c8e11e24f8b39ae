#include <string.h>

#include "cmd/commands.h"
#include "cmd/manual.h"
#include "cmd/pdf_arguments.h"
#include "cmd/shared_options.h"
#include "cmd/status_drift.h"
#include "cmd/status_matrix.h"
#include "sign/progress_words.h"
#include "view/json_status.h"
#include "work/library_files.h"
#include "work/statement_status.h"

/* "1 bracket open, 2 marked as agreed ad ref": the same words in the text and on pages. The marks
 * stand in the words of the text; what parties have agreed is in their records. */
static char *open_words(const AdrefStatementStatus *state)
{
  const AdrefOpenCounts *tally = state->tally;
  g_autofree char *open = adref_open_counts_words(tally, NULL);
  return tally->agreed > 0 ? g_strdup_printf("%s, %u marked as agreed ad ref", open, tally->agreed)
                           : g_steal_pointer(&open);
}

/* The same on a page. Caller frees. */
static char *page_open_words(const AdrefStatementStatus *state, const AdrefStatusTable *table)
{
  const AdrefOpenCounts *tally = state->tally;
  if (!table->language)
    return open_words(state);
  g_autofree char *open = adref_open_counts_words(tally, table->words);
  g_autofree char *n = g_strdup_printf("%u", tally->agreed);
  g_autofree char *agreed =
      adref_page_words_fill(table->words, ADREF_PAGE_WORD_TOTAL_PART, "n", n, "what",
                            adref_page_words_get(table->words, ADREF_PAGE_WORD_STATE_AGREED), NULL);
  return tally->agreed > 0 ? g_strconcat(open, ", ", agreed, NULL) : g_steal_pointer(&open);
}

/* "2 places look like a position, and are read as words"; NULL: none does. Caller frees. */
static char *suspected_words(const AdrefStatementStatus *state)
{
  guint count = adref_suspected_places_count(state->report->suspected);
  if (count == 0)
    return NULL;
  return g_strdup_printf("%u place%s like a position, and %s read as words", count,
                         count == 1 ? " looks" : "s look", count == 1 ? "is" : "are");
}

/* The draft that was published last; NULL: none was. */
static const AdrefLabel *published_draft(const AdrefRun *run, const char *id)
{
  const GPtrArray *labels = adref_session_labels(run->session, id, NULL);
  return labels ? adref_repo_published_label(run->session->repo, labels, id) : NULL;
}

/* Whether statement.yaml asks for a level of agreement, and this version was not published yet. */
static gboolean asks_for_adoption(const AdrefRun *run, const AdrefStatementStatus *state)
{
  if (!state->text->statement->says_adoption)
    return FALSE;
  const AdrefLabel *published = published_draft(run, state->id);
  return !published || !state->version ||
         strcmp(published->version.id, state->version->version.id) != 0;
}

/* What adoption still needs, once all is agreed at some level or something is confirmed; NULL: it
 * is too early or too late, or statement.yaml does not say. Caller frees. */
static char *adoption_words(const AdrefRun *run, const AdrefStatementStatus *state)
{
  const AdrefProgress *progress = state->report->progress;
  guint agreed = progress->counts[ADREF_CLAUSE_STATE_AGREED] +
                 progress->counts[ADREF_CLAUSE_STATE_WORKING_GROUP];
  return agreed > 0 && (agreed == progress->clauses->len || progress->confirmed > 0) &&
                 asks_for_adoption(run, state)
             ? adref_progress_adoption_words(progress, state->text->statement->adoption)
             : NULL;
}

static void put_counts(AdrefRun *run, const AdrefStatementStatus *state)
{
  const AdrefOpenCounts *tally = state->tally;
  g_autoptr(GString) parties = g_string_new(NULL);
  g_string_append_printf(run->out, "  %u paragraph%s, %u words\n", state->paragraphs,
                         state->paragraphs == 1 ? "" : "s", state->words);
  g_autofree char *open = open_words(state);
  g_string_append_printf(run->out, "  %s\n", open);
  for (guint i = 0; i < tally->parties->len; i++) {
    const AdrefOpenCountsParty *party = adref_open_counts_party(tally, i);
    if (party->brackets > 0)
      g_string_append_printf(parties, "%s%s in %u",
                             parties->len > 0 ? ", " : "in brackets: ", party->code,
                             party->brackets);
  }
  if (parties->len > 0)
    adref_manual_wrap(run->out, parties->str, 2);
  if (g_hash_table_size(state->report->records) > 0 || tally->agreed > 0) {
    g_autofree char *total = adref_progress_total(state->report->progress, NULL);
    g_autofree char *level = adoption_words(run, state);
    adref_manual_wrap(run->out, total, 2);
    if (level)
      adref_manual_wrap(run->out, level, 2);
  }
}

/* "energy: en has 35, fr has 30 (accepted by JPN)". Caller frees. */
static char *difference_words(const AdrefStatementStatus *state, AdrefClauseHashes *hashes,
                              const AdrefLanguageState *language,
                              const AdrefLanguageDifference *difference)
{
  g_autofree char *words =
      adref_language_difference_line(difference, language->rolling, language->language);
  g_autofree char *safe = adref_escape_controls(words, -1, FALSE);
  GString *line = g_string_new(safe);
  g_autoptr(GPtrArray) codes =
      adref_language_difference_accepted(difference, state->report->records, hashes);
  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf(line, "%s%s%s", i == 0 ? " (accepted by " : ", ",
                           (const char *)codes->pdata[i], i + 1 == codes->len ? ")" : "");
  return g_string_free(line, FALSE);
}

/* "ice: not touched since en changed in 1a2b3c4d". Caller frees. */
static char *behind_words(const AdrefLanguageState *language, const AdrefBehindClause *behind)
{
  return g_strdup_printf("%s: not touched since %s changed%s%.8s", behind->clause,
                         language->rolling, *behind->changed ? " in " : "", behind->changed);
}

/* What is said of one language: the first line, and below it what differs, where that is little, or
 * all of it. */
static void add_language(GPtrArray *lines, const AdrefStatementStatus *state,
                         AdrefClauseHashes *hashes, const AdrefLanguageState *language,
                         gboolean all)
{
  gboolean is_listed = all || language->count <= ADREF_LANGUAGE_STATES_MAX_LISTED;
  gboolean has_behind = all || language->behind->len <= ADREF_LANGUAGE_STATES_MAX_LISTED;
  g_autofree char *line = adref_language_state_line(language);
  g_ptr_array_add(
      lines,
      g_strconcat(line, is_listed && has_behind ? "" : "; adref status --languages lists them",
                  NULL));
  for (guint i = 0; is_listed && i < language->differences->len; i++) {
    const AdrefLanguageDifference *difference = language->differences->pdata[i];
    if (all || adref_language_difference_is_proven(difference))
      g_ptr_array_add(lines, difference_words(state, hashes, language, difference));
  }
  for (guint i = 0; has_behind && i < language->behind->len; i++)
    g_ptr_array_add(lines, behind_words(language, language->behind->pdata[i]));
}

static void put_languages(AdrefRun *run, const AdrefStatementStatus *state)
{
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(state->report->language_versions);
  for (guint i = 0; i < state->languages->len; i++) {
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    add_language(lines, state, hashes, state->languages->pdata[i],
                 adref_run_flag(run, "languages"));
    for (guint j = 0; j < lines->len; j++)
      adref_manual_wrap(run->out, lines->pdata[j], j == 0 ? 2 : 4);
  }
}

/* A draft that was withdrawn, while no other was circulated since. */
static char *withdrawn_line(const AdrefRun *run, const char *id)
{
  const GPtrArray *labels = adref_session_labels(run->session, id, NULL);
  const AdrefLabel *last = labels && labels->len > 0 ? labels->pdata[labels->len - 1] : NULL;
  g_autofree char *reason =
      last && last->withdrawn ? adref_escape_controls(last->withdrawn, -1, FALSE) : NULL;
  return reason ? g_strdup_printf("draft %s was withdrawn: %s", last->name, reason) : NULL;
}

/* It, and how it was published; NULL: none was. Caller frees. */
static char *published_line(const AdrefRun *run, const char *id)
{
  const AdrefLabel *label = published_draft(run, id);
  if (!label)
    return NULL;
  return adref_repo_label_is_signed(run->session->repo, label, id)
             ? g_strdup_printf("draft %s was published with signatures, as its tag final/%s/%s "
                               "says; adref verify %s@%s checks them",
                               label->name, id, label->name, id, label->name)
             : g_strdup_printf("draft %s was published as adopted, without signatures of parties, "
                               "as its tag final/%s/%s says; adref verify PACKAGE checks its "
                               "package",
                               label->name, id, label->name);
}

/* The lines above the table of a page: silence, and the languages. Caller frees. */
static char **page_notes(AdrefRun *run, const AdrefStatementStatus *state)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
  g_auto(GStrv) silence =
      state->silence ? adref_silence_lines(state->silence, run->session->now) : NULL;
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(state->report->language_versions);
  for (char **line = silence; line && *line; line++)
    g_ptr_array_add(lines, g_strdup(*line));
  char *withdrawn = withdrawn_line(run, state->id), *published = published_line(run, state->id);
  char *level = adoption_words(run, state);
  if (level)
    g_ptr_array_add(lines, level);
  if (withdrawn)
    g_ptr_array_add(lines, withdrawn);
  if (published)
    g_ptr_array_add(lines, published);
  for (guint i = 0; i < state->languages->len; i++)
    add_language(lines, state, hashes, state->languages->pdata[i],
                 adref_run_flag(run, "languages"));
  char *suspected = suspected_words(state);
  if (suspected)
    g_ptr_array_add(lines, suspected);
  g_ptr_array_add(lines, NULL);
  return (char **)g_ptr_array_free(lines, FALSE);
}

/* What the texts still say of a fact that has changed. */
static void put_outdated(AdrefRun *run, const AdrefStatementStatus *state)
{
  g_auto(GStrv) lines = state->outdated ? adref_outdated_words_lines(state->outdated) : NULL;
  for (char **line = lines; line && *line; line++) {
    g_autofree char *safe = adref_escape_controls(*line, -1, FALSE);
    adref_manual_wrap(run->out, safe, 2);
  }
}

/* What looks like positions, and who said that it is words. */
static void put_suspected(AdrefRun *run, const AdrefStatementStatus *state)
{
  const GPtrArray *places = state->report->suspected;
  g_autofree char *words = suspected_words(state);
  if (words)
    g_string_append_printf(run->out, "  %s\n", words);
  else if (places->len > 0)
    g_string_append(run->out, "  words that look like a position:\n");
  for (guint i = 0; i < places->len; i++) {
    g_autofree char *line = adref_suspected_place_line(places->pdata[i]);
    g_autofree char *what = adref_suspected_place_state(places->pdata[i]);
    g_autofree char *whole = g_strconcat(line, what, NULL);
    g_autofree char *safe = adref_escape_controls(whole, -1, FALSE);
    adref_manual_wrap(run->out, safe, 4);
  }
  for (char **line = state->report->strangers; *line; line++)
    adref_manual_wrap(run->out, *line, 2);
}

/* Records that came with the folder of another statement. */
static void put_foreign(AdrefRun *run, const AdrefStatementStatus *state)
{
  g_autoptr(GList) parties = g_hash_table_get_keys(state->report->records);
  parties = g_list_sort(parties, (GCompareFunc)g_strcmp0);
  for (const GList *party = parties; party; party = party->next) {
    const AdrefPartyRecord *record = g_hash_table_lookup(state->report->records, party->data);
    if (!record->foreign)
      continue;
    g_autofree char *line = g_strdup_printf("record/%s.yaml is a copy from %s: what %s said there "
                                            "does not count here",
                                            record->party, record->foreign, record->party);
    adref_manual_wrap(run->out, line, 2);
  }
}

/* What somebody took out of the records. */
static void put_lost(AdrefRun *run, const AdrefStatementStatus *state)
{
  for (guint i = 0; state->lost && i < state->lost->len; i++) {
    g_autofree char *safe = adref_escape_controls(state->lost->pdata[i], -1, FALSE);
    adref_manual_wrap(run->out, safe, 2);
  }
}

static void put_silence(AdrefRun *run, const AdrefStatementStatus *state)
{
  g_autofree char *published = published_line(run, state->id);
  if (published)
    adref_manual_wrap(run->out, published, 2);
  g_auto(GStrv) lines =
      state->silence ? adref_silence_lines(state->silence, run->session->now) : NULL;
  for (char **line = lines; line && *line; line++)
    adref_manual_wrap(run->out, *line, line == lines ? 2 : 4);
  g_autofree char *withdrawn = withdrawn_line(run, state->id);
  if (withdrawn)
    adref_manual_wrap(run->out, withdrawn, 2);
}

static gboolean is_filtered(const AdrefRun *run)
{
  return adref_run_flag(run, "open") || adref_run_flag(run, "each") ||
         adref_run_value(run, "party");
}

static AdrefStatusTable make_table(const AdrefRun *run, const AdrefStatementStatus *state)
{
  AdrefStatusFilter filter = {.party = adref_run_value(run, "party"),
                              .open = adref_run_flag(run, "open"),
                              .each = adref_run_flag(run, "each")};
  AdrefStatusTable table = adref_status_report_table(state->report, state->text, &filter);
  table.languages = state->languages;
  table.color = adref_in_color(run);
  return table;
}

static void put_agreed_version(GString *out, const AdrefText *text, const AdrefProgress *progress,
                               GHashTable *versions, const char *version)
{
  g_autoptr(GString) line = g_string_new(NULL);
  guint count = 0;
  g_string_printf(line, "adref diff %s %.8s shows what has changed since it was agreed:",
                  text->statement->id, version);
  for (guint i = 0; i < progress->clauses->len; i++) {
    const AdrefClauseProgress *clause = progress->clauses->pdata[i];
    const char *id = clause->clause->as.clause->id;
    const char *own = id ? g_hash_table_lookup(versions, id) : NULL;
    if (g_strcmp0(own, version) == 0)
      g_string_append_printf(line, "%s %s", count++ > 0 ? "," : "", id);
  }
  adref_manual_wrap(out, line->str, 2);
}

/* "adref diff tokyo 1a2b3c4d shows what has changed since it was agreed: training", a line for each
 * version. */
static void put_agreed(GString *out, const AdrefText *text, const AdrefProgress *progress,
                       GHashTable *versions)
{
  g_autoptr(GHashTable) done = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < progress->clauses->len; i++) {
    const AdrefClauseProgress *clause = progress->clauses->pdata[i];
    const char *id = clause->clause->as.clause->id;
    char *version = id ? g_hash_table_lookup(versions, id) : NULL;
    if (version && g_hash_table_add(done, version))
      put_agreed_version(out, text, progress, versions, version);
  }
}

/* That no clause waits for the party; its capital may have to confirm some. */
static void put_nothing_waits(AdrefRun *run, const AdrefStatementStatus *state, const char *party)
{
  const GPtrArray *clauses = state->report->progress->clauses;
  gboolean asks = state->text->statement->adoption == ADREF_ADOPTION_LEVEL_CONFIRMED &&
                  asks_for_adoption(run, state);
  guint count = 0;
  for (guint i = 0; asks && i < clauses->len; i++)
    count += adref_progress_lacks_confirmation(clauses->pdata[i], party) ? 1 : 0;
  g_autoptr(GString) line = g_string_new(NULL);
  g_string_printf(line, "nothing waits for %s", party);
  if (count > 0)
    g_string_append_printf(line,
                           ", but %u clause%s that it agreed %s still to be confirmed: adref "
                           "confirm --all-agreed --as %s",
                           count, count == 1 ? "" : "s", count == 1 ? "is" : "are", party);
  adref_manual_wrap(run->out, line->str, 2);
}

/* The clauses: once parties have said something of them, or when they are asked for. */
static void put_table(AdrefRun *run, const AdrefStatementStatus *state)
{
  if (g_hash_table_size(state->report->records) == 0 && !is_filtered(run))
    return;
  AdrefStatusTable table = make_table(run, state);
  g_autoptr(GString) rows = adref_status_table_terminal(&table, adref_width());
  if (rows->len > 0)
    g_string_append_printf(run->out, "\n%s\n", rows->str);
  if (g_hash_table_size(state->report->agreed) > 0) {
    put_agreed(run->out, state->text, state->report->progress, state->report->agreed);
    g_string_append_c(run->out, '\n');
  }
  if (rows->len == 0 && table.party)
    put_nothing_waits(run, state, table.party);
}

/* "templates/parties.yaml is not saved; adref save keeps it with the statement". */
static void put_library(AdrefRun *run, const AdrefStatementStatus *state)
{
  guint count = state->library ? g_strv_length(state->library) : 0;
  if (count == 0)
    return;
  g_autofree char *words = adref_library_files_words(state->library);
  g_autofree char *line =
      g_strdup_printf("of the library, %s %s not saved; adref save keeps %s with the statement",
                      words, count == 1 ? "is" : "are", count == 1 ? "it" : "them");
  adref_manual_wrap(run->out, line, 2);
}

static void put_state(AdrefRun *run, const AdrefStatementStatus *state)
{
  g_string_append_printf(run->out, "%s\n", state->id);
  if (!state->text) {
    const AdrefStatement *statement = adref_session_facts(run->session->files, state->id, NULL);
    g_autofree char *advice = statement ? adref_statement_text_advice(statement, FALSE) : NULL;
    g_string_append_printf(run->out, "  not drafted yet; %s\n",
                           advice ? advice : "its facts do not read");
    return;
  }
  put_counts(run, state);
  put_languages(run, state);
  put_outdated(run, state);
  put_suspected(run, state);
  put_foreign(run, state);
  put_lost(run, state);
  if (state->problems > 0)
    g_string_append_printf(run->out, "  %u warning%s in the text; adref show tells where\n",
                           state->problems, state->problems == 1 ? "" : "s");
  if (state->version) {
    g_autofree char *subject = adref_escape_controls(state->version->subject, -1, FALSE);
    g_autofree char *line =
        g_strdup_printf("last version %.8s: %s", state->version->version.id, subject);
    adref_manual_wrap(run->out, line, 2);
  } else if (*state->text->version.id) {
    g_string_append_printf(run->out, "  as it was in version %.8s\n", state->text->version.id);
  } else {
    g_string_append(run->out, "  no version yet\n");
  }
  if (state->changed)
    g_string_append(run->out, "  changed since; adref save keeps it as a version\n");
  put_library(run, state);
  put_silence(run, state);
  put_table(run, state);
}

static void add_json(AdrefJsonList *list, const AdrefRun *run, const AdrefStatementStatus *state)
{
  AdrefStatusTable table = {NULL};
  AdrefJsonStatus status = {.id = state->id, .changed = state->changed, .library = state->library};
  if (state->version)
    status.version = state->version->version.id;
  else if (state->text && *state->text->version.id)
    status.version = state->text->version.id;
  if (state->text) {
    table = make_table(run, state);
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
    const AdrefLabel *published = published_draft(run, state->id);
    status.published = published ? published->name : NULL;
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
  AdrefStatusTable table = make_table(run, state);
  g_autofree char *title = adref_document_title(state->text->document);
  g_autofree char *commit = commit_of(state);
  g_auto(GStrv) notes = page_notes(run, state);
  g_autoptr(AdrefPageWords) words = NULL;
  if (!adref_text_page_words(state->text, &words, error))
    return FALSE;
  table.words = words;
  table.language = adref_page_words_language(words, state->text->language);
  g_autofree char *open = page_open_words(state, &table);
  table.notes = notes;
  table.open_words = open;
  table.title = title ? title : state->id;
  table.commit = commit;
  g_autoptr(GString) page = make_page(run, state, &table, error);
  return page && adref_run_write_result(run, &page, error);
}

static gboolean wants_page(const AdrefRun *run)
{
  return strcmp(format_of(run), "text") != 0;
}

static gboolean put_matrix(AdrefRun *run, const AdrefStatementStatus *state, GError **error)
{
  AdrefStatusTable filter = make_table(run, state);
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
    put_state(run, state);
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

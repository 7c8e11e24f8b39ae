#include "cmd/status_text.h"

#include "cmd/shared/manual.h"
#include "cmd/status_parts.h"
#include "draft/library/name_twins.h"
#include "sign/progress_words.h"
#include "work/library_files.h"

static void put_counts(AdrefRun *run, const AdrefStatementStatus *state)
{
  const AdrefOpenCounts *tally = state->tally;
  g_autoptr(GString) parties = g_string_new(NULL);
  g_string_append_printf(run->out, "  %u paragraph%s, %u words\n", state->paragraphs,
                         state->paragraphs == 1 ? "" : "s", state->words);
  g_autofree char *open = adref_status_open_words(state);
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
    g_autofree char *level = adref_status_adoption_words(run, state, NULL);
    adref_manual_wrap(run->out, total, 2);
    if (level)
      adref_manual_wrap(run->out, level, 2);
    for (guint i = 0; state->whole && i < state->whole->len; i++) {
      g_autofree char *line = adref_escape_controls(state->whole->pdata[i], -1, FALSE);
      adref_manual_wrap(run->out, line, 2);
    }
  }
}

/* The clauses that would replace another one. Where parties keep records, the line of what is
 * agreed counts them. */
static void put_options(AdrefRun *run, const AdrefStatementStatus *state)
{
  enum {
    MAX_NAMED = 5
  };
  guint count = 0;
  g_autoptr(GString) names = g_string_new(NULL);
  const AdrefNode *document = adref_language_versions_rolling(state->report->language_versions);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    const AdrefClause *facts = clause->as.clause;
    if (facts->alt && ++count <= MAX_NAMED)
      g_string_append_printf(names, "%s%s for %s", count > 1 ? ", " : "",
                             facts->id ? facts->id : "a clause", facts->alt);
  }
  if (count == 0 || g_hash_table_size(state->report->records) > 0)
    return;
  g_autofree char *line = g_strdup_printf("%u option%s open: %s%s", count, count == 1 ? "" : "s",
                                          names->str, count > MAX_NAMED ? ", ..." : "");
  adref_manual_wrap(run->out, line, 2);
}

static void put_languages(AdrefRun *run, const AdrefStatementStatus *state)
{
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(state->report->language_versions);
  for (guint i = 0; i < state->languages->len; i++) {
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    adref_status_add_language(lines, state, hashes, state->languages->pdata[i],
                              adref_run_flag(run, "languages"), NULL);
    for (guint j = 0; j < lines->len; j++)
      adref_manual_wrap(run->out, lines->pdata[j], j == 0 ? 2 : 4);
  }
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
  g_autofree char *words = adref_status_suspected_words(state, NULL);
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

/* EN.md beside en.md. */
static void put_twins(AdrefRun *run, const AdrefStatementStatus *state)
{
  g_autofree char *line = adref_name_twins_of_statement(run->session->files->source, state->id);
  if (line)
    adref_manual_wrap(run->out, line, 2);
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
  g_autofree char *published = adref_status_published_line(run, state->id, NULL);
  g_autofree char *is_signed = adref_status_signed_line(run, state, NULL);
  if (published)
    adref_manual_wrap(run->out, published, 2);
  if (is_signed)
    adref_manual_wrap(run->out, is_signed, 2);
  g_auto(GStrv) lines =
      state->silence ? adref_silence_lines(state->silence, run->session->now, NULL) : NULL;
  for (char **line = lines; line && *line; line++)
    adref_manual_wrap(run->out, *line, line == lines ? 2 : 4);
  g_autofree char *withdrawn = adref_status_withdrawn_line(run, state->id, NULL);
  if (withdrawn)
    adref_manual_wrap(run->out, withdrawn, 2);
}

static gboolean is_filtered(const AdrefRun *run)
{
  return adref_run_flag(run, "open") || adref_run_flag(run, "each") ||
         adref_run_value(run, "party");
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
                  adref_status_asks_for_adoption(run, state);
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
  AdrefStatusTable table = adref_status_make_table(run, state);
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

/* What is not saved; while git merges, nothing can be. */
static void put_changed(AdrefRun *run, const AdrefStatementStatus *state)
{
  g_autoptr(GError) busy = NULL;
  if (run->session->repo && !*state->text->version.id &&
      !adref_repo_check_state(run->session->repo, &busy))
    adref_manual_wrap(run->out, busy->message, 2);
  else if (state->changed)
    g_string_append(run->out, "  changed since; adref save keeps it as a version\n");
}

void adref_status_put_text(AdrefRun *run, const AdrefStatementStatus *state)
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
  put_options(run, state);
  put_languages(run, state);
  put_outdated(run, state);
  put_suspected(run, state);
  put_foreign(run, state);
  put_twins(run, state);
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
  put_changed(run, state);
  put_library(run, state);
  put_silence(run, state);
  put_table(run, state);
}

#include "cmd/status_parts.h"

#include <string.h>

#include "sign/progress_words.h"

/* "1 bracket open, 2 marked as agreed ad ref": the same words in the text and on pages. The marks
 * stand in the words of the text; what parties have agreed is in their records. */
char *adref_status_open_words(const AdrefStatementStatus *state)
{
  const AdrefOpenCounts *tally = state->tally;
  g_autofree char *open = adref_open_counts_words(tally, NULL);
  return tally->agreed > 0 ? g_strdup_printf("%s, %u marked as agreed ad ref", open, tally->agreed)
                           : g_steal_pointer(&open);
}

/* "2 places look like a position, and are read as words"; NULL: none does. Caller frees. */
char *adref_status_suspected_words(const AdrefStatementStatus *state)
{
  guint count = adref_suspected_places_count(state->report->suspected);
  if (count == 0)
    return NULL;
  return g_strdup_printf("%u place%s like a position, and %s read as words", count,
                         count == 1 ? " looks" : "s look", count == 1 ? "is" : "are");
}

/* The draft that was published last; NULL: none was. */
const AdrefLabel *adref_status_published_draft(const AdrefRun *run, const char *id)
{
  const GPtrArray *labels = adref_session_labels(run->session, id, NULL);
  return labels ? adref_repo_published_label(run->session->repo, labels, id) : NULL;
}

/* Whether statement.yaml asks for a level of agreement, and this version was not published yet. */
gboolean adref_status_asks_for_adoption(const AdrefRun *run, const AdrefStatementStatus *state)
{
  if (!state->text->statement->says_adoption)
    return FALSE;
  const AdrefLabel *published = adref_status_published_draft(run, state->id);
  return !published || !state->version ||
         strcmp(published->version.id, state->version->version.id) != 0;
}

/* What adoption still needs, once all is agreed at some level or something is confirmed; NULL: it
 * is too early or too late, or statement.yaml does not say. Caller frees. */
char *adref_status_adoption_words(const AdrefRun *run, const AdrefStatementStatus *state)
{
  const AdrefProgress *progress = state->report->progress;
  guint agreed = progress->counts[ADREF_CLAUSE_STATE_AGREED] +
                 progress->counts[ADREF_CLAUSE_STATE_WORKING_GROUP];
  return agreed > 0 && (agreed == progress->clauses->len || progress->confirmed > 0) &&
                 adref_status_asks_for_adoption(run, state)
             ? adref_progress_adoption_words(progress, state->text->statement->adoption)
             : NULL;
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
void adref_status_add_language(GPtrArray *lines, const AdrefStatementStatus *state,
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

/* A draft that was withdrawn, while no other was circulated since. */
char *adref_status_withdrawn_line(const AdrefRun *run, const char *id)
{
  const GPtrArray *labels = adref_session_labels(run->session, id, NULL);
  const AdrefLabel *last = labels && labels->len > 0 ? labels->pdata[labels->len - 1] : NULL;
  g_autofree char *reason =
      last && last->withdrawn ? adref_escape_controls(last->withdrawn, -1, FALSE) : NULL;
  return reason ? g_strdup_printf("draft %s was withdrawn: %s", last->name, reason) : NULL;
}

/* It, and how it was published; NULL: none was. Caller frees. */
char *adref_status_published_line(const AdrefRun *run, const char *id)
{
  const AdrefLabel *label = adref_status_published_draft(run, id);
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

AdrefStatusTable adref_status_make_table(const AdrefRun *run, const AdrefStatementStatus *state)
{
  AdrefStatusFilter filter = {.party = adref_run_value(run, "party"),
                              .open = adref_run_flag(run, "open"),
                              .each = adref_run_flag(run, "each")};
  AdrefStatusTable table = adref_status_report_table(state->report, state->text, &filter);
  table.languages = state->languages;
  table.color = adref_in_color(run);
  return table;
}

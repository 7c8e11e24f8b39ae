#include "work/negotiate/statement_status.h"

#include <string.h>

#include "clause/labels/freeze.h"
#include "clause/words.h"
#include "history/save.h"
#include "work/changes/kept_languages.h"
#include "work/changes/lost_acts.h"
#include "work/changes/stale_facts.h"
#include "work/changes/stale_translations.h"
#include "work/changes/statement_log.h"
#include "work/changes/stray_texts.h"
#include "work/check/silence_status.h"
#include "work/check/version_snapshot.h"
#include "work/check/whole_text.h"
#include "work/library_files.h"
#include "work/negotiate/agreed_versions.h"
#include "work/statement_files.h"

void adref_statement_status_clear(AdrefStatementStatus *state)
{
  adref_silence_free(state->silence);
  g_clear_pointer(&state->languages, g_ptr_array_unref);
  g_clear_pointer(&state->outdated, g_ptr_array_unref);
  g_clear_pointer(&state->lost, g_ptr_array_unref);
  g_clear_pointer(&state->whole, g_ptr_array_unref);
  adref_status_report_free(state->report);
  adref_open_counts_free(state->tally);
  adref_text_free(state->text);
  g_free(state->id);
  g_strfreev(state->library);
  if (state->version)
    adref_log_entry_free(state->version);
}

/* Compares the languages, and finds what is behind; what is open only in one of them counts. */
static gboolean read_languages(AdrefStatementStatus *state, const AdrefVersion *version,
                               GError **error)
{
  const AdrefText *text = state->text;
  const AdrefStatusReport *report = state->report;
  const AdrefLanguageVersions *versions = report->language_versions;
  g_autoptr(GPtrArray) others = g_ptr_array_new();
  g_autoptr(AdrefStaleTranslations) stale = adref_stale_translations_begin(
      text->session, text->statement, version, versions, report->rule, FALSE, error);
  if (!stale)
    return FALSE;
  state->languages = adref_kept_languages_of_versions(
      text->session, versions, text->statement, report->rule, adref_text_parties(text),
      report->records, adref_stale_translations_run, stale);
  for (guint i = 1; i < versions->items->len; i++)
    g_ptr_array_add(others, ((AdrefLanguageVersion *)versions->items->pdata[i])->document);
  if (others->len > 0)
    adref_open_counts_add_languages(state->tally, adref_language_versions_rolling(versions),
                                    others);
  return adref_stale_translations_end(stale, report->records, state->languages, error);
}

static gboolean count(AdrefStatementStatus *state, GError **error)
{
  const AdrefNode *document = state->text->document;
  state->words = adref_count_words(document, state->text->language);
  state->problems = adref_problems_count(state->text->problems);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (adref_freeze_is_paragraph(clause))
      state->paragraphs++;
  const AdrefVersion *version = *state->text->version.id ? &state->text->version : NULL;
  state->report = adref_status_report_new(state->text, error);
  if (!state->report)
    return FALSE;
  adref_status_report_find_suspected(state->report, state->text);
  state->tally =
      adref_open_counts_new(adref_language_versions_rolling(state->report->language_versions));
  if (!read_languages(state, version, error))
    return FALSE;
  state->report->agreed = adref_agreed_versions_find(state->text, state->report->progress);
  return adref_silence_status_read(state->text->session, state->text->statement,
                                   adref_text_parties(state->text), NULL, version, &state->silence,
                                   error);
}

static gboolean read_text(AdrefSession *session, AdrefStatementStatus *state, GError **error)
{
  g_autoptr(GError) cause = NULL;
  state->text = adref_text_share(session, state->id, NULL, &cause);
  if (state->text)
    return count(state, error);
  if (g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&cause));
  return FALSE;
}

/* The last version of the statement. */
static gboolean find_version(AdrefSession *session, AdrefStatementStatus *state, GError **error)
{
  g_autoptr(AdrefLog) log = adref_statement_log_new(session, state->id, NULL, error);
  gboolean found = log != NULL;
  while (found && !state->version) {
    if (!adref_log_next(log, &found, error))
      return FALSE;
    if (found && adref_statement_log_has(session, state->id, log))
      state->version = adref_log_entry(log);
  }
  return log != NULL;
}

/* What the texts say otherwise than the facts of now. */
static gboolean compare_facts(AdrefSession *session, const AdrefStatement *statement,
                              AdrefStatementStatus *state, GError **error)
{
  const GPtrArray *versions = state->report->language_versions->items;
  g_autofree AdrefLanguageText *texts = g_new0(AdrefLanguageText, versions->len);
  for (guint i = 0; i < versions->len; i++) {
    const AdrefLanguageVersion *version = versions->pdata[i];
    texts[i] = (AdrefLanguageText){version->language, version->document};
  }
  state->outdated = adref_stale_facts_find(session, statement, texts, versions->len, error);
  return state->outdated != NULL;
}

/* Where all clauses are agreed: who agreed to other facts, or to another order, than those of the
 * last version. A version that does not read is judged by finalize. */
static void find_whole(AdrefSession *session, AdrefStatementStatus *state)
{
  const AdrefProgress *progress = state->report->progress;
  gboolean held = state->silence && state->silence->state == ADREF_SILENCE_STATE_ADOPTED;
  AdrefVersion head;
  if (!state->text->statement->says_adoption || held || progress->clauses->len == 0 ||
      progress->counts[ADREF_CLAUSE_STATE_AGREED] != progress->clauses->len ||
      !adref_repo_resolve(session->repo, NULL, "HEAD", &head, NULL))
    return;
  g_autoptr(AdrefStatementSnapshot) snapshot =
      adref_version_snapshot(session, state->id, &head, NULL);
  if (!snapshot || snapshot->problem)
    return;
  state->whole = g_ptr_array_new_with_free_func(g_free);
  adref_whole_text_add_reasons(state->whole, session, snapshot, &head, state->report->records,
                               NULL);
}

static gboolean read_history(AdrefSession *session, AdrefStatementStatus *state, GError **error)
{
  const AdrefStatement *statement = adref_session_facts(session->files, state->id, error);
  AdrefRepo *repo = statement ? adref_session_repo(session, error) : NULL;
  if (!repo)
    return FALSE;
  g_auto(GStrv) files = adref_session_statement_files(session, statement, error);
  if (!files || !adref_repo_changed(repo, (const char *const *)files, &state->changed, error))
    return FALSE;
  state->library = adref_session_library_unsaved(session, statement, error);
  if (!state->library || (state->report && !compare_facts(session, statement, state, error)))
    return FALSE;
  adref_stray_texts_say(session, statement);
  if (state->report)
    find_whole(session, state);
  if (state->report)
    state->lost = adref_lost_acts_find(repo, session->files->source, statement);
  return find_version(session, state, error);
}

/* A version has no history of its own: what is said of it is its text. */
static gboolean read_version(AdrefSession *session, const char *argument,
                             AdrefStatementStatus *state, GError **error)
{
  state->text = adref_text_share(session, argument, NULL, error);
  if (!state->text)
    return FALSE;
  state->id = g_strdup(state->text->statement->id);
  return count(state, error) && (*state->text->version.id || read_history(session, state, error));
}

gboolean adref_statement_status_read(AdrefSession *session, const char *argument,
                                     AdrefStatementStatus *state, GError **error)
{
  if (strchr(argument, '@'))
    return read_version(session, argument, state, error);
  state->id = g_strdup(argument);
  return read_text(session, state, error) && read_history(session, state, error);
}

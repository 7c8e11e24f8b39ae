#include "cmd/status_parts.h"

#include <string.h>

#include "sign/progress_words.h"

enum {
  SHORT_ID = 8
};

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
char *adref_status_suspected_words(const AdrefStatementStatus *state, const AdrefPageWords *words)
{
  guint count = adref_suspected_places_count(state->report->suspected);
  return count > 0
             ? adref_page_words_count(
                   words, count == 1 ? ADREF_PAGE_WORD_SUSPECTED_ONE : ADREF_PAGE_WORD_SUSPECTED,
                   count)
             : NULL;
}

/* The draft that was published last; NULL: none was. */
const AdrefLabel *adref_status_published_draft(const AdrefRun *run, const char *id)
{
  const GPtrArray *labels = adref_session_labels(run->session, id, NULL);
  return labels ? adref_repo_published_label(run->session->repo, labels, id) : NULL;
}

char **adref_status_signers(const AdrefRun *run, const AdrefStatementStatus *state,
                            const AdrefLabel **draft)
{
  AdrefRepo *repo = run->session->repo;
  const GPtrArray *labels = adref_session_labels(run->session, state->id, NULL);
  *draft = labels && !*state->text->version.id ? adref_repo_last_label(repo, labels) : NULL;
  return *draft && *draft != adref_status_published_draft(run, state->id)
             ? adref_repo_label_signers(repo, *draft)
             : NULL;
}

char *adref_status_signed_line(const AdrefRun *run, const AdrefStatementStatus *state,
                               const AdrefPageWords *words)
{
  const AdrefLabel *draft = NULL;
  g_auto(GStrv) parties = adref_status_signers(run, state, &draft);
  if (!parties)
    return NULL;
  g_autofree char *list = g_strjoinv(", ", parties);
  g_autofree char *safe = adref_escape_controls(list, -1, FALSE);
  g_autofree char *line = adref_page_words_fill(words, ADREF_PAGE_WORD_SIGNED_BY, "draft",
                                                draft->name, "parties", safe, NULL);
  return words ? g_steal_pointer(&line)
               : g_strdup_printf("%s; adref verify %s checks them", line, state->id);
}

static gboolean is_last_version(const AdrefStatementStatus *state, const AdrefLabel *label)
{
  return label && state->version && strcmp(label->version.id, state->version->version.id) == 0;
}

gboolean adref_status_asks_for_adoption(const AdrefRun *run, const AdrefStatementStatus *state)
{
  const AdrefLabel *draft = NULL;
  g_auto(GStrv) signers = adref_status_signers(run, state, &draft);
  const AdrefLabel *published = adref_status_published_draft(run, state->id);
  return state->text->statement->says_adoption && !is_last_version(state, published) &&
         !(signers && is_last_version(state, draft));
}

/* What adoption still needs, once all is agreed at some level or something is confirmed; NULL: it
 * is too early or too late, or statement.yaml does not say. Caller frees. */
char *adref_status_adoption_words(const AdrefRun *run, const AdrefStatementStatus *state,
                                  const AdrefPageWords *words)
{
  const AdrefProgress *progress = state->report->progress;
  guint agreed = progress->counts[ADREF_CLAUSE_STATE_AGREED] +
                 progress->counts[ADREF_CLAUSE_STATE_WORKING_GROUP];
  return agreed > 0 && (agreed == progress->clauses->len || progress->confirmed > 0) &&
                 adref_status_asks_for_adoption(run, state)
             ? adref_progress_adoption_words(progress, state->text->statement->adoption, words)
             : NULL;
}

/* "energy: en has 35, fr has 30 (accepted by JPN)". Caller frees. */
static char *difference_words(const AdrefStatementStatus *state, AdrefClauseHashes *hashes,
                              const AdrefLanguageState *language,
                              const AdrefLanguageDifference *difference,
                              const AdrefPageWords *words)
{
  g_autofree char *line =
      adref_language_difference_line(difference, language->rolling, language->language, words);
  g_autofree char *safe = adref_escape_controls(line, -1, FALSE);
  g_autoptr(GString) parties = g_string_new(NULL);
  g_autoptr(GPtrArray) codes =
      adref_language_difference_accepted(difference, state->report->records, hashes);
  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf(parties, "%s%s", i == 0 ? "" : ", ", (const char *)codes->pdata[i]);
  return parties->len > 0 ? adref_page_words_fill(words, ADREF_PAGE_WORD_ACCEPTED, "line", safe,
                                                  "parties", parties->str, NULL)
                          : g_steal_pointer(&safe);
}

/* "ice: not touched since en changed in 1a2b3c4d". Caller frees. */
static char *behind_words(const AdrefLanguageState *language, const AdrefBehindClause *behind,
                          const AdrefPageWords *words)
{
  g_autofree char *version = g_strndup(behind->changed, SHORT_ID);
  return adref_page_words_fill(
      words, *version ? ADREF_PAGE_WORD_CLAUSE_BEHIND_IN : ADREF_PAGE_WORD_CLAUSE_BEHIND, "clause",
      behind->clause, "language", language->rolling, "version", version, NULL);
}

/* The first line of a language; where not all below it is said, with the command that lists it. */
static char *language_line(const AdrefLanguageState *language, gboolean is_whole,
                           const AdrefPageWords *words)
{
  g_autofree char *line = adref_language_state_line(language, words);
  if (is_whole)
    return g_steal_pointer(&line);
  g_autofree char *command = adref_page_words_fill(words, ADREF_PAGE_WORD_LANGUAGE_LIST, "command",
                                                   "adref status --languages", NULL);
  return adref_page_words_fill(words, ADREF_PAGE_WORD_THEN, "one", line, "two", command, NULL);
}

void adref_status_add_language(GPtrArray *lines, const AdrefStatementStatus *state,
                               AdrefClauseHashes *hashes, const AdrefLanguageState *language,
                               gboolean all, const AdrefPageWords *words)
{
  gboolean is_listed = all || language->count <= ADREF_LANGUAGE_STATES_MAX_LISTED;
  gboolean has_behind = all || language->behind->len <= ADREF_LANGUAGE_STATES_MAX_LISTED;
  g_ptr_array_add(lines, language_line(language, is_listed && has_behind, words));
  for (guint i = 0; is_listed && i < language->differences->len; i++) {
    const AdrefLanguageDifference *difference = language->differences->pdata[i];
    if (all || adref_language_difference_is_proven(difference))
      g_ptr_array_add(lines, difference_words(state, hashes, language, difference, words));
  }
  for (guint i = 0; has_behind && i < language->behind->len; i++)
    g_ptr_array_add(lines, behind_words(language, language->behind->pdata[i], words));
}

/* A draft that was withdrawn, while no other was circulated since. */
char *adref_status_withdrawn_line(const AdrefRun *run, const char *id, const AdrefPageWords *words)
{
  const GPtrArray *labels = adref_session_labels(run->session, id, NULL);
  const AdrefLabel *last = labels && labels->len > 0 ? labels->pdata[labels->len - 1] : NULL;
  g_autofree char *reason =
      last && last->withdrawn ? adref_escape_controls(last->withdrawn, -1, FALSE) : NULL;
  return reason ? adref_page_words_fill(words, ADREF_PAGE_WORD_WITHDRAWN, "draft", last->name,
                                        "reason", reason, NULL)
                : NULL;
}

/* It, and how it was published; NULL: none was. Caller frees. */
char *adref_status_published_line(const AdrefRun *run, const char *id, const AdrefPageWords *words)
{
  const AdrefLabel *label = adref_status_published_draft(run, id);
  if (!label)
    return NULL;
  gboolean is_signed = !adref_repo_label_is_adopted(run->session->repo, label, id) &&
                       adref_repo_label_is_signed(run->session->repo, label);
  g_autofree char *tag = g_strdup_printf("final/%s/%s", id, label->name);
  g_autofree char *line = adref_page_words_fill(
      words, is_signed ? ADREF_PAGE_WORD_PUBLISHED_SIGNED : ADREF_PAGE_WORD_PUBLISHED_ADOPTED,
      "draft", label->name, "tag", tag, NULL);
  if (words)
    return g_steal_pointer(&line);
  return is_signed ? g_strdup_printf("%s; adref verify %s@%s checks them", line, id, label->name)
                   : g_strdup_printf("%s; adref verify PACKAGE checks its package", line);
}

gboolean adref_status_page_words(const AdrefRun *run, const AdrefStatementStatus *state,
                                 AdrefPageWords **words, const char **language, GError **error)
{
  const char *asked = adref_run_value(run, "lang");
  const char *of = asked ? asked : state->text->language;
  g_autoptr(AdrefPageWords) found = NULL;
  AdrefFileSource *source = state->text->files ? state->text->files->source : NULL;
  if (!adref_page_words_read(source, of, &found, error))
    return FALSE;
  gboolean is_english = adref_script_language_is(of, "en");
  if (asked && !found && !is_english) {
    adref_error(error, ADREF_ERROR_USAGE,
                "--lang %s: there are no words of that language; allowed are those of "
                "templates/languages/, and en",
                asked);
    return FALSE;
  }
  *language = adref_page_words_language(found, of);
  if (*language)
    *words = g_steal_pointer(&found);
  return TRUE;
}

char *adref_status_page_title(const AdrefRun *run, const AdrefStatementStatus *state)
{
  const char *asked = adref_run_value(run, "lang");
  const GPtrArray *versions = state->report->language_versions->items;
  for (guint i = 0; asked && i < versions->len; i++) {
    const AdrefLanguageVersion *version = versions->pdata[i];
    char *title = strcmp(version->language, asked) == 0 && version->document
                      ? adref_document_title(version->document)
                      : NULL;
    if (title)
      return title;
  }
  char *title = adref_document_title(state->text->document);
  return title ? title : g_strdup(state->id);
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

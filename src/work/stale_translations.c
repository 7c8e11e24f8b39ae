#include "work/stale_translations.h"

#include <string.h>

#include "work/kept_results.h"
#include "work/stale_search.h"

enum {
  MAX_LISTED = 5, /* clauses that a message names */
};

/* Confirmations */

char *adref_stale_translations_hashes(const AdrefLanguageVersions *versions,
                                      AdrefClauseHashes *hashes, const char *clause,
                                      const char *language)
{
  const char *rolling = ((AdrefLanguageVersion *)versions->items->pdata[0])->language;
  g_autofree char *all = adref_clause_hashes_text(hashes, clause);
  g_auto(GStrv) words = g_strsplit(all, " ", -1);
  GString *two = g_string_new(NULL);
  for (char **word = words; word[0] && word[1]; word += 2)
    if (strcmp(word[0], rolling) == 0 || strcmp(word[0], language) == 0)
      g_string_append_printf(two, "%s%s %s", two->len > 0 ? " " : "", word[0], word[1]);
  return g_string_free(two, FALSE);
}

/* Takes out the clauses of which a party has said that they need no change. */
static void drop_confirmed(const AdrefLanguageVersions *versions, const AdrefLanguageState *state,
                           AdrefClauseHashes *hashes, GHashTable *records)
{
  for (guint i = state->behind->len; i-- > 0;) {
    const AdrefBehindClause *behind = state->behind->pdata[i];
    g_autofree char *now =
        adref_stale_translations_hashes(versions, hashes, behind->clause, state->language);
    GHashTableIter iter;
    gpointer record;
    gboolean confirmed = FALSE;
    g_hash_table_iter_init(&iter, records);
    while (!confirmed && g_hash_table_iter_next(&iter, NULL, &record))
      confirmed = adref_party_record_needs_no_change(record, behind->clause, state->language, now);
    if (confirmed)
      g_ptr_array_remove_index(state->behind, i);
  }
}

static void drop_all_confirmed(const AdrefLanguageVersions *versions, GHashTable *records,
                               const GPtrArray *states)
{
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(versions);
  for (guint i = 0; i < states->len; i++)
    drop_confirmed(versions, states->pdata[i], hashes, records);
}

static gboolean has_behind(const GPtrArray *states)
{
  for (guint i = 0; i < states->len; i++)
    if (((const AdrefLanguageState *)states->pdata[i])->behind->len > 0)
      return TRUE;
  return FALSE;
}

gboolean adref_stale_translations_find(AdrefSession *session, const AdrefStatement *statement,
                                       const AdrefVersion *from,
                                       const AdrefLanguageVersions *versions, GHashTable *records,
                                       GPtrArray *states, GError **error)
{
  if (versions->items->len < 2)
    return TRUE;
  AdrefRepo *repo = adref_session_repo(session, error);
  if (!repo)
    return FALSE;
  g_auto(GStrv) key = adref_kept_behind_key(session, statement, from, versions);
  if (!adref_kept_behind_read(session, key, states)) {
    if (!adref_stale_search(repo, statement, from, versions, states, FALSE, error))
      return FALSE;
    adref_kept_behind_write(session, key, states);
  }
  if (!has_behind(states))
    return TRUE;
  g_autoptr(GHashTable) read =
      records ? g_hash_table_ref(records)
              : adref_party_records_read(session->files->source, statement->folder, error);
  if (!read)
    return FALSE;
  drop_all_confirmed(versions, read, states);
  return TRUE;
}

gboolean adref_stale_translations_compute(AdrefSession *session, const AdrefStatement *statement,
                                          const AdrefVersion *from,
                                          const AdrefLanguageVersions *versions,
                                          GHashTable *records, GPtrArray *states, GError **error)
{
  if (versions->items->len < 2)
    return TRUE;
  AdrefRepo *repo = adref_session_repo(session, error);
  if (!repo || !adref_stale_search(repo, statement, from, versions, states, TRUE, error))
    return FALSE;
  drop_all_confirmed(versions, records, states);
  return TRUE;
}

const GPtrArray *adref_stale_translations_of(AdrefSession *session, const AdrefStatement *statement,
                                             const char *language, GPtrArray **states,
                                             GError **error)
{
  AdrefFileSource *source = session->files->source;
  const AdrefParties *parties = adref_library_parties(session->library);
  g_autoptr(AdrefSigningRule) rule = adref_signing_rule_read_begun(statement, parties, error);
  g_autoptr(AdrefLanguageVersions) versions =
      rule ? adref_language_versions_read(source, session->library, statement, rule, error) : NULL;
  g_autoptr(GHashTable) records =
      versions ? adref_party_records_read(source, statement->folder, error) : NULL;
  if (!records)
    return NULL;
  *states = adref_language_states_of_versions(versions, statement, rule, parties);
  if (!adref_stale_translations_find(session, statement, NULL, versions, records, *states, error))
    return NULL;
  const AdrefLanguageState *state = adref_language_states_find(*states, language);
  if (!state)
    adref_error(error, ADREF_ERROR_USAGE,
                "--lang %s: --stale goes with a translation, another language of the statement "
                "than the first",
                language);
  return state ? state->behind : NULL;
}

/* "ja was not touched since en changed: training, ice and 3 more". Caller frees. */
static char *behind_words(const AdrefLanguageState *state)
{
  GString *words = g_string_new(NULL);
  g_string_printf(words, "%s was not touched since %s changed: ", state->language, state->rolling);
  for (guint i = 0; i < MIN(state->behind->len, MAX_LISTED); i++)
    g_string_append_printf(words, "%s%s", i > 0 ? ", " : "",
                           ((AdrefBehindClause *)state->behind->pdata[i])->clause);
  if (state->behind->len > MAX_LISTED)
    g_string_append_printf(words, " and %u more", state->behind->len - MAX_LISTED);
  return g_string_free(words, FALSE);
}

gboolean adref_stale_translations_say(AdrefSession *session, const AdrefStatement *statement,
                                      GError **error)
{
  if (g_strv_length(statement->languages) < 2)
    return TRUE;
  const AdrefParties *parties = adref_library_parties(session->library);
  g_autoptr(AdrefSigningRule) rule = adref_signing_rule_read_begun(statement, parties, error);
  g_autoptr(AdrefLanguageVersions) versions =
      rule ? adref_language_versions_share(session->files->source, session->library, statement,
                                           rule, session->readings, error)
           : NULL;
  if (!versions)
    return FALSE;
  const AdrefLanguageVersion *first = versions->items->pdata[0];
  const AdrefLanguageText rolling = {first->language, first->document}; /* others not compared */
  g_autoptr(GPtrArray) states = adref_language_states_new(&rolling, 1, statement, rule, parties);
  if (!adref_stale_translations_find(session, statement, NULL, versions, NULL, states, error))
    return FALSE;
  for (guint i = 0; i < states->len; i++) {
    const AdrefLanguageState *state = states->pdata[i];
    g_autofree char *words = state->behind->len > 0 ? behind_words(state) : NULL;
    if (words)
      adref_session_say(session, "%s: %s (adref edit --lang %s --stale)", statement->id, words,
                        state->language);
  }
  return TRUE;
}

#include "work/changes/stale_translations.h"

#include <string.h>

#include "work/changes/kept_results.h"
#include "work/changes/stale_search.h"

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

/* Search */

struct AdrefStaleTranslations {
  AdrefSession *session;
  const AdrefStatement *statement;
  const AdrefVersion *from;
  const AdrefLanguageVersions *versions;
  AdrefRepo *repo;
  gboolean fresh;
  char **key;       /* in the cache; NULL: none */
  GPtrArray *found; /* states of which only `behind` counts; NULL: there is one language */
  gboolean known;   /* they are found */
  gboolean kept;    /* in the cache */
  GError *error;
};

void adref_stale_translations_free(AdrefStaleTranslations *self)
{
  if (!self)
    return;
  g_strfreev(self->key);
  g_clear_pointer(&self->found, g_ptr_array_unref);
  g_clear_error(&self->error);
  g_free(self);
}

/* States of which nothing is compared. Caller unrefs. */
static GPtrArray *blank_states(const AdrefStatement *statement,
                               const AdrefLanguageVersions *versions, const AdrefSigningRule *rule,
                               const AdrefParties *parties)
{
  const AdrefLanguageVersion *first = versions->items->pdata[0];
  const AdrefLanguageText rolling = {first->language, first->document};
  return adref_language_states_new(&rolling, 1, statement, rule, parties);
}

AdrefStaleTranslations *adref_stale_translations_begin(AdrefSession *session,
                                                       const AdrefStatement *statement,
                                                       const AdrefVersion *from,
                                                       const AdrefLanguageVersions *versions,
                                                       const AdrefSigningRule *rule, gboolean fresh,
                                                       GError **error)
{
  g_autoptr(AdrefStaleTranslations) self = g_new0(AdrefStaleTranslations, 1);
  *self = (AdrefStaleTranslations){.session = session,
                                   .statement = statement,
                                   .from = from,
                                   .versions = versions,
                                   .fresh = fresh,
                                   .known = versions->items->len < 2};
  if (self->known)
    return g_steal_pointer(&self);
  self->repo = adref_session_repo(session, error);
  if (!self->repo)
    return NULL;
  self->found = blank_states(statement, versions, rule, adref_library_parties(session->library));
  self->key = fresh ? NULL : adref_kept_behind_key(session, statement, from, versions);
  self->known = self->kept = !fresh && adref_kept_behind_read(session, self->key, self->found);
  return g_steal_pointer(&self);
}

void adref_stale_translations_run(gpointer data)
{
  AdrefStaleTranslations *self = data;
  if (!self->known)
    self->known = adref_stale_search(self->repo, self->statement, self->from, self->versions,
                                     self->found, self->fresh, &self->error);
}

/* Puts what was found into the states. */
static void hand_over(const AdrefStaleTranslations *self, const GPtrArray *states)
{
  for (guint i = 0; i < states->len; i++) {
    AdrefLanguageState *state = states->pdata[i];
    AdrefLanguageState *found = adref_language_states_find(self->found, state->language);
    if (!found)
      continue;
    GPtrArray *behind = state->behind;
    state->behind = found->behind;
    found->behind = behind;
  }
}

gboolean adref_stale_translations_end(AdrefStaleTranslations *self, GHashTable *records,
                                      GPtrArray *states, GError **error)
{
  if (self->error)
    g_propagate_error(error, g_steal_pointer(&self->error));
  if (!self->known || !self->found)
    return self->known;
  if (!self->fresh && !self->kept)
    adref_kept_behind_write(self->session, self->key, self->found);
  hand_over(self, states);
  if (!has_behind(states))
    return TRUE;
  g_autoptr(GHashTable) read = records ? g_hash_table_ref(records)
                                       : adref_party_records_read(self->session->files->source,
                                                                  self->statement->folder, error);
  if (!read)
    return FALSE;
  drop_all_confirmed(self->versions, read, states);
  return TRUE;
}

/* Searches at once. */
static gboolean search(AdrefStaleTranslations *self, GHashTable *records, GPtrArray *states,
                       GError **error)
{
  if (!self)
    return FALSE;
  adref_stale_translations_run(self);
  return adref_stale_translations_end(self, records, states, error);
}

gboolean adref_stale_translations_find(AdrefSession *session, const AdrefStatement *statement,
                                       const AdrefVersion *from,
                                       const AdrefLanguageVersions *versions,
                                       const AdrefSigningRule *rule, GHashTable *records,
                                       GPtrArray *states, GError **error)
{
  g_autoptr(AdrefStaleTranslations) begun =
      adref_stale_translations_begin(session, statement, from, versions, rule, FALSE, error);
  return search(begun, records, states, error);
}

gboolean adref_stale_translations_compute(AdrefSession *session, const AdrefStatement *statement,
                                          const AdrefVersion *from,
                                          const AdrefLanguageVersions *versions,
                                          const AdrefSigningRule *rule, GHashTable *records,
                                          GPtrArray *states, GError **error)
{
  g_autoptr(AdrefStaleTranslations) begun =
      adref_stale_translations_begin(session, statement, from, versions, rule, TRUE, error);
  return search(begun, records, states, error);
}

GPtrArray *adref_stale_translations_states(AdrefSession *session, const AdrefStatement *statement,
                                           const AdrefVersion *from,
                                           const AdrefLanguageVersions *versions,
                                           const AdrefSigningRule *rule,
                                           const AdrefParties *parties, GHashTable *records,
                                           GError **error)
{
  g_autoptr(AdrefStaleTranslations) begun =
      adref_stale_translations_begin(session, statement, from, versions, rule, TRUE, error);
  g_autoptr(GPtrArray) states =
      begun ? adref_language_states_meanwhile(versions, statement, rule, parties,
                                              adref_stale_translations_run, begun)
            : NULL;
  return states && adref_stale_translations_end(begun, records, states, error)
             ? g_steal_pointer(&states)
             : NULL;
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
  if (!adref_stale_translations_find(session, statement, NULL, versions, rule, records, *states,
                                     error))
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

gboolean adref_stale_translations_say_found(AdrefStaleTranslations *self, GError **error)
{
  GPtrArray *states = self->found;
  if (!adref_stale_translations_end(self, NULL, states, error))
    return FALSE;
  for (guint i = 0; states && i < states->len; i++) {
    const AdrefLanguageState *state = states->pdata[i];
    g_autofree char *words = state->behind->len > 0 ? behind_words(state) : NULL;
    if (words)
      adref_session_say(self->session, "%s: %s (adref edit --lang %s --stale)", self->statement->id,
                        words, state->language);
  }
  return TRUE;
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
  g_autoptr(AdrefStaleTranslations) begun =
      versions
          ? adref_stale_translations_begin(session, statement, NULL, versions, rule, FALSE, error)
          : NULL;
  if (!begun)
    return FALSE;
  adref_stale_translations_run(begun);
  return adref_stale_translations_say_found(begun, error);
}

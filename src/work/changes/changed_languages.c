#include "work/changes/changed_languages.h"

#include "clause/node_copy.h"
#include "clause/proposals/translation_to_come.h"
#include "sign/language_states.h"
#include "work/changes/stale_translations.h"

enum {
  MAX_CLAUSES = 50 /* of a version; more were not written by hand */
};

static gboolean has_id(const GPtrArray *ids, const char *id)
{
  for (guint i = 0; id && i < ids->len; i++)
    if (g_strcmp0(ids->pdata[i], id) == 0)
      return TRUE;
  return FALSE;
}

/* A document of these clauses alone, without those whose words are to come. */
static AdrefNode *part_of(const AdrefNode *document, const GPtrArray *ids)
{
  AdrefNode *part = adref_node_new(ADREF_DOCUMENT);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (has_id(ids, clause->as.clause->id) && !adref_translation_to_come_find(clause))
      adref_node_append(part, adref_node_copy_tree(clause, ADREF_KEPT));
  return part;
}

/* Whether a difference is one of what the clause says. */
static gboolean is_of_words(const AdrefLanguageDifference *difference)
{
  return adref_language_difference_is_acceptable(difference) &&
         adref_language_difference_is_proven(difference) &&
         difference->type != ADREF_LANGUAGE_DIFFERENCE_CLAUSE &&
         difference->type != ADREF_LANGUAGE_DIFFERENCE_KIND;
}

static gboolean is_behind(const AdrefLanguageState *state, const char *clause)
{
  for (guint i = 0; i < state->behind->len; i++)
    if (g_strcmp0(((const AdrefBehindClause *)state->behind->pdata[i])->clause, clause) == 0)
      return TRUE;
  return FALSE;
}

static void say(const AdrefSession *session, const AdrefStatement *statement,
                const AdrefLanguageState *state, guint *said)
{
  for (guint i = 0; i < state->differences->len; i++) {
    const AdrefLanguageDifference *difference = state->differences->pdata[i];
    if (!is_of_words(difference) || is_behind(state, difference->clause) ||
        (*said)++ >= ADREF_LANGUAGE_STATES_MAX_LISTED)
      continue;
    g_autofree char *line =
        adref_language_difference_line(difference, state->rolling, state->language, NULL);
    adref_session_say(session, "%s: %s", statement->id, line);
  }
}

void adref_changed_languages_say(AdrefSession *session, const AdrefStatement *statement,
                                 const GPtrArray *ids, gboolean said_behind)
{
  if (g_strv_length(statement->languages) < 2 || ids->len == 0 || ids->len > MAX_CLAUSES)
    return;
  const AdrefParties *parties = adref_library_parties(session->library);
  g_autoptr(AdrefSigningRule) rule = adref_signing_rule_read_begun(statement, parties, NULL);
  g_autoptr(AdrefLanguageVersions) versions =
      rule ? adref_language_versions_share(session->files->source, session->library, statement,
                                           rule, session->readings, NULL)
           : NULL;
  if (!versions || versions->items->len < 2)
    return;
  guint said = 0;
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func((GDestroyNotify)adref_node_free);
  g_autofree AdrefLanguageText *texts = g_new0(AdrefLanguageText, versions->items->len);
  for (guint i = 0; i < versions->items->len; i++) {
    const AdrefLanguageVersion *version = versions->items->pdata[i];
    g_ptr_array_add(parts, part_of(version->document, ids));
    texts[i] = (AdrefLanguageText){version->language, parts->pdata[i]};
  }
  g_autoptr(GPtrArray) states =
      adref_language_states_new(texts, versions->items->len, statement, rule, parties);
  if (said_behind)
    adref_stale_translations_find(session, statement, NULL, versions, rule, NULL, states, NULL);
  for (guint i = 0; i < states->len; i++)
    say(session, statement, states->pdata[i], &said);
}

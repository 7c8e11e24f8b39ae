#include "work/check/check_negotiation.h"

#include <string.h>

#include "base/string_list.h"
#include "clause/brackets/suspected_position.h"
#include "clause/proposals/bracket_list.h"
#include "review/check/check_places.h"
#include "sign/language_states.h"
#include "work/changes/stale_translations.h"

/* --- brackets --- */

static void check_parties_of(AdrefCheckText *check, const AdrefText *text, const AdrefNode *clause,
                             const AdrefNode *place, const GPtrArray *groups)
{
  const AdrefParties *parties = adref_text_parties(text);
  const AdrefNode *placed = adref_node_placed(place);
  for (guint i = 0; groups && i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    for (char **party = position->parties; *party; party++)
      if (!adref_parties_may_speak(parties, text->statement->parties, *party))
        adref_check_add_at(check, "negotiation/party-not-in-talks", clause, placed->line,
                           placed->column, "%s stands in a bracket, and is no party of these talks",
                           *party);
  }
}

/* Alternatives with the same words. */
static void check_alternatives(AdrefCheckText *check, const AdrefNode *clause,
                               const AdrefNode *bracket)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  const AdrefNode *placed = adref_node_placed(bracket);
  for (const AdrefNode *child = bracket->first; child; child = child->next) {
    if (child->type != ADREF_ALTERNATIVE)
      continue;
    char *words = adref_open_bracket_words(child);
    if (g_hash_table_contains(seen, words))
      adref_check_add_at(check, "negotiation/same-alternatives", clause, placed->line,
                         placed->column, "two alternatives are both \"%s\"", words);
    g_hash_table_add(seen, words);
  }
}

static const AdrefNode *open_bracket_in(const AdrefNode *clause)
{
  g_autoptr(GArray) open = adref_open_brackets_list(clause);
  return open->len > 0 ? g_array_index(open, AdrefOpenBracket, 0).bracket : NULL;
}

static void check_clause(AdrefCheckText *check, const AdrefText *text, const AdrefNode *clause)
{
  gboolean agreed = FALSE;
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (!walk.entering)
      continue;
    agreed = agreed || node->type == ADREF_AD_REF;
    if (node->type == ADREF_BRACKET)
      check_alternatives(check, clause, node);
    if (node->type == ADREF_ALTERNATIVE)
      check_parties_of(check, text, clause, node, node->as.positions.groups);
    if (node->type == ADREF_BRACKET_EDGE)
      check_parties_of(check, text, clause, node, node->as.edge.groups);
  }
  const AdrefNode *open = agreed ? open_bracket_in(clause) : NULL;
  const AdrefNode *placed = open ? adref_node_placed(open) : NULL;
  if (placed)
    adref_check_add_at(check, "negotiation/bracket-in-agreed", clause, placed->line, placed->column,
                       "the paragraph is marked as agreed, and a bracket is open");
}

/* --- records --- */

static gboolean is_seen(const AdrefClauseProgress *clause)
{
  return clause->agreed->len + clause->working_group->len + clause->changed->len +
             clause->reserved->len + clause->reopened->len + clause->disassociated->len +
             clause->bracketed->len >
         0;
}

static void check_progress(AdrefCheckText *check, const AdrefProgress *progress)
{
  guint seen = 0;
  for (guint i = 0; i < progress->clauses->len; i++)
    seen += is_seen(progress->clauses->pdata[i]) ? 1 : 0;
  for (guint i = 0; i < progress->clauses->len; i++) {
    const AdrefClauseProgress *one = progress->clauses->pdata[i];
    const AdrefNode *clause =
        one->clause->as.clause->id
            ? adref_clause_find(check->source.document, one->clause->as.clause->id)
            : NULL;
    g_autofree char *parties = adref_string_list_join(one->changed, 0);
    if (clause && one->changed->len > 0)
      adref_check_add_at(check, "negotiation/agreed-changed", clause, clause->line, clause->column,
                         "the words changed since %s agreed to them", parties);
    if (clause && 2 * seen > progress->clauses->len && !is_seen(one) &&
        one->state == ADREF_CLAUSE_STATE_OPEN)
      adref_check_add_at(check, "negotiation/not-looked-at", clause, clause->line, clause->column,
                         "no party has agreed, reserved or proposed anything here");
  }
}

/* The check of the file in which a place, "file:line:column", stands; NULL: none. */
static AdrefCheckText *check_of(const GPtrArray *checks, const char *place, guint *line,
                                guint *column)
{
  for (guint i = 0; i < checks->len; i++) {
    AdrefCheckText *check = checks->pdata[i];
    gsize length = strlen(check->source.name);
    if (strncmp(place, check->source.name, length) != 0 || place[length] != ':')
      continue;
    char *rest;
    *line = (guint)g_ascii_strtoull(place + length + 1, &rest, 10);
    *column = *rest == ':' ? (guint)g_ascii_strtoull(rest + 1, NULL, 10) : 1;
    return check;
  }
  return NULL;
}

static void check_suspected(const GPtrArray *places, const GPtrArray *checks)
{
  for (guint i = 0; places && i < places->len; i++) {
    const AdrefSuspectedPlace *place = places->pdata[i];
    guint line, column;
    AdrefCheckText *check = check_of(checks, place->place, &line, &column);
    g_autofree char *state = adref_suspected_place_state(place);
    gboolean misspelt =
        strcmp(place->kind, adref_suspected_kind_words(ADREF_SUSPECTED_MISSPELT)) == 0;
    if (check && !place->settled && !(misspelt && adref_check_places_names_party(check, line)))
      adref_check_add_at(
          check, misspelt ? "integrity/unknown-party" : "integrity/suspected-position", NULL, line,
          column, "\"%s\" %s looks like a position%s", place->words, place->kind, state);
  }
}

gboolean adref_check_negotiation(const AdrefText *text, const GPtrArray *checks, GError **error)
{
  g_autoptr(AdrefStatusReport) report = adref_status_report_new(text, error);
  if (!report)
    return FALSE;
  adref_status_report_find_suspected(report, text);
  check_suspected(report->suspected, checks);
  check_progress(checks->pdata[0], report->progress);
  for (guint i = 0; i < checks->len; i++) {
    AdrefCheckText *check = checks->pdata[i];
    for (const AdrefNode *clause = check->source.document->first; clause; clause = clause->next)
      check_clause(check, text, clause);
  }
  return TRUE;
}

/* --- languages --- */

static AdrefCheckText *check_of_language(const GPtrArray *checks, const char *language)
{
  for (guint i = 0; i < checks->len; i++)
    if (strcmp(((AdrefCheckText *)checks->pdata[i])->source.language, language) == 0)
      return checks->pdata[i];
  return NULL;
}

static void add_difference(AdrefCheckText *check, const AdrefLanguageDifference *difference,
                           const AdrefLanguageState *state)
{
  gboolean proven = adref_language_difference_is_proven(difference);
  g_autofree char *line =
      adref_language_difference_line(difference, state->rolling, state->language, NULL);
  g_autofree char *rule = g_strdup_printf(
      "language/%s", proven ? adref_language_difference_word(difference->type) : "not-compared");
  const AdrefNode *clause =
      difference->clause ? adref_clause_find(check->source.document, difference->clause) : NULL;
  const AdrefNode *placed = clause ? clause : check->source.document->first;
  adref_check_add_at(check, adref_check_rule_find(rule) ? rule : "language/value", placed,
                     placed ? MAX(placed->line, 1) : 1, placed ? MAX(placed->column, 1) : 1, "%s",
                     line);
}

static void check_state(const AdrefLanguageState *state, const GPtrArray *checks)
{
  AdrefCheckText *check = check_of_language(checks, state->language);
  for (guint i = 0; check && i < state->differences->len; i++)
    add_difference(check, state->differences->pdata[i], state);
  for (guint i = 0; check && i < state->behind->len; i++) {
    const AdrefBehindClause *behind = state->behind->pdata[i];
    const AdrefNode *clause = adref_clause_find(check->source.document, behind->clause);
    if (clause)
      adref_check_add_at(check, "language/behind", clause, clause->line, clause->column,
                         "the clause changed in %s since it was touched here", state->rolling);
  }
}

gboolean adref_check_language_states(const AdrefText *text, const GPtrArray *checks, GError **error)
{
  g_autoptr(AdrefStatusReport) report = adref_status_report_new(text, error);
  if (!report)
    return FALSE;
  const AdrefVersion *version = *text->version.id ? &text->version : NULL;
  gboolean has_history = adref_session_repo(text->session, NULL) != NULL;
  g_autoptr(AdrefStaleTranslations) stale =
      has_history
          ? adref_stale_translations_begin(text->session, text->statement, version,
                                           report->language_versions, report->rule, FALSE, error)
          : NULL;
  if (has_history && !stale)
    return FALSE;
  g_autoptr(GPtrArray) states = adref_language_states_meanwhile(
      report->language_versions, text->statement, report->rule, adref_text_parties(text),
      stale ? adref_stale_translations_run : NULL, stale);
  if (stale && !adref_stale_translations_end(stale, report->records, states, error))
    return FALSE;
  for (guint i = 0; i < states->len; i++)
    check_state(states->pdata[i], checks);
  return TRUE;
}

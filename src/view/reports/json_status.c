#include "view/reports/json_status.h"
#include "sign/progress_words.h"

#include <jansson.h>

static json_t *string_or_null(const char *text)
{
  return text ? json_string(text) : json_null();
}

/* {"ja": "in step"}: how the clause stands in each language but the first. */
static json_t *clause_languages(const AdrefStatusTable *table, const AdrefClause *clause)
{
  json_t *object = json_object();
  for (guint i = 0; table->languages && i < table->languages->len; i++) {
    AdrefLanguageState *state = table->languages->pdata[i];
    json_object_set_new(object, state->language,
                        json_string(adref_language_state_clause_word(state, clause->id)));
  }
  return object;
}

/* The level of agreement that all parties have reached; NULL: none. */
static const char *level_of(const AdrefClauseProgress *clause)
{
  if (clause->is_confirmed)
    return "confirmed";
  return clause->state == ADREF_CLAUSE_STATE_AGREED          ? "plenary"
         : clause->state == ADREF_CLAUSE_STATE_WORKING_GROUP ? "working-group"
                                                             : NULL;
}

static json_t *clause_json(const AdrefStatusTable *table, GHashTable *agreed,
                           const AdrefClauseProgress *clause)
{
  const AdrefClause *facts = clause->clause->as.clause;
  json_t *object = json_object();
  json_object_set_new(object, "id", string_or_null(facts->id));
  json_object_set_new(object, "number", string_or_null(facts->number));
  json_object_set_new(object, "kind", json_string(adref_clause_kind_word(facts->kind)));
  json_object_set_new(object, "state", json_string(adref_clause_state_word(clause->state)));
  json_object_set_new(object, "brackets", json_integer(clause->brackets));
  json_object_set_new(object, "placeholders", json_integer(clause->placeholders));
  json_object_set_new(object, "in_brackets", adref_json_strings(clause->bracketed));
  json_object_set_new(object, "agreed", adref_json_strings(clause->agreed));
  json_object_set_new(object, "level", string_or_null(level_of(clause)));
  json_object_set_new(object, "working_group", adref_json_strings(clause->working_group));
  json_object_set_new(object, "confirmed", adref_json_strings(clause->confirmed));
  json_object_set_new(object, "changed", adref_json_strings(clause->changed));
  json_object_set_new(object, "changed_languages", string_or_null(clause->languages));
  json_object_set_new(object, "reserved", adref_json_strings(clause->reserved));
  json_object_set_new(object, "reopened", adref_json_strings(clause->reopened));
  json_object_set_new(object, "disassociated", adref_json_strings(clause->disassociated));
  json_object_set_new(object, "reason", string_or_null(clause->reason));
  json_object_set_new(object, "moves", adref_json_strings(clause->awaited));
  if (adref_status_table_languages(table) > 0)
    json_object_set_new(object, "languages", clause_languages(table, facts));
  const char *change =
      table->changes && facts->id ? g_hash_table_lookup(table->changes, facts->id) : NULL;
  json_object_set_new(object, "last_change", string_or_null(change));
  if (clause->state == ADREF_CLAUSE_STATE_CHANGED)
    json_object_set_new(object, "agreed_in",
                        string_or_null(facts->id ? g_hash_table_lookup(agreed, facts->id) : NULL));
  return object;
}

static json_t *removed_json(const GPtrArray *all)
{
  json_t *list = json_array();
  for (guint i = 0; i < all->len; i++) {
    const AdrefRemovedClause *removed = all->pdata[i];
    json_array_append_new(list, json_pack("{s:s, s:o}", "id", removed->id, "agreed",
                                          adref_json_strings(removed->agreed)));
  }
  return list;
}

static void put_table(json_t *object, const AdrefStatusTable *table, GHashTable *agreed)
{
  json_t *states = json_object(), *clauses = json_array();
  const AdrefProgress *progress = table->progress;
  for (guint i = 0; i < ADREF_CLAUSE_STATES; i++)
    json_object_set_new(states, adref_clause_state_word((AdrefClauseState)i),
                        json_integer(progress->counts[i]));
  for (guint i = 0; i < progress->clauses->len; i++)
    if (adref_status_table_shows(table, progress->clauses->pdata[i]))
      json_array_append_new(clauses, clause_json(table, agreed, progress->clauses->pdata[i]));
  json_object_set_new(object, "states", states);
  json_object_set_new(object, "confirmed", json_integer(progress->confirmed));
  json_object_set_new(object, "clauses", clauses);
  json_object_set_new(object, "taken_out", removed_json(progress->removed));
}

static json_t *differences_json(const AdrefJsonStatus *status, AdrefClauseHashes *hashes,
                                const GPtrArray *differences)
{
  json_t *list = json_array();
  for (guint i = 0; i < differences->len; i++) {
    const AdrefLanguageDifference *difference = differences->pdata[i];
    g_autoptr(GPtrArray) accepted =
        adref_language_difference_accepted(difference, status->records, hashes);
    json_array_append_new(list,
                          json_pack("{s:s, s:s?, s:s?, s:s?, s:o}", "type",
                                    adref_language_difference_word(difference->type), "clause",
                                    difference->clause, "first", difference->first, "second",
                                    difference->second, "accepted", adref_json_strings(accepted)));
  }
  return list;
}

static json_t *language_json(const char *language, AdrefLanguageRole role, gboolean has_text,
                             guint brackets, guint placeholders, json_t *differences,
                             json_t *behind)
{
  return json_pack("{s:s, s:s, s:b, s:i, s:i, s:o, s:o}", "language", language, "role",
                   adref_language_role_word(role), "text", has_text, "brackets", brackets,
                   "placeholders", placeholders, "differences", differences, "behind", behind);
}

static json_t *behind_json(const GPtrArray *behind)
{
  json_t *list = json_array();
  for (guint i = 0; i < behind->len; i++) {
    const AdrefBehindClause *clause = behind->pdata[i];
    json_array_append_new(list, json_pack("{s:s, s:s, s:s?}", "clause", clause->clause, "touched",
                                          clause->touched, "changed",
                                          *clause->changed ? clause->changed : NULL));
  }
  return list;
}

static void put_languages(json_t *object, const AdrefJsonStatus *status)
{
  const AdrefLanguageVersion *rolling = status->versions->items->pdata[0];
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(status->versions);
  guint brackets, placeholders;
  adref_language_versions_count_open(rolling->document, &brackets, &placeholders);
  json_t *list = json_array();
  json_array_append_new(list, language_json(rolling->language, rolling->role, TRUE, brackets,
                                            placeholders, json_array(), json_array()));
  for (guint i = 0; i < status->languages->len; i++) {
    const AdrefLanguageState *state = status->languages->pdata[i];
    json_array_append_new(list, language_json(state->language, state->role, state->has_text,
                                              state->brackets, state->placeholders,
                                              differences_json(status, hashes, state->differences),
                                              behind_json(state->behind)));
  }
  json_object_set_new(object, "languages", list);
}

static json_t *strings_of(char *const *strings)
{
  json_t *array = json_array();
  for (; strings && *strings; strings++)
    json_array_append_new(array, json_string(*strings));
  return array;
}

static json_t *objection_json(const AdrefObjectionResult *one)
{
  const AdrefObjection *objection = one->objection;
  return json_pack("{s:s, s:s, s:s?, s:s?, s:s?, s:o, s:s?, s:s?}", "party", one->party, "state",
                   adref_objection_verdict_word(one->type), "time",
                   objection ? objection->time : NULL, "name", objection ? objection->name : NULL,
                   "reason", objection ? objection->reason : NULL, "clauses",
                   one->clauses ? strings_of(one->clauses) : json_null(), "key", one->fingerprint,
                   "why", one->why);
}

static json_t *drafts_json(const GPtrArray *labels)
{
  json_t *list = json_array();
  for (guint i = 0; labels && i < labels->len; i++) {
    const AdrefLabel *label = labels->pdata[i];
    json_array_append_new(list, json_pack("{s:s, s:s, s:s?}", "label", label->name, "version",
                                          label->version.id, "withdrawn", label->withdrawn));
  }
  return list;
}

static void put_silence(json_t *object, const AdrefSilence *silence)
{
  if (!silence) {
    json_object_set_new(object, "silence", json_null());
    return;
  }
  json_t *objections = json_array();
  for (guint i = 0; i < silence->objections->len; i++)
    json_array_append_new(objections, objection_json(silence->objections->pdata[i]));
  gboolean has_list = g_hash_table_size(silence->broken) > 0;
  json_object_set_new(object, "silence",
                      json_pack("{s:s, s:s, s:s, s:o, s:o, s:s?, s:s?, s:o}", "label",
                                silence->label, "deadline", silence->deadline_text, "state",
                                adref_silence_state_word(silence->state), "paragraphs",
                                has_list ? json_integer(silence->paragraphs) : json_null(), "held",
                                has_list ? json_integer(silence->held) : json_null(), "key",
                                silence->fingerprint, "why", silence->why, "breaks", objections));
}

static void put_counts(json_t *object, const AdrefJsonStatus *status)
{
  const AdrefOpenCounts *tally = status->counts;
  json_t *parties = json_object();
  for (guint i = 0; i < tally->parties->len; i++) {
    const AdrefOpenCountsParty *party = adref_open_counts_party(tally, i);
    json_object_set_new(parties, party->code, json_integer(party->brackets));
  }
  json_t *counts = json_pack(
      "{s:i, s:i, s:i, s:i, s:i, s:i, s:i, s:o}", "paragraphs", status->paragraphs, "words",
      status->words, "brackets", tally->brackets, "placeholders", tally->placeholders, "agreed",
      tally->agreed, "notes", tally->notes, "problems", status->problems, "parties", parties);
  json_object_update(object, counts);
  json_decref(counts);
}

static json_t *suspected_json(const GPtrArray *places)
{
  json_t *list = json_array();
  for (guint i = 0; i < places->len; i++) {
    const AdrefSuspectedPlace *place = places->pdata[i];
    json_array_append_new(list,
                          json_pack("{s:s, s:s?, s:s, s:s, s:o, s:o, s:b}", "place", place->place,
                                    "clause", place->clause, "words", place->words, "kind",
                                    place->kind, "parties", strings_of(place->parties), "missing",
                                    strings_of(place->missing), "settled", place->settled));
  }
  return list;
}

static json_t *outdated_json(const GPtrArray *outdated)
{
  json_t *list = json_array();
  for (guint i = 0; outdated && i < outdated->len; i++) {
    const AdrefOutdatedWords *words = outdated->pdata[i];
    json_array_append_new(list, json_pack("{s:s, s:s, s:s?, s:s?, s:s?}", "fact", words->fact,
                                          "language", words->language, "clause", words->clause,
                                          "said", words->said, "now", words->now));
  }
  return list;
}

void adref_json_status_add(AdrefJsonList *list, const AdrefJsonStatus *status)
{
  json_t *object = json_pack("{s:s, s:b, s:b, s:s?, s:o}", "statement", status->id, "drafted",
                             status->counts != NULL, "changed", status->changed, "version",
                             status->version, "library", strings_of(status->library));
  if (status->counts) {
    put_counts(object, status);
    json_object_set_new(object, "adoption", string_or_null(status->adoption));
    put_table(object, status->table, status->agreed);
    put_languages(object, status);
    json_object_set_new(object, "drafts", drafts_json(status->labels));
    put_silence(object, status->silence);
    json_object_set_new(object, "outdated", outdated_json(status->outdated));
    json_object_set_new(object, "suspected", suspected_json(status->suspected));
    json_object_set_new(object, "strangers", strings_of(status->strangers));
    json_object_set_new(object, "lost_acts",
                        status->lost ? adref_json_strings(status->lost) : json_array());
    json_object_set_new(object, "published", string_or_null(status->published));
    json_object_set_new(object, "signed_by", strings_of(status->signed_by));
  }
  adref_json_list_add(list, object);
}

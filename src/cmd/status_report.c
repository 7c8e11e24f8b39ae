#include "cmd/status_report.h"

#include <jansson.h>
#include <string.h>

#include "history/log.h"
#include "sign/signoff_message.h"

enum {
  MAX_VERSIONS = 1000 /* that are asked for the last change of a clause */
};

AdrefStatusReport *adref_status_report_new(const AdrefText *text, GError **error)
{
  AdrefLibrary *library = text->session->library;
  AdrefFileSource *source = text->session->workspace->source;
  const AdrefStatement *statement = text->statement;
  const AdrefParties *parties = adref_library_parties(library);
  g_autoptr(AdrefStatusReport) report = g_new0(AdrefStatusReport, 1);
  report->rule = adref_signing_rule_read(statement, parties, error);
  if (!report->rule)
    return NULL;
  report->language_versions =
      adref_language_versions_read(source, library, statement, report->rule, error);
  if (!report->language_versions)
    return NULL;
  report->records = adref_party_records_read(source, statement->folder, error);
  if (!report->records)
    return NULL;
  report->progress =
      adref_progress_new(report->language_versions, statement, parties, report->records);
  return g_steal_pointer(&report);
}

void adref_status_report_free(AdrefStatusReport *report)
{
  if (!report)
    return;
  adref_progress_free(report->progress);
  g_clear_pointer(&report->changes, g_hash_table_unref);
  g_clear_pointer(&report->agreed, g_hash_table_unref);
  g_free(report->label);
  g_clear_pointer(&report->records, g_hash_table_unref);
  adref_language_versions_free(report->language_versions);
  adref_signing_rule_free(report->rule);
  g_free(report);
}

/* An act of a party changes no words. */
static gboolean is_act(const AdrefLogEntry *entry)
{
  const char *action = adref_log_entry_trailer(entry, "Action");
  for (guint type = ADREF_PARTY_ACT_AGREE; type <= ADREF_PARTY_ACT_REOPEN; type++)
    if (g_strcmp0(action, adref_party_act_word((AdrefPartyActType)type)) == 0)
      return TRUE;
  return FALSE;
}

static void take_entry(GHashTable *changes, const AdrefLogEntry *entry)
{
  static const char key[] = "Clause: ";
  if (is_act(entry))
    return;
  g_autofree char *time =
      adref_signoff_message_format_time(entry->author.time, entry->author.offset);
  for (guint i = 0; i < entry->trailers->len; i++) {
    const char *line = entry->trailers->pdata[i];
    if (g_str_has_prefix(line, key) && !g_hash_table_contains(changes, line + strlen(key)))
      g_hash_table_insert(changes, g_strdup(line + strlen(key)),
                          g_strdup_printf("%.10s %.8s", time, entry->version.id));
  }
}

/* "rev1" of a version that was circulated as that. */
static char *label_of(const AdrefText *text, const AdrefLogEntry *entry)
{
  g_autofree char *prefix = g_strconcat(text->statement->id, "/", NULL);
  for (guint i = 0; i < entry->labels->len; i++)
    if (g_str_has_prefix(entry->labels->pdata[i], prefix))
      return g_strdup((const char *)entry->labels->pdata[i] + strlen(prefix));
  return NULL;
}

gboolean adref_status_report_find_changes(AdrefStatusReport *report, const AdrefText *text,
                                          GError **error)
{
  const AdrefVersion *from = *text->version.id ? &text->version : NULL;
  g_autoptr(AdrefRepo) repo = adref_repo_open(text->session->workspace->root, error);
  g_autoptr(AdrefLog) log = repo ? adref_log_new(repo, text->statement->folder, from, error) : NULL;
  if (!log)
    return FALSE;
  report->changes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  gboolean found = TRUE;
  for (guint i = 0; i < MAX_VERSIONS && found; i++) {
    if (!adref_log_next(log, &found, error))
      return FALSE;
    AdrefLogEntry *entry = found ? adref_log_entry(log) : NULL;
    if (entry)
      take_entry(report->changes, entry);
    if (entry && !report->label) {
      report->label = label_of(text, entry);
      report->is_draft = i == 0;
    }
    if (entry)
      adref_log_entry_free(entry);
  }
  return TRUE;
}

AdrefStatusTable adref_status_report_table(const AdrefStatusReport *report, const AdrefText *text,
                                           const AdrefRun *run)
{
  return (AdrefStatusTable){.progress = report->progress,
                            .parties = adref_library_parties(text->session->library),
                            .title = text->statement->id,
                            .changes = report->changes,
                            .party = adref_run_value(run, "party"),
                            .open = adref_run_flag(run, "open"),
                            .each = adref_run_flag(run, "each")};
}

static json_t *codes_json(const GPtrArray *codes)
{
  json_t *list = json_array();
  for (guint i = 0; i < codes->len; i++)
    json_array_append_new(list, json_string(codes->pdata[i]));
  return list;
}

static json_t *string_or_null(const char *text)
{
  return text ? json_string(text) : json_null();
}

static json_t *clause_json(const AdrefStatusReport *report, const AdrefStatusTable *table,
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
  json_object_set_new(object, "in_brackets", codes_json(clause->bracketed));
  json_object_set_new(object, "agreed", codes_json(clause->agreed));
  json_object_set_new(object, "changed", codes_json(clause->changed));
  json_object_set_new(object, "changed_languages", string_or_null(clause->languages));
  json_object_set_new(object, "reserved", codes_json(clause->reserved));
  json_object_set_new(object, "reopened", codes_json(clause->reopened));
  json_object_set_new(object, "reason", string_or_null(clause->reason));
  json_object_set_new(object, "moves", codes_json(clause->awaited));
  const char *change =
      table->changes && facts->id ? g_hash_table_lookup(table->changes, facts->id) : NULL;
  json_object_set_new(object, "last_change", string_or_null(change));
  if (clause->state == ADREF_CLAUSE_STATE_CHANGED)
    json_object_set_new(
        object, "agreed_in",
        string_or_null(facts->id ? g_hash_table_lookup(report->agreed, facts->id) : NULL));
  return object;
}

static json_t *removed_json(const GPtrArray *all)
{
  json_t *list = json_array();
  for (guint i = 0; i < all->len; i++) {
    const AdrefRemovedClause *removed = all->pdata[i];
    json_array_append_new(
        list, json_pack("{s:s, s:o}", "id", removed->id, "agreed", codes_json(removed->agreed)));
  }
  return list;
}

void adref_status_report_json(const AdrefStatusReport *report, const AdrefStatusTable *table,
                              struct json_t *object)
{
  json_t *states = json_object(), *clauses = json_array();
  const AdrefProgress *progress = table->progress;
  for (guint i = 0; i < ADREF_CLAUSE_STATES; i++)
    json_object_set_new(states, adref_clause_state_word((AdrefClauseState)i),
                        json_integer(progress->counts[i]));
  for (guint i = 0; i < progress->clauses->len; i++)
    if (adref_status_table_shows(table, progress->clauses->pdata[i]))
      json_array_append_new(clauses, clause_json(report, table, progress->clauses->pdata[i]));
  json_object_set_new(object, "states", states);
  json_object_set_new(object, "clauses", clauses);
  json_object_set_new(object, "taken_out", removed_json(progress->removed));
}

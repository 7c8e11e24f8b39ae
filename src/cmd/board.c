#include "cmd/board.h"

#include <jansson.h>

AdrefDashboard *adref_dashboard_new(const AdrefText *text, GError **error)
{
  AdrefLibrary *library = text->desk->library;
  AdrefSource *source = text->desk->workspace->source;
  const AdrefStatement *statement = text->statement;
  const AdrefParties *parties = adref_library_parties(library);
  g_autoptr(AdrefDashboard) dashboard = g_new0(AdrefDashboard, 1);
  dashboard->rule = adref_rule_read(statement, parties, error);
  if (!dashboard->rule)
    return NULL;
  dashboard->instrument = adref_instrument_read(source, library, statement, dashboard->rule, error);
  if (!dashboard->instrument)
    return NULL;
  dashboard->records = adref_records_read(source, statement->folder, error);
  if (!dashboard->records)
    return NULL;
  dashboard->headway =
      adref_headway_new(dashboard->instrument, statement, parties, dashboard->records);
  return g_steal_pointer(&dashboard);
}

void adref_dashboard_free(AdrefDashboard *dashboard)
{
  if (!dashboard)
    return;
  adref_headway_free(dashboard->headway);
  g_clear_pointer(&dashboard->records, g_hash_table_unref);
  adref_instrument_free(dashboard->instrument);
  adref_rule_free(dashboard->rule);
  g_free(dashboard);
}

AdrefBoard adref_dashboard_board(const AdrefDashboard *dashboard, const AdrefText *text,
                                 const AdrefRun *run)
{
  return (AdrefBoard){.headway = dashboard->headway,
                      .parties = adref_library_parties(text->desk->library),
                      .title = text->statement->id,
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

static json_t *clause_json(const AdrefClauseHeadway *clause)
{
  const AdrefClause *facts = clause->clause->as.clause;
  json_t *object = json_object();
  json_object_set_new(object, "id", string_or_null(facts->id));
  json_object_set_new(object, "number", string_or_null(facts->number));
  json_object_set_new(object, "kind", json_string(adref_kind_word(facts->kind)));
  json_object_set_new(object, "state", json_string(adref_state_word(clause->state)));
  json_object_set_new(object, "brackets", json_integer(clause->brackets));
  json_object_set_new(object, "placeholders", json_integer(clause->placeholders));
  json_object_set_new(object, "in_brackets", codes_json(clause->bracketed));
  json_object_set_new(object, "agreed", codes_json(clause->agreed));
  json_object_set_new(object, "changed", codes_json(clause->changed));
  json_object_set_new(object, "changed_languages", string_or_null(clause->languages));
  json_object_set_new(object, "reserved", codes_json(clause->reserved));
  json_object_set_new(object, "reopened", codes_json(clause->reopened));
  json_object_set_new(object, "reason", string_or_null(clause->reason));
  json_object_set_new(object, "moves", codes_json(clause->moves));
  return object;
}

static json_t *gone_json(const GPtrArray *all)
{
  json_t *list = json_array();
  for (guint i = 0; i < all->len; i++) {
    const AdrefGone *gone = all->pdata[i];
    json_array_append_new(
        list, json_pack("{s:s, s:o}", "id", gone->id, "agreed", codes_json(gone->agreed)));
  }
  return list;
}

void adref_dashboard_json(const AdrefBoard *board, struct json_t *object)
{
  json_t *states = json_object(), *clauses = json_array();
  const AdrefHeadway *headway = board->headway;
  for (guint i = 0; i < ADREF_STATES; i++)
    json_object_set_new(states, adref_state_word((AdrefStateType)i),
                        json_integer(headway->counts[i]));
  for (guint i = 0; i < headway->clauses->len; i++)
    if (adref_board_shows(board, headway->clauses->pdata[i]))
      json_array_append_new(clauses, clause_json(headway->clauses->pdata[i]));
  json_object_set_new(object, "states", states);
  json_object_set_new(object, "clauses", clauses);
  json_object_set_new(object, "taken_out", gone_json(headway->gone));
}

#include "view/json/json_drift.h"

#include <jansson.h>

void adref_json_drift_add(AdrefJsonList *list, const char *statement, const char *language,
                          const GPtrArray *drifts)
{
  json_t *clauses = json_array();
  for (guint i = 0; i < drifts->len; i++) {
    const AdrefDrift *drift = drifts->pdata[i];
    json_array_append_new(clauses, json_pack("{s:s?, s:s?, s:s?, s:s?, s:i, s:i, s:i}", "clause",
                                             drift->clause, "number", drift->number, "kind",
                                             drift->kind, "origin", drift->origin, "percent",
                                             (int)drift->percent, "deleted", (int)drift->deleted,
                                             "inserted", (int)drift->inserted));
  }
  adref_json_list_add(list, json_pack("{s:s, s:s, s:o}", "statement", statement, "language",
                                      language, "clauses", clauses));
}

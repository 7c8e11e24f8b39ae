/* How far clauses are from what they were made of, as JSON. */
#ifndef ADREF_VIEW_JSON_JSON_DRIFT_H
#define ADREF_VIEW_JSON_JSON_DRIFT_H

#include <glib.h>

#include "view/json/json_list.h"

typedef struct {
  char *clause, *number;   /* NULL: it has none */
  const char *kind;        /* of the origin: "template", "statement", "precedent"; NULL: none */
  char *origin;            /* "cyber/pledge", "tokyo #training"; from a stranger: escape it */
  guint percent;           /* of the words of both that are the same */
  guint deleted, inserted; /* words, from the origin to the clause */
} AdrefDrift;

/* Adds {"statement", "language", "clauses": [{"clause", "number", "kind", "origin", "percent",
 * "deleted", "inserted"}]}. */
void adref_json_drift_add(AdrefJsonList *list, const char *statement, const char *language,
                          const GPtrArray *drifts);

#endif

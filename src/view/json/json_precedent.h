/* Precedents as JSON. */
#ifndef ADREF_VIEW_JSON_JSON_PRECEDENT_H
#define ADREF_VIEW_JSON_JSON_PRECEDENT_H

#include <glib.h>

#include "view/json/json_list.h"

/* Adds {"source", "place", "score", "text", "redline"}; the redline in plain text, with {-deleted-}
 * and {+inserted+} words. */
void adref_json_precedent_add(AdrefJsonList *list, const char *source, const char *place,
                              double score, const char *text, const char *redline);

#endif

/* How far each clause of a text is from what it was made of: its template, with the values of the
 * statement; the clause of the statement with which it began; else the nearest precedent. */
#ifndef ADREF_WORK_SEARCH_DRIFT_H
#define ADREF_WORK_SEARCH_DRIFT_H

#include "view/json/json_drift.h"
#include "work/text.h"

/* A line for each clause (of AdrefDrift), in the order of the text; headings are left out. Caller
 * unrefs. NULL: the texts cannot be read. */
GPtrArray *adref_drift_find(const AdrefText *text, GError **error);

#endif

/* The option --drift of "status": how far each clause is from what it was made of. */
#ifndef ADREF_CMD_STATUS_DRIFT_H
#define ADREF_CMD_STATUS_DRIFT_H

#include "cmd/command.h"
#include "view/json/json_list.h"
#include "work/text.h"

/* Refuses what does not go with --drift. */
gboolean adref_status_drift_check(const AdrefRun *run, GError **error);

/* Writes the table, or adds to the list. */
gboolean adref_status_drift_put(AdrefRun *run, const AdrefText *text, AdrefJsonList *list,
                                GError **error);

#endif

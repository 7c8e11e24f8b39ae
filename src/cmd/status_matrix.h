/* The option --matrix of "status": clauses against parties. */
#ifndef ADREF_CMD_STATUS_MATRIX_H
#define ADREF_CMD_STATUS_MATRIX_H

#include "cmd/command.h"
#include "work/negotiate/statement_status.h"

/* Refuses what does not go with --matrix, and --format csv without it. `count` statements are
 * asked for. */
gboolean adref_status_matrix_check(const AdrefRun *run, guint count, GError **error);

/* Writes the matrix of the clauses that the table's filters select. */
gboolean adref_status_matrix_put(AdrefRun *run, const AdrefStatementStatus *state,
                                 const AdrefStatusTable *filter, const char *commit,
                                 GError **error);

#endif

/* What "status" says of a statement in a terminal. */
#ifndef ADREF_CMD_STATUS_TEXT_H
#define ADREF_CMD_STATUS_TEXT_H

#include "cmd/command.h"
#include "work/negotiate/statement_status.h"

/* Appends it to run->out. */
void adref_status_put_text(AdrefRun *run, const AdrefStatementStatus *state);

#endif

/* The command line that "support", "oppose" and "withdraw" share. */
#ifndef ADREF_CMD_POSITION_H
#define ADREF_CMD_POSITION_H

#include "cmd/command.h"
#include "work/negotiate/take_position.h"

#define ADREF_POSITION_ARGUMENTS "[STATEMENT] CLAUSE[:N][.ALTERNATIVE]"

int adref_run_position(AdrefRun *run, AdrefTakePositionType type, GError **error);

#endif

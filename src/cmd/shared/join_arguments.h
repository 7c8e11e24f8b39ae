/* The versions of "merge VERSION...". */
#ifndef ADREF_CMD_SHARED_JOIN_ARGUMENTS_H
#define ADREF_CMD_SHARED_JOIN_ARGUMENTS_H

#include "cmd/command.h"

/* Joins them, and says the report; with --dry-run only shows it. */
int adref_join_arguments_run(AdrefRun *run, GError **error);

#endif

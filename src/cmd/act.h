/* The command line that "agree", "confirm", "reserve" and "reopen" share. */
#ifndef ADREF_CMD_ACT_H
#define ADREF_CMD_ACT_H

#include "cmd/command.h"
#include "sign/party_record.h"

int adref_run_act(AdrefRun *run, AdrefPartyActType type, GError **error);

#endif

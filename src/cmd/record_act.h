/* What `agree`, `reserve` and `reopen` share: an act is added to a party's record and saved. */
#ifndef ADREF_CMD_RECORD_ACT_H
#define ADREF_CMD_RECORD_ACT_H

#include "cmd/command.h"
#include "sign/party_record.h"

int adref_record_act(AdrefRun *run, AdrefPartyActType type, GError **error);

#endif

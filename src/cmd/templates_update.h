/* "adref templates update": the starter library and the workspace's, file by file. */
#ifndef ADREF_CMD_TEMPLATES_UPDATE_H
#define ADREF_CMD_TEMPLATES_UPDATE_H

#include "cmd/command.h"

int adref_templates_update(AdrefRun *run, GError **error);

#endif

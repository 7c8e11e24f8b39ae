/* Values that a person gives on the command line: --values FILE and --set NAME=VALUE. */
#ifndef ADREF_CMD_VALUES_H
#define ADREF_CMD_VALUES_H

#include "cmd/command.h"
#include "draft/value.h"

/* All given values for these parameters (const AdrefParam *), by name (AdrefValue); --set wins over
 * --values. A name that is no parameter is an error with its place and the near miss. */
GHashTable *adref_values_read(const AdrefRun *run, const GPtrArray *params,
                              const AdrefParties *parties, GError **error);

#endif

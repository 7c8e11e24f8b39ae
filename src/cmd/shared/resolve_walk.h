/* The walk through all open brackets of a text, on a terminal or by lines of answers. */
#ifndef ADREF_CMD_SHARED_RESOLVE_WALK_H
#define ADREF_CMD_SHARED_RESOLVE_WALK_H

#include "cmd/command.h"
#include "work/negotiate/resolve.h"

/* Walks until the person quits or the last bracket is behind. What was done is kept, also after
 * Ctrl-C. `plain`: sentences for a screen reader, each answer a line; else one key. */
void adref_resolve_walk(AdrefRun *run, AdrefResolving *resolving, gboolean plain);

#endif

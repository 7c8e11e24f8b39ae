/* The names of a workspace, one a line, for the completion of a shell. */
#ifndef ADREF_CMD_SHARED_NAME_LIST_H
#define ADREF_CMD_SHARED_NAME_LIST_H

#include "cmd/command.h"

/* What adref_name_list_put() knows, separated by "|" (AdrefOption.choices). */
#define ADREF_NAME_LIST_KINDS "clauses|labels|languages|outlines|parties|rescued|statements|styles"

/* Appends the names of a kind. `statement` is an id, or NULL for the only one. Where there is no
 * workspace, or something of it does not read, there are no names. */
void adref_name_list_put(AdrefRun *run, const char *kind, const char *statement);

#endif

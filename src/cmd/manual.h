/* Help texts, the manual page and the completion for bash, all made from the table of commands. */
#ifndef ADREF_CMD_MANUAL_H
#define ADREF_CMD_MANUAL_H

#include "cmd/command.h"

void adref_manual_overview(GString *out, const AdrefCommand *const *commands);
void adref_manual_command(GString *out, const AdrefCommand *command);

/* adref(1), in man(7) macros. */
void adref_manual_page(GString *out, const AdrefCommand *const *commands);
void adref_manual_completion(GString *out, const AdrefCommand *const *commands);

#endif

/* Help texts, the manual page and the completion for bash, all made from the table of commands. */
#ifndef ADREF_CMD_MANUAL_H
#define ADREF_CMD_MANUAL_H

#include "cmd/command.h"

/* Appends paragraphs (separated by "\n\n") filled to 79 columns behind an indentation; one that
 * begins with a space stays as it is. */
void adref_manual_wrap(GString *out, const char *text, guint indent);

void adref_manual_overview(GString *out, const AdrefCommand *const *commands);
void adref_manual_command(GString *out, const AdrefCommand *command);

/* adref(1), in man(7) macros. */
void adref_manual_page(GString *out, const AdrefCommand *const *commands);
void adref_manual_completion(GString *out, const AdrefCommand *const *commands);

#endif

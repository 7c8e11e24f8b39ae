/* Help texts and the completion for bash, made from the table of commands and the list of topics.
 */
#ifndef ADREF_CMD_SHARED_MANUAL_H
#define ADREF_CMD_SHARED_MANUAL_H

#include "cmd/command.h"

/* Appends paragraphs (separated by "\n\n") filled to 79 columns behind an indentation; one that
 * begins with a space stays as it is. */
void adref_manual_wrap(GString *out, const char *text, guint indent);

void adref_manual_overview(GString *out, const AdrefCommand *const *commands);
void adref_manual_command(GString *out, const AdrefCommand *command);

/* "-o, --output FILE" and "write to FILE ...", with the allowed values. Callers free. */
char *adref_manual_option_words(const AdrefOption *option);
char *adref_manual_option_help(const AdrefOption *option);

void adref_manual_completion(GString *out, const AdrefCommand *const *commands);

#endif

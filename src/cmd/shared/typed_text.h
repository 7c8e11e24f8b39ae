/* What commands that change words share: the text of an option, and a question with a list. */
#ifndef ADREF_CMD_SHARED_TYPED_TEXT_H
#define ADREF_CMD_SHARED_TYPED_TEXT_H

#include "cmd/command.h"

/* The text of a file, "-" for standard input; NUL-terminated behind its bytes. */
GBytes *adref_typed_text_read(AdrefRun *run, const char *file, GError **error);

/* Asks on the terminal which of the lines is meant: its number from 0, or -1. `data` is not used.
 * Only where adref_can_ask(). */
gint adref_typed_text_choose(gpointer data, const char *question, char *const *lines);

/* A whole number of an option, from 1; 0: it is not given. FALSE: it is none. */
gboolean adref_typed_text_number(const AdrefRun *run, const char *option, guint *number,
                                 GError **error);

/* The party of --as or of git config; NULL with the error set: nobody said it. */
const char *adref_typed_text_party(const AdrefRun *run, GError **error);

#endif

/* Text for a terminal or a plain file, filled to a width. */
#ifndef ADREF_WRITE_TERMINAL_H
#define ADREF_WRITE_TERMINAL_H

#include "write/write.h"

/* `width` in columns (at least 20; East Asian wide characters count two, combining ones none); 0:
 * one line per paragraph. With `color`, ANSI colours; without, not one escape sequence. Control
 * characters of the text are made visible. */
GString *adref_write_terminal(const AdrefNode *document, const AdrefWriting *how, guint width,
                              gboolean color);

/* The same for one clause. */
GString *adref_write_terminal_clause(const AdrefNode *clause, const AdrefWriting *how, guint width,
                                     gboolean color);

#endif

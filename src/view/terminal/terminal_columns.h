/* Texts side by side in a terminal. */
#ifndef ADREF_VIEW_TERMINAL_TERMINAL_COLUMNS_H
#define ADREF_VIEW_TERMINAL_TERMINAL_COLUMNS_H

#include <glib.h>

enum {
  ADREF_TERMINAL_COLUMNS_GAP = 3, /* terminal columns between two texts */
};

/* The width of each of `n` texts in a window. */
guint adref_terminal_columns_width(guint window, guint n);

/* The columns of a line of AdrefTerminalWrap, without colour sequences. */
guint adref_terminal_columns_of_line(const char *line, gsize length);

/* Appends the lines of `n` texts side by side, each `width` columns wide. The texts must come from
 * AdrefTerminalWrap, whose colours end with each line. */
void adref_terminal_columns_put(GString *out, const GString *const *texts, guint n, guint width);

#endif

/* Texts side by side. */
#ifndef ADREF_VIEW_TERMINAL_COLUMNS_H
#define ADREF_VIEW_TERMINAL_COLUMNS_H

#include <glib.h>

enum {
  ADREF_TERMINAL_COLUMNS_GAP = 3, /* columns of a terminal between two texts */
};

/* How wide each of `n` texts may be in a window. */
guint adref_terminal_columns_width(guint window, guint n);

/* Appends the lines of `n` texts beside each other, each `width` columns wide. The texts are as
 * AdrefTerminalWrap writes them: colours end with their line. */
void adref_terminal_columns_put(GString *out, const GString *const *texts, guint n, guint width);

#endif

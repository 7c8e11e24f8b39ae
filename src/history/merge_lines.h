/* Files that adref knows nothing of, joined line by line as git does. */
#ifndef ADREF_HISTORY_MERGE_LINES_H
#define ADREF_HISTORY_MERGE_LINES_H

#include <glib.h>

/* The joined file; NULL without an error where both changed the same lines, or for bytes that are
 * no text. `base` may be NULL. */
GBytes *adref_merge_lines(GBytes *base, GBytes *ours, GBytes *theirs, GError **error);

#endif

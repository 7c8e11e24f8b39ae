/* A table that is drawn with signs, as adref and others print it into plain text:
 *
 *     +---------+--------+
 *     | Country | Amount |
 *     +=========+========+
 *     | Japan   |  1,000 |
 *     +---------+--------+
 */
#ifndef ADREF_EXCHANGE_PASTED_PLAIN_GRID_H
#define ADREF_EXCHANGE_PASTED_PLAIN_GRID_H

#include <glib.h>

/* The table at the start of `lines` (ends with NULL) as rows of Markdown, without escapes in their
 * words but "\|"; the second is the row of dashes. Lines of a row are joined. Returns how many
 * lines it has; 0: there is none. */
guint adref_plain_grid_read(char **lines, GPtrArray *rows);

#endif

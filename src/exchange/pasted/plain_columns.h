/* Tables of plain text whose columns stand below each other, with two or more spaces or a tab
 * between them (one space is enough between dashes):
 *
 *     Country      Fee
 *     Japan      5,000
 *     Viet Nam     200
 *
 * The lines are a table where each cell begins or ends where the cell of the first line does: three
 * lines or more, or a line of dashes below the first. Figures may stand a little beside their
 * column where all lines up to an empty one are rows. A table between two whole lines of dashes has
 * rows of several lines, with an empty line between them, as pandoc writes it. */
#ifndef ADREF_EXCHANGE_PASTED_PLAIN_COLUMNS_H
#define ADREF_EXCHANGE_PASTED_PLAIN_COLUMNS_H

#include <glib.h>

/* Reads a table at the first of `lines`, which end with NULL. Appends its rows as Markdown to
 * `rows` (of char *), with the row of dashes as the second, and sets *has_rule to whether the text
 * has this, too. Returns how many lines it has; 0: there is no table. */
guint adref_plain_columns_read(char *const *lines, GPtrArray *rows, gboolean *has_rule);

#endif

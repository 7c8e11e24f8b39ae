/* Tables in a Markdown file that Markdown does not know, as people paste them: with tabs between
 * the cells (exchange/pasted/plain_tabs.h), drawn with signs (exchange/pasted/plain_grid.h), or
 * with columns below each other and a line of dashes below their heads
 * (exchange/pasted/plain_columns.h). */
#ifndef ADREF_EXCHANGE_PASTED_PASTED_TABLES_H
#define ADREF_EXCHANGE_PASTED_PASTED_TABLES_H

#include <glib.h>

/* The text with these tables as tables of Markdown, each reported to `problems` (may be NULL); for
 * each of its lines the line of the text is appended to `lines` (of guint). NULL: there are none.
 * Caller frees. */
GString *adref_pasted_tables_write(const char *text, gsize length, GArray *lines,
                                   GPtrArray *problems);

#endif

/* Tables as they are pasted from a spreadsheet: a tab between the cells of each line.
 *
 *     Country<tab>Fee
 *     Japan<tab>5,000
 *
 * Two lines or more are a table, and each has as many tabs as the first, or fewer where its last
 * cells are empty. Items whose mark or number stands before a tab, "Date:" and the like, and lines
 * to sign on are none. */
#ifndef ADREF_EXCHANGE_PASTED_PLAIN_TABS_H
#define ADREF_EXCHANGE_PASTED_PLAIN_TABS_H

#include <glib.h>

/* Reads a table at the first of `lines`, which end with NULL. Appends its rows as Markdown to
 * `rows` (of char *), with a row of dashes as the second. Returns how many lines it has; 0: there
 * is no table. */
guint adref_plain_tabs_read(char *const *lines, GPtrArray *rows);

#endif

/* The line of place and date that stands right below the title, in one paragraph with it, as lines
 * are pasted from a page:
 *
 *     JOINT STATEMENT
 *     Hanoi, 5 May 2027
 */
#ifndef ADREF_EXCHANGE_PARAGRAPHS_HEAD_LINES_H
#define ADREF_EXCHANGE_PARAGRAPHS_HEAD_LINES_H

#include <glib.h>

/* Whether line `at` is that of place and date, or the one behind it: it is in the first paragraph
 * of the text, perhaps below headings of Markdown, whose lines are short and end as no sentence
 * does. `lines` ends with NULL; the text begins at line `first`. */
gboolean adref_head_line_begins(char *const *lines, guint first, guint at);

#endif

/* The lines above the clauses of a text that adref has printed, "PP1 #friendship", "12 bis.
 * #ports",
 * "#chapeau", so that a text which comes back is recognised by its ids. */
#ifndef ADREF_EXCHANGE_PASTED_PLAIN_LABELS_H
#define ADREF_EXCHANGE_PASTED_PLAIN_LABELS_H

#include <glib.h>

/* Whether two lines at least are such labels with a number, or three without one above words that
 * are set in: of fewer somebody else may be the author, unless version and hash stand at the end of
 * the text. `lines` ends with NULL. */
gboolean adref_plain_labels_are_there(char **lines);

/* The marker for lines[at], which is a label, "<!-- pp friendship -->"; NULL: it is none. A label
 * without a number says no kind: `is_begun` tells whether numbered clauses stand before. Caller
 * frees. */
char *adref_plain_label_marker(char **lines, guint at, gboolean is_begun);

/* The delegation's note that begins with lines[at], "Note (JPN): words", as the comment that it is
 * in a text; NULL: none begins there. *count becomes the number of its lines. Caller frees. */
char *adref_plain_label_note(char **lines, guint at, guint *count);

/* Whether lines[at] is a heading without a line below it: a line alone without a sign at its end,
 * and the next words are a label. */
gboolean adref_plain_label_heading(char **lines, guint at);

/* Whether the line is the first of those that tell version and hash at the end of the text. */
gboolean adref_plain_label_footer(char **lines, guint at);

/* Whether these lines, "Part of the text: 3-9 \302\267 Version ...", say in some language that the
 * page has a part of a text. `text` need not end with a zero. */
gboolean adref_plain_label_is_part(const char *text, gsize length);

#endif

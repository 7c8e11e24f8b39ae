/* Lines of plain text as editors and mail programs break them: which go on in the next one. */
#ifndef ADREF_EXCHANGE_BROKEN_LINES_H
#define ADREF_EXCHANGE_BROKEN_LINES_H

#include <glib.h>

/* Whether a line, behind which another one stands, ends there as an editor breaks it: nearly full,
 * and not at the end of a sentence or of a part of it. */
gboolean adref_broken_line_is(const char *line);

/* The same of a line that had no room for a dash. */
gboolean adref_broken_line_is_full(const char *line);

/* Whether each of the lines (ends with NULL) is a paragraph: no editor that breaks lines makes long
 * ones. Where lines are broken, somebody has put words into the few that are long. */
gboolean adref_broken_lines_are_none(char **lines);

/* Whether words at the start of a line are a figure of a sentence, "45 experts", "30 June 2028",
 * and no number of a paragraph: that has a sign or a capital behind it. */
gboolean adref_broken_line_figure(const char *words);

/* Whether they are a figure without a sign behind it, "40 - JPN]", "30] days". */
gboolean adref_broken_line_bare_figure(const char *words);

/* Whether a word with a hyphen was divided behind it: "follow-" at the end of `length` bytes of
 * `before`, and "up". "pre-" before "and post-conflict" stays as it is. */
gboolean adref_broken_line_divides(const char *before, gsize length, const char *words);

#endif

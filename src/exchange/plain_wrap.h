/* Where an editor or a mail program has broken the lines of plain text: a line is full when the
 * first word of the next one had no room in it. A number that begins the line behind a full one is
 * most often a word of the sentence: "in its resolution<newline>2250 (2015)". */
#ifndef ADREF_EXCHANGE_PLAIN_WRAP_H
#define ADREF_EXCHANGE_PLAIN_WRAP_H

#include <glib.h>

/* The width in characters at which the lines (they end with NULL) were broken; 0: they were not, or
 * there are too few of them to tell. */
glong adref_plain_wrap_width(char *const *lines);

/* Whether line `at` goes on with the sentence of the line before it although it begins with a mark
 * of this length in bytes, with its space: "7 ", "Article V ", "- ". The line before is full and
 * ends no sentence, and no line of the paragraph has the number before or behind it. */
gboolean adref_plain_wrap_goes_on(glong width, char *const *lines, guint at, const char *words,
                                  gsize length);

/* Whether a line of the same paragraph begins with the mark before or behind this one, of line
 * `at`: they are items of a list. */
gboolean adref_plain_wrap_is_in_list(char *const *lines, guint at, const char *words, gsize length);

#endif

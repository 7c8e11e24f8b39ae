/* Where an editor or a mail program has broken the lines of plain text: a line is full when the
 * first word of the next one had no room in it. A number that begins the line behind a full one is
 * most often a word of the sentence: "in its resolution<newline>2250 (2015)". */
#ifndef ADREF_EXCHANGE_PASTED_PLAIN_WRAP_H
#define ADREF_EXCHANGE_PASTED_PLAIN_WRAP_H

#include <glib.h>

/* The width in characters at which the lines (they end with NULL) were broken; 0: they were not, or
 * there are too few of them to tell. */
glong adref_plain_wrap_width(char *const *lines);

/* Whether each of the lines is a paragraph: no editor that breaks lines makes long ones. Where
 * lines are broken, somebody has put words into the few that are long. */
gboolean adref_plain_wrap_is_none(char *const *lines);

/* Whether a line, without the white space at its end, ends with a sign that ends a sentence or
 * introduces the next line, of any script. */
gboolean adref_plain_wrap_ends_sentence(const char *line);

/* Whether line `at` goes on with the sentence of the line before it although it begins with a mark
 * of this length in bytes, with its space: "7 ", "Article V ", "- ". The line before ends no
 * sentence and is full (where `width` is 0: it is as long as broken lines are), and no line of the
 * paragraph has the number before or behind it. */
gboolean adref_plain_wrap_goes_on(glong width, char *const *lines, guint at, const char *words,
                                  gsize length);

/* Whether a line of the same paragraph begins with the mark before or behind this one, of line
 * `at`: they are items of a list. */
gboolean adref_plain_wrap_is_in_list(char *const *lines, guint at, const char *words, gsize length);

/* Whether words at the start of a line are a figure of a sentence, "45 experts", "30 June 2028",
 * and no number of a paragraph: that has a sign or a capital behind it. */
gboolean adref_plain_wrap_is_figure(const char *words);

/* Whether they are a figure without a sign behind it, "40 - JPN]", "30] days". */
gboolean adref_plain_wrap_is_bare_figure(const char *words);

#endif

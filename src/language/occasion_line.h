/* The line of place and date below a title: "Tokyo, 17 December 2023", "2023年12月17日、東京". A
 * text may have it as a paragraph of its own, and a page then does not print it once more. */
#ifndef ADREF_LANGUAGE_OCCASION_LINE_H
#define ADREF_LANGUAGE_OCCASION_LINE_H

#include <glib.h>

#include "clause/node.h"

/* The first date of the words with year, month and day, as yyyy-mm-dd; of several days, "15-16 May
 * 2030", the last. NULL when there is none. *start and *end are where it stands. Caller frees. */
char *adref_occasion_date(const char *words, const char *language, gsize *start, gsize *end);

/* What stands beside the date of such a line, "Hiroshima" of "20 May 2023, Hiroshima"; NULL when
 * nothing does, or more than the name of a place: figures, a colon, more than 200 bytes. Without a
 * date both offsets are 0. Caller frees. */
char *adref_occasion_place(const char *words, gsize start, gsize end);

/* The line for a page with this text: "Tokyo, 17 December 2023", only the place or only the date
 * when the other is NULL. NULL when both are, or when the text itself has the line in the first
 * paragraphs before its numbered ones, in any order and with any spelling of the date. The name
 * of the place in another script is another place: nothing says that it is the same. Digits are
 * those of which the text has more, else Latin ones, as in numbers of paragraphs and pages. `day`
 * is yyyy-mm-dd. Caller frees. */
char *adref_occasion_line(const char *place, const char *day, const char *language,
                          const AdrefNode *document);

#endif

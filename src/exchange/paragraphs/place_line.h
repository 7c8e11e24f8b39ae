/* A line that has only a place: "Northport, Japan", "Kuala Lumpur, Malaysia". */
#ifndef ADREF_EXCHANGE_PARAGRAPHS_PLACE_LINE_H
#define ADREF_EXCHANGE_PARAGRAPHS_PLACE_LINE_H

#include <glib.h>

/* Whether words are a town and, behind one comma, the name of a country in the language or in
 * English. Other words with a comma, "Peace, Prosperity", are none. */
gboolean adref_place_line_is(const char *words, const char *language);

#endif

/* Dates in a text, as the languages of the tables write them. */
#ifndef ADREF_LANGUAGE_DATE_PHRASE_H
#define ADREF_LANGUAGE_DATE_PHRASE_H

#include "language/token_reader.h"

/* How many tokens from `at` are a date, 0 for none; appends year, month and day to the key. */
guint adref_date_phrase_read(const AdrefTokenReader *self, guint at, GString *key);

/* The year of a figure of four digits; -1 for another token. */
gint adref_date_phrase_year(const AdrefTokenReader *self, guint at);

/* How many tokens are a month by its name, 0 for none; with a capital where the script has them:
 * "may" is no month. */
guint adref_date_phrase_month(const AdrefTokenReader *self, guint at,
                              const AdrefPhraseMeaning **meaning);

#endif

/* Dates in a text, in the languages of the word tables. */
#ifndef ADREF_LANGUAGE_DATE_PHRASE_H
#define ADREF_LANGUAGE_DATE_PHRASE_H

#include "language/token_reader.h"

/* How many tokens from `at` are a date, 0 for none; appends year, month and day to the key
 * ("2023-12-17", -1 for a part that is not given). */
guint adref_date_phrase_read(const AdrefTokenReader *reader, guint at, GString *key);

/* The year when the token is a number of four digits from 1000 to 2699; else -1. */
gint adref_date_phrase_year(const AdrefTokenReader *reader, guint at);

/* How many tokens are the name of a month, 0 for none. Where the script has capitals, the name
 * needs one: "may" is no month. */
guint adref_date_phrase_month(const AdrefTokenReader *reader, guint at,
                              const AdrefPhraseMeaning **meaning);

#endif

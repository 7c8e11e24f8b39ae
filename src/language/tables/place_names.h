/* Names of cities where statements are made, in the languages that have word tables: Bangkok,
 * バンコク, กรุงเทพ, Băng Cốc.
 *
 * A text that says Tokyo where the other says Bangkok contradicts it, and so does one that lacks
 * one of two cities side by side. Else a name that the other text lacks may stand there in a
 * spelling that nobody has listed, or be "here". Countries are parties (party_mention.h); cities
 * that are called like their country are left out. */
#ifndef ADREF_LANGUAGE_TABLES_PLACE_NAMES_H
#define ADREF_LANGUAGE_TABLES_PLACE_NAMES_H

#include <glib.h>

/* The English names, "Bangkok, Hanoi", of the cities that each text names and the other does not;
 * NULL: there are none. Caller frees both. */
void adref_place_names_compare(const char *first, const char *second, char **first_only,
                               char **second_only);

/* Whether two cities stand side by side in the first text, "in Osaka and in Jakarta", of which the
 * second names one alone. */
gboolean adref_place_names_shorten_list(const char *first, const char *second);

/* Whether the names are listed in a language, so that a text without one has probably lost it. */
gboolean adref_place_names_are_known(const char *language);

#endif

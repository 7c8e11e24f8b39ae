/* Names of countries in any language, by ICU: for pages, where the registry of parties has none. */
#ifndef ADREF_DRAFT_DATA_REGION_NAME_H
#define ADREF_DRAFT_DATA_REGION_NAME_H

#include <glib.h>

/* The name of the country with that code of three letters (ISO 3166), or of EU and UN; NULL where
 * the code is of no country, or ICU has no name in the language. Caller frees. */
char *adref_region_name(const char *code, const char *language);

/* Whether `name` is what ICU calls a country in the language; case does not matter. */
gboolean adref_region_is(const char *name, const char *language);

/* What ICU calls all countries in the language; NULL-terminated, freed with g_strfreev. */
char **adref_region_names(const char *language);

#endif

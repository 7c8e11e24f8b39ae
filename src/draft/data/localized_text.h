/* Localized text: a table language -> words. The key "" has the words for all other languages. */
#ifndef ADREF_DRAFT_DATA_LOCALIZED_TEXT_H
#define ADREF_DRAFT_DATA_LOCALIZED_TEXT_H

#include <glib.h>

#include "draft/data/yaml.h"

/* Reads `Words` or `{en: Words, ja: ...}`. A list, an empty map, empty words, and a key that is not
 * a language are errors with their position; `what` is the subject of the message: "a heading". */
GHashTable *adref_localized_text_read(const AdrefYaml *node, const char *what, GError **error);

/* The words in a language; NULL when there are none. */
const char *adref_localized_text_get(GHashTable *localized, const char *language);

#endif

/* Words by language: a table language -> words, in which "" stands for all other languages. */
#ifndef ADREF_DRAFT_LOCALIZED_TEXT_H
#define ADREF_DRAFT_LOCALIZED_TEXT_H

#include <glib.h>

#include "draft/yaml.h"

/* Reads `Words` or `{en: Words, ja: ...}`. A list, an empty map, empty words, a key that is no
 * language are errors with their place; `what` names the thing: "a heading". */
GHashTable *adref_localized_text_read(const AdrefYaml *node, const char *what, GError **error);

/* NULL when there are none for the language. */
const char *adref_localized_text_get(GHashTable *localized, const char *language);

#endif

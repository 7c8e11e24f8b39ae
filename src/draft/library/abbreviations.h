/* The abbreviations of a library: templates/abbreviations.yaml.
 *
 *   abbreviations:
 *     UNCLOS:
 *       long:
 *         en: the United Nations Convention on the Law of the Sea
 *         ja: 海洋法に関する国際連合条約
 *       short: UNCLOS   # default: the key
 *
 * {{abbreviation.UNCLOS}} prints "long (short)" where it stands first in a text, and "short" from
 * then on. */
#ifndef ADREF_DRAFT_LIBRARY_ABBREVIATIONS_H
#define ADREF_DRAFT_LIBRARY_ABBREVIATIONS_H

#include <glib.h>

#include "base/error.h"
#include "draft/data/file_source.h"

#define ADREF_ABBREVIATIONS_PATH "templates/abbreviations.yaml"

typedef struct {
  char *key;              /* a letter, then letters, digits and "-": ADMM-Plus */
  GHashTable *long_form;  /* localized text (draft/data/localized_text.h) */
  GHashTable *short_form; /* the same, or NULL */
  AdrefLocation place;    /* file is a static string */
} AdrefAbbreviation;

typedef struct AdrefAbbreviations AdrefAbbreviations;

/* Reads the table; one without entries where the file is missing. Errors have a position. */
AdrefAbbreviations *adref_abbreviations_read(AdrefFileSource *source, GError **error);
void adref_abbreviations_free(AdrefAbbreviations *abbreviations);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefAbbreviations, adref_abbreviations_free)

/* The entry of a key, or NULL. */
const AdrefAbbreviation *adref_abbreviations_get(const AdrefAbbreviations *abbreviations,
                                                 const char *key);

/* The keys, in the order of the file (of const char *). */
const GPtrArray *adref_abbreviations_keys(const AdrefAbbreviations *abbreviations);

/* The full name in a language, else in English, else in the first of its languages in alphabetical
 * order; *taken (may be NULL) is that language, NULL where the name has words in `language`. */
const char *adref_abbreviation_long(const AdrefAbbreviation *abbreviation, const char *language,
                                    const char **taken);

/* What stands in parentheses and afterwards; the key where nothing else is given. */
const char *adref_abbreviation_short(const AdrefAbbreviation *abbreviation, const char *language);

/* "the World Trade Organization (WTO)", 世界貿易機関（WTO）; the full name alone where the language
 * has no shorter one. Caller frees. */
char *adref_abbreviation_introduce(const AdrefAbbreviation *abbreviation, const char *language);

#endif

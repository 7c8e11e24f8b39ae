/* The dictionaries of a language, as hunspell reads them: /usr/share/hunspell/en_GB.aff and .dic.
 *
 * A word is right when one of them has it: "labour" and "labor". Words of a user are never read, so
 * that a shared text has the same findings for everybody. One thread uses a dictionary at a time.
 */
#ifndef ADREF_REVIEW_CHECK_DICTIONARY_H
#define ADREF_REVIEW_CHECK_DICTIONARY_H

#include <glib.h>

enum {
  ADREF_DICTIONARY_LONGEST = 80, /* bytes of a word that is looked up; a longer one is right */
};

typedef struct AdrefDictionary AdrefDictionary;

/* The packages of Debian with the dictionaries that the language needs, "hunspell-en-gb
 * hunspell-en-us"; NULL: words of this language are not looked up. */
const char *adref_dictionary_packages(const char *language);

/* Whether all dictionaries of the language are in the folders. Quick: nothing is read. `folders`:
 * between colons; NULL: the variable DICPATH, which hunspell knows, else /usr/share/hunspell. */
gboolean adref_dictionary_exists(const char *language, const char *folders);

/* Reads the first, which takes a twentieth of a second and more; the second is read when the first
 * lacks a word. NULL: one or libhunspell is missing. */
AdrefDictionary *adref_dictionary_open(const char *language, const char *folders);
void adref_dictionary_free(AdrefDictionary *dictionary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefDictionary, adref_dictionary_free)

/* Whether a word, UTF-8, is in one of them, as it is written: "Japan", not "japan"; a capital at
 * the start, and capitals alone, make no word wrong. */
gboolean adref_dictionary_has(AdrefDictionary *dictionary, const char *word);

#endif

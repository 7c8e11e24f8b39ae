/* In which order a language puts words. */
#ifndef ADREF_LANGUAGE_WORD_ORDER_H
#define ADREF_LANGUAGE_WORD_ORDER_H

#include <glib.h>

/* Whether adjectives stand behind their noun, as in "eau propre" (World Atlas of Language
 * Structures, feature 87A). FALSE for a language that is not known, and for NULL. */
gboolean adref_language_has_adjectives_behind(const char *language);

/* Whether the words of a sentence mostly stand in the order of English: subject, verb, object. */
gboolean adref_language_has_english_order(const char *language);

#endif

/* Where a word of a table may stand in a folded text: in Latin, Greek and Cyrillic letters by
 * itself, in Arabic with particles before it, in other scripts anywhere. */
#ifndef ADREF_LANGUAGE_WORD_PLACE_H
#define ADREF_LANGUAGE_WORD_PLACE_H

#include <glib.h>

/* Whether a word may begin at a place of a text. */
gboolean adref_word_place_begins(const char *text, const char *at);

/* Whether a word may end before a place of a text. */
gboolean adref_word_place_ends(const char *end);

/* How often the words of a list, divided by "|", stand in a text, which loses them; in the order of
 * the list. "prohibit*" is the beginning of a word; NULL: there are none. */
guint adref_word_place_take(char *text, const char *words);

/* Whether one of them stands in a text. */
gboolean adref_word_place_has(const char *text, const char *words);

#endif

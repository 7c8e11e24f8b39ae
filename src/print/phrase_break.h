/* Phrase breaks: where a heading in Thai, Lao, Khmer or Burmese may end a line. ICU finds the words
 * of these languages, but a title that ends a line inside of a compound, ความร่วม|มือ, reads badly.
 */
#ifndef ADREF_PRINT_PHRASE_BREAK_H
#define ADREF_PRINT_PHRASE_BREAK_H

#include <glib.h>

/* Whether the word boundary at byte `at` of `text` is one between phrases: always in another
 * script. `start` is where the word before it begins. */
gboolean adref_phrase_break_is_one(const char *text, gsize start, gsize at);

#endif

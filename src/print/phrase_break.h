/* Phrase breaks: where a heading in Thai, Lao, Khmer or Burmese may end a line. ICU finds the words
 * of these languages, but a title that ends a line inside of a compound, ความร่วม|มือ, reads badly.
 * Of the phrases that ICU finds in Japanese, some are joined: 五十周年, 締約者の. A word of Korean
 * is not divided, nor one of any script behind a hyphen: Cyber-Resilience. */
#ifndef ADREF_PRINT_PHRASE_BREAK_H
#define ADREF_PRINT_PHRASE_BREAK_H

#include <glib.h>

/* Whether the word boundary at byte `at` of `text` is one between phrases: in another script
 * always but behind a hyphen. `start` is where the word before it begins. */
gboolean adref_phrase_break_is_one(const char *text, gsize start, gsize at);

/* Whether the language is one of these four. FALSE for NULL. */
gboolean adref_phrase_break_is_needed(const char *language);

/* The ends of the phrases of a text (of gsize), the last one its length; NULL when ICU cannot
 * divide it. Caller frees. */
GArray *adref_phrase_break_ends(const char *text, const char *language);

#endif

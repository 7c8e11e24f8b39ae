/* The normal spelling of words: two words with the same normal spelling differ only in what an
 * editor may change without asking. */
#ifndef ADREF_LANGUAGE_SPELLING_H
#define ADREF_LANGUAGE_SPELLING_H

#include <glib.h>

/* Appends the normal spelling of a word, without differences of case, width and variants: -ise and
 * -ize, -our and -or, centre and center, programme and program. Variants of Japanese are in the
 * word tables. */
void adref_spelling_append(GString *out, const char *word, gsize length);

/* Whether one word is the other with a prefix such as un- or non-. Both in their normal spelling.
 */
gboolean adref_spelling_negates(const char *first, const char *second);

/* The same for Chinese and Japanese prefixes: 公式 and 非公式. One of the two may be empty. */
gboolean adref_spelling_negates_letters(const char *first, const char *second);

#endif

/* Words as far as spelling is of no account: what an editor may change without asking. */
#ifndef ADREF_LANGUAGE_SPELLING_H
#define ADREF_LANGUAGE_SPELLING_H

#include <glib.h>

/* Appends a word so that case, width and variants of spelling make no difference: -ise and -ize,
 * -our and -or, centre and center, programme and program. Variants of Japanese are in the tables of
 * words. */
void adref_spelling_append(GString *out, const char *word, gsize length);

/* Whether one word is the other with un-, non- or the like before it. Both as appended above. */
gboolean adref_spelling_negates(const char *first, const char *second);

/* The same where a negation is a letter: 公式 and 非公式. One of the two may be empty. */
gboolean adref_spelling_negates_letters(const char *first, const char *second);

#endif

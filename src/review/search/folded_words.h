/* Words without what a search by words ignores: case, width, accents, spaces, and marks that nobody
 * sees.
 *
 * Collation keys of ICU would ignore the same, but a pattern cannot run over them, and their
 * primary strength also drops the marks that make other letters of Japanese kana, Thai and Indic
 * scripts. So words are folded: compatibility decomposition (for the width), without the marks of
 * Latin, Greek, Cyrillic, Hebrew and Arabic letters, in lower case; a run of spaces and line breaks
 * is one space.
 */
#ifndef ADREF_REVIEW_SEARCH_FOLDED_WORDS_H
#define ADREF_REVIEW_SEARCH_FOLDED_WORDS_H

#include <glib.h>

/* Appends the folded form of a text to `folded`, and for each byte of it the offset of the
 * character that it comes from to `offsets` (of guint32; NULL: not asked for). */
void adref_folded_words_append(GString *folded, GArray *offsets, const char *text, gsize length);

/* A pattern for folded words: its letters are folded too, but not the letter behind a backslash.
 * Caller frees. */
char *adref_folded_words_pattern(const char *pattern);

#endif

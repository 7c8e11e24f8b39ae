/* Words that are left from a draft, and characters that nobody sees: the part of the group
 * integrity that needs no knowledge of the whole text. */
#ifndef ADREF_REVIEW_CHECK_WORDS_H
#define ADREF_REVIEW_CHECK_WORDS_H

#include "review/check_text.h"

/* Placeholders, doubled words, unusual spaces, paragraphs that stand twice, brackets without
 * parties. */
void adref_check_words(AdrefCheckText *text);

/* How many bytes of the words at `at` are a space that should be an ordinary one; 0: it is one, or
 * the language and the words around it call for it. */
gsize adref_check_unusual_space(const char *words, gsize length, gsize at, const char *language);

/* Where the second one of two equal words begins, and how long it is, from `from` on. FALSE: there
 * is none. */
gboolean adref_check_doubled_word(const char *words, gsize from, gsize *at, gsize *length);

#endif

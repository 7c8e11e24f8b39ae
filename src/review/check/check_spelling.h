/* One name or word in two spellings. */
#ifndef ADREF_REVIEW_CHECK_CHECK_SPELLING_H
#define ADREF_REVIEW_CHECK_CHECK_SPELLING_H

#include "review/check/check_text.h"

enum {
  ADREF_CHECK_SPELLINGS = 50, /* uses of a word of several spellings that are kept */
};

/* Words that differ only as spellings do: a hyphen ("co-operation"), British and American forms
 * ("Centre"), the long vowel at the end of a Japanese loan word. Words in small letters are
 * compared everywhere; a word with a capital only where the words of the name around it are the
 * same, since each institution spells its own name. */
void adref_check_spelling(AdrefCheckText *text);

#endif

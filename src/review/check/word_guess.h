/* What a word that no dictionary has was meant to be: one with a letter more, less or other, or two
 * letters exchanged. */
#ifndef ADREF_REVIEW_CHECK_WORD_GUESS_H
#define ADREF_REVIEW_CHECK_WORD_GUESS_H

#include "review/check/dictionary.h"
#include "review/check/known_words.h"

enum {
  ADREF_WORD_GUESS_LONGEST = 30, /* characters of a word for which one is looked for */
};

/* The likeliest word with one slip of the hand; NULL: there is none. A word with a capital at its
 * start keeps it. Takes some hundred looks into the dictionary. Caller frees. */
char *adref_word_guess(AdrefDictionary *dictionary, const AdrefKnownWords *known, const char *word);

/* The word without letters that stand in it twice in succession, "implementmentation"; NULL: that
 * is no word. Caller frees. */
char *adref_word_guess_repeated(AdrefDictionary *dictionary, const char *word);

/* Two words of which the space between is lost, "commitmentto"; NULL: it is none. The second is one
 * of `function` (in small letters), or the first is; or, where `any`, both have four letters.
 * Caller frees. */
char *adref_word_guess_joined(AdrefDictionary *dictionary, const AdrefKnownWords *function,
                              const char *word, gboolean any);

/* Whether a word, in small letters, is made of one that the dictionary has by the rules of English:
 * "biomanufacturing", "escalatory", "workstream". */
gboolean adref_word_is_derived(AdrefDictionary *dictionary, const char *word);

#endif

/* Words that are right in a text without a dictionary, and those that one may have been meant to
 * be: of names of parties and countries, of the field, of the text itself. */
#ifndef ADREF_REVIEW_CHECK_KNOWN_WORDS_H
#define ADREF_REVIEW_CHECK_KNOWN_WORDS_H

#include <glib.h>

typedef struct AdrefKnownWords AdrefKnownWords;

AdrefKnownWords *adref_known_words_new(void);
void adref_known_words_free(AdrefKnownWords *known);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefKnownWords, adref_known_words_free)

/* Adds the words of a text, parted by what is neither letter nor apostrophe. `expected`: they are
 * also what a misspelled word is compared with. */
void adref_known_words_add(AdrefKnownWords *known, const char *text, gboolean expected);

/* The same, expected, of a name whose words belong together: "Marshall Islands". */
void adref_known_words_add_name(AdrefKnownWords *known, const char *name);

/* Whether a word, in small letters, was added. */
gboolean adref_known_words_has(const AdrefKnownWords *known, const char *word);

/* The word as it was added first, "Japan"; NULL: it was not. `word` is in small letters. */
const char *adref_known_words_find(const AdrefKnownWords *known, const char *word);

/* The nearest expected word with the same first letter and at most `limit` letters that differ (two
 * exchanged ones are one), as it was added; NULL: none. `word` is in small letters. */
const char *adref_known_words_near(const AdrefKnownWords *known, const char *word, guint limit);

/* The first expected word with the same first letter in which two letters, wherever they stand, are
 * exchanged: "Tuvalu" for "tuvula"; NULL: none. `word` is in small letters. */
const char *adref_known_words_exchanged(const AdrefKnownWords *known, const char *word);

/* Of two words with capitals in succession of which one belongs to a name, "Marshal Islands": what
 * the other one should be, when it differs in one letter; NULL: nothing is to be said. *first: it
 * is the first of the two. */
const char *adref_known_words_partner(const AdrefKnownWords *known, const char *one,
                                      const char *other, gboolean *first);

#endif

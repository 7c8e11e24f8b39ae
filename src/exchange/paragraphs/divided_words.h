/* Words that a page divided with a hyphen at the end of a line, "mari-" and "time". Whether the
 * hyphen belongs to the word, as in "follow-up", only the text itself tells: it has "maritime"
 * elsewhere; or it has such a word, so that its pages divide words, and nothing speaks for a
 * hyphen here. */
#ifndef ADREF_EXCHANGE_PARAGRAPHS_DIVIDED_WORDS_H
#define ADREF_EXCHANGE_PARAGRAPHS_DIVIDED_WORDS_H

#include <glib.h>

typedef struct AdrefDividedWords AdrefDividedWords;

/* Reads the words of all lines, which end with NULL. The caller frees. */
AdrefDividedWords *adref_divided_words_new(char *const *lines);

void adref_divided_words_free(AdrefDividedWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefDividedWords, adref_divided_words_free)

/* Whether the hyphen at the end of `length` bytes of `before` only divides the word that goes on
 * with the first word of `behind`. */
gboolean adref_divided_words_join(const AdrefDividedWords *self, const char *before, gsize length,
                                  const char *behind);

/* Whether a word with a hyphen was divided behind it: "follow-" at the end of `length` bytes of
 * `before`, and "up". "pre-" before "and post-conflict" stays as it is. */
gboolean adref_divided_words_may_divide(const char *before, gsize length, const char *words);

#endif

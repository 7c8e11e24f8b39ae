/* Words that a person typed as an argument, as nodes of a text. */
#ifndef ADREF_WORK_TYPED_WORDS_H
#define ADREF_WORK_TYPED_WORDS_H

#include "work/text.h"

/* A paragraph with the words, read as Markdown of that text; line breaks are spaces. What would be
 * another block ("- words", "1. words") stays as it is typed. NULL: there are no words. Caller
 * frees. */
AdrefNode *adref_typed_words(const AdrefText *text, const char *words, GError **error);

/* "LANG=WORDS" of an option: the words for a language of the statement, or NULL. */
const char *adref_typed_words_for(const GPtrArray *entries, const char *language);

/* Refuses entries that are not "LANG=WORDS", and languages that the statement does not have, or of
 * which it has no text. */
gboolean adref_typed_words_check(const GPtrArray *entries, const AdrefStatement *statement,
                                 GError **error);

#endif

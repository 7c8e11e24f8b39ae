/* Words that a person typed as an argument, as nodes of a text. */
#ifndef ADREF_WORK_EDIT_TYPED_WORDS_H
#define ADREF_WORK_EDIT_TYPED_WORDS_H

#include "clause/word_place.h"
#include "work/text.h"

/* A paragraph with the words, read as Markdown of that text; line breaks are spaces. What would be
 * another block ("- words", "1. words") stays as it is typed. NULL: there are no words. Caller
 * frees. */
AdrefNode *adref_typed_words(const AdrefText *text, const char *words, GError **error);

/* Refuses typed words in which more brackets have no other end than in `known` (NULL: none): beside
 * the words of the text such a bracket would hold what nobody meant. */
gboolean adref_typed_words_check_brackets(const AdrefNode *words, const AdrefNode *known,
                                          GError **error);

#define ADREF_TYPED_ARROW "=>" /* of "ja=OLD => NEW" */

/* Divides "OLD => NEW" into its words, which the caller frees; FALSE: it has no arrow. */
gboolean adref_typed_words_divide(const char *typed, char **old, char **new);

/* The only place of `old` in a clause, which the error calls `name`. */
gboolean adref_typed_words_place(const AdrefText *text, const AdrefNode *clause, const char *name,
                                 const char *old, AdrefWordPlace *place, GError **error);

/* Puts other words ("": none) at the only place of `old` in a clause. */
gboolean adref_typed_words_replace(const AdrefText *text, AdrefNode *clause, const char *name,
                                   const char *old, const char *new, GError **error);

/* "LANG=WORDS" of an option: the words for a language of the statement, or NULL. */
const char *adref_typed_words_for(const GPtrArray *entries, const char *language);

/* Refuses entries that are not "LANG=WORDS", and languages that the statement does not have, or of
 * which it has no text. */
gboolean adref_typed_words_check(const GPtrArray *entries, const AdrefStatement *statement,
                                 GError **error);

#endif

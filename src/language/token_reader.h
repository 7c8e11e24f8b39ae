/* Questions about the tokens of a text, for the functions that read numbers, dates and references.
 *
 * A reader is a view: it owns nothing and changes nothing. A place is the number of a token. Every
 * function may be called with a place behind the last token; the answer is then NULL, 0 or FALSE.
 */
#ifndef ADREF_LANGUAGE_TOKEN_READER_H
#define ADREF_LANGUAGE_TOKEN_READER_H

#include <glib.h>

#include "language/phrase_trie.h"

typedef struct {
  const AdrefPhraseTrie *phrases; /* the trie that made the tokens */
  const char *text;
  const GArray *tokens; /* of AdrefTextToken */
} AdrefTokenReader;

/* The token at a place; NULL behind the last one. */
const AdrefTextToken *adref_token_reader_token(const AdrefTokenReader *reader, guint at);

/* How many tokens the longest phrase of that role has which begins at the place; 0 when there is
 * none. *meaning is set only when there is one; `meaning` may be NULL. */
guint adref_token_reader_match_role(const AdrefTokenReader *reader, guint at, AdrefPhraseRole role,
                                    const AdrefPhraseMeaning **meaning);

/* Whether the token is that word or sign; the case of ASCII letters does not count. */
gboolean adref_token_reader_is_word(const AdrefTokenReader *reader, guint at, const char *word);

/* How many tokens to skip when that word is optional: 1 when it is there, else 0. */
guint adref_token_reader_optional(const AdrefTokenReader *reader, guint at, const char *word);

gboolean adref_token_reader_has_type(const AdrefTokenReader *reader, guint at,
                                     AdrefTextTokenType type);

/* Whether no white space stands before the token. */
gboolean adref_token_reader_is_adjacent(const AdrefTokenReader *reader, guint at);

/* Whether the text is in that language ("vi"). */
gboolean adref_token_reader_is_language(const AdrefTokenReader *reader, const char *language);

#endif

/* Questions about the tokens of a text, for the readers of phrases (numbers, dates, references).
 *
 * A reader is a view: it owns nothing and changes nothing. A place is the number of a token. Every
 * function may be asked about a place behind the last token; the answer is then no. */
#ifndef ADREF_LANGUAGE_TOKEN_READER_H
#define ADREF_LANGUAGE_TOKEN_READER_H

#include <glib.h>

#include "language/phrase_trie.h"

typedef struct {
  const AdrefPhraseTrie *phrases; /* which the tokens were numbered by */
  const char *text;
  const GArray *tokens; /* of AdrefTextToken */
} AdrefTokenReader;

/* The token at a place; NULL behind the last one. */
const AdrefTextToken *adref_token_reader_token(const AdrefTokenReader *reader, guint at);

/* How many tokens the longest phrase with a meaning of that role has, 0 when no such phrase begins
 * at the place; sets *meaning then only if there is one. `meaning` may be NULL. */
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

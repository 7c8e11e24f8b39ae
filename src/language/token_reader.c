#include "language/token_reader.h"

#include <string.h>

#include "language/language_tag.h"

const AdrefTextToken *adref_token_reader_token(const AdrefTokenReader *self, guint at)
{
  return at < self->tokens->len ? &g_array_index(self->tokens, AdrefTextToken, at) : NULL;
}

guint adref_token_reader_match_role(const AdrefTokenReader *self, guint at, AdrefPhraseRole role,
                                    const AdrefPhraseMeaning **meaning)
{
  guint count = 0;
  const AdrefPhraseMeaning *found =
      adref_phrase_trie_find_role(self->phrases, self->tokens, at, role, &count);
  if (found && meaning)
    *meaning = found;
  return found ? count : 0;
}

gboolean adref_token_reader_is_word(const AdrefTokenReader *self, guint at, const char *word)
{
  static const guchar case_bit = 0x20;
  const AdrefTextToken *token = adref_token_reader_token(self, at);
  if (!token || ((guchar)self->text[token->start] ^ (guchar)*word) & ~case_bit)
    return FALSE; /* as most are */
  gsize length = strlen(word);
  return token->end - token->start == length &&
         g_ascii_strncasecmp(self->text + token->start, word, length) == 0;
}

guint adref_token_reader_optional(const AdrefTokenReader *self, guint at, const char *word)
{
  return adref_token_reader_is_word(self, at, word) ? 1 : 0;
}

gboolean adref_token_reader_has_type(const AdrefTokenReader *self, guint at,
                                     AdrefTextTokenType type)
{
  const AdrefTextToken *token = adref_token_reader_token(self, at);
  return token && token->type == type;
}

gboolean adref_token_reader_is_adjacent(const AdrefTokenReader *self, guint at)
{
  const AdrefTextToken *token = adref_token_reader_token(self, at);
  return token && !token->spaced;
}

gboolean adref_token_reader_is_language(const AdrefTokenReader *self, const char *language)
{
  return adref_language_tag_matches(adref_phrase_trie_language(self->phrases), language);
}

#include "review/check/english_tokens.h"

#include <string.h>

/* The bytes of a space, also of a wide or narrow one, as word processors write them; 0: something
 * else. */
static gsize space_length(const char *at)
{
  guchar first = (guchar)*at;
  if (first < 0xC0) /* a character of one byte, or inside of one */
    return first == ' ' ? 1 : 0;
  gunichar c = g_utf8_get_char(at);
  return g_unichar_isspace(c) ? (gsize)g_unichar_to_utf8(c, NULL) : 0;
}

static gboolean is_letter(const char *at)
{
  return g_ascii_isalpha(*at) || ((*at & 0x80) && space_length(at) == 0);
}

/* The length of the word at the start of a text, with hyphens and apostrophes inside. */
static gsize word_length(const char *text)
{
  gsize length = 0;
  while (is_letter(text + length) || (length > 0 && (text[length] == '-' || text[length] == '\'') &&
                                      is_letter(text + length + 1)))
    length++;
  return length;
}

static void read_token(AdrefEnglishCheck *self, gsize at, gsize length, gsize end_before)
{
  const char *words = self->block->own->str;
  g_array_set_size(self->tokens, self->tokens->len + 1);
  AdrefEnglishToken *token = &g_array_index(self->tokens, AdrefEnglishToken, self->tokens->len - 1);
  *token = (AdrefEnglishToken){.at = at, .length = length, .capital = g_ascii_isupper(words[at])};
  gsize space = self->tokens->len > 1 ? space_length(words + end_before) : 0;
  token->joined = space > 0 && end_before + space == at;
  if (length < ADREF_ENGLISH_LONGEST) {
    for (gsize i = 0; i < length; i++)
      token->small[i] = g_ascii_tolower(words[at + i]);
    token->word = adref_english_words_find(self->words, token->small);
    token->roles = token->word ? token->word->roles : 0;
  }
}

void adref_english_read_block(AdrefEnglishCheck *self)
{
  const GString *words = self->block->own;
  gsize before = 0;
  g_array_set_size(self->tokens, 0);
  for (gsize at = 0; at < words->len;) {
    gsize length = word_length(words->str + at), space = space_length(words->str + at);
    gboolean beside_digit = length > 0 && at > 0 && g_ascii_isdigit(words->str[at - 1]);
    if (length > 0 && !beside_digit) {
      read_token(self, at, length, before);
      before = at + length;
    }
    at += MAX(length, MAX(space, 1));
  }
}

const AdrefEnglishToken *adref_english_token_at(const AdrefEnglishCheck *self, guint index)
{
  return index < self->tokens->len ? &g_array_index(self->tokens, AdrefEnglishToken, index) : NULL;
}

const AdrefEnglishToken *adref_english_token_behind(const AdrefEnglishCheck *self, guint index)
{
  const AdrefEnglishToken *next = adref_english_token_at(self, index + 1);
  return next && next->joined ? next : NULL;
}

gboolean adref_english_token_is(const AdrefEnglishToken *token, const char *word)
{
  return token && *token->small == *word && strcmp(token->small, word) == 0;
}

gboolean adref_english_begins_sentence(const AdrefEnglishCheck *self, guint index)
{
  const AdrefEnglishToken *token = adref_english_token_at(self, index);
  const char *words = self->block->own->str;
  return token->at == 0 ||
         (token->at > 1 && words[token->at - 1] == ' ' && strchr(".:;", words[token->at - 2]));
}

void adref_english_report(AdrefEnglishCheck *self, const char *rule, guint first, guint last,
                          const char *why, const char *suggestion)
{
  const AdrefEnglishToken *from = adref_english_token_at(self, first),
                          *to = adref_english_token_at(self, last);
  AdrefCheckFinding *finding =
      adref_check_add(self->text, rule, self->block, from->at, "\"%.*s\"%s%s",
                      (int)(to->at + to->length - from->at), self->block->words->str + from->at,
                      why ? ": " : "", why ? why : "");
  finding->suggestion = g_strdup(suggestion);
}

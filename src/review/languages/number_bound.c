#include "review/languages/number_bound.h"

#include "language/common_key.h"

static gboolean ends_sentence(const AdrefTokenReader *reader, guint at)
{
  static const char *const ends[] = {".", ";", "。", "；", "؛"};
  for (gsize i = 0; i < G_N_ELEMENTS(ends); i++)
    if (adref_token_reader_is_word(reader, at, ends[i]))
      return TRUE;
  return FALSE;
}

enum {
  SENTENCE = 200 /* tokens before and behind a match that are looked at */
};

/* Whether the sentence of a match denies something outside the match. */
static gboolean is_denied(const AdrefTokenReader *reader, const AdrefPhraseMatch *match)
{
  guint start = match->first > SENTENCE ? match->first - SENTENCE : 0;
  guint end = MIN(match->after + SENTENCE, reader->tokens->len);
  for (guint at = match->first; at-- > start && !ends_sentence(reader, at);)
    if (adref_token_reader_match_role(reader, at, ADREF_PHRASE_ROLE_NEGATION, NULL))
      return TRUE;
  for (guint at = match->after; at < end && !ends_sentence(reader, at); at++)
    if (adref_token_reader_match_role(reader, at, ADREF_PHRASE_ROLE_NEGATION, NULL))
      return TRUE;
  return FALSE;
}

const char *adref_number_bound_of(const AdrefTokenReader *reader, const AdrefPhraseMatch *match)
{
  const AdrefPhraseMeaning *meaning;
  for (guint at = match->first; at < match->after; at++) {
    if (!adref_token_reader_match_role(reader, at, ADREF_PHRASE_ROLE_BOUND, &meaning) &&
        !adref_token_reader_match_role(reader, at, ADREF_PHRASE_ROLE_LIMIT, &meaning))
      continue;
    const char *bound = adref_common_key(meaning->key);
    gboolean is_more = g_strcmp0(bound, "more than") == 0,
             is_less = g_strcmp0(bound, "less than") == 0;
    if ((is_more || is_less) && is_denied(reader, match))
      return NULL;
    return is_more ? "at least" : is_less ? "at most" : bound;
  }
  return NULL;
}

/* The words that matter, of one language and one statement, ready to be found in a text. */
#ifndef ADREF_LANGUAGE_PHRASE_TRIE_H
#define ADREF_LANGUAGE_PHRASE_TRIE_H

#include <glib.h>

#include "language/text_token.h"

/* What a phrase is: the roles of language/word_table.h, and the name of a party. */
typedef enum {
  ADREF_ROLE_PLAIN,
  ADREF_ROLE_SMALL,
  ADREF_ROLE_COMMON,
  ADREF_ROLE_STRENGTH,
  ADREF_ROLE_INTENSITY,
  ADREF_ROLE_NEGATION,
  ADREF_ROLE_CONJUNCTION,
  ADREF_ROLE_NAME,
  ADREF_ROLE_NUMERAL,
  ADREF_ROLE_SCALE,
  ADREF_ROLE_ORDINAL,
  ADREF_ROLE_PERCENT,
  ADREF_ROLE_CURRENCY,
  ADREF_ROLE_MONTH,
  ADREF_ROLE_WEEKDAY,
  ADREF_ROLE_UNIT,
  ADREF_ROLE_COUNTER,
  ADREF_ROLE_LIMIT,
  ADREF_ROLE_BOUND,
  ADREF_ROLE_TIME,
  ADREF_ROLE_ERA,
  ADREF_ROLE_PARAGRAPH,
  ADREF_ROLE_SPELLING,
} AdrefRole;

enum {
  ADREF_ROLES = ADREF_ROLE_SPELLING + 1
};

typedef enum {
  ADREF_PHRASE_NOUN = 1,
  ADREF_PHRASE_WEAK = 2,
  ADREF_PHRASE_COUNTED = 4,
} AdrefPhraseFlags;

typedef struct AdrefMeaning AdrefMeaning;

struct AdrefMeaning {
  AdrefRole role;
  guint flags;              /* AdrefPhraseFlags */
  guint rank, act;          /* or the value */
  const char *key;          /* the same for words that mean the same */
  const AdrefMeaning *next; /* another meaning of the same words, or NULL */
};

typedef struct AdrefPhrases AdrefPhrases;

/* `parties` as AdrefReading.parties (clause/markdown_read.h), or NULL; `style` may be NULL. */
AdrefPhrases *adref_phrases_new(const char *language, const char *style, GHashTable *parties);
void adref_phrases_free(AdrefPhrases *phrases);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPhrases, adref_phrases_free)

/* Appends the tokens of a stretch of text, with their numbers in the vocabulary. */
void adref_phrases_tokens(AdrefPhrases *phrases, const char *text, gsize start, gsize end,
                          GArray *tokens);

/* Whether a run of letters between spaces may have a part in a phrase: it is in a table, or a name
 * or a number, or not plain ASCII. FALSE is sure. */
gboolean adref_phrases_may_have(const AdrefPhrases *phrases, const char *run, gsize length);

/* The meanings of the longest phrase that begins at token `at`, and how many tokens it has; NULL
 * when there is none. */
const AdrefMeaning *adref_phrases_longest(const AdrefPhrases *phrases, const GArray *tokens,
                                          guint at, guint *count);

/* The same for the longest phrase that has a meaning of that role. */
const AdrefMeaning *adref_phrases_role(const AdrefPhrases *phrases, const GArray *tokens, guint at,
                                       AdrefRole role, guint *count);

const AdrefMeaning *adref_meaning_get(const AdrefMeaning *meaning, AdrefRole role);

#endif

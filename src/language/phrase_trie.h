/* The phrases of the word tables of one language, and the names of the parties of one statement, as
 * a trie that finds them in a text. */
#ifndef ADREF_LANGUAGE_PHRASE_TRIE_H
#define ADREF_LANGUAGE_PHRASE_TRIE_H

#include <glib.h>

#include "language/text_token.h"

/* The roles of phrases, as in language/word_table.h; the names of parties have the role NAME. */
typedef enum {
  ADREF_PHRASE_ROLE_PLAIN,
  ADREF_PHRASE_ROLE_SMALL,
  ADREF_PHRASE_ROLE_COMMON,
  ADREF_PHRASE_ROLE_STRENGTH,
  ADREF_PHRASE_ROLE_INTENSITY,
  ADREF_PHRASE_ROLE_NEGATION,
  ADREF_PHRASE_ROLE_QUALIFIER,
  ADREF_PHRASE_ROLE_CONJUNCTION,
  ADREF_PHRASE_ROLE_NAME,
  ADREF_PHRASE_ROLE_NUMERAL,
  ADREF_PHRASE_ROLE_SCALE,
  ADREF_PHRASE_ROLE_ORDINAL,
  ADREF_PHRASE_ROLE_FRACTION,
  ADREF_PHRASE_ROLE_MULTIPLE,
  ADREF_PHRASE_ROLE_MEASURE,
  ADREF_PHRASE_ROLE_PERCENT,
  ADREF_PHRASE_ROLE_CURRENCY,
  ADREF_PHRASE_ROLE_MONTH,
  ADREF_PHRASE_ROLE_WEEKDAY,
  ADREF_PHRASE_ROLE_UNIT,
  ADREF_PHRASE_ROLE_COUNTER,
  ADREF_PHRASE_ROLE_LIMIT,
  ADREF_PHRASE_ROLE_BOUND,
  ADREF_PHRASE_ROLE_TIME,
  ADREF_PHRASE_ROLE_ERA,
  ADREF_PHRASE_ROLE_PARAGRAPH,
  ADREF_PHRASE_ROLE_PROVISION,
  ADREF_PHRASE_ROLE_SPELLING,
} AdrefPhraseRole;

enum {
  ADREF_PHRASE_ROLES = ADREF_PHRASE_ROLE_SPELLING + 1
};

typedef enum {
  ADREF_PHRASE_FLAG_NOUN = 1,
  ADREF_PHRASE_FLAG_WEAK = 2,
  ADREF_PHRASE_FLAG_COUNTED = 4,
  ADREF_PHRASE_FLAG_GOVERNS = 8,
  ADREF_PHRASE_FLAG_TIMES = 16,
  ADREF_PHRASE_FLAG_WHOLE = 32,
} AdrefPhraseFlags;

typedef struct AdrefPhraseMeaning AdrefPhraseMeaning;

struct AdrefPhraseMeaning {
  AdrefPhraseRole role;
  guint flags;     /* AdrefPhraseFlags */
  guint rank, act; /* of STRENGTH; `rank` is the value of a NUMERAL, ORDINAL, FRACTION, MULTIPLE,
                        MONTH, SCALE or ERA */
  const char *key; /* the same for phrases with the same meaning */
  AdrefPhraseMeaning *next; /* another meaning of the same phrase, or NULL */
};

typedef struct AdrefPhraseTrie AdrefPhraseTrie;

/* `language` must outlive the trie. `parties` as AdrefMarkdownReadOptions.parties
 * (clause/markdown/markdown_read.h), or NULL; `style` may be NULL. */
AdrefPhraseTrie *adref_phrase_trie_new(const char *language, const char *style,
                                       GHashTable *parties);
void adref_phrase_trie_free(AdrefPhraseTrie *phrases);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPhraseTrie, adref_phrase_trie_free)

const char *adref_phrase_trie_language(const AdrefPhraseTrie *phrases);

/* Appends the tokens of text[start..end), with their numbers in the vocabulary. */
void adref_phrase_trie_tokenize(AdrefPhraseTrie *phrases, const char *text, gsize start, gsize end,
                                GArray *tokens);

/* Whether characters between two spaces may be a part of a phrase: they are in a table, or a name
 * or a number, or not plain ASCII. FALSE is always right; TRUE may be wrong. */
gboolean adref_phrase_trie_may_contain(const AdrefPhraseTrie *phrases, const char *run,
                                       gsize length);

/* The meanings of the longest phrase that begins at token `at`, and how many tokens it has; NULL,
 * and *count untouched, when there is none. */
const AdrefPhraseMeaning *adref_phrase_trie_find_longest(const AdrefPhraseTrie *phrases,
                                                         const GArray *tokens, guint at,
                                                         guint *count);

/* The same for the longest phrase that has a meaning of that role. */
const AdrefPhraseMeaning *adref_phrase_trie_find_role(const AdrefPhraseTrie *phrases,
                                                      const GArray *tokens, guint at,
                                                      AdrefPhraseRole role, guint *count);

#endif

/* Finds the phrases of a text that can change its meaning: words of commitment, negations, numbers,
 * dates, names, conjunctions and references to paragraphs. Each phrase is as long as a lawyer would
 * quote it: "within 30 days", "US$ 5 million", "paragraphs 2 and 3".
 *
 * A scanner serves one thread. */
#ifndef ADREF_LANGUAGE_PHRASE_SCANNER_H
#define ADREF_LANGUAGE_PHRASE_SCANNER_H

#include <glib.h>

#include "language/phrase_match.h"
#include "language/phrase_trie.h"

typedef struct {
  AdrefPhraseTrie *phrases;
  GStringChunk *keys; /* the keys of the matches */
} AdrefPhraseScanner;

/* Arguments as those of adref_phrase_trie_new. */
void adref_phrase_scanner_init(AdrefPhraseScanner *scanner, const char *language, const char *style,
                               GHashTable *parties);
void adref_phrase_scanner_clear(AdrefPhraseScanner *scanner);

/* Appends the tokens of text[start..end) to `tokens` (of AdrefTextToken), and the phrases among
 * them to `matches` (of AdrefPhraseMatch), in order; no two overlap. Tokens that were in the array
 * before must be of the same text. */
void adref_phrase_scanner_scan(AdrefPhraseScanner *scanner, const char *text, gsize start,
                               gsize end, GArray *tokens, GArray *matches);

/* Frees the keys of all matches found so far, which must not be read any more. */
void adref_phrase_scanner_clear_keys(AdrefPhraseScanner *scanner);

#endif

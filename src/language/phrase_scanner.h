/* What matters in a stretch of text: words of commitment, negations, numbers, dates, names,
 * conjunctions and references to paragraphs, each as a phrase as long as a lawyer would quote it:
 * "within 30 days", "US$ 5 million", "paragraphs 2 and 3". */
#ifndef ADREF_LANGUAGE_PHRASE_SCANNER_H
#define ADREF_LANGUAGE_PHRASE_SCANNER_H

#include <glib.h>

#include "clause/change.h"
#include "language/phrase_trie.h"

typedef struct {
  guint start, end;   /* bytes */
  guint first, after; /* tokens */
  AdrefChangeClass class;
  gboolean weak;     /* matters only where it stands for another one of its class */
  gboolean doubtful; /* may be something else: matters only where it stands for one that is not */
  guint rank, act;   /* of STRENGTH (language/word_table.h) */
  const char *key;   /* phrases that mean the same have the same */
  guint group;       /* where it changed; G_MAXUINT: it did not */
  gboolean reported;
} AdrefPhraseMatch;

typedef struct {
  AdrefPhraseTrie *phrases;
  const char *language;
  gboolean points_group; /* 5.000 is five thousand */
  GStringChunk *keys;
  GString *key;     /* scratch */
  const char *text; /* while scanning */
  GArray *tokens;   /* of AdrefTextToken, of the text that is being scanned */
} AdrefPhraseScanner;

void adref_phrase_scanner_init(AdrefPhraseScanner *self, const char *language, const char *style,
                               GHashTable *parties);
void adref_phrase_scanner_clear(AdrefPhraseScanner *self);

/* Begins with another text; keys live on until adref_phrase_scanner_clear_keys. */
void adref_phrase_scanner_start(AdrefPhraseScanner *self, const char *text, GArray *tokens);
void adref_phrase_scanner_clear_keys(AdrefPhraseScanner *self);

/* Appends the tokens of a stretch, and what is found in it (of AdrefPhraseMatch, in order, none
 * over another). */
void adref_phrase_scanner_scan(AdrefPhraseScanner *self, gsize start, gsize end, GArray *found);

/* For the readers of phrases: how many tokens from `at` a phrase of that role has (0: none), and
 * its meaning. */
guint adref_phrase_scanner_match_role(const AdrefPhraseScanner *self, guint at,
                                      AdrefPhraseRole role, const AdrefPhraseMeaning **meaning);
gboolean adref_phrase_scanner_is_word(const AdrefPhraseScanner *self, guint at, const char *word);
gboolean adref_phrase_scanner_has_type(const AdrefPhraseScanner *self, guint at,
                                       AdrefTextTokenType type);
gboolean adref_phrase_scanner_is_adjacent(const AdrefPhraseScanner *self,
                                          guint at); /* no space stands before it */
guint adref_phrase_scanner_optional(const AdrefPhraseScanner *self, guint at,
                                    const char *word); /* 1 or 0 */
const AdrefTextToken *adref_phrase_scanner_token(const AdrefPhraseScanner *self, guint at);

#endif

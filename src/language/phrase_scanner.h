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
  AdrefMatterClass class;
  gboolean weak;     /* matters only where it stands for another one of its class */
  gboolean doubtful; /* may be something else: matters only where it stands for one that is not */
  guint rank, act;   /* of STRENGTH (language/word_table.h) */
  const char *key;   /* phrases that mean the same have the same */
  guint group;       /* where it changed; G_MAXUINT: it did not */
  gboolean told;
} AdrefFound;

typedef struct {
  AdrefPhrases *phrases;
  const char *language;
  gboolean points_group; /* 5.000 is five thousand */
  GStringChunk *keys;
  GString *key;     /* scratch */
  const char *text; /* while scanning */
  GArray *tokens;   /* of AdrefMatterToken, of the text that is being scanned */
} AdrefScanner;

void adref_scanner_init(AdrefScanner *self, const char *language, const char *style,
                        GHashTable *parties);
void adref_scanner_clear(AdrefScanner *self);

/* Begins with another text; keys live on until adref_scanner_forget. */
void adref_scanner_start(AdrefScanner *self, const char *text, GArray *tokens);
void adref_scanner_forget(AdrefScanner *self);

/* Appends the tokens of a stretch, and what is found in it (of AdrefFound, in order, none over
 * another). */
void adref_scanner_scan(AdrefScanner *self, gsize start, gsize end, GArray *found);

/* For the readers of phrases: how many tokens from `at` a phrase of that role has (0: none), and
 * its meaning. */
guint adref_scanner_role(const AdrefScanner *self, guint at, AdrefRole role,
                         const AdrefMeaning **meaning);
gboolean adref_scanner_is(const AdrefScanner *self, guint at, const char *word);
gboolean adref_scanner_type(const AdrefScanner *self, guint at, AdrefPieceType type);
gboolean adref_scanner_close(const AdrefScanner *self, guint at); /* no space stands before it */
guint adref_scanner_optional(const AdrefScanner *self, guint at, const char *word); /* 1 or 0 */
const AdrefMatterToken *adref_scanner_token(const AdrefScanner *self, guint at);

#endif

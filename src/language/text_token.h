/* The tokens of a text that the word tables are matched with: words, numbers, punctuation. They
 * differ from those of clause/words.h, which depend on the words around them: here a phrase has the
 * same tokens at every place. */
#ifndef ADREF_LANGUAGE_TEXT_TOKEN_H
#define ADREF_LANGUAGE_TEXT_TOKEN_H

#include <glib.h>

typedef enum {
  ADREF_TEXT_TOKEN_WORD,   /* letters, and digits after a letter: "G77", "Party's"; "cannot" is two
                              words */
  ADREF_TEXT_TOKEN_LETTER, /* one letter, with its combining marks, of a script without spaces */
  ADREF_TEXT_TOKEN_NUMBER, /* digits with the points and commas between them: "5,000", "1.1" */
  ADREF_TEXT_TOKEN_SYMBOL, /* a sign with a meaning: currency, mathematics */
  ADREF_TEXT_TOKEN_PUNCTUATION, /* without a meaning of its own */
} AdrefTextTokenType;

typedef struct {
  guint start, end; /* bytes */
  guint32 begins;   /* one bit for each role of a phrase that begins with it */
  guint16 word;     /* number in a vocabulary; 0: not in it */
  guint8 type;      /* AdrefTextTokenType */
  gboolean spaced;  /* white space stands before it */
} AdrefTextToken;

/* The first token at or after `at`; FALSE when there is none before `end`. Characters that are not
 * visible are part of the word that they are in, or of no token. */
gboolean adref_text_token_next(const char *text, gsize at, gsize end, AdrefTextToken *token);

/* Appends a word without differences of case and width and without characters that are not visible.
 */
void adref_text_token_fold(GString *out, const char *word, gsize length);

#endif

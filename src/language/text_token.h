/* Words, numbers and signs as the search for what matters sees them: another cut than that of
 * clause/words.h, for a table of words must meet the same pieces wherever a word stands. */
#ifndef ADREF_LANGUAGE_TEXT_TOKEN_H
#define ADREF_LANGUAGE_TEXT_TOKEN_H

#include <glib.h>

typedef enum {
  ADREF_TEXT_TOKEN_WORD,   /* letters, and digits behind a letter: "G77", "Party's";
                         "cannot" is two words */
  ADREF_TEXT_TOKEN_LETTER, /* one letter, with its marks, of a script without spaces between words
                            */
  ADREF_TEXT_TOKEN_NUMBER, /* digits with the points and commas between them: "5,000", "1.1" */
  ADREF_TEXT_TOKEN_SYMBOL, /* currency, mathematics: says something */
  ADREF_TEXT_TOKEN_PUNCTUATION, /* punctuation */
} AdrefTextTokenType;

typedef struct {
  guint start, end; /* bytes */
  guint32 begins;   /* one bit for each role of a phrase that begins with it */
  guint16 word;     /* number in a vocabulary; 0: not in it */
  guint8 type;      /* AdrefTextTokenType */
  gboolean spaced;  /* white space stands before it */
} AdrefTextToken;

/* The first token at or behind `at`; FALSE when there is none before `end`. Characters that show
 * nothing are part of the word that they stand in, or of nothing. */
gboolean adref_text_token_next(const char *text, gsize at, gsize end, AdrefTextToken *token);

/* Appends the letters of a word so that case, width, and characters that show nothing make no
 * difference. */
void adref_text_token_fold(GString *out, const char *word, gsize length);

#endif

/* The words of an English text while it is checked, with what is known of each. */
#ifndef ADREF_REVIEW_CHECK_ENGLISH_TOKENS_H
#define ADREF_REVIEW_CHECK_ENGLISH_TOKENS_H

#include "language/tables/english_words.h"
#include "review/check/check_text.h"

enum {
  ADREF_ENGLISH_LONGEST = 40 /* bytes of a word that is looked up */
};

typedef struct {
  gsize at, length;             /* in the words of the block */
  const AdrefEnglishWord *word; /* NULL: nothing is known of it */
  guint roles;                  /* of the word; 0: none */
  gboolean capital;
  gboolean joined;                   /* one space stands between it and the word before */
  char small[ADREF_ENGLISH_LONGEST]; /* in small letters; "": it is longer */
} AdrefEnglishToken;

typedef struct {
  AdrefCheckText *text;
  const AdrefEnglishWords *words;
  const AdrefCheckBlock *block;
  GArray *tokens;          /* of AdrefEnglishToken: the words of the block */
  guint british, american; /* words of the text in one of the two spellings */
} AdrefEnglishCheck;

/* Reads the words of self->block into self->tokens, in place of those of the block before. */
void adref_english_read_block(AdrefEnglishCheck *self);

/* A word by its number in the block, from 0. NULL: there are not so many. */
const AdrefEnglishToken *adref_english_token_at(const AdrefEnglishCheck *self, guint index);

/* The word behind, when nothing but a space stands between; else NULL. */
const AdrefEnglishToken *adref_english_token_behind(const AdrefEnglishCheck *self, guint index);

/* Whether a token (NULL: no) is a word, in small letters. */
gboolean adref_english_token_is(const AdrefEnglishToken *token, const char *word);

/* Whether a sentence begins with the word. */
gboolean adref_english_begins_sentence(const AdrefEnglishCheck *self, guint index);

/* Adds a finding of a rule that quotes the words from `first` to `last`. `why` and `suggestion` may
 * be NULL. */
void adref_english_report(AdrefEnglishCheck *self, const char *rule, guint first, guint last,
                          const char *why, const char *suggestion);

#endif

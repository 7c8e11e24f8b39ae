/* Common words of English statements, and what each may be in a sentence: so many of them that a
 * number or a form that does not fit its neighbour is seen. A word that may be several things has
 * the roles of all. */
#ifndef ADREF_LANGUAGE_TABLES_ENGLISH_WORDS_H
#define ADREF_LANGUAGE_TABLES_ENGLISH_WORDS_H

#include <glib.h>

typedef enum {
  ADREF_ENGLISH_SINGULAR = 1 << 0,   /* a noun: "measure" */
  ADREF_ENGLISH_PLURAL = 1 << 1,     /* "measures" */
  ADREF_ENGLISH_BASE = 1 << 2,       /* a verb: "welcome" */
  ADREF_ENGLISH_THIRD = 1 << 3,      /* "welcomes" */
  ADREF_ENGLISH_PAST = 1 << 4,       /* "welcomed" */
  ADREF_ENGLISH_GERUND = 1 << 5,     /* "welcoming" */
  ADREF_ENGLISH_AMBIGUOUS = 1 << 6,  /* a verb that may be a noun or an adjective too: "support" */
  ADREF_ENGLISH_ONE = 1 << 7,        /* stands before one thing: "each", "every", "this" */
  ADREF_ENGLISH_MANY = 1 << 8,       /* before several: "these", "both", "three" */
  ADREF_ENGLISH_FUNCTION = 1 << 9,   /* "of", "and", "which": a noun before it is complete */
  ADREF_ENGLISH_MODAL = 1 << 10,     /* "will", "should" */
  ADREF_ENGLISH_BRITISH = 1 << 11,   /* "labour" */
  ADREF_ENGLISH_AMERICAN = 1 << 12,  /* "labor" */
  ADREF_ENGLISH_OPENS = 1 << 13,     /* says what has to follow: "each", "we", "both" */
  ADREF_ENGLISH_IRREGULAR = 1 << 14, /* a base form that is no participle: "bring" */
} AdrefEnglishRole;

typedef struct AdrefEnglishWords AdrefEnglishWords;

AdrefEnglishWords *adref_english_words_new(void);
void adref_english_words_free(AdrefEnglishWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefEnglishWords, adref_english_words_free)

typedef enum {
  ADREF_ENGLISH_ANYWHERE,
  ADREF_ENGLISH_BEFORE_WORD,    /* where the sentence goes on: "in accordance the" */
  ADREF_ENGLISH_BEFORE_ARTICLE, /* before "the", "our" and such words */
  ADREF_ENGLISH_BEFORE_VERB     /* before its base form */
} AdrefEnglishSlipPlace;

/* Words in succession that nobody means, "in accordance to", and what is meant. */
typedef struct {
  const char *wrong, *right;
  const char *unless; /* words of which one may follow in a right sentence: "to of"; NULL: none */
  AdrefEnglishSlipPlace place;
} AdrefEnglishSlip;

typedef struct {
  guint roles;         /* AdrefEnglishRole; 0: none is known */
  const char *spelled; /* what the word should be, "goverment": "government"; NULL: it is right */
  GArray *slips;       /* of AdrefEnglishSlip, those that begin with the word; NULL: none */
} AdrefEnglishWord;

/* A word in small letters; NULL: nothing is known of it. */
const AdrefEnglishWord *adref_english_words_find(const AdrefEnglishWords *words, const char *word);

/* The plural of a noun, and the third person of a verb. Caller frees. */
char *adref_english_with_s(const char *word);

#endif

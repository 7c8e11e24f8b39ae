/* The words of a text, each looked up once: those that the dictionary has, and the others with
 * their places. */
#ifndef ADREF_REVIEW_CHECK_DICTIONARY_WORDS_H
#define ADREF_REVIEW_CHECK_DICTIONARY_WORDS_H

#include "review/check/check_text.h"
#include "review/check/dictionary.h"
#include "review/check/known_words.h"

enum {
  ADREF_DICTIONARY_WORDS_MOST = 50000, /* different words; those behind them are not looked up */
  ADREF_DICTIONARY_PLACES = 2,         /* places of a word that are kept */
  ADREF_DICTIONARY_STRANGE = 30,       /* percent of unknown words in a block of another language */
};

typedef enum {
  ADREF_DICTIONARY_SMALL,
  ADREF_DICTIONARY_CAPITAL,      /* at the start */
  ADREF_DICTIONARY_CAPITALS,     /* all letters */
  ADREF_DICTIONARY_TWO_CAPITALS, /* "INternational" */
  ADREF_DICTIONARY_MIXED,        /* "NextGen", "SDGs" */
} AdrefDictionaryShape;

typedef struct AdrefDictionaryWord AdrefDictionaryWord;

/* Where a word stands. Forms belong to the AdrefDictionaryWords: without "'s", with "'" for "’". */
typedef struct {
  const AdrefCheckBlock *block;
  gsize at, length;
  const AdrefDictionaryWord *word;
  const char *form;
  const char *before, *behind; /* the words beside it, with one space between; or NULL */
  gboolean starts;             /* a paragraph, a sentence, a part of one behind a colon */
} AdrefDictionaryPlace;

struct AdrefDictionaryWord {
  const char *form;
  glong letters; /* characters */
  AdrefDictionaryShape shape;
  gboolean is_unknown;
  guint count;
  AdrefDictionaryPlace places[ADREF_DICTIONARY_PLACES];
};

/* Two words with capitals in succession, in the text for the first time. */
typedef struct {
  AdrefDictionaryPlace one, other;
} AdrefDictionaryPair;

typedef struct AdrefDictionaryWords AdrefDictionaryWords;

/* Reads the words of blocks (of AdrefCheckBlock), which outlive the result. A word that `known` has
 * is right. Passed over are quotations, addresses, words with digits, words that a bracket cuts. */
AdrefDictionaryWords *adref_dictionary_words_read(const GPtrArray *blocks,
                                                  AdrefDictionary *dictionary,
                                                  const AdrefKnownWords *known);
void adref_dictionary_words_free(AdrefDictionaryWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefDictionaryWords, adref_dictionary_words_free)

/* Those that are in no dictionary (of AdrefDictionaryWord), in the order of the text. */
const GPtrArray *adref_dictionary_words_unknown(const AdrefDictionaryWords *words);

/* The others. */
const GPtrArray *adref_dictionary_words_right(const AdrefDictionaryWords *words);

/* Of AdrefDictionaryPair. */
const GArray *adref_dictionary_words_pairs(const AdrefDictionaryWords *words);

/* Whether a form of the text, or NULL, is one of those that are in no dictionary. */
gboolean adref_dictionary_words_is_unknown(const AdrefDictionaryWords *words, const char *form);

/* Whether a form, or NULL, has two capitals and no small letter. */
gboolean adref_dictionary_is_capitals(const char *form);

#endif

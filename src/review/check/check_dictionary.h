/* Misspelled words, by the dictionaries of the language (review/check/dictionary.h).
 *
 * False alarms are worse than misses: a word is reported only when it is nearly another one that
 * may have been meant, and when it is no name, abbreviation, term or word of another language as
 * far as can be seen. It takes time to read dictionaries, so words are looked up while another
 * thread looks at the text. */
#ifndef ADREF_REVIEW_CHECK_CHECK_DICTIONARY_H
#define ADREF_REVIEW_CHECK_CHECK_DICTIONARY_H

#include "draft/library/abbreviations.h"
#include "draft/statement/statement.h"
#include "review/check/check_text.h"

enum {
  ADREF_CHECK_DICTIONARY_GUESSES = 300, /* of them, for which the word that was meant is searched */
  ADREF_CHECK_DICTIONARY_USES = 2,      /* a word that stands more often is meant so */
};

/* What else is known; each may be NULL. */
typedef struct {
  const char *folders; /* of the dictionaries (review/check/dictionary.h) */
  const AdrefParties *parties;
  const AdrefStatement *statement;
  const AdrefAbbreviations *abbreviations;
  const GPtrArray *words; /* of const char *: words and terms that are right */
} AdrefCheckDictionaryOptions;

typedef struct AdrefCheckDictionary AdrefCheckDictionary;

/* What is known of the words of a text, whose blocks stay as they are until the end; the options
 * are read now. NULL: there is no dictionary of its language. */
AdrefCheckDictionary *adref_check_dictionary_begin(const AdrefCheckText *text,
                                                   const AdrefCheckDictionaryOptions *options);

/* Looks up all words; `check` may be NULL. */
void adref_check_dictionary_look_up(AdrefCheckDictionary *check);

/* Adds the findings, but for those that another rule has at the same place; frees `check`, which
 * may be NULL. FALSE: no word was looked up. */
gboolean adref_check_dictionary_end(AdrefCheckDictionary *check, AdrefCheckText *text);

#endif

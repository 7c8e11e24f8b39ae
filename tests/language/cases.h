/* The cases of this suite, one a file, and what they share. */
#ifndef ADREF_TESTS_LANGUAGE_CASES_H
#define ADREF_TESTS_LANGUAGE_CASES_H

#include "language/phrase_scanner.h"
#include "language/token_reader.h"
#include "suite.h"

TCase *tcase_contrary_words(void);
TCase *tcase_date_phrase(void);
TCase *tcase_item_form(void);
TCase *tcase_language_tag(void);
TCase *tcase_letter_words(void);
TCase *tcase_numeric_phrase(void);
TCase *tcase_occasion_line(void);
TCase *tcase_paragraph_reference(void);
TCase *tcase_phrase_scanner(void);
TCase *tcase_phrase_trie(void);
TCase *tcase_place_names(void);
TCase *tcase_provision_reference(void);
TCase *tcase_quantity(void);
TCase *tcase_spelling(void);
TCase *tcase_text_token(void);
TCase *tcase_word_place(void);
TCase *tcase_word_table(void);

/* A text, its tokens and a reader of them. */
typedef struct {
  AdrefPhraseTrie *phrases;
  GArray *tokens;
  AdrefTokenReader reader;
} ReadText;

ReadText read_tokens(const char *language, const char *text);
void read_text_clear(ReadText *read);

/* The phrases that a scanner with the parties Japan, ASEAN and "us" finds in a text are these
 * lines: "number: 5,000 < 5000>", with "weak " and "doubtful " before the class. */
void phrases_are(const char *language, const char *text, const char *expected);

#endif

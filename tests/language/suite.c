#include "suite.h"

#include "language/cases.h"

static TCase *(*const cases[])(void) = {tcase_contrary_words, tcase_date_phrase,
                                        tcase_item_form,      tcase_language_tag,
                                        tcase_letter_words,   tcase_numeric_phrase,
                                        tcase_occasion_line,  tcase_paragraph_reference,
                                        tcase_phrase_scanner, tcase_phrase_trie,
                                        tcase_place_names,    tcase_provision_reference,
                                        tcase_quantity,       tcase_spelling,
                                        tcase_text_token,     tcase_word_place,
                                        tcase_word_table,     NULL};

int main(void)
{
  return run_suite("language", cases);
}

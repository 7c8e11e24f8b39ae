/* The cases of this suite, one a file. */
#ifndef ADREF_TESTS_REVIEW_CASES_H
#define ADREF_TESTS_REVIEW_CASES_H

#include "suite.h"

TCase *tcase_change_class(void);
TCase *tcase_check(void);
TCase *tcase_check_dictionary(void);
TCase *tcase_check_translation(void);
TCase *tcase_edit_slips(void);
TCase *tcase_fact_changes(void);
TCase *tcase_folded_words(void);
TCase *tcase_generated(void);
TCase *tcase_checked_texts(void);
TCase *tcase_hidden_tricks(void);
TCase *tcase_hostile(void);
TCase *tcase_known_values(void);
TCase *tcase_language_differences(void);
TCase *tcase_language_values(void);
TCase *tcase_outdated_words(void);
TCase *tcase_paragraph_alignment(void);
TCase *tcase_passage_table(void);
TCase *tcase_precedent_index(void);
TCase *tcase_redlines(void);
TCase *tcase_style_rules(void);
TCase *tcase_lawyer(void);
TCase *tcase_limits(void);
TCase *tcase_measure(void);
TCase *tcase_measure_more(void);
TCase *tcase_meaning_pairs(void);

#endif

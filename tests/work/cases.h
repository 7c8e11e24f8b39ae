#ifndef ADREF_TESTS_WORK_CASES_H
#define ADREF_TESTS_WORK_CASES_H

#include "suite.h"

TCase *tcase_edit_buffer(void);
TCase *tcase_merge_texts(void);
TCase *tcase_session(void);
TCase *tcase_shared_tags(void);
TCase *tcase_needs(void);
TCase *tcase_text(void);
TCase *tcase_select(void);
TCase *tcase_fact_comparison(void);
TCase *tcase_save_statement(void);
TCase *tcase_dated_words(void);
TCase *tcase_returned_clauses(void);
TCase *tcase_returned_word(void);
TCase *tcase_rescued_words(void);
TCase *tcase_hidden_check(void);
TCase *tcase_sent_spelling(void);
TCase *tcase_kept_clauses(void);
TCase *tcase_kept_results(void);
TCase *tcase_publication_check(void);
TCase *tcase_mail_around(void);
TCase *tcase_returned_text(void);
TCase *tcase_incoming_text(void);
TCase *tcase_excerpt(void);
TCase *tcase_unmarked_text(void);
TCase *tcase_select_bracket(void);
TCase *tcase_typed_words(void);
TCase *tcase_plain_text(void);
TCase *tcase_merge_file(void);

#endif

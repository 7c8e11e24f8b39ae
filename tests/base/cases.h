/* The cases of this suite, one a file. */
#ifndef ADREF_TESTS_BASE_CASES_H
#define ADREF_TESTS_BASE_CASES_H

#include <check.h>

TCase *tcase_digest(void);
TCase *tcase_error(void);
TCase *tcase_file(void);
TCase *tcase_foreign_file(void);
TCase *tcase_dynamic_library(void);
TCase *tcase_names(void);
TCase *tcase_pattern(void);
TCase *tcase_pattern_needs(void);
TCase *tcase_parallel_for(void);
TCase *tcase_program_run(void);
TCase *tcase_byte_scan(void);
TCase *tcase_interner(void);
TCase *tcase_markup(void);
TCase *tcase_string_append(void);
TCase *tcase_string_list(void);
TCase *tcase_string_order(void);

#endif

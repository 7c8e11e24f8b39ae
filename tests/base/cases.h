/* The cases of this suite, one a file. */
#ifndef ADREF_TESTS_BASE_CASES_H
#define ADREF_TESTS_BASE_CASES_H

#include <check.h>

TCase *tcase_digest(void);
TCase *tcase_error(void);
TCase *tcase_file(void);
TCase *tcase_late(void);
TCase *tcase_names(void);
TCase *tcase_pattern(void);
TCase *tcase_share(void);
TCase *tcase_span(void);

#endif

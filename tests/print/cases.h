/* The cases of this suite, one a file. */
#ifndef ADREF_TESTS_PRINT_CASES_H
#define ADREF_TESTS_PRINT_CASES_H

#include "suite.h"

TCase *tcase_header_footer(void);
TCase *tcase_line_breaker(void);
TCase *tcase_page_flow(void);
TCase *tcase_page_options(void);
TCase *tcase_pagination(void);
TCase *tcase_parallel_columns(void);
TCase *tcase_pdf_artifact(void);
TCase *tcase_pdf_content(void);
TCase *tcase_pdf_number(void);
TCase *tcase_pdf_postprocess(void);

#endif

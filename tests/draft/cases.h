/* The cases of this suite, one a file. */
#ifndef ADREF_TESTS_DRAFT_CASES_H
#define ADREF_TESTS_DRAFT_CASES_H

#include <check.h>

TCase *tcase_abbreviations(void);
TCase *tcase_markdown_escape(void);
TCase *tcase_mustache(void);
TCase *tcase_party(void);
TCase *tcase_party_color(void);
TCase *tcase_value(void);
TCase *tcase_yaml(void);
TCase *tcase_file_source(void);
TCase *tcase_workspace(void);
TCase *tcase_template(void);
TCase *tcase_library(void);
TCase *tcase_outline(void);
TCase *tcase_page_words(void);
TCase *tcase_statement(void);
TCase *tcase_added_language(void);
TCase *tcase_assemble(void);
TCase *tcase_house_style(void);
TCase *tcase_variants(void);
TCase *tcase_starter(void);

#endif

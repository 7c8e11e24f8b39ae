/* The cases of this suite, one per file. */
#ifndef ADREF_TESTS_HISTORY_CASES_H
#define ADREF_TESTS_HISTORY_CASES_H

#include "suite.h"

TCase *tcase_remote(void);
TCase *tcase_repo(void);
TCase *tcase_safe_directory(void);
TCase *tcase_person(void);
TCase *tcase_save(void);
TCase *tcase_index_lock(void);
TCase *tcase_index_stamp(void);
TCase *tcase_together(void);
TCase *tcase_time_range(void);
TCase *tcase_deadline(void);
TCase *tcase_version(void);
TCase *tcase_label(void);
TCase *tcase_log(void);
TCase *tcase_result_cache(void);
TCase *tcase_join(void);
TCase *tcase_version_files(void);

#endif

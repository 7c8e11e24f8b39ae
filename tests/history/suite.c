#include "cases.h"

static TCase *(*const cases[])(void) = {tcase_repo,
                                        tcase_safe_directory,
                                        tcase_person,
                                        tcase_save,
                                        tcase_index_lock,
                                        tcase_together,
                                        tcase_time_range,
                                        tcase_version,
                                        tcase_label,
                                        tcase_log,
                                        tcase_deadline,
                                        tcase_result_cache,
                                        tcase_join,
                                        tcase_version_files,
                                        tcase_remote,
                                        tcase_index_stamp,
                                        NULL};

int main(void)
{
  return run_suite("history", cases);
}

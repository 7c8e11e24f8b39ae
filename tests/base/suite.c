#include "suite.h"

#include "base/cases.h"

static TCase *(*const cases[])(void) = {tcase_digest,
                                        tcase_error,
                                        tcase_file,
                                        tcase_foreign_file,
                                        tcase_dynamic_library,
                                        tcase_names,
                                        tcase_pattern,
                                        tcase_pattern_needs,
                                        tcase_parallel_for,
                                        tcase_program_run,
                                        tcase_byte_scan,
                                        tcase_interner,
                                        tcase_markup,
                                        tcase_string_append,
                                        tcase_string_list,
                                        tcase_string_order,
                                        NULL};

int main(void)
{
  return run_suite("base", cases);
}

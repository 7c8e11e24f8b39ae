#include "suite.h"

#include "base/cases.h"

static TCase *(*const cases[])(void) = {tcase_digest, tcase_error, tcase_file,
                                        tcase_late,   tcase_names, tcase_pattern,
                                        tcase_share,  tcase_span,  NULL};

int main(void)
{
  return run_suite("base", cases);
}

#include "suite.h"

#include "review/cases.h"

static TCase *(*const cases[])(void) = {tcase_change_class, tcase_hostile,      tcase_limits,
                                        tcase_measure,      tcase_measure_more, NULL};

int main(void)
{
  return run_suite("review", cases);
}

#include "suite.h"

#include "merge/cases.h"

static TCase *(*const cases[])(void) = {tcase_align,
                                        tcase_blame,
                                        tcase_diff,
                                        tcase_redlines,
                                        tcase_generated,
                                        tcase_hostile,
                                        tcase_matter,
                                        tcase_matter_hostile,
                                        tcase_matter_measure,
                                        tcase_matter_measure_more,
                                        NULL};

int main(void)
{
  return run_suite("merge", cases);
}

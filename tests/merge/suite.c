#include "suite.h"

#include "merge/cases.h"

static TCase *(*const cases[])(void) = {tcase_diff, tcase_generated, NULL};

int main(void)
{
  return run_suite("merge", cases);
}

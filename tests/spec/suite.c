#include "suite.h"

#include "spec/cases.h"

static TCase *(*const cases[])(void) = {tcase_spec, NULL};

int main(void)
{
  return run_suite("spec", cases);
}

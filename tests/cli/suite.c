#include "suite.h"

#include "cli/cases.h"

static TCase *(*const cases[])(void) = {tcase_transcripts, NULL};

int main(void)
{
  return run_suite("cli", cases);
}

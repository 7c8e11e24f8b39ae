#include "suite.h"

#include "print/cases.h"

static TCase *(*const cases[])(void) = {tcase_pagination, tcase_pdf_postprocess, NULL};

int main(void)
{
  return run_suite("print", cases);
}

#include "merge/cases.h"

TCase *tcase_generated(void)
{
  return tcase_create("generated");
}

#include "suite.h"

#include "clause/cases.h"

static TCase *(*const cases[])(void) = {
    tcase_node,   tcase_read,       tcase_plain,     tcase_bracket, tcase_marker,
    tcase_number, tcase_freeze,     tcase_canonical, tcase_words,   tcase_mark,
    tcase_hidden, tcase_enumerator, tcase_alternat,  tcase_golden,  NULL};

int main(void)
{
  return run_suite("clause", cases);
}

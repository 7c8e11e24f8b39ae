/* What is reported of generated pairs. pairs.txt holds pairs that a search chose because each runs
 * code of clause/, language/, merge/ or review/ that no other does, or runs it another number of
 * times. */
#include "generated_results.h"
#include "review/cases.h"
#include "review/pair.h"

START_TEST(pairs_are_reported_as_before)
{
  generated_results_are("tests/review/pairs.txt", pair_result);
}
END_TEST

TCase *tcase_generated(void)
{
  TCase *tcase = tcase_create("generated");
  tcase_add_test(tcase, pairs_are_reported_as_before);
  return tcase;
}

/* How generated Markdown is read. soups.txt holds texts that a search chose because each runs code
 * of clause/ that no other does, or runs it another number of times. */
#include "clause/cases.h"
#include "clause/soup.h"
#include "generated_results.h"

START_TEST(soups_are_read_as_before)
{
  generated_results_are("tests/clause/soups.txt", soup_result);
}
END_TEST

TCase *tcase_generated(void)
{
  TCase *tcase = tcase_create("generated");
  tcase_add_test(tcase, soups_are_read_as_before);
  return tcase;
}

#include "base/dynamic_library.h"

#include <string.h>

#include "base/cases.h"

static AdrefDynamicFunction find(const char *name)
{
  return adref_dynamic_library_find(adref_dynamic_library_open("libc.so.6"), name);
}

START_TEST(finds_functions)
{
  ck_assert_uint_eq(ADREF_DYNAMIC_FUNCTION(strlen, find)("shall"), 5);
}
END_TEST

START_TEST(says_what_is_missing)
{
  ck_assert(find("adref_has_no_such_function") == NULL);
  ck_assert_ptr_null(adref_dynamic_library_open("libadref-no-such.so"));
}
END_TEST

TCase *tcase_dynamic_library(void)
{
  TCase *tcase = tcase_create("dynamic_library");
  tcase_add_test(tcase, finds_functions);
  tcase_add_test(tcase, says_what_is_missing);
  return tcase;
}

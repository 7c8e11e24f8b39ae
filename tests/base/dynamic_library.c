#include "base/dynamic_library.h"

#include <string.h>

#include "base/cases.h"

static AdrefDynamicLibrary libc = {"libc.so.6", "libc6", "all programs need it", G_ONCE_INIT};

static AdrefDynamicFunction get(const char *name)
{
  return adref_dynamic_library_get(&libc, name);
}

START_TEST(finds_functions)
{
  ck_assert_uint_eq(ADREF_DYNAMIC_FUNCTION(strlen, get)("shall"), 5);
}
END_TEST

START_TEST(says_what_is_missing)
{
  AdrefDynamicLibrary missing = {"libadref-no-such.so", "adref-none", "tests need it", G_ONCE_INIT};
  g_autoptr(GError) error = NULL;
  ck_assert(adref_dynamic_library_find(&libc, "adref_has_no_such_function") == NULL);
  ck_assert(adref_dynamic_library_find(&missing, "strlen") == NULL);
  ck_assert(!adref_dynamic_library_load(&missing, &error));
  ck_assert_str_eq(error->message,
                   "libadref-no-such.so cannot be loaded; tests need it: install the "
                   "package adref-none");
}
END_TEST

TCase *tcase_dynamic_library(void)
{
  TCase *tcase = tcase_create("dynamic_library");
  tcase_add_test(tcase, finds_functions);
  tcase_add_test(tcase, says_what_is_missing);
  return tcase;
}

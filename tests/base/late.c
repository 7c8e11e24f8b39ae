#include "base/late.h"

#include "base/cases.h"

typedef struct {
  gsize (*strlen)(const char *);
  void (*other)(void);
} Table;

START_TEST(finds_functions)
{
  static const char *const names[] = {"strlen", "abort", NULL};
  Table table;
  ck_assert_ptr_null(adref_late_load("libc.so.6", names, &table));
  ck_assert_uint_eq(table.strlen("shall"), 5);
}
END_TEST

START_TEST(says_what_is_missing)
{
  static const char *const names[] = {"strlen", "adref_has_no_such_function", NULL};
  Table table;
  ck_assert_str_eq(adref_late_load("libc.so.6", names, &table), "adref_has_no_such_function");
  ck_assert_str_eq(adref_late_load("libadref-no-such.so", names, &table), "libadref-no-such.so");
}
END_TEST

TCase *tcase_late(void)
{
  TCase *tcase = tcase_create("late");
  tcase_add_test(tcase, finds_functions);
  tcase_add_test(tcase, says_what_is_missing);
  return tcase;
}

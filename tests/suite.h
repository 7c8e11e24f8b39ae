/* What every suite shares: tests/<folder>/suite.c holds main, each other file one TCase. */
#ifndef ADREF_TESTS_SUITE_H
#define ADREF_TESTS_SUITE_H

#include <check.h>
#include <glib.h>
#include <stdlib.h>

#include "environment.h"

/* Runs the cases (NULL-terminated) as one suite, in the environment of the tests; the status of
 * main. With ADREF_PART=2/3 only the second, the fifth ... case. */
static inline int run_suite(const char *name, TCase *(*const cases[])(void))
{
  environment_set();
  Suite *suite = suite_create(name);
  for (guint i = 0; cases[i]; i++)
    if (!cases[1] || environment_is_in_part(i))
      suite_add_tcase(suite, cases[i]());
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* Adds a test, unless ADREF_TEST names another one. */
static inline void suite_add_test(TCase *tcase, const TTest *test, int start, int end)
{
  const char *only = g_getenv("ADREF_TEST");
  if (!only || g_str_equal(only, test->name))
    _tcase_add_test(tcase, test, 0, 0, start, end);
}

#undef tcase_add_test
#undef tcase_add_loop_test
#define tcase_add_test(tcase, test)                  suite_add_test(tcase, test, 0, 1)
#define tcase_add_loop_test(tcase, test, start, end) suite_add_test(tcase, test, start, end)

/* The call failed with exactly this message; frees the error. */
#define ck_assert_error(error, expected)                                                           \
  do {                                                                                             \
    ck_assert_ptr_nonnull(error);                                                                  \
    ck_assert_str_eq((error)->message, expected);                                                  \
    g_clear_error(&(error));                                                                       \
  } while (0)

#define ck_assert_no_error(error)                                                                  \
  ck_assert_msg(!(error), "error: %s", (error) ? (error)->message : "")

#endif

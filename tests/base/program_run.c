#include "base/program_run.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/cases.h"
#include "suite.h"

/* What the program said, by the bytes of each call. */
static void note(gpointer data, const char *text, gsize length)
{
  g_string_append_len(data, text, (gssize)length);
}

START_TEST(input_output_and_status)
{
  g_autoptr(GString) input = g_string_new("words");
  g_auto(AdrefProgramRun) run = adref_program_run_new(input);
  const char *arguments[] = {"sh", "-c", "cat; printf '\\377' >&2; exit 3", NULL};
  ck_assert(adref_program_run(&run, arguments, NULL));
  ck_assert_str_eq(run.output, "words");
  ck_assert_str_eq(run.errors, "\357\277\275");
  ck_assert_int_eq(run.status, 3);
}
END_TEST

START_TEST(two_files)
{
  g_auto(AdrefProgramRun) run = adref_program_run_new(NULL);
  const char *arguments[] = {"sh", "-c", "cat /dev/fd/3 /dev/fd/4", NULL};
  run.files[0] = adref_memory_file_new("a", 1);
  run.files[1] = adref_memory_file_new("b", 1);
  ck_assert(adref_program_run(&run, arguments, NULL));
  ck_assert_str_eq(run.output, "ab");
}
END_TEST

/* Each byte once, also what is written at the end; a program left behind is not waited for. */
START_TEST(followed)
{
  static const char *const unset[] = {"GIT_DIR", NULL};
  g_autoptr(GString) said = g_string_new(NULL);
  g_auto(AdrefProgramRun) run = adref_program_run_new(NULL);
  const char *arguments[] = {
      "sh", "-c", "echo ${GIT_DIR-unset} $LC_ALL >&2; sleep 0.25; sleep 60 & echo $! >&2", NULL};
  g_setenv("GIT_DIR", "/elsewhere", TRUE);
  run.unset = unset;
  run.follow = note;
  run.data = said;
  gint64 begin = g_get_monotonic_time();
  ck_assert(adref_program_run(&run, arguments, NULL));
  ck_assert_int_lt(g_get_monotonic_time() - begin, 30 * G_USEC_PER_SEC);
  ck_assert(g_str_has_prefix(said->str, "unset C\n"));
  ck_assert_str_eq(said->str, run.errors);
  g_unsetenv("GIT_DIR");
  kill(atoi(said->str + strlen("unset C\n")), SIGTERM);
}
END_TEST

START_TEST(not_found_or_killed)
{
  g_autoptr(GError) error = NULL;
  g_auto(AdrefProgramRun) run = adref_program_run_new(NULL);
  g_auto(AdrefProgramRun) other = adref_program_run_new(NULL);
  const char *missing[] = {"adref-no-such-program", NULL};
  const char *killed[] = {"sh", "-c", "kill -9 $$", NULL};
  ck_assert(!adref_program_run(&run, missing, &error));
  ck_assert(strstr(error->message, "adref-no-such-program cannot be run: "));
  ck_assert(adref_program_run(&other, killed, NULL));
  ck_assert_int_eq(other.status, -1);
}
END_TEST

TCase *tcase_program_run(void)
{
  TCase *tcase = tcase_create("program_run");
  tcase_add_test(tcase, input_output_and_status);
  tcase_add_test(tcase, two_files);
  tcase_add_test(tcase, followed);
  tcase_add_test(tcase, not_found_or_killed);
  return tcase;
}

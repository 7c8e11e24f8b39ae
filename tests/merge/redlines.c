/* tests/merge/<case>/old.md, new.md and expect.critic: the redline that a careful lawyer would
 * draw, written by hand before the program was asked. ADREF_UPDATE=1 writes the files anew; then
 * read what changed. */
#include "base/file.h"
#include "merge/cases.h"
#include "merge/critic.h"
#include "parties.h"

enum {
  MIN_CASES = 120
};

static char *file_text(const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = adref_file_read_text(path, path, ADREF_TEXT_LIMIT, &error);
  ck_assert_no_error(error);
  return g_strdup(g_bytes_get_data(bytes, NULL));
}

static void check_words(const AdrefNode *redline, const char *actual, const char *expected,
                        const char *folder)
{
  guint lawyer = critic_words(expected), ours = critic_words(actual);
  ck_assert_msg(ours <= lawyer, "%s: %u words marked, a lawyer marks %u", folder, ours, lawyer);
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next) {
    const AdrefChange *change = clause->as.clause->change;
    gboolean none = !change || change->type == ADREF_CHANGE_NONE;
    ck_assert_msg(!none || clause->mark != ADREF_KEPT || !strstr(actual, "(none)"), "%s", folder);
  }
}

static guint check_case(const char *folder)
{
  g_autofree char *old_path = g_build_filename(folder, "old.md", NULL);
  if (!g_file_test(old_path, G_FILE_TEST_EXISTS))
    return 0;
  g_autoptr(GHashTable) parties = example_parties();
  AdrefMarkdownReadOptions how = {.parties = parties};
  g_autofree char *before = file_text(folder, "old.md"), *after = file_text(folder, "new.md");
  g_autofree char *expected = file_text(folder, "expect.critic");
  g_autoptr(AdrefNode) old = read_text(before, &how, NULL), new = read_text(after, &how, NULL);
  g_autoptr(AdrefNode) redline = adref_diff(old, new, NULL);
  g_autofree char *actual = critic_text(redline);
  keeps_redline(old, new, folder);
  if (g_getenv("ADREF_UPDATE")) {
    g_autofree char *path = g_build_filename(folder, "expect.critic", NULL);
    ck_assert(g_file_set_contents(path, actual, -1, NULL));
    return 1;
  }
  check_words(redline, actual, expected, folder);
  ck_assert_msg(strcmp(actual, expected) == 0, "%s\n--- expected\n%s--- actual\n%s---", folder,
                expected, actual);
  return 1;
}

static char *cases_folder(void)
{
  const char *tests = g_getenv("ADREF_TESTS");
  return g_build_filename(tests ? tests : "tests", "merge", NULL);
}

START_TEST(redlines_as_a_lawyer_does)
{
  g_autofree char *folder = cases_folder();
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  guint count = 0;
  for (const char *name; (name = g_dir_read_name(dir));) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    count += check_case(path);
  }
  ck_assert_uint_ge(count, MIN_CASES);
}
END_TEST

/* Cases that other tools get wrong (measured: git, wdiff, dwdiff, lowdown, pandiff). */
START_TEST(has_cases_that_other_tools_get_wrong)
{
  static const char *const cases[] = {
      "rewrap-only",
      "clause-inserted-in-tight-list",
      "moved-past-an-edited-one",
      "one-table-cell",
      "one-footnote-word",
      "bracket-resolved",
      "paragraph-2-is-another-now",
  };
  g_autofree char *folder = cases_folder();
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *path = g_build_filename(folder, cases[i], NULL);
    ck_assert_msg(check_case(path) == 1, "%s is missing", path);
  }
}
END_TEST

TCase *tcase_redlines(void)
{
  TCase *tcase = tcase_create("redlines");
  tcase_add_test(tcase, redlines_as_a_lawyer_does);
  tcase_add_test(tcase, has_cases_that_other_tools_get_wrong);
  return tcase;
}

#include "work/changes/fact_comparison.h"

#include <string.h>

#include "cases.h"
#include "review/fact_changes.h"
#include "work/join/comparison.h"
#include "work/text.h"
#include "workplace.h"

#define FACTS "statements/demo/statement.yaml"
#define TOKYO                                                                                      \
  "title: Demo\noutline: plain\nparties: [JPN, THA]\nlanguages: [en, ja]\nplace: Tokyo\n"
#define BONN "title: Demo\noutline: plain\nparties: [JPN, THA]\nlanguages: [en, ja]\nplace: Bonn\n"

static void save_all(const Workplace *workplace)
{
  g_free(workplace_git(workplace, "add -A"));
  g_free(workplace_git(workplace, "commit -q --allow-empty -m x"));
}

/* The changes, a line for each. */
static char *lines_of(const GPtrArray *changes)
{
  GString *lines = g_string_new(NULL);
  for (guint i = 0; changes && i < changes->len; i++) {
    g_autofree char *line = adref_fact_change_line(changes->pdata[i]);
    g_string_append_printf(lines, "%s\n", line);
  }
  return g_string_free(lines, FALSE);
}

/* What changed since the last version. */
static char *since_head(Workplace *workplace, GError **error)
{
  AdrefSession *session = workplace_reopen(workplace, ".");
  ck_assert(adref_session_open_workspace(session, NULL));
  ck_assert_ptr_nonnull(adref_session_repo(session, NULL));
  const AdrefStatement *facts = adref_session_facts(session->files, "demo", NULL);
  g_autoptr(GPtrArray) changes = adref_fact_comparison_since_head(session, facts, error);
  return changes ? lines_of(changes) : NULL;
}

/* What changed in the newest version of the statement. */
static char *in_newest(Workplace *workplace, GError **error)
{
  AdrefSession *session = workplace_reopen(workplace, ".");
  gboolean found;
  ck_assert(adref_session_open_workspace(session, NULL));
  g_autoptr(AdrefLog) log =
      adref_log_new(adref_session_repo(session, NULL), "statements/demo", NULL, NULL);
  ck_assert(adref_log_next(log, &found, NULL) && found);
  g_autoptr(GPtrArray) changes = adref_fact_comparison_of_log(session, "demo", log, error);
  return changes ? lines_of(changes) : NULL;
}

START_TEST(facts_and_parties_since_the_last_version)
{
  g_autoptr(Workplace) workplace = workplace_new();
  workplace_put(workplace, FACTS, TOKYO);
  workplace_init(workplace);
  g_autofree char *none = since_head(workplace, NULL);
  ck_assert_str_eq(none, "");
  workplace_put(workplace, FACTS, BONN);
  workplace_put(workplace, "templates/parties.yaml",
                "parties:\n  JPN: {short: {en: Nippon}, long: {en: Japan}}\n"
                "  THA: {short: {en: Thailand}, long: {en: the Kingdom of Thailand}}\n");
  g_autofree char *both = since_head(workplace, NULL);
  ck_assert_str_eq(both, "short name of JPN (en): Japan -> Nippon\nplace: Tokyo -> Bonn\n");
}
END_TEST

START_TEST(facts_of_a_version_of_the_log)
{
  g_autoptr(Workplace) workplace = workplace_new();
  workplace_put(workplace, FACTS, TOKYO);
  workplace_init(workplace);
  g_autofree char *first = in_newest(workplace, NULL);
  ck_assert_str_eq(first, "");
  workplace_put(workplace, FACTS, BONN);
  save_all(workplace);
  g_autofree char *second = in_newest(workplace, NULL);
  ck_assert_str_eq(second, "place: Tokyo -> Bonn\n");
  workplace_put(workplace, "statements/demo/ja.md", "# Demo\n");
  save_all(workplace);
  g_autofree char *third = in_newest(workplace, NULL);
  ck_assert_str_eq(third, "");
  workplace_put(workplace, "statements/demo/ja.md", "# Demo 2\n");
  workplace_put(workplace, "templates/parties.yaml",
                "parties:\n  JPN: {short: {en: Nippon}, long: {en: Japan}}\n"
                "  THA: {short: {en: Thailand}, long: {en: the Kingdom of Thailand}}\n");
  save_all(workplace);
  g_autofree char *fourth = in_newest(workplace, NULL);
  ck_assert_str_eq(fourth, "short name of JPN (en): Japan -> Nippon\n");
}
END_TEST

START_TEST(facts_that_are_missing_or_do_not_read)
{
  g_autoptr(Workplace) workplace = workplace_new();
  GError *error = NULL;
  workplace_init(workplace);
  g_free(workplace_git(workplace, "rm -q --cached " FACTS));
  g_free(workplace_git(workplace, "commit -q -m gone"));
  g_autofree char *gone = since_head(workplace, &error), *log = in_newest(workplace, &error);
  ck_assert_no_error(error);
  ck_assert_str_eq(gone, "");
  ck_assert_str_eq(log, "");
  workplace_put(workplace, FACTS, "outline: plain\nparties: [QQQ]\n");
  save_all(workplace);
  workplace_put(workplace, FACTS, BONN);
  ck_assert_ptr_null(since_head(workplace, &error));
  ck_assert_msg(strstr(error->message, "QQQ") != NULL, "%s", error->message);
  g_clear_error(&error);
}
END_TEST

static AdrefComparison *compare(AdrefSession *session, const char *old_name, GError **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(AdrefText) new = adref_text_load_version(session, "demo", "work", NULL, NULL);
  g_autoptr(AdrefText) old = adref_text_load_version(session, "demo", old_name, NULL, &cause);
  if (!old)
    old = adref_text_load_like(new, old_name, g_steal_pointer(&cause), error);
  return old ? adref_comparison_new(g_steal_pointer(&old), g_steal_pointer(&new), old_name, "work",
                                    FALSE, error)
             : NULL;
}

START_TEST(words_are_compared_without_facts)
{
  g_autoptr(Workplace) workplace = workplace_new();
  GError *error = NULL;
  workplace_put(workplace, FACTS, "outline: plain\nparties: [QQQ]\n");
  workplace_init(workplace);
  workplace_put(workplace, FACTS, BONN);
  AdrefSession *session = workplace_reopen(workplace, ".");
  g_autoptr(AdrefComparison) same = compare(session, "HEAD", &error);
  ck_assert_no_error(error);
  ck_assert_ptr_null(same->facts);
  ck_assert(g_str_has_prefix(same->facts_problem, "HEAD: " FACTS));
  ck_assert(!adref_comparison_differs(same, &(AdrefSummaryFilter){0}));
  g_free(workplace_git(workplace, "rm -q --cached " FACTS));
  g_free(workplace_git(workplace, "commit -q -m gone"));
  g_autoptr(AdrefComparison) gone = compare(session, "HEAD", &error);
  ck_assert_no_error(error);
  ck_assert_str_eq(gone->facts_problem, "HEAD: " FACTS " does not exist");
  g_free(workplace_git(workplace, "rm -q --cached statements/demo/en.md"));
  g_free(workplace_git(workplace, "commit -q -m 'no text'"));
  ck_assert_ptr_null(compare(session, "HEAD", &error));
  ck_assert_msg(g_str_has_prefix(error->message, "there is no statement \"demo\""), "%s",
                error->message);
  g_clear_error(&error);
}
END_TEST

/* A version whose facts read has no text in a language that they do not list. */
START_TEST(facts_that_read_decide)
{
  g_autoptr(Workplace) workplace = workplace_new();
  GError *error = NULL;
  workplace_put(workplace, FACTS, "outline: plain\nparties: [JPN]\nlanguages: [en]\n");
  workplace_init(workplace);
  workplace_put(workplace, FACTS, BONN);
  AdrefSession *session = workplace_reopen(workplace, ".");
  g_autoptr(AdrefText) text = adref_text_load_version(session, "demo", "work", "ja", NULL);
  GError *cause = g_error_new_literal(ADREF_ERROR, ADREF_ERROR_USAGE, "no such language");
  ck_assert_ptr_null(adref_text_load_like(text, "HEAD", cause, &error));
  ck_assert_str_eq(error->message, "no such language");
  g_clear_error(&error);
}
END_TEST

START_TEST(facts_count_as_a_difference)
{
  g_autoptr(Workplace) workplace = workplace_new();
  GError *error = NULL;
  AdrefSummaryFilter facts = {0}, numbers = {0};
  adref_summary_filter_add(&facts, "facts");
  adref_summary_filter_add(&numbers, "number");
  workplace_put(workplace, FACTS, TOKYO);
  workplace_init(workplace);
  AdrefSession *session = workplace_reopen(workplace, ".");
  g_autoptr(AdrefComparison) same = compare(session, "HEAD", &error);
  ck_assert(!adref_comparison_differs(same, &(AdrefSummaryFilter){0}));
  ck_assert(!adref_comparison_differs(same, &facts));
  workplace_put(workplace, FACTS, BONN);
  session = workplace_reopen(workplace, ".");
  g_autoptr(AdrefComparison) changed = compare(session, "HEAD", &error);
  ck_assert(adref_comparison_differs(changed, &(AdrefSummaryFilter){0}));
  ck_assert(adref_comparison_differs(changed, &facts));
  ck_assert(!adref_comparison_differs(changed, &numbers));
}
END_TEST

TCase *tcase_fact_comparison(void)
{
  TCase *tcase = tcase_create("fact_comparison");
  tcase_add_test(tcase, facts_and_parties_since_the_last_version);
  tcase_add_test(tcase, facts_of_a_version_of_the_log);
  tcase_add_test(tcase, facts_that_are_missing_or_do_not_read);
  tcase_add_test(tcase, words_are_compared_without_facts);
  tcase_add_test(tcase, facts_that_read_decide);
  tcase_add_test(tcase, facts_count_as_a_difference);
  return tcase;
}

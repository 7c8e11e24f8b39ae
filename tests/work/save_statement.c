#include "work/save_statement.h"

#include <string.h>

#include "cases.h"
#include "workplace.h"

/* Saves the statement, which must succeed. */
static void save(Workplace *workplace, const AdrefSaveStatementOptions *options)
{
  g_autoptr(GError) error = NULL;
  AdrefSession *session = workplace_reopen(workplace, ".");
  ck_assert(adref_session_open_workspace(session, &error));
  adref_save_statement(session, adref_session_facts(session->files, "demo", &error), options,
                       &error);
  ck_assert_no_error(error);
}

static void put_text(const Workplace *workplace, const char *training)
{
  g_autofree char *text = g_strdup_printf("# Demo\n\n<!-- op training -->\n%s\n\n"
                                          "<!-- op ports -->\nThe Parties open ports.\n",
                                          training);
  workplace_put(workplace, "statements/demo/en.md", text);
}

START_TEST(message_says_what_changed)
{
  g_autoptr(Workplace) workplace = workplace_new();
  workplace_init(workplace);
  put_text(workplace, "The Parties train officials.");
  save(workplace, &(AdrefSaveStatementOptions){.party = "JPN", .action = "edit"});
  ck_assert_msg(strstr(workplace->said->str, ": demo: op training: 1 word\n"), "%s",
                workplace->said->str);
  g_autofree char *message = workplace_git(workplace, "log -1 --format=%B");
  ck_assert_str_eq(message, "demo: op training: 1 word\n\nStatement: demo\nParty: JPN\n"
                            "Action: edit\nClause: training");
  save(workplace, &(AdrefSaveStatementOptions){.action = "edit"});
  ck_assert_msg(g_str_has_prefix(workplace->said->str, "demo: nothing to save; the files are as "),
                "%s", workplace->said->str);
}
END_TEST

START_TEST(subject_and_clauses_can_be_given)
{
  g_autoptr(Workplace) workplace = workplace_new();
  g_autoptr(GPtrArray) clauses = g_ptr_array_new();
  workplace_init(workplace);
  put_text(workplace, "The Parties train officials.");
  g_ptr_array_add(clauses, (char[]){"ports"});
  save(workplace, &(AdrefSaveStatementOptions){.subject = "demo: why\n\nBecause.",
                                               .action = "agree",
                                               .author = "Ben Lee <ben@example.org>",
                                               .clauses = clauses});
  g_autofree char *message = workplace_git(workplace, "log -1 --format=%an:%cn:%B");
  ck_assert_str_eq(message, "Ben Lee:Ana Sol:demo: why\n\nBecause.\n\nStatement: demo\n"
                            "Action: agree\nClause: ports\nClause: training");
}
END_TEST

/* A subject that is made has at most 72 characters. */
START_TEST(subject_is_short)
{
  g_autoptr(Workplace) workplace = workplace_new();
  g_autoptr(GString) text = g_string_new("# Demo\n");
  workplace_init(workplace);
  for (guint i = 0; i < 4; i++)
    g_string_append_printf(text, "\n<!-- op a-new-clause-%u -->\nwords\n", i);
  g_string_append(text, "\n<!-- op training -->\nThe Parties train.\n\n"
                        "<!-- op ports -->\nThe Parties open ports.\n");
  workplace_put(workplace, "statements/demo/en.md", text->str);
  save(workplace, &(AdrefSaveStatementOptions){.action = "save"});
  g_autofree char *subject = workplace_git(workplace, "log -1 --format=%s");
  ck_assert_str_eq(subject, "demo: 4 clauses new");
}
END_TEST

START_TEST(text_with_a_serious_problem_is_not_saved)
{
  g_autoptr(Workplace) workplace = workplace_new();
  GError *error = NULL;
  workplace_init(workplace);
  workplace_put(workplace, "statements/demo/ja.md",
                "<!-- op training -->\nx\n\n<!-- op training -->\ny\n");
  AdrefSession *session = workplace->session;
  ck_assert(adref_session_open_workspace(session, &error));
  AdrefSaveStatementOptions options = {.action = "save"};
  ck_assert(!adref_save_statement(session, adref_session_facts(session->files, "demo", &error),
                                  &options, &error));
  ck_assert_msg(g_str_has_prefix(error->message, "statements/demo/ja.md:4:1: "), "%s",
                error->message);
  g_clear_error(&error);
  g_autofree char *subject = workplace_git(workplace, "log -1 --format=%s");
  ck_assert_str_eq(subject, "start");
}
END_TEST

TCase *tcase_save_statement(void)
{
  TCase *tcase = tcase_create("save_statement");
  tcase_add_test(tcase, message_says_what_changed);
  tcase_add_test(tcase, subject_and_clauses_can_be_given);
  tcase_add_test(tcase, subject_is_short);
  tcase_add_test(tcase, text_with_a_serious_problem_is_not_saved);
  return tcase;
}

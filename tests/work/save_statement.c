#include "work/edit/save_statement.h"

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

/* Facts come first; a long list of them becomes a number, so that the clauses have room. */
START_TEST(subject_names_facts)
{
  g_autoptr(Workplace) workplace = workplace_new();
  workplace_init(workplace);
  static const char facts[] = "title: Demo\noutline: plain\nparties: [JPN, THA]\n"
                              "languages: [en, ja]\nsigning: {who: [JPN], capacity: initialled}\n";
  workplace_put(workplace, "statements/demo/statement.yaml", facts);
  save(workplace, &(AdrefSaveStatementOptions){.action = "save"});
  g_autofree char *alone = workplace_git(workplace, "log -1 --format=%s");
  ck_assert_str_eq(alone, "demo: facts: who must sign, signing capacity");
  workplace_put(workplace, "statements/demo/statement.yaml",
                "title: Demo\noutline: plain\nparties: [JPN, THA]\nlanguages: [en, ja]\n"
                "signing: {who: all, capacity: initialled}\nplace: Bonn\n");
  put_text(workplace, "The Parties train officials.");
  save(workplace, &(AdrefSaveStatementOptions){.action = "save"});
  g_autofree char *both = workplace_git(workplace, "log -1 --format=%s");
  ck_assert_str_eq(both, "demo: facts: who must sign, place; op training: 1 word");
  workplace_put(workplace, "statements/demo/statement.yaml", facts);
  put_text(workplace, "The Parties train many officials.");
  workplace_put(workplace, "statements/demo/ja.md", "# Demo\n");
  save(workplace, &(AdrefSaveStatementOptions){.action = "save"});
  g_autofree char *again = workplace_git(workplace, "log -1 --format=%s");
  ck_assert_str_eq(again, "demo: facts: who must sign, place; op training: 1 word");
  workplace_put(workplace, "statements/demo/statement.yaml",
                "title: Another\noutline: plain\nparties: [THA, JPN]\nlanguages: [en, ja]\n"
                "place: Rome\n");
  put_text(workplace, "The Parties train officials.");
  save(workplace, &(AdrefSaveStatementOptions){.action = "save"});
  g_autofree char *count = workplace_git(workplace, "log -1 --format=%s");
  ck_assert_str_eq(count, "demo: 5 facts changed; op training: 1 word");
}
END_TEST

/* A comment in statement.yaml is no fact; the facts of a last version may not read. */
START_TEST(subject_without_facts)
{
  g_autoptr(Workplace) workplace = workplace_new();
  static const char facts[] = "title: Demo\noutline: plain\nparties: [JPN, THA]\n"
                              "languages: [en, ja]\n";
  g_autofree char *commented = g_strconcat("# why\n", facts, NULL);
  workplace_init(workplace);
  workplace_put(workplace, "statements/demo/statement.yaml", commented);
  save(workplace, &(AdrefSaveStatementOptions){.action = "save"});
  g_autofree char *comment = workplace_git(workplace, "log -1 --format=%s");
  ck_assert_str_eq(comment, "demo: files");
  workplace_put(workplace, "statements/demo/statement.yaml", "outline: plain\nparties: [QQQ]\n");
  g_free(workplace_git(workplace, "commit -qam bad"));
  workplace_put(workplace, "statements/demo/statement.yaml", facts);
  save(workplace, &(AdrefSaveStatementOptions){.action = "save"});
  g_autofree char *bad = workplace_git(workplace, "log -1 --format=%s");
  ck_assert_str_eq(bad, "demo: facts and files");
}
END_TEST

TCase *tcase_save_statement(void)
{
  TCase *tcase = tcase_create("save_statement");
  tcase_add_test(tcase, message_says_what_changed);
  tcase_add_test(tcase, subject_and_clauses_can_be_given);
  tcase_add_test(tcase, subject_is_short);
  tcase_add_test(tcase, subject_names_facts);
  tcase_add_test(tcase, subject_without_facts);
  tcase_add_test(tcase, text_with_a_serious_problem_is_not_saved);
  return tcase;
}

#include "work/needs.h"

#include <string.h>

#include "cases.h"
#include "workplace.h"

/* Asks for what is needed, which must be refused with this message. */
static void refuses(Workplace *workplace, guint needs, const char *statement, const char *party,
                    const char *message)
{
  GError *error = NULL;
  ck_assert(!adref_session_require(workplace->session, needs, statement, party, &error));
  ck_assert_error(error, message);
}

static void gives(Workplace *workplace, guint needs)
{
  g_autoptr(GError) error = NULL;
  adref_session_require(workplace->session, needs, NULL, NULL, &error);
  ck_assert_no_error(error);
}

START_TEST(opens_only_what_is_asked_for)
{
  g_autoptr(Workplace) workplace = workplace_new();
  const AdrefSession *session = workplace->session;
  gives(workplace, 0);
  ck_assert_ptr_null(session->workspace);
  gives(workplace, ADREF_NEEDS_WORKSPACE);
  ck_assert_ptr_nonnull(session->library);
  ck_assert_ptr_null(session->statement_id);
  gives(workplace, ADREF_NEEDS_ID);
  ck_assert_str_eq(session->statement_id, "demo");
  ck_assert_ptr_null(session->statement);
  gives(workplace, ADREF_NEEDS_STATEMENT);
  ck_assert_str_eq(session->statement->id, "demo");
  ck_assert_ptr_null(session->repo);
  ck_assert_ptr_null(session->signers);
  workplace_init(workplace);
  gives(workplace, ADREF_NEEDS_REPOSITORY | ADREF_NEEDS_SIGNERS | ADREF_NEEDS_IDENTITY |
                       ADREF_NEEDS_NO_MERGE | ADREF_NEEDS_CLEAN);
  ck_assert_ptr_nonnull(session->repo);
  ck_assert_ptr_nonnull(session->signers);
}
END_TEST

START_TEST(names_what_is_missing)
{
  g_autoptr(Workplace) workplace = workplace_new();
  refuses(workplace, ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT, "dema", NULL,
          "there is no statement \"dema\"; did you mean \"demo\"?");
  GError *error = NULL;
  ck_assert(!adref_session_require(workplace->session, ADREF_NEEDS_REPOSITORY, NULL, NULL, &error));
  ck_assert_msg(g_str_has_prefix(error->message, workplace->root), "%s", error->message);
  g_clear_error(&error);
  workplace_reopen(workplace, "..");
  ck_assert(!adref_session_require(workplace->session, ADREF_NEEDS_WORKSPACE, NULL, NULL, &error));
  ck_assert(g_error_matches(error, ADREF_ERROR, ADREF_ERROR_NOT_FOUND));
  g_clear_error(&error);
}
END_TEST

START_TEST(party_speaks_in_the_statement)
{
  g_autoptr(Workplace) workplace = workplace_new();
  guint needs = ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_PARTY;
  g_autoptr(GError) error = NULL;
  ck_assert(adref_session_require(workplace->session, needs, NULL, "THA", &error));
  ck_assert(adref_session_require(workplace->session, needs, NULL, NULL, &error));
  refuses(workplace, needs, NULL, "THAI", "--as THAI: not a party of demo; did you mean THA?");
  refuses(workplace, needs, NULL, "VNM",
          "--as VNM: not a party of demo; its parties are JPN, THA and the members of groups among "
          "them; a party is added to \"parties\" in statements/demo/statement.yaml");
}
END_TEST

START_TEST(identity_is_needed_before_anything_is_written)
{
  g_autoptr(Workplace) workplace = workplace_new();
  GError *error = NULL;
  g_free(workplace_git(workplace, "init -q -b main"));
  ck_assert(!adref_session_require(workplace->session,
                                   ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT |
                                       ADREF_NEEDS_IDENTITY | ADREF_NEEDS_CLEAN,
                                   NULL, NULL, &error));
  ck_assert_msg(strstr(error->message, "git config"), "%s", error->message);
  g_clear_error(&error);
}
END_TEST

START_TEST(changes_that_are_not_saved_are_refused)
{
  g_autoptr(Workplace) workplace = workplace_new();
  guint needs = ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_CLEAN;
  workplace_init(workplace);
  gives(workplace, needs);
  workplace_put(workplace, "statements/demo/notes.txt", "belongs to no statement\n");
  gives(workplace, needs);
  workplace_put(workplace, "statements/demo/ja.md", "# Other\n");
  refuses(workplace, needs, NULL, NULL,
          "demo has changes that are not saved; `adref save` keeps them, `git restore "
          "statements/demo` drops them; then try again");
}
END_TEST

START_TEST(merge_under_way_is_refused)
{
  g_autoptr(Workplace) workplace = workplace_new();
  GError *error = NULL;
  workplace_init(workplace);
  g_autofree char *head = workplace_git(workplace, "rev-parse HEAD");
  g_autofree char *line = g_strconcat(head, "\n", NULL);
  workplace_put(workplace, ".git/MERGE_HEAD", line);
  gives(workplace, ADREF_NEEDS_REPOSITORY);
  ck_assert(!adref_session_require(workplace->session, ADREF_NEEDS_NO_MERGE, NULL, NULL, &error));
  ck_assert(g_error_matches(error, ADREF_ERROR, ADREF_ERROR_REFUSED));
  g_clear_error(&error);
}
END_TEST

TCase *tcase_needs(void)
{
  TCase *tcase = tcase_create("needs");
  tcase_add_test(tcase, opens_only_what_is_asked_for);
  tcase_add_test(tcase, names_what_is_missing);
  tcase_add_test(tcase, party_speaks_in_the_statement);
  tcase_add_test(tcase, identity_is_needed_before_anything_is_written);
  tcase_add_test(tcase, changes_that_are_not_saved_are_refused);
  tcase_add_test(tcase, merge_under_way_is_refused);
  return tcase;
}

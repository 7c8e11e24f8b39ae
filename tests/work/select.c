#include "cases.h"
#include "work/person_time.h"
#include "work/select_clause.h"
#include "work/select_draft.h"
#include "workplace.h"

START_TEST(clause_by_id_or_number)
{
  g_autoptr(Workplace) workplace = workplace_new();
  GError *error = NULL;
  workplace_put(workplace, "statements/demo/en.md",
                "# Demo\n\n<!-- op training no=12bis -->\nwords\n\n<!-- op 12bis -->\nmore\n");
  g_autoptr(AdrefText) text = adref_text_open(workplace->session, "demo", NULL, &error);
  ck_assert_no_error(error);
  const AdrefNode *training = adref_select_clause_find(text->document, "training");
  ck_assert_str_eq(training->as.clause->id, "training");
  ck_assert_str_eq(training->as.clause->number, "12 bis");
  ck_assert_ptr_eq(adref_select_clause_find(text->document, "12BIS"), training);
  ck_assert_ptr_ne(adref_select_clause_find(text->document, "12bis"), training);
  ck_assert_ptr_null(adref_select_clause_find(text->document, "12"));
  ck_assert_ptr_null(adref_select_clause(text, "trainin", &error));
  ck_assert_error(error, "statements/demo/en.md: no clause \"trainin\"; did you mean training?");
}
END_TEST

START_TEST(argument_that_is_no_statement_is_a_clause)
{
  g_autoptr(Workplace) workplace = workplace_new();
  GError *error = NULL;
  const char *clause = NULL;
  g_autoptr(AdrefText) text =
      adref_select_clause_text(workplace->session, "ports", &clause, NULL, &error);
  ck_assert_no_error(error);
  ck_assert_str_eq(text->statement->id, "demo");
  ck_assert_str_eq(clause, "ports");
  clause = NULL;
  ck_assert_ptr_null(adref_select_clause_text(workplace->session, "port", &clause, NULL, &error));
  ck_assert_error(error, "statements/demo/en.md: no clause \"port\"; did you mean ports?");
  clause = "ports";
  ck_assert_ptr_null(adref_select_clause_text(workplace->session, "ports", &clause, NULL, &error));
  ck_assert_error(error, "there is no statement \"ports\"; there are: demo");
  gboolean is_statement;
  ck_assert(adref_session_open_workspace(workplace->session, &error));
  ck_assert(adref_select_clause_is_statement(workplace->session, "demo", &is_statement, &error));
  ck_assert(is_statement);
  ck_assert(adref_select_clause_is_statement(workplace->session, "ports", &is_statement, &error));
  ck_assert(!is_statement);
}
END_TEST

START_TEST(draft_by_name_or_the_last)
{
  AdrefLabel labels[] = {{.name = (char[]){"zero"}}, {.name = (char[]){"rev1"}}};
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  ck_assert_ptr_null(adref_select_draft(all, NULL));
  g_ptr_array_add(all, &labels[0]);
  g_ptr_array_add(all, &labels[1]);
  ck_assert_ptr_eq(adref_select_draft(all, NULL), &labels[1]);
  ck_assert_ptr_eq(adref_select_draft(all, "zero"), &labels[0]);
  ck_assert_ptr_null(adref_select_draft(all, "rev2"));
}
END_TEST

START_TEST(time_is_in_the_persons_zone)
{
  AdrefPerson person = {.time = 1700000000, .offset = 540};
  g_autofree char *time = adref_person_time(&person, "%Y-%m-%dT%H:%M:%S%:z", "?");
  ck_assert_str_eq(time, "2023-11-15T07:13:20+09:00");
  person.time = G_MAXINT64;
  g_autofree char *unknown = adref_person_time(&person, "%Y", "?");
  ck_assert_str_eq(unknown, "?");
  ck_assert_ptr_null(adref_person_time(&person, "%Y", NULL));
}
END_TEST

TCase *tcase_select(void)
{
  TCase *tcase = tcase_create("select");
  tcase_add_test(tcase, clause_by_id_or_number);
  tcase_add_test(tcase, argument_that_is_no_statement_is_a_clause);
  tcase_add_test(tcase, draft_by_name_or_the_last);
  tcase_add_test(tcase, time_is_in_the_persons_zone);
  return tcase;
}

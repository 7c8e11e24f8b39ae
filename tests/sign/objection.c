#include "sign/objection.h"

#include <string.h>

#include "sign/cases.h"
#include "sign/signoff_message.h"

#define COMMIT "1111111111111111111111111111111111111111"

static AdrefObjection *objection_with_reason(const char *reason)
{
  AdrefObjection *objection = adref_objection_new();
  objection->statement = g_strdup("tokyo");
  objection->label = g_strdup("rev1");
  objection->commit = g_strdup(COMMIT);
  objection->deadline = g_strdup("2023-12-01T18:00+09:00[Asia/Tokyo]");
  objection->party = g_strdup("THA");
  objection->name = g_strdup("Somchai Rattanakosin");
  objection->reason = g_strdup(reason);
  objection->time = g_strdup("2023-12-01T17:40:00+09:00");
  return objection;
}

/* The form stays, so that objections of today can be read later. */
static const char form[] = "THA breaks the silence on tokyo/rev1\n"
                           "\n"
                           "Format: adref break of silence 1\n"
                           "Statement: tokyo\n"
                           "Label: rev1\n"
                           "Commit: " COMMIT "\n"
                           "Silence: 2023-12-01T18:00+09:00[Asia/Tokyo]\n"
                           "Party: THA\n"
                           "Name: Somchai Rattanakosin\n"
                           "Reason: Why.\n"
                           "Time: 2023-12-01T17:40:00+09:00\n";

START_TEST(an_objection_is_written_and_read)
{
  g_autoptr(AdrefObjection) objection = objection_with_reason("Why.");
  g_autoptr(GString) text = adref_objection_write(objection);
  ck_assert_str_eq(text->str, form);
  g_autoptr(AdrefObjection) again = adref_objection_read(text->str, text->len);
  ck_assert_ptr_nonnull(again);
  ck_assert_str_eq(again->statement, "tokyo");
  ck_assert_str_eq(again->label, "rev1");
  ck_assert_str_eq(again->commit, COMMIT);
  ck_assert_str_eq(again->deadline, "2023-12-01T18:00+09:00[Asia/Tokyo]");
  ck_assert_str_eq(again->party, "THA");
  ck_assert_str_eq(again->name, "Somchai Rattanakosin");
  ck_assert_str_eq(again->reason, "Why.");
  ck_assert_str_eq(again->time, "2023-12-01T17:40:00+09:00");
  g_autofree char *name = adref_objection_tag_name("tokyo", "rev1", "THA");
  ck_assert_str_eq(name, "silence/tokyo/rev1/THA");
}
END_TEST

/* An objection to some clauses has a form of its own. */
START_TEST(an_objection_to_clauses_is_written_and_read)
{
  char *ids[] = {(char[]){"private-sector"}, (char[]){"ferries"}, NULL};
  g_autoptr(AdrefObjection) objection = objection_with_reason("Why.");
  objection->clauses = g_strdupv(ids);
  g_autoptr(GString) text = adref_objection_write(objection);
  ck_assert(g_str_has_prefix(text->str, "THA breaks the silence on 2 clauses of tokyo/rev1\n\n"
                                        "Format: adref break of silence 2\nStatement: tokyo\n"));
  ck_assert_ptr_nonnull(
      strstr(text->str, "Party: THA\nClauses: private-sector, ferries\nName: Somchai"));
  g_autoptr(AdrefObjection) again = adref_objection_read(text->str, text->len);
  ck_assert_ptr_nonnull(again);
  ck_assert(g_strv_equal((const char *const *)again->clauses, (const char *const *)ids));
  for (gsize length = 0; length < text->len; length++)
    ck_assert_ptr_null(adref_objection_read(text->str, length));
  ck_assert_uint_eq(adref_objection_form(text->str, text->len), 2);
  ck_assert_uint_eq(adref_objection_form(form, strlen(form)), 1);
  ck_assert_uint_eq(adref_objection_form("x", 1), 0);
}
END_TEST

/* What is put in the place of the list of the objection, so that it is not read. */
static const struct {
  const char *head, *list;
} lists[] = {
    {"2 clauses", "ferries"},          {"1 clauses", "ferries"}, {"1 clause", "Ferries"},
    {"2 clauses", "ferries, ferries"}, {"1 clause", "ferries,"}, {"0 clauses", ""},
    {"2 clauses", "ferries,levels"},   {"1 clause", " ferries"}, {"1 clause", "a/b"},
};

START_TEST(another_list_is_not_read)
{
  g_autofree char *good = g_strdup_printf(
      "THA breaks the silence on %s of tokyo/rev1\n\nFormat: adref break of silence 2\n"
      "Statement: tokyo\nLabel: rev1\nCommit: " COMMIT "\n"
      "Silence: 2023-12-01T18:00+09:00[Asia/Tokyo]\nParty: THA\nClauses: %s\nName: S\nReason: "
      "W.\nTime: 2023-12-01T17:40:00+09:00\n",
      lists[_i].head, lists[_i].list);
  g_autoptr(AdrefObjection) read = adref_objection_read(good, strlen(good));
  ck_assert_msg(read == NULL, "%s: %s", lists[_i].head, lists[_i].list);
}
END_TEST

/* What is put in the place of a part of the form, so that it is not read. */
static const struct {
  const char *part, *instead;
} changes[] = {
    {"THA breaks the silence on", "JPN breaks the silence on"},
    {"silence on tokyo/rev1", "silence on tokyo/rev2"},
    {"silence 1", "silence 2"},
    {"Statement: tokyo", "Statement: Tokyo"},
    {"Label: rev1", "Label: REV1"},
    {"Commit: 11111111", "Commit: 1111111"},
    {"Commit: 11111111", "Commit: 111111111"},
    {"Commit: 11111111", "Commit: A1111111"},
    {"[Asia/Tokyo]", ""},
    {"Silence: 2023-12-01", "Silence: 2023-12-32"},
    {"Party: THA", "Party: tha"},
    {"Name: Somchai Rattanakosin", "Name: "},
    {"Name: Somchai", "Name:  Somchai"},
    {"Reason: Why.", "Reason: Why.\xe2\x80\xae"},
    {"Reason: Why.", "Reason: Why.\xff"},
    {"Reason: Why.", "Reason: Why.\x1b[2J"},
    {"Time: 2023-12-01T17:40:00+09:00", "Time: soon"},
    {"Time: 2023-12-01T17:40:00+09:00", "Time: 2023-12-01T17:40:00+09:00 "},
    {"Time: 2023-12-01T17:40:00+09:00\n", "Time: 2023-12-01T17:40:00+09:00"},
    {"Time: 2023-12-01T17:40:00+09:00\n", "Time: 2023-12-01T17:40:00+09:00\n\n"},
    {"Time:", "Note: x\nTime:"},
    {"Party: THA\nName: Somchai Rattanakosin\n", "Name: Somchai Rattanakosin\nParty: THA\n"},
    {"Format: ", "Format:"},
};

START_TEST(another_form_is_not_read)
{
  g_auto(GStrv) parts = g_strsplit(form, changes[_i].part, 2);
  ck_assert_uint_eq(g_strv_length(parts), 2);
  g_autofree char *text = g_strjoinv(changes[_i].instead, parts);
  g_autoptr(AdrefObjection) read = adref_objection_read(text, strlen(text));
  ck_assert_msg(read == NULL, "%s: %s", changes[_i].part, changes[_i].instead);
}
END_TEST

/* Cut off anywhere, it is not read. */
START_TEST(a_shorter_objection_is_not_read)
{
  for (gsize length = 0; length < strlen(form); length++)
    ck_assert_ptr_null(adref_objection_read(form, length));
}
END_TEST

TCase *tcase_objection(void)
{
  TCase *tcase = tcase_create("objection");
  tcase_add_test(tcase, an_objection_is_written_and_read);
  tcase_add_test(tcase, an_objection_to_clauses_is_written_and_read);
  tcase_add_loop_test(tcase, another_list_is_not_read, 0, G_N_ELEMENTS(lists));
  tcase_add_loop_test(tcase, another_form_is_not_read, 0, G_N_ELEMENTS(changes));
  tcase_add_test(tcase, a_shorter_objection_is_not_read);
  return tcase;
}

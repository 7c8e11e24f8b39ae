#include "sign/signed_field.h"

#include <string.h>

#include "sign/cases.h"
#include "sign/signoff_message.h"

#define HASH  "6e1cb246c5b01fb11e526ed5c738ccaee462b2aee1085da4a16d298d8fc57907"
#define OTHER "921c7f927640a03d8300630dc5b26f49c5a3a0626255637b1fa021bdb1e0ae4d"

START_TEST(a_line_has_a_length)
{
  g_autofree char *text = g_strnfill(200, 'x'), *reason = g_strnfill(2000, 'x');
  g_autofree char *long_text = g_strnfill(201, 'x'), *long_reason = g_strnfill(2001, 'x');
  ck_assert(adref_signed_field_is_text(text) && !adref_signed_field_is_text(long_text));
  ck_assert(adref_signed_field_is_reason(reason) && !adref_signed_field_is_reason(long_reason));
  ck_assert(!adref_signed_field_is_text("") && !adref_signed_field_is_reason(""));
  ck_assert(adref_signed_field_is_text("\xe6\xa3\xae Aiko") && !adref_signed_field_is_text(" x") &&
            !adref_signed_field_is_text("x ") && !adref_signed_field_is_text("x\x7f"));
}
END_TEST

START_TEST(ids_have_as_many_digits_as_they_must)
{
  g_autofree char *commit = g_strnfill(40, 'a'), *sum = g_strnfill(64, 'f');
  g_autofree char *above = g_strnfill(41, 'a'), *capital = g_strnfill(40, 'A');
  ck_assert(adref_signed_field_is_commit(commit) && !adref_signed_field_is_commit(commit + 1) &&
            !adref_signed_field_is_commit(above) && !adref_signed_field_is_commit(capital));
  ck_assert(adref_signed_field_is_sha256(sum) && !adref_signed_field_is_sha256(sum + 1) &&
            !adref_signed_field_is_sha256(commit));
}
END_TEST

START_TEST(what_was_given_is_refused_with_what_is_allowed)
{
  GError *error = NULL;
  ck_assert(adref_signed_field_check_text("title", "Minister", &error));
  ck_assert(!adref_signed_field_check_text("title", "a\nb", &error));
  ck_assert_error(error, "--title: one line of letters is needed, without spaces at its ends, "
                         "control characters and marks of direction, at most 200 bytes");
  ck_assert(!adref_signed_field_check_reason("reason", "", &error));
  ck_assert_error(error, "--reason: one line of letters is needed, without spaces at its ends, "
                         "control characters and marks of direction, at most 2000 bytes");
}
END_TEST

/* The form stays, so that signatures of today can be checked later. */
static const char form[] = "Sign-off of tokyo/rev1 by JPN\n"
                           "\n"
                           "Format: adref sign-off 1\n"
                           "Statement: tokyo\n"
                           "Label: rev1\n"
                           "Commit: 1111111111111111111111111111111111111111\n"
                           "Text: en authentic " HASH " " OTHER "\n"
                           "Text: ja provisional " OTHER " " HASH "\n"
                           "Corrects: zero " OTHER "\n"
                           "Rule: approved; JPN; ASEAN\n"
                           "Party: JPN\n"
                           "Capacity: signed\n"
                           "Name: Aiko Mori\n"
                           "Title: Minister for Foreign Affairs\n"
                           "Place: Tokyo\n"
                           "Time: 2023-12-17T10:00:00+09:00\n";

/* A sign-off of form 2: the same with the facts. Caller frees. */
static char *form_2(void)
{
  g_autoptr(GString) text = g_string_new(form);
  g_string_replace(text, "sign-off 1", "sign-off 2", 1);
  g_string_replace(text, "Corrects:", "Facts: " HASH "\nCorrects:", 1);
  return g_string_free(g_steal_pointer(&text), FALSE);
}

START_TEST(a_sign_off_of_form_2_has_facts)
{
  GError *error = NULL;
  g_autofree char *text = form_2();
  g_autoptr(AdrefSignoffMessage) message = adref_signoff_message_read(text, strlen(text), &error);
  ck_assert_no_error(error);
  g_autoptr(GString) again = adref_signoff_message_write(message);
  ck_assert_str_eq(again->str, text);
  ck_assert_uint_eq(message->form, 2);
  ck_assert_uint_eq(ADREF_SIGNOFF_FORM, 2);
  ck_assert_str_eq(message->facts, HASH);
  g_auto(GStrv) parts = g_strsplit(text, "Facts: ", 2);
  g_autofree char *without = g_strjoinv("Facts: x", parts);
  ck_assert_ptr_null(adref_signoff_message_read(without, strlen(without), &error));
  ck_assert_error(error, "it is not a sign-off: a valid line \"Facts: ...\" is missing");
}
END_TEST

START_TEST(a_form_is_read_from_its_line)
{
  static const struct {
    const char *text;
    guint form;
  } forms[] = {{"Format: adref sign-off 1\n", 1},
               {"x\n\nFormat: adref sign-off 12\nFormat: adref sign-off 1\n", 12},
               {"Format: adref sign-off 0\n", 0},
               {"Format: adref sign-off -1\n", 0},
               {"Format: adref sign-off 99999999999\n", 0},
               {"Format: adref sign-off 2x\n", 0},
               {"Name: Format: adref sign-off 2\n", 0},
               {"", 0}};
  for (gsize i = 0; i < G_N_ELEMENTS(forms); i++)
    ck_assert_uint_eq(adref_signoff_message_form(forms[i].text, strlen(forms[i].text)),
                      forms[i].form);
}
END_TEST

START_TEST(a_sign_off_is_read_and_written)
{
  GError *error = NULL;
  g_autoptr(AdrefSignoffMessage) message = adref_signoff_message_read(form, strlen(form), &error);
  ck_assert_no_error(error);
  g_autoptr(GString) again = adref_signoff_message_write(message);
  ck_assert_str_eq(again->str, form);
  ck_assert_uint_eq(message->texts->len, 2);
  ck_assert_int_eq(message->capacity, ADREF_CAPACITY_SIGNED);
  gint64 seconds;
  int offset;
  ck_assert(adref_signoff_message_seconds(message, &seconds, &offset));
  ck_assert_int_eq(seconds, 1702774800);
  ck_assert_int_eq(offset, 540);
  g_autofree char *time = adref_signoff_message_format_time(seconds, offset);
  ck_assert_str_eq(time, message->time);
}
END_TEST

/* Without one of these lines it is no sign-off; the line is named. */
static const struct {
  const char *line, *instead, *missing;
} lines[] = {
    {"Statement: tokyo", "Statement: Tokyo", "Statement"},
    {"Label: rev1", "Label: rev 1", "Label"},
    {"Commit: 1", "Commit: g", "Commit"},
    {"Rule: approved; JPN; ASEAN", "Rule: all", "Rule"},
    {"Party: JPN", "Party: J\xd0\xa0N", "Party"},
    {"Capacity: signed", "Capacity: seen", "Capacity"},
    {"Name: Aiko Mori", "Name: ", "Name"},
    {"Time: 2023", "Time:  2023", "Time"},
};

START_TEST(a_sign_off_needs_each_line)
{
  GError *error = NULL;
  g_auto(GStrv) parts = g_strsplit(form, lines[_i].line, 2);
  g_autofree char *text = g_strjoinv(lines[_i].instead, parts);
  g_autofree char *expected = g_strdup_printf(
      "it is not a sign-off: a valid line \"%s: ...\" is missing", lines[_i].missing);
  ck_assert_ptr_null(adref_signoff_message_read(text, strlen(text), &error));
  ck_assert_error(error, expected);
}
END_TEST

/* Without one of these it is one, of other words: writing it gives other bytes. */
START_TEST(a_line_that_is_not_understood_is_passed_over)
{
  static const char *const optional[] = {"Title: Minister",    "Place: Tokyo",
                                         "Corrects: zero",     "Text: ja provisional 9",
                                         "Text: en authentic", "Format: adref sign-off 1"};
  for (gsize i = 0; i < G_N_ELEMENTS(optional); i++) {
    g_auto(GStrv) parts = g_strsplit(form, optional[i], 2);
    g_autofree char *text = g_strjoinv("X: y", parts);
    g_autoptr(AdrefSignoffMessage) read = adref_signoff_message_read(text, strlen(text), NULL);
    ck_assert_ptr_nonnull(read);
    g_autoptr(GString) again = adref_signoff_message_write(read);
    ck_assert_str_ne(again->str, text);
  }
}
END_TEST

/* Of two lines with one key the first counts: nobody can add another meaning below. */
START_TEST(the_first_of_two_lines_counts)
{
  static const char *const others[] = {"Statement: other",
                                       "Label: rev2",
                                       "Commit: 2222222222222222222222222222222222222222",
                                       "Corrects: first " HASH,
                                       "Rule: signed; THA",
                                       "Party: THA",
                                       "Capacity: approved",
                                       "Name: Ben Lee",
                                       "Title: Clerk",
                                       "Place: Bonn",
                                       "Time: 2024-12-17T10:00:00+09:00",
                                       "Format: adref sign-off 2"};
  for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
    g_autofree char *text = g_strdup_printf("%s%s\n", form, others[i]);
    g_autoptr(AdrefSignoffMessage) read = adref_signoff_message_read(text, strlen(text), NULL);
    ck_assert_ptr_nonnull(read);
    g_autoptr(GString) again = adref_signoff_message_write(read);
    ck_assert_str_eq(again->str, form);
  }
}
END_TEST

START_TEST(a_sign_off_has_a_limit)
{
  GError *error = NULL;
  g_autoptr(GString) text = g_string_new(form);
  g_autofree char *more = g_strnfill(ADREF_SIGNOFF_MESSAGE_LIMIT - text->len, '\n');
  ck_assert_int_eq(ADREF_SIGNOFF_MESSAGE_LIMIT, 65536);
  g_string_append(text, more);
  g_autoptr(AdrefSignoffMessage) message = adref_signoff_message_read(text->str, text->len, &error);
  ck_assert_ptr_nonnull(message);
  g_string_append_c(text, '\n');
  ck_assert_ptr_null(adref_signoff_message_read(text->str, text->len, &error));
  ck_assert_error(error, "the message is larger than 65536 bytes");
}
END_TEST

TCase *tcase_signed_field(void)
{
  TCase *tcase = tcase_create("signed_field");
  tcase_add_test(tcase, a_line_has_a_length);
  tcase_add_test(tcase, ids_have_as_many_digits_as_they_must);
  tcase_add_test(tcase, what_was_given_is_refused_with_what_is_allowed);
  tcase_add_test(tcase, a_sign_off_is_read_and_written);
  tcase_add_test(tcase, a_sign_off_of_form_2_has_facts);
  tcase_add_test(tcase, a_form_is_read_from_its_line);
  tcase_add_loop_test(tcase, a_sign_off_needs_each_line, 0, G_N_ELEMENTS(lines));
  tcase_add_test(tcase, a_line_that_is_not_understood_is_passed_over);
  tcase_add_test(tcase, the_first_of_two_lines_counts);
  tcase_add_test(tcase, a_sign_off_has_a_limit);
  return tcase;
}

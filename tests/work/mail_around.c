/* What of a mail is no part of the text in it: mails.txt and mail_heads.txt. */
#include "work/import/mail_around.h"

#include <string.h>

#include "base/file.h"
#include "cases.h"
#include "outcomes.h"
#include "work/import/mail_head.h"
#include "workplace.h"

static GBytes *bytes_of(const char *text)
{
  return g_bytes_new(text, strlen(text));
}

static void add_result(Workplace *workplace, GBytes *left, const char *mail, GString *out)
{
  gsize length;
  const char *text = adref_bytes_start(left, &length);
  g_autofree char *lines = g_strndup(text, length);
  if (strcmp(lines, mail) == 0)
    g_string_append(out, "(all of it)\n");
  else
    outcome_add_lines(out, lines);
  g_string_append(out, workplace->said->str);
  g_string_truncate(workplace->said, 0);
}

typedef struct {
  Workplace *workplace;
  char *known; /* of the last case that names one */
} Mails;

/* The known text, where it is another than in the case before, and the mail. */
static void take_mail(char **parts, gpointer data, GString *out)
{
  Mails *self = data;
  const char *mail = parts[1] ? parts[1] : parts[0];
  if (parts[1]) {
    g_free(self->known);
    self->known = g_strdup(parts[0]);
  }
  g_autoptr(GBytes) bytes = bytes_of(mail), known = bytes_of(self->known);
  gboolean is_answer = FALSE;
  g_autoptr(GBytes) left =
      adref_mail_around_remove(self->workplace->session, "x.txt", bytes, known, &is_answer);
  add_result(self->workplace, left, mail, out);
  if (is_answer)
    g_string_append(out, "(an answer, paragraph by paragraph)\n");
}

START_TEST(what_stands_around_a_known_text)
{
  g_autoptr(Workplace) workplace = workplace_new();
  Mails mails = {workplace, NULL};
  outcomes_are("tests/work/mails.txt", take_mail, &mails);
  g_free(mails.known);
}
END_TEST

static void take_head(char **parts, gpointer data, GString *out)
{
  Workplace *workplace = data;
  g_autoptr(GBytes) bytes = bytes_of(parts[0]);
  g_autoptr(GBytes) left = adref_mail_head_remove(workplace->session, "x.txt", bytes);
  add_result(workplace, left, parts[0], out);
}

START_TEST(what_stands_around_an_unknown_text)
{
  g_autoptr(Workplace) workplace = workplace_new();
  outcomes_are("tests/work/mail_heads.txt", take_head, workplace);
}
END_TEST

/* Whether a mail is found of which a sign stands behind so many lines that are not of the text, or
 * before so many. */
static gboolean is_cut(const Workplace *workplace, const char *sign, guint above, guint below)
{
  static const char text[] = "We open our ports to ships.\n";
  g_autoptr(GString) mail = g_string_new(below > 0 ? text : NULL);
  for (guint i = 0; i < above; i++)
    g_string_append(mail, "\n");
  g_string_append_printf(mail, "%s\n\n", sign);
  for (guint i = 1; i < below; i++)
    g_string_append(mail, "x\n");
  g_string_append(mail, above > 0 ? text : "");
  g_autoptr(GBytes) bytes = bytes_of(mail->str), known = bytes_of(text);
  g_autoptr(GBytes) left = adref_mail_around_remove(workplace->session, "x", bytes, known, NULL);
  return !g_bytes_equal(left, bytes);
}

/* A mail begins or ends in the 60 lines at an end of the file. */
START_TEST(a_mail_is_looked_for_near_the_ends)
{
  g_autoptr(Workplace) workplace = workplace_new();
  ck_assert(is_cut(workplace, "Dear all,", 59, 0));
  ck_assert(!is_cut(workplace, "Dear all,", 60, 0));
  ck_assert(is_cut(workplace, "Thanks,", 0, 59));
  ck_assert(!is_cut(workplace, "Thanks,", 0, 60));
}
END_TEST

/* Of what is left out 2,000 bytes are said, whole characters: here 14 and those of x. */
START_TEST(long_mails_are_said_in_part)
{
  static const struct {
    guint count; /* of x */
    const char *end;
  } cases[] = {{1986, "xé\"\n"}, {1987, "x ...\"\n"}, {1988, "x ...\"\n"}};
  g_autoptr(Workplace) workplace = workplace_new();
  for (gsize i = 0; i < 2 * G_N_ELEMENTS(cases); i++) {
    g_autofree char *word = g_strnfill(cases[i / 2].count, 'x');
    g_autofree char *mail = g_strdup_printf("From: A\nTo: %sé\n\nWe open our ports.\n", word);
    g_autoptr(GBytes) bytes = bytes_of(mail), known = bytes_of("We open our ports.\n");
    g_bytes_unref(i % 2 ? adref_mail_around_remove(workplace->session, "x", bytes, known, NULL)
                        : adref_mail_head_remove(workplace->session, "x", bytes));
    ck_assert_msg(g_str_has_suffix(workplace->said->str, cases[i / 2].end), "%zu", i);
    ck_assert_uint_le(workplace->said->len,
                      2000 + strlen("x: left out, as the mail around the text: \" ...\"\n"));
    g_string_truncate(workplace->said, 0);
  }
}
END_TEST

/* A file that is no UTF-8 is left to those who say so. */
START_TEST(bytes_that_are_no_text)
{
  g_autoptr(Workplace) workplace = workplace_new();
  g_autoptr(GBytes) known = bytes_of("We open our ports.\n");
  g_autoptr(GBytes) bytes = bytes_of("From: A\nTo: B\n\nWe open our ports.\n\377\n");
  g_autoptr(GBytes) left = adref_mail_head_remove(workplace->session, "x", bytes);
  g_autoptr(GBytes) other = adref_mail_around_remove(workplace->session, "x", bytes, known, NULL);
  g_autoptr(GBytes) beside = adref_mail_around_remove(workplace->session, "x", known, bytes, NULL);
  ck_assert_ptr_eq(left, bytes);
  ck_assert_ptr_eq(other, bytes);
  ck_assert_ptr_eq(beside, known);
  ck_assert_str_eq(workplace->said->str, "");
}
END_TEST

TCase *tcase_mail_around(void)
{
  TCase *tcase = tcase_create("mail_around");
  tcase_add_test(tcase, what_stands_around_a_known_text);
  tcase_add_test(tcase, what_stands_around_an_unknown_text);
  tcase_add_test(tcase, a_mail_is_looked_for_near_the_ends);
  tcase_add_test(tcase, long_mails_are_said_in_part);
  tcase_add_test(tcase, bytes_that_are_no_text);
  return tcase;
}
